"""The step ladder for wide screens and print: a column per node, a row per step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowpicture.arrow import (
    BADGE,
    BAR,
    DOWN,
    DOWN_LOOP,
    draw_badge,
    draw_flow,
    height_above,
    step_group,
)
from flowpicture.display_list import Box, Drawing, Item, Line, Rect
from flowpicture.ladder.columns import Cell, place_columns
from flowpicture.ladder.header import draw_nodes, draw_parties
from flowpicture.ladder.parts import (
    MARGIN,
    PHASE_HEIGHT,
    channel_of,
    draw_boundaries,
    draw_grounds,
    draw_life_lines,
    draw_phase,
    draw_title,
    phase_over,
)
from flowpicture.ladder.sheets import Form, Head, Row, draw_in_form
from flowpicture.ladder.step_text import draw_step_text, measure_step_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowpicture.picture import Node, NodeType, Picture, Step

WIDTH = 800.0
HIGHEST = 1.45 * WIDTH  # more does not fit a page of A4 at full width
_TEXT_LEFT = 32.0
_TEXT_NARROWEST, _TEXT_WIDEST, _WISHED_COLUMN = 200.0, 262.0, 76.0
_ROW_PADDING = 5.0
_ABOVE_PHASE = 4.0
_ITEM_LINES = 2
_KEEPS_TO_THE_END: frozenset[NodeType] = frozenset({"server", "db", "cloud"})


def draw_sheets(picture: Picture) -> tuple[Drawing, ...]:
    """Lay out the picture 800 px wide, on as many sheets as it needs for a page of A4 each."""
    form = Form(WIDTH, HIGHEST, _ABOVE_PHASE + PHASE_HEIGHT, _head, _rows, _draw_ground, _draw_row)
    return draw_in_form(picture, form)


def _head(picture: Picture, order: tuple[Node, ...], title: str) -> Head:
    text_width = min(max(WIDTH - len(order) * _WISHED_COLUMN, _TEXT_NARROWEST), _TEXT_WIDEST)
    cells = tuple(Cell(node.id, picture.party_by_id[node.party], node.label) for node in order)
    columns = place_columns(cells, MARGIN + text_width + 8, WIDTH - MARGIN)
    parties, parties_bottom = draw_parties(columns, MARGIN)
    nodes, nodes_bottom = draw_nodes(picture, columns, parties_bottom + 8)
    words, title_bottom = draw_title(picture, title, MARGIN, MARGIN, text_width)
    return Head(
        items=(*parties, *nodes, *words),
        columns=columns,
        text_right=MARGIN + text_width,
        boundary_top=MARGIN,
        tint_top=parties_bottom - 3,
        life_top=nodes_bottom + 2,
        bottom=max(nodes_bottom, title_bottom) + 6,
    )


def _rows(picture: Picture, head: Head, places: range) -> tuple[Row, ...]:
    rows: list[Row] = []
    top, width = head.bottom, head.text_right - _TEXT_LEFT
    for place in places:
        step = picture.steps[place]
        words = measure_step_text(picture, step, width, item_lines=_ITEM_LINES, with_route=False)
        phase = phase_over(picture.steps, place, is_first=place == places.start)
        row_top = top if phase is None else top + _ABOVE_PHASE + PHASE_HEIGHT
        above = height_above(step)
        needed = above + (DOWN_LOOP if step.source == step.target else DOWN)
        height = max(words.height, needed) + 2 * _ROW_PADDING
        bottom = row_top + height
        # The arrow and its chip stand in the middle of the row.
        arrow_y = row_top + (bottom - row_top - needed) / 2 + above
        rows.append(Row(step, words, phase, top, row_top, arrow_y, bottom))
        top = bottom
    return tuple(rows)


def _draw_ground(picture: Picture, head: Head, rows: tuple[Row, ...], places: range) -> list[Item]:
    columns, bottom = head.columns, rows[-1].bottom
    rules = (((MARGIN, row.bottom), (columns.right, row.bottom)) for row in rows)
    return [
        *draw_grounds(columns, head.tint_top, bottom),
        *head.items,
        *(Line(points, "df-rule", "ground") for points in rules),
        *draw_life_lines(columns, head.life_top, bottom),
        *_bars(picture, head, rows, places),
        *draw_boundaries(columns, head.boundary_top, bottom),
    ]


def _draw_row(picture: Picture, head: Head, row: Row) -> list[Item]:
    step, group = row.step, step_group(picture, row.step)
    drawn: list[Item] = []
    if row.phase is not None:
        drawn.extend(draw_phase(row.phase, MARGIN, head.text_right, row.phase_top + _ABOVE_PHASE))
    top = row.top + (row.bottom - row.top - row.words.height) / 2
    drawn.extend(draw_badge(step, MARGIN + BADGE, top + 8.5, group))
    drawn.extend(draw_step_text(row.words, step, _TEXT_LEFT, top, group))
    ends = step.source, step.target
    stores = frozenset(node.id for node in picture.nodes if node.keeps)
    channel = channel_of(picture, head.columns, step, row.arrow_y, ends, stores)
    drawn.extend(draw_flow(step, channel, group))
    return drawn


def _bars(picture: Picture, head: Head, rows: tuple[Row, ...], places: range) -> list[Item]:
    """Where information is kept: bars on the life lines of systems, devices and paper."""
    drawn: list[Item] = []
    for column in head.columns.columns:
        node = picture.node_by_id[column.key]
        css = "df-bar df-bar-gone" if _is_given_up(node, picture.steps) else "df-bar"
        for stay in _stays(node, picture.steps):
            top, bottom = _stretch(stay, rows, places)
            box = Box(column.x - BAR / 2, top, column.x + BAR / 2, bottom)
            if top < bottom:
                drawn.append(Rect(box, css, "store", 1.5))
    return drawn


@dataclass(frozen=True)
class _Stay:
    """Information rests at a node from one row to another, both included.

    `first` None: since before the first row; `last` None: beyond the last row.
    """

    first: int | None
    last: int | None


def _stretch(stay: _Stay, rows: tuple[Row, ...], places: range) -> tuple[float, float]:
    """Where a bar begins and ends on these rows; it is empty if the stay is elsewhere."""
    top, bottom = rows[0].top, rows[-1].bottom - 2
    if stay.first is not None and stay.first >= places.start:
        top = rows[stay.first - places.start].top + 6 if stay.first in places else bottom
    if stay.last is not None and stay.last < places.stop:
        bottom = rows[stay.last - places.start].bottom - 4 if stay.last in places else top
    return top, bottom


def _stays(node: Node, steps: tuple[Step, ...]) -> tuple[_Stay, ...]:
    """Stretches of rows in which `node` keeps information."""
    return tuple(_stretches(node, steps)) if node.keeps else ()


def _is_given_up(node: Node, steps: tuple[Step, ...]) -> bool:
    """Whether every step that touches the node is removed."""
    touching = [step for step in steps if node.id in {step.source, step.target}]
    return bool(touching) and all(step.change == "removed" for step in touching)


def _stretches(node: Node, steps: tuple[Step, ...]) -> Iterator[_Stay]:
    lasting = node.type in _KEEPS_TO_THE_END
    is_open, first, last, has_touched = False, None, 0, False
    for row, step in enumerate(steps):
        if node.id not in {step.source, step.target}:
            continue
        if not is_open:
            held_before = lasting and not has_touched and step.target != node.id
            is_open, first = True, None if held_before else row
        last, has_touched = row, True
        if step.ends and step.source == node.id:
            yield _Stay(first, row)
            is_open = False
    if is_open:
        yield _Stay(first, None if lasting else last)
