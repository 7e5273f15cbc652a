"""Which rows of a long ladder stand on which sheet."""

from math import ceil

from flowpicture.picture import Step


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
