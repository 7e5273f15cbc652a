"""The two forms of a ladder: for wide screens and print a column per node, for phones per party."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowpicture.arrow import BAR
from flowpicture.display_list import Box, Drawing, Group, Item, Line, Rect
from flowpicture.ladder.columns import Cell, place_columns
from flowpicture.ladder.header import draw_nodes, draw_parties, draw_title
from flowpicture.ladder.sheets import (
    MARGIN,
    Form,
    Head,
    Row,
    Spot,
    draw_in_form,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowpicture.ladder.columns import Columns
    from flowpicture.picture import Node, NodeType, Picture, Step

_WIDE, _PHONE = 800.0, 360.0
_TEXT_NARROWEST, _TEXT_WIDEST, _WISHED_COLUMN = 200.0, 262.0, 76.0
_ROW_PADDING = 5.0
_ABOVE_WORDS, _BELOW_WORDS = 9.0, 4.0
_KEEPS_TO_THE_END: frozenset[NodeType] = frozenset({"server", "db", "cloud"})


def draw_wide_sheets(picture: Picture) -> tuple[Drawing, ...]:
    """Lay out the picture 800 px wide, on as many sheets as it needs for a page of A4 each."""
    form = Form(
        width=_WIDE,
        highest=1.45 * _WIDE,  # more does not fit a page of A4 at full width
        above_phase=4.0,
        item_lines=2,
        with_route=False,
        key=lambda _, node: node,
        head=_wide_head,
        spot=_wide_spot,
        draw_ground=_draw_wide_ground,
        draw_cover=lambda _head, _row: [],
    )
    return draw_in_form(picture, form)


def draw_phone_sheets(picture: Picture) -> tuple[Drawing, ...]:
    """Lay out the picture 360 px wide, in parts where it is long."""
    form = Form(
        width=_PHONE,
        highest=2600.0,  # some twenty steps: the names of the columns are never far above
        above_phase=9.0,
        item_lines=3,
        with_route=True,
        key=lambda picture, node: picture.party_of(node).id,
        head=_phone_head,
        spot=_phone_spot,
        draw_ground=_draw_phone_ground,
        draw_cover=_draw_cover,
    )
    return draw_in_form(picture, form)


def _phone_head(picture: Picture, order: tuple[Node, ...], title: str) -> Head:
    parties = dict.fromkeys(picture.party_by_id[node.party] for node in order)
    cells = tuple(Cell(party.id, party, party.label) for party in parties)
    columns = place_columns(cells, MARGIN, _PHONE - MARGIN)
    words, title_bottom = draw_title(picture, title, MARGIN, MARGIN, _PHONE - 2 * MARGIN)
    heads, bottom = draw_parties(columns, title_bottom + 6)
    return Head(
        items=(*heads, *words),
        columns=columns,
        text_right=_PHONE - MARGIN,
        boundary_top=title_bottom + 6,
        tint_top=bottom - 3,
        life_top=bottom,
        bottom=bottom + 4,
    )


def _phone_spot(top: float, words: float, above: float, below: float) -> Spot:
    top += _ABOVE_WORDS
    arrow_y = top + words + _BELOW_WORDS + above + 1
    return Spot(top, top, arrow_y, arrow_y + below + 1)


def _draw_phone_ground(
    _picture: Picture, head: Head, rows: tuple[Row, ...], _sheet: range
) -> list[Item]:
    bottom = rows[-1].spot.bottom
    return [
        *_draw_grounds(head.columns, head.tint_top, bottom),
        *_draw_life_lines(head.columns, head.life_top, bottom),
        *_draw_boundaries(head.columns, head.boundary_top, bottom),
        *head.items,
    ]


def _draw_cover(head: Head, row: Row) -> list[Item]:
    """Cover the life lines under the words; they go on below."""
    top = head.life_top if row.phase_top == head.bottom else row.phase_top
    box = Box(0, top, _PHONE, row.spot.top + row.words.height + _BELOW_WORDS)
    return [Rect(box, "df-cover", "ground")]


def _wide_head(picture: Picture, order: tuple[Node, ...], title: str) -> Head:
    text_width = min(max(_WIDE - len(order) * _WISHED_COLUMN, _TEXT_NARROWEST), _TEXT_WIDEST)
    cells = tuple(Cell(node.id, picture.party_by_id[node.party], node.label) for node in order)
    columns = place_columns(cells, MARGIN + text_width + 8, _WIDE - MARGIN)
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
        stores=frozenset(node.id for node in picture.nodes if node.keeps),
    )


def _wide_spot(top: float, words: float, above: float, below: float) -> Spot:
    """Set the words, and the arrow with its chip, in the middle of the row."""
    needed = above + below
    bottom = top + max(words, needed) + 2 * _ROW_PADDING
    arrow_y = top + (bottom - top - needed) / 2 + above
    return Spot(top, top + (bottom - top - words) / 2, arrow_y, bottom)


def _draw_wide_ground(
    picture: Picture, head: Head, rows: tuple[Row, ...], sheet: range
) -> list[Item]:
    columns, bottom = head.columns, rows[-1].spot.bottom
    rules = (((MARGIN, row.spot.bottom), (columns.right, row.spot.bottom)) for row in rows)
    return [
        *_draw_grounds(columns, head.tint_top, bottom),
        *head.items,
        *(Line(points, "df-rule", "ground") for points in rules),
        *_draw_life_lines(columns, head.life_top, bottom),
        *_bars(picture, head, rows, sheet),
        *_draw_boundaries(columns, head.boundary_top, bottom),
    ]


def _draw_grounds(columns: Columns, top: float, bottom: float) -> list[Item]:
    """Tint of every lane."""
    return [
        Rect(
            Box(lane.left, top, lane.right, bottom),
            "df-lane",
            "ground",
            group=Group(css=f"df-{lane.party.zone}"),
        )
        for lane in columns.lanes
    ]


def _draw_life_lines(columns: Columns, top: float, bottom: float) -> list[Item]:
    """Thin line under every column."""
    return [
        Line(((column.x, top), (column.x, bottom)), "df-life", "ground")
        for column in columns.columns
    ]


def _draw_boundaries(columns: Columns, top: float, bottom: float) -> list[Item]:
    """Dashed line where the ward begins or ends."""
    return [Line(((x, top), (x, bottom)), "df-boundary", "ground") for x in columns.boundaries]


def _bars(picture: Picture, head: Head, rows: tuple[Row, ...], sheet: range) -> list[Item]:
    """Where information is kept: bars on the life lines of systems, devices and paper."""
    drawn: list[Item] = []
    for column in head.columns.columns:
        node = picture.node_by_id[column.key]
        css = "df-bar df-bar-gone" if _is_removed(node, picture.steps) else "df-bar"
        for stay in _stays(node, picture.steps):
            top, bottom = _stretch(stay, rows, sheet)
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


def _stretch(stay: _Stay, rows: tuple[Row, ...], sheet: range) -> tuple[float, float]:
    """Where a bar begins and ends on these rows; it is empty if the stay is elsewhere."""
    top, bottom = rows[0].spot.top, rows[-1].spot.bottom - 2
    if stay.first is not None and stay.first >= sheet.start:
        top = rows[stay.first - sheet.start].spot.top + 6 if stay.first in sheet else bottom
    if stay.last is not None and stay.last < sheet.stop:
        bottom = rows[stay.last - sheet.start].spot.bottom - 4 if stay.last in sheet else top
    return top, bottom


def _stays(node: Node, steps: tuple[Step, ...]) -> tuple[_Stay, ...]:
    """Stretches of rows in which `node` keeps information."""
    return tuple(_stretches(node, steps)) if node.keeps else ()


def _is_removed(node: Node, steps: tuple[Step, ...]) -> bool:
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
