"""One arrow in its lanes: line, head, number badge, boundary diamond and chip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowpicture.display_list import (
    NO_GROUP,
    Box,
    Circle,
    Group,
    Item,
    Line,
    Rect,
    Role,
    Shape,
    Text,
)
from flowpicture.marks import LOCK_HEIGHT, LOCK_ICONS, LOCK_WIDTH, State, state
from flowpicture.picture import Picture, Step, step_key
from flowpicture.text import shorten, text_width

if TYPE_CHECKING:
    from flowpicture.picture import Carrier

BADGE = 9.0
BAR = 7.0
UP, DOWN, DOWN_LOOP = 25.0, 10.0, 24.0
_HEAD, _HEAD_HALF = 9.0, 4.6
_DIAMOND = 6.0
_LOOP_OUT, _LOOP_DOWN = 24.0, 15.0
_CHIP_SIZE, _CHIP_HEIGHT, _CHIP_PADDING, _CHIP_RISE = 10.5, 14.0, 3.0, 10.5
_CHIP_STEP, _CHIP_TRIES = 5.0, 18
_NUMBER_SIZES = (12.0, 11.0, 10.0)


@dataclass(frozen=True)
class Channel:
    """Where an arrow runs: from `start` to `end` at `y`, and what stands around it."""

    y: float
    start: float
    end: float
    left: float
    right: float
    bars: tuple[float, ...]
    walls: tuple[float, ...]
    wall: float | None
    ends_at_bar: bool


def draw_flow(step: Step, channel: Channel, group: Group) -> list[Item]:
    """All shapes of an arrow, from back to front: the badge of its number comes last."""
    drawn = draw_stroke(_points(channel), (state(step), step.carrier), group)
    if channel.wall is not None:
        drawn.append(draw_diamond(channel.wall, channel.y, group))
    drawn.extend(_draw_chip(step, channel, group))
    drawn.extend(draw_badge(step, channel.start, channel.y, group))
    return drawn


def height_above(step: Step) -> float:
    """Room in px an arrow needs over its line, more if it has a chip."""
    return UP if _has_chip(step) else DOWN


def step_group(picture: Picture, step: Step) -> Group:
    """Return the group of a step's shapes: its id, classes for its state, its row of the table."""
    gone = " df-gone" if step.change == "removed" else ""
    row = picture.steps.index(step) + 1
    return Group(id=step_key(picture, step), css=f"df-step df-{state(step)}{gone}", rows=(row,))


def draw_stroke(
    points: tuple[tuple[float, float], ...],
    state_and_carrier: tuple[State, Carrier],
    group: Group,
    *,
    is_sample: bool = False,
) -> list[Item]:
    """Line through `points` with its head at the last one.

    `state_and_carrier` choose a double, thin, dashed or dotted line. `is_sample`: it stands in the
    legend and is no flow.
    """
    tip_x, tip_y = points[-1]
    direction = _direction(*points[-2:])
    look, carrier = state_and_carrier
    back = 1.0 if look == "unknown" else _HEAD - 1
    shaft = (*points[:-1], (tip_x - direction[0] * back, tip_y - direction[1] * back))
    role: Role = "mark" if is_sample else "flow"
    drawn: list[Item] = [Line(shaft, f"df-line df-{carrier}", role, group)]
    if look == "care":
        drawn.append(Line(shaft, "df-core", role, group))
    drawn.append(_draw_head(tip_x, tip_y, direction, look, group))
    return drawn


def draw_diamond(x: float, y: float, group: Group) -> Shape:
    """Mark around `x`, `y` of a step that passes the edge of the ward."""
    reach = _DIAMOND
    box = Box(x - reach, y - reach, x + reach, y + reach)
    path = f"M0-{reach:g}l{reach:g} {reach:g}l-{reach:g} {reach:g}l-{reach:g}-{reach:g}z"
    return Shape(path, x, y, box, "df-diamond", "mark", group)


def draw_lock(lock: str, x: float, y: float, role: Role, group: Group = NO_GROUP) -> Shape:
    """Mark of a protection, from `x` to the right, around `y`."""
    top = y - LOCK_HEIGHT / 2
    box = Box(x, top, x + LOCK_WIDTH, top + LOCK_HEIGHT)
    return Shape(LOCK_ICONS[lock], x, top, box, f"df-lock df-lock-{lock}", role, group)


def draw_badge(step: Step, x: float, y: float, group: Group) -> tuple[Item, Item]:
    """Badge around `x`, `y` with the number: square for items needing care, else round."""
    number = str(step.number)
    size = next((s for s in _NUMBER_SIZES if text_width(number, s) <= 2 * BADGE - 3), 10.0)
    square = Box(x - BADGE, y - BADGE, x + BADGE, y + BADGE)
    plate: Item = Circle(x, y, BADGE, "df-badge", "badge", group)
    if state(step) == "care":
        plate = Rect(square, "df-badge", "badge", 2, group)
    return plate, Text(x, y - 0.2, number, size, "df-number", "inside", "middle", group)


def _points(channel: Channel) -> tuple[tuple[float, float], ...]:
    start, y = channel.start, channel.y
    gap = BAR / 2 + 1.5 if channel.ends_at_bar else 1.0
    if channel.end != start:
        direction = 1 if channel.end > start else -1
        return (start + direction * BADGE, y), (channel.end - direction * gap, y)
    direction = 1 if start + BADGE + _LOOP_OUT <= channel.right else -1
    first, out = start + direction * BADGE, start + direction * (BADGE + _LOOP_OUT - 8)
    return (first, y), (out, y), (out, y + _LOOP_DOWN), (start + direction * gap, y + _LOOP_DOWN)


def _direction(before: tuple[float, float], tip: tuple[float, float]) -> tuple[int, int]:
    """Direction of a level or upright piece, as one step in x or in y."""
    (x, y), (tip_x, tip_y) = before, tip
    return (tip_x > x) - (tip_x < x), (tip_y > y) - (tip_y < y)


def _draw_head(x: float, y: float, direction: tuple[int, int], look: State, group: Group) -> Shape:
    back_x, back_y = -direction[0] * _HEAD, -direction[1] * _HEAD
    side_x, side_y = abs(direction[1]) * _HEAD_HALF, abs(direction[0]) * _HEAD_HALF
    box = Box(
        x + min(0.0, back_x) - side_x,
        y + min(0.0, back_y) - side_y,
        x + max(0.0, back_x) + side_x,
        y + max(0.0, back_y) + side_y,
    )
    first_wing = f"{back_x - side_x:g} {back_y - side_y:g}"
    second_wing = f"{back_x + side_x:g} {back_y + side_y:g}"
    if look == "unknown":
        return Shape(f"M{first_wing}L0 0L{second_wing}", x, y, box, "df-head-open", "mark", group)
    return Shape(f"M0 0L{first_wing}L{second_wing}z", x, y, box, "df-head-shut", "mark", group)


def _has_chip(step: Step) -> bool:
    return bool(step.medium_label) or step.lock != "hidden"


def _draw_chip(step: Step, channel: Channel, group: Group) -> list[Item]:
    if not _has_chip(step):
        return []
    lock = 0.0 if step.lock == "hidden" else LOCK_WIDTH
    gap = 3.0 if lock and step.medium_label else 0.0
    room = channel.right - channel.left - 2 * _CHIP_PADDING - lock - gap
    words = shorten(step.medium_label, room, _CHIP_SIZE)
    width = text_width(words, _CHIP_SIZE) + lock + gap + 2 * _CHIP_PADDING
    x = _chip_left(channel, width)
    bottom = channel.y - _CHIP_RISE
    box = Box(x, bottom - _CHIP_HEIGHT, x + width, bottom)
    middle = bottom - _CHIP_HEIGHT / 2
    drawn: list[Item] = [Rect(box, "df-chip", "label", 2, group)]
    if lock:
        drawn.append(draw_lock(step.lock, x + _CHIP_PADDING, middle, "inside", group))
    if words:
        text_x = x + _CHIP_PADDING + lock + gap
        drawn.append(Text(text_x, middle, words, _CHIP_SIZE, "df-chip-word", "inside", group=group))
    return drawn


def _chip_left(channel: Channel, width: float) -> float:
    """Left edge near the middle of the arrow that hides few bars and boundaries."""
    last = max(channel.left, channel.right - width)
    wished = min(max((channel.start + channel.end - width) / 2, channel.left), last)
    tries = (wished + _CHIP_STEP * step for step in range(-_CHIP_TRIES, _CHIP_TRIES + 1))
    return min(
        (left for left in tries if channel.left <= left <= last),
        key=lambda left: (_chip_cost(left, width, wished, channel), left),
    )


def _chip_cost(left: float, width: float, wished: float, channel: Channel) -> float:
    right = left + width
    first, last = sorted((channel.start, channel.end))
    bars = sum(left - BAR / 2 < bar < right + BAR / 2 for bar in channel.bars)
    walls = sum(left - 2 < wall < right + 2 for wall in channel.walls)
    outside = max(0.0, first - left) + max(0.0, right - last)
    return 0.6 * abs(left - wished) + 14.0 * bars + 20.0 * walls + outside
