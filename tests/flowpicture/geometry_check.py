"""What is wrong with a drawing: overlaps, crossings and text that is too small."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from flowpicture.display_list import (
    Box,
    Drawing,
    Item,
    Line,
    Role,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLIVER = 0.3
_CORE = "df-core"  # inner line of a double one
_SHARED = 12.0
_HALF_LINE = 0.5
_ORDER: tuple[Role, ...] = ("flow", "label", "node", "badge", "mark")
_MAY_NOT_TOUCH: dict[tuple[Role, Role], str] = {
    ("label", "label"): "label on label",
    ("label", "node"): "label on node",
    ("label", "badge"): "label on node",
    ("label", "mark"): "label on node",
    ("node", "node"): "mark on mark",
    ("node", "badge"): "mark on mark",
    ("node", "mark"): "mark on mark",
    ("badge", "badge"): "mark on mark",
    ("badge", "mark"): "mark on mark",
    ("mark", "mark"): "mark on mark",
    ("flow", "node"): "line through node",
    ("flow", "badge"): "line through node",
    ("flow", "label"): "line through label",
}


@dataclass(frozen=True)
class _Placed:
    item: Item
    box: Box
    order: tuple[int, int]


def find_faults(drawing: Drawing) -> tuple[str, ...]:
    """Every pair of shapes that touch but must not, and words that leave their frame.

    Faults: label on label, label on node, mark on mark, line through node, line through
    label, line on line, crossing, outside the picture, outside its frame.
    """
    faults = (_fault(lower, upper) for lower, upper in _touching(_placed(drawing)))
    return tuple(dict.fromkeys((*filter(None, faults), *_words_outside(drawing))))


def count_crossings(drawing: Drawing) -> int:
    """How often lines of different steps cross."""
    pieces = [
        piece for piece in _placed(drawing) if piece.item.role == "flow" and piece.item.css != _CORE
    ]
    faults = (_lines_fault(lower, upper) for lower, upper in _touching(pieces))
    return sum(fault == "crossing" for fault in faults)


def smallest_text(drawing: Drawing) -> float:
    """Smallest font size in px."""
    return min(item.size for item in drawing.items if isinstance(item, Text))


def _placed(drawing: Drawing) -> list[_Placed]:
    """Boxes of everything that may be at fault, lines cut into level and upright pieces."""
    return [
        _Placed(item, box, (_ORDER.index(item.role), index))
        for index, item in enumerate(drawing.items)
        if item.role in _ORDER
        for box in _boxes(item)
    ]


def _boxes(item: Item) -> tuple[Box, ...]:
    if not isinstance(item, Line):
        return (item.box,)
    if item.role != "flow":
        return ()
    return tuple(_piece(start, end) for start, end in pairwise(item.points))


def _piece(start: tuple[float, float], end: tuple[float, float]) -> Box:
    """Return the box of a level or upright piece of a line, one px thick."""
    (x, y), (other_x, other_y) = start, end
    wide, high = (_HALF_LINE, 0.0) if x == other_x else (0.0, _HALF_LINE)
    return Box(
        min(x, other_x) - wide,
        min(y, other_y) - high,
        max(x, other_x) + wide,
        max(y, other_y) + high,
    )


def _touching(things: list[_Placed]) -> Iterator[tuple[_Placed, _Placed]]:
    """Sweep downward over the boxes."""
    open_above: list[_Placed] = []
    for thing in sorted(things, key=lambda thing: (thing.box.top, thing.order)):
        open_above = [
            open_thing for open_thing in open_above if open_thing.box.bottom > thing.box.top
        ]
        for open_thing in open_above:
            if _overlap(open_thing.box, thing.box):
                first, second = sorted((open_thing, thing), key=lambda thing: thing.order)
                yield first, second
        open_above.append(thing)


def _overlap(a: Box, b: Box) -> bool:
    """Whether the boxes share more than a sliver."""
    return (
        a.left < b.right - _SLIVER
        and b.left < a.right - _SLIVER
        and a.top < b.bottom - _SLIVER
        and b.top < a.bottom - _SLIVER
    )


def _fault(lower: _Placed, upper: _Placed) -> str | None:
    roles = lower.item.role, upper.item.role
    fault = _lines_fault(lower, upper) if roles == ("flow", "flow") else _MAY_NOT_TOUCH.get(roles)
    return None if fault is None else f"{fault}: {_name(lower.item)} / {_name(upper.item)}"


def _lines_fault(lower: _Placed, upper: _Placed) -> str | None:
    """Lines of one step may meet; those of two steps may only touch at an end."""
    if lower.item.group == upper.item.group:
        return None
    a, b = lower.box, upper.box
    if _is_level(a) != _is_level(b):
        return "crossing"
    wide = min(a.right, b.right) - max(a.left, b.left)
    high = min(a.bottom, b.bottom) - max(a.top, b.top)
    return "line on line" if max(wide, high) > _SHARED else None


def _is_level(box: Box) -> bool:
    return box.right - box.left > box.bottom - box.top


def _words_outside(drawing: Drawing) -> Iterator[str]:
    """Words that leave the picture, or that no frame, tag, chip or badge holds."""
    page = Box(0, 0, drawing.width, drawing.height)
    holders = [
        item.box
        for item in drawing.items
        if not isinstance(item, Text | Line) and item.role in {"frame", "node", "label", "badge"}
    ]
    for item in drawing.items:
        if not isinstance(item, Text):
            continue
        if not _holds(page, item.box):
            yield f"outside the picture: {item.text}"
        if item.role == "inside" and not any(_holds(box, item.box) for box in holders):
            yield f"outside its frame: {item.text}"


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.left <= inner.left + _SLIVER
        and inner.right <= outer.right + _SLIVER
        and outer.top <= inner.top + _SLIVER
        and inner.bottom <= outer.bottom + _SLIVER
    )


def _name(item: Item) -> str:
    return item.text if isinstance(item, Text) else f"{item.css} {item.group.id}".strip()
