"""How wide everything in a row of an overview is, and what room its neighbours leave it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

from flowpicture.overview.sizes import Sizes
from flowpicture.overview.wires import Wire

BADGE_PITCH = 20.0
_BADGE_ROWS = 2
_PLATE_ROOM = 4.0
_LOOP_ROOM = 18.0


@dataclass(frozen=True)
class Item:
    """A node, or the place where a line passes a row; reaches left and right of its middle."""

    node: str | None
    left: float
    right: float


def badge_grid(count: int) -> tuple[int, int]:
    """Columns and rows of the badges at the source of a line."""
    columns = 1 if count <= _BADGE_ROWS else ceil(count / _BADGE_ROWS)
    return columns, ceil(count / columns)


def port_width(wire: Wire, sizes: Sizes, *, is_source: bool) -> float:
    """Room a line takes on the side of a node."""
    if not is_source:
        return sizes.port
    columns = badge_grid(len(wire.steps))[0]
    tag = sizes.tag_port if wire.change else sizes.port
    return max(tag, sizes.port + (columns - 1) * BADGE_PITCH + _PLATE_ROOM * (columns > 1))


def node_item(node: str, width: float, loop: Wire | None) -> Item:
    """Return the item of a node, with room on its right for a line that comes back."""
    room = _LOOP_ROOM + BADGE_PITCH * len(loop.steps) if loop else 0.0
    return Item(node, width / 2, width / 2 + room)


def passing_item(sizes: Sizes) -> Item:
    """Return the item of a line that passes a row."""
    return Item(None, sizes.line_pitch / 2, sizes.line_pitch / 2)


def distance(one: Item, other: Item, sizes: Sizes) -> float:
    """Least distance of the middles of two neighbours."""
    between = 0.0
    if one.node and other.node:
        between = sizes.between_nodes
    elif one.node or other.node:
        between = sizes.beside_line
    return one.right + between + other.left


def least_offsets(
    items: Mapping[int, Item] | Sequence[Item], layer: Sequence[int], sizes: Sizes
) -> list[float]:
    """Least distances of the items of a row from its first one."""
    steps = (distance(items[one], items[other], sizes) for one, other in pairwise(layer))
    return list(accumulate(steps, initial=0.0))


def has_room(
    items: Mapping[int, Item] | Sequence[Item], layer: Sequence[int], sizes: Sizes
) -> bool:
    """Whether a row is no wider than the picture."""
    inner = least_offsets(items, layer, sizes)[-1]
    return items[layer[0]].left + inner + items[layer[-1]].right <= sizes.right - sizes.left
