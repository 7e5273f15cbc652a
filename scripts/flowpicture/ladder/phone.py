"""The step ladder for phones: words of a step, then a strip with a column per party."""

from dataclasses import dataclass

from flowpicture.display_list import Box, Drawing, Item, Rect
from flowpicture.flow import (
    BADGE,
    DOWN,
    DOWN_LOOP,
    Track,
    draw_badge,
    draw_flow,
    height_above,
)
from flowpicture.ladder.column_widths import Cell, Columns, place_columns
from flowpicture.ladder.columns import column_order, party_order
from flowpicture.ladder.header import draw_parties
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
from flowpicture.picture import Party, Picture, Step

WIDTH = 360.0
HIGHEST = 2600.0  # some twenty steps: the names of the columns are never far above
_TEXT_LEFT = 32.0
_ABOVE_PHASE, _ABOVE_WORDS, _BELOW_WORDS = 9.0, 9.0, 4.0
_ITEM_LINES = 3
_PHASE_ROOM = _ABOVE_PHASE + PHASE_HEIGHT


@dataclass(frozen=True)
class _Row:
    step: Step
    words: StepText
    top: float
    strip_top: float
    bottom: float
    arrow_y: float
    phase: str | None
    phase_top: float


@dataclass(frozen=True)
class _Head:
    """What stands over the rows, with the columns it sets."""

    items: tuple[Item, ...]
    columns: Columns
    boundary_top: float
    bottom: float


def draw_phone_sheets(picture: Picture) -> tuple[Drawing, ...]:
    """Lay out the picture 360 px wide, in parts where it is long."""
    head = _head(picture, picture.title)
    whole = _draw(picture, head, range(len(picture.steps)))
    if whole.height <= HIGHEST:
        return (whole,)
    rows = _rows(picture, head.bottom + 4, range(len(picture.steps)))
    room = HIGHEST - (whole.height - (rows[-1].bottom - rows[0].phase_top)) - _PHASE_ROOM
    sheets = split_rows(tuple(row.bottom - row.phase_top for row in rows), picture.steps, room)
    return tuple(
        _draw(picture, _head(picture, sheet_title(picture, number, len(sheets))), places)
        for number, places in enumerate(sheets, 1)
    )


def _head(picture: Picture, title: str) -> _Head:
    parties = party_order(column_order(picture), picture)
    columns = place_columns(_cells(parties), MARGIN, WIDTH - MARGIN)
    words, title_bottom = draw_title(picture, title, MARGIN, MARGIN, WIDTH - 2 * MARGIN)
    heads, bottom = draw_parties(columns, title_bottom + 6)
    return _Head((*heads, *words), columns, title_bottom + 6, bottom)


def _draw(picture: Picture, head: _Head, places: range) -> Drawing:
    """Draw the steps at `places` under the head."""
    columns = head.columns
    rows = _rows(picture, head.bottom + 4, places)
    bottom = rows[-1].bottom
    items: list[Item] = [
        *draw_grounds(columns, head.bottom - 3, bottom),
        *draw_life_lines(columns, head.bottom, bottom),
        *draw_boundaries(columns, head.boundary_top, bottom),
        *head.items,
    ]
    above = head.bottom
    for row in rows:
        items.append(Rect(Box(0, above, WIDTH, row.strip_top), "df-cover", "ground"))
        items.extend(_draw_row(picture, columns, row))
        above = row.bottom
    return finish(picture, columns, items, bottom, WIDTH)


def _cells(parties: tuple[Party, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(party.id, party, party.label) for party in parties)


def _rows(picture: Picture, top: float, places: range) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    width = WIDTH - MARGIN - _TEXT_LEFT
    for place in places:
        step = picture.steps[place]
        words = measure_step_text(picture, step, width, item_lines=_ITEM_LINES, with_route=True)
        phase = phase_over(picture.steps, place, is_first=place == places.start)
        row_top = (top if phase is None else top + _PHASE_ROOM) + _ABOVE_WORDS
        strip_top = row_top + words.height + _BELOW_WORDS
        arrow_y = strip_top + height_above(step) + 1
        below = DOWN_LOOP if _same_party(picture, step) else DOWN
        rows.append(_Row(step, words, row_top, strip_top, arrow_y + below + 1, arrow_y, phase, top))
        top = rows[-1].bottom
    return tuple(rows)


def _same_party(picture: Picture, step: Step) -> bool:
    return picture.party_of(step.source) == picture.party_of(step.target)


def _draw_row(picture: Picture, columns: Columns, row: _Row) -> list[Item]:
    step = row.step
    group = step_group(picture, step)
    drawn: list[Item] = []
    if row.phase is not None:
        top = row.phase_top + _ABOVE_PHASE
        drawn.extend(draw_phase(row.phase, MARGIN, WIDTH - MARGIN, top))
    drawn.extend(draw_badge(step, MARGIN + BADGE, row.top + 8.5, group))
    drawn.extend(draw_step_text(row.words, step, _TEXT_LEFT, row.top, group))
    drawn.extend(draw_flow(step, _track(picture, columns, row), group))
    return drawn


def _track(picture: Picture, columns: Columns, row: _Row) -> Track:
    place = columns.by_key()
    step = row.step
    start = place[picture.party_of(step.source).id].x
    end = place[picture.party_of(step.target).id].x
    return Track(
        y=row.arrow_y,
        start=start,
        end=end,
        left=columns.left,
        right=columns.right,
        bars=(),
        walls=columns.boundaries,
        wall=wall_of(picture, step, columns, (start, end)),
        ends_at_bar=False,
    )
