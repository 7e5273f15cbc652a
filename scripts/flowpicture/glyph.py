"""Zone glyph: five zones at fixed positions and what moves between them, for cards and lists."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowpicture.display_list import (
    Box,
    Circle,
    Drawing,
    Group,
    Item,
    Rect,
    Shape,
    Text,
)
from flowpicture.marks import STRONGEST, State, state
from flowpicture.picture import Party, Picture, Zone, last_version
from flowpicture.text import shorten, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable

_Point = tuple[float, float]
WIDTH, HEIGHT = 170.0, 112.0
# The corners of a pentagon: no way between two zones passes a third.
_CENTRES: dict[Zone, _Point] = {
    "subject": (24, 56),
    "contractor": (78, 16),
    "subcontractor": (146, 30),
    "ward": (78, 96),
    "other": (146, 82),
}
_HALF_WIDTH, _HALF_HEIGHT, _PADDING = 22.0, 12.0, 2.0
_SIZES = (12.0, 11.0, 10.0)
_BEND = 0.16
_HEAD, _HEAD_ANGLE = 6.5, 0.45
_SAMPLES = 60
_APART = 2.0


@dataclass(frozen=True)
class _Arrow:
    source: Zone
    target: Zone
    look: State
    count: int


def draw_glyph(picture: Picture) -> Drawing:
    """Lay out the glyph of the last version: an arrow for each direction between two zones."""
    shown = last_version(picture)
    label = _zone_labels(shown.party_of(node.id) for node in shown.nodes)
    items: list[Item] = [_draw_arrow(arrow) for arrow in _arrows(shown)]
    for zone, (x, y) in _CENTRES.items():
        if zone in label:
            items.extend(_draw_zone(zone, label[zone], x, y))
        else:
            items.append(Circle(x, y, 2.5, "df-empty", "ground"))
    return Drawing(WIDTH, HEIGHT, tuple(items))


def glyph_words(picture: Picture) -> str:
    """Return what the glyph shows in words: how many steps run between which zones."""
    shown = last_version(picture)
    label = _zone_labels(shown.parties)
    ways = [
        f"{label[arrow.source]}から{label[arrow.target]}へ{arrow.count}" for arrow in _arrows(shown)
    ]
    return f"情報の流れ：{'、'.join(ways)}" if ways else "情報の流れ：一つの区分の中だけ"


def _arrows(picture: Picture) -> tuple[_Arrow, ...]:
    counts = Counter[tuple[Zone, Zone]]()
    looks: dict[tuple[Zone, Zone], State] = {}
    for step in picture.steps:
        ends = picture.party_of(step.source).zone, picture.party_of(step.target).zone
        if ends[0] == ends[1]:
            continue
        counts[ends] += 1
        looks[ends] = min(looks.get(ends, "none"), state(step), key=STRONGEST.index)
    return tuple(
        _Arrow(source, target, looks[source, target], counts[source, target])
        for source in _CENTRES
        for target in _CENTRES
        if (source, target) in counts
    )


def _zone_labels(parties: Iterable[Party]) -> dict[Zone, str]:
    """Return what the zones are called; one that holds several sorts of bodies bears all names."""
    labels: dict[Zone, dict[str, None]] = {}
    for party in parties:
        labels.setdefault(party.zone, {})[party.zone_label] = None
    return {zone: "・".join(names) for zone, names in labels.items()}


def _draw_zone(zone: Zone, label: str, x: float, y: float) -> list[Item]:
    box = Box(x - _HALF_WIDTH, y - _HALF_HEIGHT, x + _HALF_WIDTH, y + _HALF_HEIGHT)
    group = Group(css=f"df-{zone}")
    corner = _HALF_HEIGHT if zone == "subject" else 3.0
    room = 2 * (_HALF_WIDTH - _PADDING)
    size = next((size for size in _SIZES if text_width(label, size) <= room), _SIZES[-1])
    word = shorten(label, room, size)
    return [
        Rect(box, "df-head", "node", corner, group),
        Text(x, y, word, size, "df-party", "inside", "middle", group),
    ]


def _draw_arrow(arrow: _Arrow) -> Shape:
    """Draw a curve that keeps to the left of its way, so that two ways lie apart."""
    start, end = _CENTRES[arrow.source], _CENTRES[arrow.target]
    across = (start[1] - end[1]) * _BEND, (end[0] - start[0]) * _BEND
    middle = (start[0] + end[0]) / 2 + across[0], (start[1] + end[1]) / 2 + across[1]
    curve = start, middle, end
    way = [_blossom(curve, at / _SAMPLES, at / _SAMPLES) for at in range(_SAMPLES + 1)]
    first = next(at for at, point in enumerate(way) if not _within(point, start))
    last = next(at for at in range(_SAMPLES, 0, -1) if not _within(way[at], end))
    tail, tip = way[first], way[last]
    bend = _blossom(curve, first / _SAMPLES, last / _SAMPLES)
    angle = math.atan2(tip[1] - bend[1], tip[0] - bend[0])
    wings = [
        (tip[0] - _HEAD * math.cos(angle + turn), tip[1] - _HEAD * math.sin(angle + turn))
        for turn in (_HEAD_ANGLE, -_HEAD_ANGLE)
    ]
    path = (
        f"M{_pair(tail)}Q{_pair(bend)} {_pair(tip)}"
        f"M{_pair(wings[0])}L{_pair(tip)}L{_pair(wings[1])}"
    )
    xs, ys = zip(tail, bend, tip, strict=True)
    box = Box(min(xs), min(ys), max(xs), max(ys))
    weight = 1 if arrow.count == 1 else 2 if arrow.count <= 3 else 3  # noqa: PLR2004 (one, few, many)
    group = Group(css=f"df-{arrow.look}")
    return Shape(path, 0, 0, box, f"df-way df-way-{weight}", "mark", group)


def _blossom(curve: tuple[_Point, _Point, _Point], first: float, last: float) -> _Point:
    """Control point of the part of a curve between `first` and `last`; at one spot, its point."""
    a, c = (1 - first) * (1 - last), first * last
    b = first * (1 - last) + last * (1 - first)
    (x, y), (middle_x, middle_y), (end_x, end_y) = curve
    return a * x + b * middle_x + c * end_x, a * y + b * middle_y + c * end_y


def _within(point: _Point, centre: _Point) -> bool:
    """Whether a point lies on the plate of a zone, or too near to it."""
    return (
        abs(point[0] - centre[0]) < _HALF_WIDTH + _APART
        and abs(point[1] - centre[1]) < _HALF_HEIGHT + _APART
    )


def _pair(point: _Point) -> str:
    return f"{round(point[0])} {round(point[1])}"
