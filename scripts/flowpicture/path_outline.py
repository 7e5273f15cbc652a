"""Paths of the display list as vertices and curves, for writers that do not read SVG."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Point = tuple[float, float]

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")
_FLAG = re.compile(r"[01]")
_FLAGS_OF_ARC = {3, 4}
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "A": 7, "Z": 0, "S": 4, "T": 2}
_BENDS = {"S": "CS", "T": "QT"}  # what a smooth curve continues
_QUARTER = math.pi / 2


@dataclass(frozen=True)
class Stroke:
    """One piece: a move (no control), a straight line, or a cubic curve with two controls."""

    kind: str  # M, L, C, Z
    points: tuple[Point, ...] = ()


def outline(path: str) -> tuple[Stroke, ...]:
    """Read the commands M L H V C S Q T A Z, large and small, of an SVG path."""
    return tuple(_strokes(path))


def _strokes(path: str) -> Iterator[Stroke]:
    here = start = control = (0.0, 0.0)
    before = ""
    for command, numbers in _commands(path):
        kind = command.upper()
        base = here if command.islower() else (0.0, 0.0)
        points = [
            (x + base[0], y + base[1]) for x, y in zip(numbers[::2], numbers[1::2], strict=False)
        ]
        bend = _mirrored(here, control) if before and before in _BENDS.get(kind, "") else here
        match kind:
            case "Z":
                points = [start]
                yield Stroke("Z")
            case "M":
                start = points[0]
                yield Stroke("M", (start,))
            case "H" | "V":
                points = [_moved(here, base, numbers[0], is_level=kind == "H")]
                yield Stroke("L", (points[0],))
            case "L":
                yield Stroke("L", (points[0],))
            case "C" | "S":
                points = points if kind == "C" else [bend, *points]
                control = points[1]
                yield Stroke("C", tuple(points))
            case "Q" | "T":
                control = points[0] if kind == "Q" else bend
                yield Stroke("C", (*_raised(here, control, points[-1]), points[-1]))
            case "A":
                points = [(numbers[5] + base[0], numbers[6] + base[1])]
                yield from _arc(here, points[0], numbers)
            case _:
                raise ValueError(f"path command {command!r} is not drawn here")
        here, before = points[-1], kind


def _mirrored(here: Point, control: Point) -> Point:
    """Return the control that continues a curve smoothly."""
    return 2 * here[0] - control[0], 2 * here[1] - control[1]


def _moved(here: Point, base: Point, number: float, *, is_level: bool) -> Point:
    return (number + base[0], here[1]) if is_level else (here[0], number + base[1])


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Commands with their numbers; a command may stand once for many runs of numbers."""
    for letter, rest in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", path):
        numbers = _numbers(rest, is_arc=letter in "aA")
        takes = _TAKES.get(letter.upper(), 0)
        if not takes:
            yield letter, []
            continue
        for at in range(0, len(numbers), takes):
            repeated = {"M": "L", "m": "l"}.get(letter, letter) if at else letter
            yield repeated, numbers[at : at + takes]


def _numbers(text: str, *, is_arc: bool) -> list[float]:
    """Read numbers; the two flags of an arc may stand without a space after them."""
    found: list[float] = []
    rest = text
    while rest := rest.lstrip(" ,"):
        is_flag = is_arc and len(found) % _TAKES["A"] in _FLAGS_OF_ARC
        match = (_FLAG if is_flag else _NUMBER).match(rest)
        if match is None:
            raise ValueError(f"no number at {rest!r}")
        found.append(float(match[0]))
        rest = rest[match.end() :]
    return found


def _raised(start: Point, control: Point, end: Point) -> tuple[Point, Point]:
    """Return the controls of the cubic curve that is a quadratic one."""
    one = (start[0] + (control[0] - start[0]) * 2 / 3, start[1] + (control[1] - start[1]) * 2 / 3)
    other = (end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3)
    return one, other


def _arc(start: Point, end: Point, numbers: list[float]) -> Iterator[Stroke]:
    """Pieces of a circle of at most a quarter; all arcs of the display list are circles."""
    large, sweep = bool(numbers[3]), bool(numbers[4])
    half_x, half_y = (end[0] - start[0]) / 2, (end[1] - start[1]) / 2
    half = math.hypot(half_x, half_y)
    radius = max(numbers[0], half)
    rise = math.sqrt(max(0.0, radius**2 - half**2)) / half
    side = 1 if large != sweep else -1
    centre = (start[0] + half_x - side * rise * half_y, start[1] + half_y + side * rise * half_x)
    first = math.atan2(start[1] - centre[1], start[0] - centre[0])
    turn = math.atan2(end[1] - centre[1], end[0] - centre[0]) - first
    if sweep and turn < 0:
        turn += 2 * math.pi
    if not sweep and turn > 0:
        turn -= 2 * math.pi
    count = max(1, math.ceil(abs(turn) / _QUARTER - 1e-9))
    angles = [first + turn * at / count for at in range(count + 1)]
    reach = 4 / 3 * math.tan(turn / count / 4) * radius
    for one, other in pairwise(angles):
        yield Stroke(
            "C",
            (
                _on_circle(centre, radius, one, reach),
                _on_circle(centre, radius, other, -reach),
                _on_circle(centre, radius, other, 0.0),
            ),
        )


def _on_circle(centre: Point, radius: float, angle: float, along: float) -> Point:
    """Return a point of a circle, moved along its tangent."""
    return (
        centre[0] + radius * math.cos(angle) - along * math.sin(angle),
        centre[1] + radius * math.sin(angle) + along * math.cos(angle),
    )
