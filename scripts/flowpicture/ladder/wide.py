"""The step ladder for wide screens and print: a column per node, a row per step."""

from dataclasses import dataclass

from flowpicture.display_list import Box, Drawing, Group, Item, Line, Rect
from flowpicture.flow import (
    BADGE,
    BAR,
    DOWN,
    DOWN_LOOP,
    Track,
    draw_badge,
    draw_flow,
    height_above,
)
from flowpicture.ladder.column_widths import Cell, Columns, place_columns
from flowpicture.ladder.columns import column_order
from flowpicture.ladder.header import draw_nodes, draw_parties
from flowpicture.ladder.parts import (
    MARGIN,
    PHASE_HEIGHT,
    draw_boundaries,
    draw_grounds,
    draw_life_lines,
    draw_phase,
    draw_title,
    finish,
    phase_over,
    sheet_title,
    step_group,
    wall_of,
)
from flowpicture.ladder.sheets import split_rows
from flowpicture.ladder.step_text import StepText, draw_step_text, measure_step_text
from flowpicture.ladder.storage import Stay, is_given_up, stays
from flowpicture.picture import Node, Picture, Step

WIDTH = 800.0
HIGHEST = 1.45 * WIDTH  # more does not fit a page of A4 at full width
_TEXT_LEFT = 32.0
_TEXT_NARROWEST, _TEXT_WIDEST, _WISHED_COLUMN = 200.0, 262.0, 76.0
_ROW_PADDING = 5.0
_ABOVE_PHASE = 4.0
_ITEM_LINES = 2


@dataclass(frozen=True)
class _Row:
    step: Step
    words: StepText
    top: float
    bottom: float
    phase: str | None
    phase_top: float

    @property
    def arrow_y(self) -> float:
        """Line of the arrow: it and its chip stand in the middle of the row."""
        above, below = height_above(self.step), _height_below(self.step)
        return self.top + (self.bottom - self.top - above - below) / 2 + above


@dataclass(frozen=True)
class _Head:
    """What stands over the rows, with the columns it sets."""

    items: tuple[Item, ...]
    order: tuple[Node, ...]
    columns: Columns
    text_right: float
    tint_top: float
    life_top: float
    bottom: float


def draw_sheets(picture: Picture) -> tuple[Drawing, ...]:
    """Lay out the picture 800 px wide, on as many sheets as it needs for a page of A4 each."""
    order = column_order(picture)
    head = _head(picture, order, picture.title)
    whole = _draw(picture, head, range(len(picture.steps)))
    if whole.height <= HIGHEST:
        return (whole,)
    head = _head(picture, order, sheet_title(picture, 1, 2))
    rows = _rows(picture, head, range(len(picture.steps)))
    legend_height = whole.height - rows[-1].bottom
    room = HIGHEST - head.bottom - legend_height - _ABOVE_PHASE - PHASE_HEIGHT
    sheets = split_rows(tuple(row.bottom - row.phase_top for row in rows), picture.steps, room)
    return tuple(
        _draw(picture, _head(picture, order, sheet_title(picture, number, len(sheets))), places)
        for number, places in enumerate(sheets, 1)
    )


def _head(picture: Picture, order: tuple[Node, ...], title: str) -> _Head:
    text_width = min(max(WIDTH - len(order) * _WISHED_COLUMN, _TEXT_NARROWEST), _TEXT_WIDEST)
    columns = place_columns(_cells(picture, order), MARGIN + text_width + 8, WIDTH - MARGIN)
    parties, tint_top = draw_parties(columns, MARGIN)
    nodes, nodes_bottom = draw_nodes(picture, columns, tint_top + 8)
    words, title_bottom = draw_title(picture, title, MARGIN, MARGIN, text_width)
    return _Head(
        items=(*parties, *nodes, *words),
        order=order,
        columns=columns,
        text_right=MARGIN + text_width,
        tint_top=tint_top - 3,
        life_top=nodes_bottom + 2,
        bottom=max(nodes_bottom, title_bottom) + 6,
    )


def _draw(picture: Picture, head: _Head, places: range) -> Drawing:
    """Draw the steps at `places` under the head."""
    columns = head.columns
    rows = _rows(picture, head, places)
    bottom = rows[-1].bottom
    items: list[Item] = [
        *draw_grounds(columns, head.tint_top, bottom),
        *head.items,
        *_rules(rows, columns.right),
        *draw_life_lines(columns, head.life_top, bottom),
        *_bars(picture, head, rows, places),
        *draw_boundaries(columns, MARGIN, bottom),
    ]
    for row in rows:
        items.extend(_draw_row(picture, columns, row, head.text_right))
    return finish(picture, columns, items, bottom, WIDTH)


def _cells(picture: Picture, order: tuple[Node, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(node.id, picture.party_by_id[node.party], node.label) for node in order)


def _rows(picture: Picture, head: _Head, places: range) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    top, width = head.bottom, head.text_right - _TEXT_LEFT
    for place in places:
        step = picture.steps[place]
        words = measure_step_text(picture, step, width, item_lines=_ITEM_LINES, with_route=False)
        phase = phase_over(picture.steps, place, is_first=place == places.start)
        row_top = top if phase is None else top + _ABOVE_PHASE + PHASE_HEIGHT
        height = max(words.height, height_above(step) + _height_below(step)) + 2 * _ROW_PADDING
        rows.append(_Row(step, words, row_top, row_top + height, phase, top))
        top = row_top + height
    return tuple(rows)


def _height_below(step: Step) -> float:
    return DOWN_LOOP if step.source == step.target else DOWN


def _rules(rows: tuple[_Row, ...], right: float) -> list[Item]:
    return [Line(((MARGIN, row.bottom), (right, row.bottom)), "df-rule", "ground") for row in rows]


def _bars(picture: Picture, head: _Head, rows: tuple[_Row, ...], places: range) -> list[Item]:
    drawn: list[Item] = []
    for node, column in zip(head.order, head.columns.columns, strict=True):
        css = "df-bar df-bar-gone" if is_given_up(node, picture.steps) else "df-bar"
        for stay in stays(node, picture.steps):
            top, bottom = _stretch(stay, rows, places)
            box = Box(column.x - BAR / 2, top, column.x + BAR / 2, bottom)
            if top < bottom:
                drawn.append(Rect(box, css, "store", 1.5))
    return drawn


def _stretch(stay: Stay, rows: tuple[_Row, ...], places: range) -> tuple[float, float]:
    """Where a bar begins and ends on these rows; it is empty if the stay is elsewhere."""
    top, bottom = rows[0].top, rows[-1].bottom - 2
    if stay.first is not None and stay.first >= places.start:
        top = rows[stay.first - places.start].top + 6 if stay.first in places else bottom
    if stay.last is not None and stay.last < places.stop:
        bottom = rows[stay.last - places.start].bottom - 4 if stay.last in places else top
    return top, bottom


def _draw_row(picture: Picture, columns: Columns, row: _Row, text_right: float) -> list[Item]:
    group = step_group(picture, row.step)
    drawn: list[Item] = []
    if row.phase is not None:
        drawn.extend(draw_phase(row.phase, MARGIN, text_right, row.phase_top + _ABOVE_PHASE))
    drawn.extend(_draw_words(row, group))
    drawn.extend(draw_flow(row.step, _track(picture, columns, row), group))
    return drawn


def _draw_words(row: _Row, group: Group) -> list[Item]:
    top = row.top + (row.bottom - row.top - row.words.height) / 2
    badge = draw_badge(row.step, MARGIN + BADGE, top + 8.5, group)
    return [*badge, *draw_step_text(row.words, row.step, _TEXT_LEFT, top, group)]


def _track(picture: Picture, columns: Columns, row: _Row) -> Track:
    place = columns.by_key()
    step = row.step
    start, end = place[step.source].x, place[step.target].x
    return Track(
        y=row.arrow_y,
        start=start,
        end=end,
        left=columns.left,
        right=columns.right,
        bars=tuple(place[node.id].x for node in picture.nodes if node.keeps),
        walls=columns.boundaries,
        wall=wall_of(picture, step, columns, (start, end)),
        ends_at_bar=picture.node_by_id[step.target].keeps,
    )
