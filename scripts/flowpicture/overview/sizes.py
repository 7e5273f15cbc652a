"""How wide everything in an overview is: on wide screens, on phones, and two side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowpicture.overview.lanes import Wire


@dataclass(frozen=True)
class Sizes:
    """Widths in px of what stands side by side; heights are the same on wide screens and phones."""

    width: float
    margin: float
    head: float
    inset: float
    node: float
    node_least: float
    icon: float
    nodes_in_row: int
    between_nodes: float
    beside_line: float
    line_pitch: float
    port: float
    tag_port: float
    label_sizes: tuple[float, ...]
    party_sizes: tuple[float, ...]

    @property
    def left(self) -> float:
        """Left edge of the room for nodes."""
        return self.margin + self.head + 4 + self.inset

    @property
    def right(self) -> float:
        """Right edge of the room for nodes."""
        return self.width - self.margin - self.inset


WIDE_SIZES = Sizes(
    width=800.0,
    margin=8.0,
    head=82.0,
    inset=12.0,
    node=146.0,
    node_least=112.0,
    icon=28.0,
    nodes_in_row=4,
    between_nodes=24.0,
    beside_line=7.0,
    line_pitch=16.0,
    port=22.0,
    tag_port=30.0,
    label_sizes=(12.0, 11.5, 11.0, 10.5, 10.0),
    party_sizes=(12.5, 12.0, 11.0, 10.5),
)
HALF_SIZES = replace(
    WIDE_SIZES,
    width=560.0,
    head=62.0,
    inset=8.0,
    node=128.0,
    node_least=100.0,
    icon=24.0,
    nodes_in_row=3,
    between_nodes=18.0,
    party_sizes=(11.5, 11.0, 10.5),
)
PHONE_SIZES = Sizes(
    width=360.0,
    margin=6.0,
    head=46.0,
    inset=6.0,
    node=104.0,
    node_least=84.0,
    icon=20.0,
    nodes_in_row=2,
    between_nodes=12.0,
    beside_line=5.0,
    line_pitch=14.0,
    port=20.0,
    tag_port=28.0,
    label_sizes=(11.0, 10.5, 10.0, 9.5),
    party_sizes=(10.5, 10.0, 9.5),
)


BADGE_PITCH = 20.0
_BADGE_ROWS = 2
_PLATE_ROOM = 4.0
_LOOP_ROOM = 18.0


@dataclass(frozen=True)
class Item:
    """A node, or a passing item where a line crosses a row.

    `left` and `right` are its reaches from its middle in px.
    """

    node: str | None
    left: float
    right: float


def badge_grid(count: int) -> tuple[int, int]:
    """Columns and rows of the badges at the source of a line.

    >>> badge_grid(5)
    (3, 2)
    """
    columns = 1 if count <= _BADGE_ROWS else ceil(count / _BADGE_ROWS)
    return columns, ceil(count / columns)


def port_width(wire: Wire, sizes: Sizes, *, is_source: bool) -> float:
    """Room in px a line takes on the side of a node."""
    if not is_source:
        return sizes.port
    columns = badge_grid(len(wire.steps))[0]
    tag = sizes.tag_port if wire.change else sizes.port
    return max(tag, sizes.port + (columns - 1) * BADGE_PITCH + _PLATE_ROOM * (columns > 1))


def node_item(node: str, width: float, loop: Wire | None) -> Item:
    """Return the item of a node, with room on its right for a line that comes back."""
    room = _LOOP_ROOM + BADGE_PITCH * len(loop.steps) if loop else 0.0
    return Item(node, width / 2, width / 2 + room)


def distance(before: Item, after: Item, sizes: Sizes) -> float:
    """Least distance of the middles of two neighbours."""
    between = 0.0
    if before.node and after.node:
        between = sizes.between_nodes
    elif before.node or after.node:
        between = sizes.beside_line
    return before.right + between + after.left


def least_offsets(items: Sequence[Item], layer: Sequence[int], sizes: Sizes) -> list[float]:
    """Least distances in px of the middles of a row from the first."""
    steps = (distance(items[before], items[after], sizes) for before, after in pairwise(layer))
    return list(accumulate(steps, initial=0.0))


def has_room(items: Sequence[Item], layer: Sequence[int], sizes: Sizes) -> bool:
    """Whether a row is no wider than the picture."""
    inner = least_offsets(items, layer, sizes)[-1]
    return items[layer[0]].left + inner + items[layer[-1]].right <= sizes.right - sizes.left
