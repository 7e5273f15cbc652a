"""The lines of an overview: their way through the gaps, badges at the source, diamonds."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from flowpicture.arrow import BADGE, draw_badge, draw_diamond, draw_stroke, step_group
from flowpicture.display_list import Box, Group, Item, Rect, Text
from flowpicture.marks import takes_data_across
from flowpicture.overview.heights import PLATE, STRAIGHT, TAG_PITCH, Heights, stack_height
from flowpicture.overview.sizes import BADGE_PITCH, badge_grid
from flowpicture.picture import Picture, step_key
from flowpicture.text import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flowpicture.overview.across import Placed
    from flowpicture.overview.chart import Chart
    from flowpicture.overview.lanes import Wire

_TIP = 1.0
_TAG_SIZE, _TAG_HEIGHT = 10.0, 13.5
_LOOP_OUT, _LOOP_HALF = 8.0, 12.0

Point = tuple[float, float]


def draw_lines(picture: Picture, chart: Chart, placed: Placed, heights: Heights) -> list[Item]:
    """All lines, then all diamonds, then all badges, so that no line hides a number.

    The steps of `picture` tell the rows of the table, so it is not cut to its last version.
    """
    lines: list[Item] = []
    marks: list[Item] = []
    badges: list[Item] = []
    for at, wire in enumerate(chart.wires):
        if not wire.steps:
            continue  # room kept for a line of the second picture
        points, source_y, direction = _route(chart, placed, heights, at)
        group = _line_group(picture, wire)
        takes_across = any(takes_data_across(picture, step) for step in wire.steps)
        if heights.boundary is not None and takes_across:
            x = _x_at(points, heights.boundary)
            marks.append(draw_diamond(x, heights.boundary, group))
        lines.extend(draw_stroke(points, wire.look, group))
        badges.extend(_badges(picture, wire, points[0][0], source_y, direction))
    for node, wire in chart.loops.items():
        item = next(at for at, entry in enumerate(chart.items) if entry.node == node)
        row = next(at for at, layer in enumerate(chart.layers) if item in layer)
        right = placed.x[item] + chart.items[item].left
        drawn, numbers = _loop(picture, wire, right, heights.rows[row].middle)
        lines.extend(drawn)
        badges.extend(numbers)
    return [*lines, *marks, *badges]


def _route(
    chart: Chart, placed: Placed, heights: Heights, wire_at: int
) -> tuple[tuple[Point, ...], float, int]:
    """Corners from source to target, the edge of the source, and 1 for down or -1 for up."""
    wire = chart.wires[wire_at]
    corners: list[Point] = []
    uppers: list[int] = []
    for gap, legs in enumerate(chart.legs):
        for at, leg in enumerate(legs):
            if leg.wire != wire_at:
                continue
            top_x, bottom_x = placed.legs[gap][at]
            channel = heights.channels[gap][at]
            uppers.append(leg.upper)
            corners.append((top_x, heights.rows[gap].bottom))
            if channel is not None:
                corners.extend(((top_x, channel), (bottom_x, channel)))
            end_x = bottom_x if channel is not None else top_x
            corners.append((end_x, heights.rows[gap + 1].top))
    direction = 1 if chart.items[uppers[0]].node == wire.source else -1
    ordered = corners if direction > 0 else corners[::-1]
    source_y, target_y = ordered[0][1], ordered[-1][1]
    start = (ordered[0][0], source_y + direction * (PLATE + stack_height(wire) - 1))
    tip = (ordered[-1][0], target_y - direction * _TIP)
    return tuple(_straightened((start, *ordered[1:-1], tip))), source_y, direction


def _straightened(points: Sequence[Point]) -> Iterator[Point]:
    """Leave out corners that are none."""
    kept = list(points)
    yield kept[0]
    for before, corner, after in zip(kept, kept[1:], kept[2:], strict=False):
        level = abs(before[1] - corner[1]) < STRAIGHT and abs(corner[1] - after[1]) < STRAIGHT
        upright = abs(before[0] - corner[0]) < STRAIGHT and abs(corner[0] - after[0]) < STRAIGHT
        if not level and not upright:
            yield corner
    yield kept[-1]


def _x_at(points: Sequence[Point], y: float) -> float:
    """Where a line passes the height `y`."""
    return next(
        x
        for (x, y_before), (_, y_after) in pairwise(points)
        if min(y_before, y_after) <= y <= max(y_before, y_after) and y_before != y_after
    )


def _line_group(picture: Picture, wire: Wire) -> Group:
    gone = " df-gone" if wire.is_gone else ""
    return Group(
        key=f"line-{step_key(picture, wire.leading)}",
        css=f"df-wire df-{wire.look[0]}{gone}",
        rows=tuple(picture.steps.index(step) + 1 for step in wire.steps),
    )


def _badges(picture: Picture, wire: Wire, x: float, edge: float, direction: int) -> list[Item]:
    """Numbers in rows from the node outward; a plate holds those that stand side by side."""
    columns = badge_grid(len(wire.steps))[0]
    drawn: list[Item] = []
    first = edge + direction * (PLATE + BADGE_PITCH / 2)
    if columns > 1:
        first += direction * PLATE
        reach = columns * BADGE_PITCH / 2 + PLATE - 1
        tag = TAG_PITCH if wire.change else 0.0
        near = edge + direction * PLATE
        far = edge + direction * (PLATE + stack_height(wire) - tag - 1)
        box = Box(x - reach, min(near, far), x + reach, max(near, far))
        drawn.append(Rect(box, "df-plate", "frame", 6, _line_group(picture, wire)))
    for index, step in enumerate(wire.steps):
        row, column = divmod(index, columns)
        in_row = min(columns, len(wire.steps) - row * columns)
        badge_x = x + (column - (in_row - 1) / 2) * BADGE_PITCH
        y = first + direction * row * BADGE_PITCH
        drawn.extend(draw_badge(step, badge_x, y, step_group(picture, step)))
    if wire.change:
        middle = edge + direction * (PLATE + stack_height(wire) - 1 - TAG_PITCH / 2)
        drawn.extend(
            _tag(dict(picture.words.changes)[wire.change], x, middle, _line_group(picture, wire))
        )
    return drawn


def _tag(word: str, x: float, middle: float, group: Group) -> tuple[Item, Item]:
    half_width, half_height = text_width(word, _TAG_SIZE) / 2 + 3, _TAG_HEIGHT / 2
    box = Box(x - half_width, middle - half_height, x + half_width, middle + half_height)
    return (
        Rect(box, "df-tag df-tag-change", "label", 2.5, group),
        Text(x, middle, word, _TAG_SIZE, "df-word-change", "inside", "middle", group),
    )


def _loop(
    picture: Picture, wire: Wire, right: float, middle: float
) -> tuple[list[Item], list[Item]]:
    """Return a line out of the right side of a node and back, with its badges on the way out."""
    group = _line_group(picture, wire)
    out, back = middle - _LOOP_HALF + 2, middle + _LOOP_HALF
    badges: list[Item] = []
    x = right + 2
    for step in wire.steps:
        badges.extend(draw_badge(step, x + BADGE, out, step_group(picture, step)))
        x += BADGE_PITCH
    turn = x + _LOOP_OUT
    points = ((x - 2, out), (turn, out), (turn, back), (right + _TIP, back))
    return draw_stroke(points, wire.look, group), badges
