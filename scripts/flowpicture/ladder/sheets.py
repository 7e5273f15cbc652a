"""A ladder of any width on the sheets it needs: the frame that both forms fill."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from flowpicture.arrow import (
    BADGE,
    DOWN,
    DOWN_LOOP,
    Channel,
    draw_badge,
    draw_flow,
    height_above,
    step_group,
)
from flowpicture.display_list import Box, Drawing, Item, Rect, Text
from flowpicture.ladder.columns import column_order
from flowpicture.ladder.step_text import StepText, draw_step_text, measure_step_text
from flowpicture.legend import draw_legend
from flowpicture.marks import takes_data_across

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowpicture.ladder.columns import Columns
    from flowpicture.picture import Node, Picture, Step

MARGIN, TEXT_LEFT = 8.0, 32.0
_PHASE_HEIGHT, _PHASE_SIZE = 19.0, 11.5


@dataclass(frozen=True)
class Head:
    """What stands over the rows, with the columns it sets."""

    items: tuple[Item, ...]
    columns: Columns
    text_right: float
    """Right edge of the words of the steps."""
    boundary_top: float
    tint_top: float
    life_top: float
    bottom: float
    """Where the first row begins."""
    stores: frozenset[str] = frozenset()
    """Keys of the columns with bars."""


@dataclass(frozen=True)
class Spot:
    """Where a row stands, with its words and its arrow."""

    top: float
    words_top: float
    arrow_y: float
    bottom: float


@dataclass(frozen=True)
class Row:
    """A step with its words; a phase that begins here is named between `phase_top` and the spot."""

    step: Step
    words: StepText
    phase: str | None
    phase_top: float
    spot: Spot


@dataclass(frozen=True)
class Form:
    """A width with its ways to lay out and draw; `highest` is the height of a sheet in px."""

    width: float
    highest: float
    above_phase: float
    item_lines: int
    with_route: bool
    key: Callable[[Picture, str], str]
    """From the id of a node to the key of its column."""
    head: Callable[[Picture, tuple[Node, ...], str], Head]
    """From the order of the columns and the title."""
    spot: Callable[[float, float, float, float], Spot]
    """From the top, the height of the words, and the room over and under the arrow."""
    draw_ground: Callable[[Picture, Head, tuple[Row, ...], range], list[Item]]
    """What lies under the rows; the range holds the indexes of their steps."""
    draw_cover: Callable[[Head, Row], list[Item]]
    """What lies under the words of a row."""


def draw_in_form(picture: Picture, form: Form) -> tuple[Drawing, ...]:
    """Lay out the picture on as many sheets as it needs, each with the whole head and legend."""
    order = column_order(picture)
    head = form.head(picture, order, picture.title)
    everything = range(len(picture.steps))
    whole = _draw(picture, form, head, everything)
    if whole.height <= form.highest:
        return (whole,)
    rows = _rows(picture, form, head, everything)
    around = whole.height - (rows[-1].spot.bottom - rows[0].phase_top)
    heights = tuple(row.spot.bottom - row.phase_top for row in rows)
    room = form.highest - around - form.above_phase - _PHASE_HEIGHT
    sheets = split_rows(heights, picture.steps, room)
    titles = (f"{picture.title}（{number}／{len(sheets)}）" for number in range(1, len(sheets) + 1))
    return tuple(
        _draw(picture, form, form.head(picture, order, title), sheet)
        for title, sheet in zip(titles, sheets, strict=True)
    )


def split_rows(
    heights: tuple[float, ...], steps: tuple[Step, ...], room: float
) -> tuple[range, ...]:
    """Cut rows into sheets of at most `room` px, at the start of a phase where one is near.

    Return the indexes of the rows on each. A row higher than `room` gets a sheet for itself; with
    no room at all every row does.
    """
    room = max(room, 1)
    sheets: list[range] = []
    start = 0
    while start < len(steps):
        stop = _stop(heights, steps, start, room)
        sheets.append(range(start, stop))
        start = stop
    return tuple(sheets)


def _stop(heights: tuple[float, ...], steps: tuple[Step, ...], start: int, room: float) -> int:
    """Return the row before which this sheet ends."""
    left = sum(heights[start:])
    if left <= room:
        return len(steps)
    share = left / ceil(left / room)
    fitting = [stop for stop in range(start + 1, len(steps)) if sum(heights[start:stop]) <= room]
    phase_starts = [
        stop
        for stop in fitting
        if steps[stop].phase != steps[stop - 1].phase
        and share / 2 <= sum(heights[start:stop])
        and sum(heights[stop:]) <= (ceil(left / room) - 1) * room
    ]
    return min(
        phase_starts or fitting or [start + 1],
        key=lambda stop: abs(sum(heights[start:stop]) - share),
    )


def _draw(picture: Picture, form: Form, head: Head, sheet: range) -> Drawing:
    rows = _rows(picture, form, head, sheet)
    items = form.draw_ground(picture, head, rows, sheet)
    for row in rows:
        items.extend(form.draw_cover(head, row))
        if row.phase is not None:
            items.extend(_draw_phase(row.phase, head, row.phase_top + form.above_phase))
        group = step_group(picture, row.step)
        words_top = row.spot.words_top
        items.extend(draw_badge(row.step, MARGIN + BADGE, words_top + 8.5, group))
        items.extend(draw_step_text(row.words, row.step, TEXT_LEFT, words_top, group))
        items.extend(draw_flow(row.step, _channel(picture, form, head, row), group))
    legend, end = draw_legend(
        picture,
        _note(picture),
        MARGIN,
        rows[-1].spot.bottom + 6,
        form.width - MARGIN,
        has_boundary=bool(head.columns.boundaries),
        has_bars=any(item.role == "store" for item in items),
    )
    return Drawing(form.width, round(end + 4), (*items, *legend))


def _rows(picture: Picture, form: Form, head: Head, sheet: range) -> tuple[Row, ...]:
    rows: list[Row] = []
    top, width = head.bottom, head.text_right - TEXT_LEFT
    for index in sheet:
        step = picture.steps[index]
        words = measure_step_text(
            picture, step, width, item_lines=form.item_lines, with_route=form.with_route
        )
        phase = _phase_over(picture.steps, index, is_first=index == sheet.start)
        start = top if phase is None else top + form.above_phase + _PHASE_HEIGHT
        is_loop = form.key(picture, step.source) == form.key(picture, step.target)
        below = DOWN_LOOP if is_loop else DOWN
        spot = form.spot(start, words.height, height_above(step), below)
        rows.append(Row(step, words, phase, top, spot))
        top = spot.bottom
    return tuple(rows)


def _phase_over(steps: tuple[Step, ...], index: int, *, is_first: bool) -> str | None:
    """Words of the phase bar over a step, if one stands there.

    A phase that goes on from the sheet before is named again over the first step.
    """
    phase = steps[index].phase
    before = steps[index - 1].phase if index else None
    if phase is None or phase != before:
        return phase
    return f"{phase}（続き）" if is_first else None


def _draw_phase(phase: str, head: Head, top: float) -> list[Item]:
    box = Box(MARGIN, top, head.text_right, top + _PHASE_HEIGHT)
    middle = top + _PHASE_HEIGHT / 2
    return [
        Rect(box, "df-phase", "frame", 3),
        Text(MARGIN + 7, middle, phase, _PHASE_SIZE, "df-phase-word", "inside"),
    ]


def _channel(picture: Picture, form: Form, head: Head, row: Row) -> Channel:
    columns, ends = head.columns, (row.step.source, row.step.target)
    source, target = (columns.by_key()[form.key(picture, end)] for end in ends)
    return Channel(
        y=row.spot.arrow_y,
        start=source.x,
        end=target.x,
        left=columns.left,
        right=columns.right,
        bars=tuple(column.x for column in columns.columns if column.key in head.stores),
        walls=columns.boundaries,
        wall=_wall(picture, row.step, columns, (source.x, target.x)),
        ends_at_bar=target.key in head.stores,
    )


def _wall(
    picture: Picture, step: Step, columns: Columns, ends: tuple[float, float]
) -> float | None:
    """Where a step running between `ends` enters or leaves the ward, if it does."""
    if not takes_data_across(picture, step):
        return None
    start, end = ends
    ward_end = start if picture.party_of(step.source).zone == "ward" else end
    passed = [x for x in columns.boundaries if min(start, end) < x < max(start, end)]
    return min(passed, key=lambda x: abs(x - ward_end))


def _note(picture: Picture) -> str:
    counted = "→".join(version.label for version in picture.versions)
    order = (f"件数は{counted}の順です。",) if picture.is_comparison else ()
    notes = (*order, picture.note) if picture.note else order
    return "".join(notes)
