"""A ladder of any width on the sheets it needs: the frame that both forms fill."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from flowpicture.ladder.columns import column_order
from flowpicture.ladder.parts import finish

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowpicture.display_list import Drawing, Item
    from flowpicture.ladder.columns import Columns
    from flowpicture.ladder.step_text import StepText
    from flowpicture.picture import Node, Picture, Step


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


@dataclass(frozen=True)
class Row:
    """A step with its words; a phase that begins here is named between `phase_top` and `top`."""

    step: Step
    words: StepText
    phase: str | None
    phase_top: float
    top: float
    arrow_y: float
    bottom: float


@dataclass(frozen=True)
class Form:
    """A width with its ways to lay out and draw; `highest` is the height of a sheet in px."""

    width: float
    highest: float
    phase_room: float
    head: Callable[[Picture, tuple[Node, ...], str], Head]
    """From the order of the columns and the title."""
    rows: Callable[[Picture, Head, range], tuple[Row, ...]]
    """The rows of the steps at these places."""
    draw_ground: Callable[[Picture, Head, tuple[Row, ...], range], list[Item]]
    draw_row: Callable[[Picture, Head, Row], list[Item]]


def draw_in_form(picture: Picture, form: Form) -> tuple[Drawing, ...]:
    """Lay out the picture on as many sheets as it needs, each with the whole head and legend."""
    order = column_order(picture)
    head = form.head(picture, order, picture.title)
    everything = range(len(picture.steps))
    whole = _draw(picture, form, head, everything)
    if whole.height <= form.highest:
        return (whole,)
    rows = form.rows(picture, head, everything)
    around = whole.height - (rows[-1].bottom - rows[0].phase_top)
    heights = tuple(row.bottom - row.phase_top for row in rows)
    sheets = split_rows(heights, picture.steps, form.highest - around - form.phase_room)
    titles = (f"{picture.title}（{number}／{len(sheets)}）" for number in range(1, len(sheets) + 1))
    return tuple(
        _draw(picture, form, form.head(picture, order, title), places)
        for title, places in zip(titles, sheets, strict=True)
    )


def _draw(picture: Picture, form: Form, head: Head, places: range) -> Drawing:
    rows = form.rows(picture, head, places)
    items = form.draw_ground(picture, head, rows, places)
    for row in rows:
        items.extend(form.draw_row(picture, head, row))
    return finish(picture, head.columns, items, rows[-1].bottom, form.width)


def split_rows(
    heights: tuple[float, ...], steps: tuple[Step, ...], room: float
) -> tuple[range, ...]:
    """Cut rows into sheets of at most `room` px, at the start of a phase where one is near.

    A single row higher than `room` gets a sheet of its own; so does every row where there is none.
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
