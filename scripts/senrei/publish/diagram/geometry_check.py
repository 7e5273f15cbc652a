"""What is wrong with a drawing: overlaps, crossings and text that is too small."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from senrei.publish.diagram.display_list import (
    Box,
    Circle,
    Drawing,
    Item,
    Line,
    Rect,
    Role,
    Text,
)

Segment = tuple[tuple[float, float], tuple[float, float]]
_SLIVER = 0.3
_SHARED = 12.0


@dataclass(frozen=True)
class Faults:
    """Pairs of shapes at fault, by the kind of fault, in words; empty is good."""

    label_on_label: tuple[str, ...]
    label_on_node: tuple[str, ...]
    mark_on_mark: tuple[str, ...]
    line_through_node: tuple[str, ...]
    line_through_label: tuple[str, ...]
    line_on_line: tuple[str, ...]
    crossings: tuple[str, ...]
    words_outside: tuple[str, ...]

    def all(self) -> tuple[str, ...]:
        """Every fault in one list."""
        return (
            *self.label_on_label,
            *self.label_on_node,
            *self.mark_on_mark,
            *self.line_through_node,
            *self.line_through_label,
            *self.line_on_line,
            *self.crossings,
            *self.words_outside,
        )


def find_faults(drawing: Drawing) -> Faults:
    """Compare every shape of the drawing with every other that it must not touch."""
    labels = _boxes(drawing, "label")
    obstacles = [*_boxes(drawing, "node"), *_boxes(drawing, "badge")]
    marks = _boxes(drawing, "mark")
    lines = [item for item in drawing.items if isinstance(item, Line) and item.role == "flow"]
    return Faults(
        label_on_label=_overlaps("label on label", combinations(labels, 2)),
        label_on_node=_overlaps("label on node", product(labels, [*obstacles, *marks])),
        mark_on_mark=_overlaps(
            "mark on mark", combinations([*_boxes(drawing, "badge"), *marks], 2)
        ),
        line_through_node=_hits("line through node", lines, obstacles),
        line_through_label=_hits("line through label", lines, labels),
        line_on_line=_between("line on line", lines, _lie_on_each_other),
        crossings=_between("crossing", lines, _cross),
        words_outside=tuple(_words_outside(drawing)),
    )


def smallest_text(drawing: Drawing) -> float:
    """Smallest font size in px."""
    return min(item.size for item in drawing.items if isinstance(item, Text))


def _boxes(drawing: Drawing, role: Role) -> list[tuple[Item, Box]]:
    return [
        (item, item.box)
        for item in drawing.items
        if item.role == role and not isinstance(item, Line)
    ]


def _overlaps(
    what: str, pairs: Iterator[tuple[tuple[Item, Box], tuple[Item, Box]]]
) -> tuple[str, ...]:
    return tuple(
        f"{what}: {_name(one)} / {_name(other)}"
        for (one, box), (other, other_box) in pairs
        if box.overlaps(other_box, by=_SLIVER)
    )


def _hits(what: str, lines: list[Line], things: list[tuple[Item, Box]]) -> tuple[str, ...]:
    return tuple(
        f"{what}: {_name(line)} / {_name(thing)}"
        for line in lines
        for thing, box in things
        if any(_segment_box(segment).overlaps(box, by=_SLIVER) for segment in _segments(line))
    )


def _between(
    what: str, lines: list[Line], claim: Callable[[Segment, Segment], bool]
) -> tuple[str, ...]:
    return tuple(
        f"{what}: {_name(line)} / {_name(other)}"
        for line, other in combinations(lines, 2)
        if line.group != other.group
        and any(claim(one, two) for one, two in product(_segments(line), _segments(other)))
    )


def _segments(line: Line) -> list[Segment]:
    return list(pairwise(line.points))


def _segment_box(segment: Segment) -> Box:
    """Return the box of a level or upright segment, one px thick."""
    (x, y), (other_x, other_y) = segment
    across, along = (0.5, 0.0) if x == other_x else (0.0, 0.5)
    return Box(
        min(x, other_x) - across,
        min(y, other_y) - along,
        max(x, other_x) + across,
        max(y, other_y) + along,
    )


def _cross(one: Segment, other: Segment) -> bool:
    level_one, level_other = one[0][1] == one[1][1], other[0][1] == other[1][1]
    if level_one == level_other:
        return False
    return _segment_box(one).overlaps(_segment_box(other), by=_SLIVER)


def _lie_on_each_other(one: Segment, other: Segment) -> bool:
    a, b = _segment_box(one), _segment_box(other)
    wide = min(a.right, b.right) - max(a.left, b.left)
    high = min(a.bottom, b.bottom) - max(a.top, b.top)
    return min(wide, high) > 0 and max(wide, high) > _SHARED


def _words_outside(drawing: Drawing) -> Iterator[str]:
    """Words that leave the picture, or that no frame, tag, chip or badge holds."""
    page = Box(0, 0, drawing.width, drawing.height)
    holders = [
        item.box
        for item in drawing.items
        if isinstance(item, Rect | Circle) and item.role in {"frame", "label", "badge"}
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
