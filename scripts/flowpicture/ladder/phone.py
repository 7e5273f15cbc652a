"""The step ladder for phones: words of a step, then a strip with a column per party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowpicture.arrow import (
    BADGE,
    DOWN,
    DOWN_LOOP,
    draw_badge,
    draw_flow,
    height_above,
    step_group,
)
from flowpicture.display_list import Box, Drawing, Item, Rect
from flowpicture.ladder.columns import Cell, party_order, place_columns
from flowpicture.ladder.header import draw_parties
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
    from flowpicture.picture import Node, Picture

WIDTH = 360.0
HIGHEST = 2600.0  # some twenty steps: the names of the columns are never far above
_TEXT_LEFT = 32.0
_ABOVE_PHASE, _ABOVE_WORDS, _BELOW_WORDS = 9.0, 9.0, 4.0
_ITEM_LINES = 3
_PHASE_ROOM = _ABOVE_PHASE + PHASE_HEIGHT


def draw_phone_sheets(picture: Picture) -> tuple[Drawing, ...]:
    """Lay out the picture 360 px wide, in parts where it is long."""
    form = Form(WIDTH, HIGHEST, _PHASE_ROOM, _head, _rows, _draw_ground, _draw_row)
    return draw_in_form(picture, form)


def _head(picture: Picture, order: tuple[Node, ...], title: str) -> Head:
    cells = tuple(Cell(party.id, party, party.label) for party in party_order(order, picture))
    columns = place_columns(cells, MARGIN, WIDTH - MARGIN)
    words, title_bottom = draw_title(picture, title, MARGIN, MARGIN, WIDTH - 2 * MARGIN)
    heads, bottom = draw_parties(columns, title_bottom + 6)
    return Head(
        items=(*heads, *words),
        columns=columns,
        text_right=WIDTH - MARGIN,
        boundary_top=title_bottom + 6,
        tint_top=bottom - 3,
        life_top=bottom,
        bottom=bottom + 4,
    )


def _rows(picture: Picture, head: Head, places: range) -> tuple[Row, ...]:
    rows: list[Row] = []
    top, width = head.bottom, head.text_right - _TEXT_LEFT
    for place in places:
        step = picture.steps[place]
        words = measure_step_text(picture, step, width, item_lines=_ITEM_LINES, with_route=True)
        phase = phase_over(picture.steps, place, is_first=place == places.start)
        row_top = (top if phase is None else top + _PHASE_ROOM) + _ABOVE_WORDS
        arrow_y = row_top + words.height + _BELOW_WORDS + height_above(step) + 1
        is_loop = picture.party_of(step.source) == picture.party_of(step.target)
        bottom = arrow_y + (DOWN_LOOP if is_loop else DOWN) + 1
        rows.append(Row(step, words, phase, top, row_top, arrow_y, bottom))
        top = bottom
    return tuple(rows)


def _draw_ground(
    _picture: Picture, head: Head, rows: tuple[Row, ...], _places: range
) -> list[Item]:
    bottom = rows[-1].bottom
    return [
        *draw_grounds(head.columns, head.tint_top, bottom),
        *draw_life_lines(head.columns, head.life_top, bottom),
        *draw_boundaries(head.columns, head.boundary_top, bottom),
        *head.items,
    ]


def _draw_row(picture: Picture, head: Head, row: Row) -> list[Item]:
    step, group = row.step, step_group(picture, row.step)
    is_first = row.phase_top == head.bottom
    cover_top = head.life_top if is_first else row.phase_top
    cover = Box(0, cover_top, WIDTH, row.top + row.words.height + _BELOW_WORDS)
    drawn: list[Item] = [Rect(cover, "df-cover", "ground")]
    if row.phase is not None:
        phase_top = row.phase_top + _ABOVE_PHASE
        drawn.extend(draw_phase(row.phase, MARGIN, head.text_right, phase_top))
    drawn.extend(draw_badge(step, MARGIN + BADGE, row.top + 8.5, group))
    drawn.extend(draw_step_text(row.words, step, _TEXT_LEFT, row.top, group))
    ends = picture.party_of(step.source).id, picture.party_of(step.target).id
    channel = channel_of(picture, head.columns, step, row.arrow_y, ends)
    drawn.extend(draw_flow(step, channel, group))
    return drawn
