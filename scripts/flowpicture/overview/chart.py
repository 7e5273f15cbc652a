"""What stands in each row of an overview from left to right, and which lines join the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flowpicture.overview.lanes import Rows
from flowpicture.overview.layers import Layers
from flowpicture.overview.sizes import Sizes
from flowpicture.overview.widths import (
    Item,
    has_room,
    node_item,
    passing_item,
    port_width,
)
from flowpicture.overview.wires import Wire

Ends = frozenset[str]


@dataclass(frozen=True)
class Leg:
    """The piece of a line between two neighbouring rows, by the numbers of its items."""

    wire: int
    upper: int
    lower: int


@dataclass(frozen=True)
class Order:
    """Rows of nodes and passing places in an order: by number, nodes first, row by row.

    `chains` are the items of the lines between two nodes, from the upper to the lower;
    `at_crossing` are the nodes at the ends of lines that cross.
    """

    rows: Rows
    chains: dict[Ends, tuple[int, ...]]
    layers: Layers
    crossings: int
    at_crossing: frozenset[str]


@dataclass(frozen=True)
class Chart:
    """Rows from top to bottom; `layers` and `legs` (one tuple per gap) name `items` by number.

    `fits`: every row has room in the width.
    """

    order: Order
    wires: tuple[Wire, ...]
    loops: dict[str, Wire]
    items: tuple[Item, ...]
    layers: tuple[tuple[int, ...], ...]
    legs: tuple[tuple[Leg, ...], ...]
    fits: bool

    @property
    def rows(self) -> Rows:
        """Nodes of the rows, with their lanes."""
        return self.order.rows


def chart_from(
    order: Order, wires: tuple[Wire, ...], loops: dict[str, Wire], sizes: Sizes
) -> Chart:
    """Give every line its own passing places, those with the same ends side by side."""
    nodes = [node for row in order.rows for node in row.nodes]
    row_of = {node: place for place, row in enumerate(order.rows) for node in row.nodes}
    first = len(nodes)
    own: dict[int, list[int]] = {}  # passing place of both directions: those of each line
    legs: list[list[Leg]] = [[] for _ in order.rows[1:]]
    following = first
    for at, wire in enumerate(wires):
        upper, *shared, lower = order.chains[wire.ends]
        passing = list(range(following, following + len(shared)))
        following += len(shared)
        for place, item in zip(shared, passing, strict=True):
            own.setdefault(place, []).append(item)
        way = pairwise((upper, *passing, lower))
        for gap, (one, other) in enumerate(way, row_of[nodes[upper]]):
            legs[gap].append(Leg(at, one, other))
    layers = tuple(
        tuple(one for item in layer for one in (own[item] if item >= first else (item,)))
        for layer in order.layers
    )
    told = tuple(map(tuple, legs))
    items, fits = _items(nodes, following, layers, _needs(nodes, wires, told, sizes), loops, sizes)
    return Chart(order, wires, loops, items, layers, told, fits)


def _needs(
    nodes: Sequence[str], wires: Sequence[Wire], legs: Sequence[Sequence[Leg]], sizes: Sizes
) -> list[float]:
    """Width every node must have for its ports."""
    widths: dict[tuple[int, bool], float] = {}
    for leg in (leg for gap in legs for leg in gap):
        for item, is_below in ((leg.upper, True), (leg.lower, False)):
            if item < len(nodes):
                wire = wires[leg.wire]
                width = port_width(wire, sizes, is_source=nodes[item] == wire.source)
                widths[item, is_below] = widths.get((item, is_below), 0.0) + width
    return [
        max(widths.get((item, is_below), 0.0) for is_below in (True, False)) + 4
        for item in range(len(nodes))
    ]


def _items(  # noqa: PLR0917 (the parts of one chart)
    nodes: Sequence[str],
    count: int,
    layers: Sequence[Sequence[int]],
    needs: Sequence[float],
    loops: Mapping[str, Wire],
    sizes: Sizes,
) -> tuple[tuple[Item, ...], bool]:
    """Items by number, nodes narrower in rows that are full; and whether all rows have room."""
    items = dict.fromkeys(range(len(nodes), count), passing_item(sizes))
    fits = True
    for layer in layers:
        for base in (sizes.node, (sizes.node + sizes.node_least) / 2, sizes.node_least):
            for item in layer:
                if item < len(nodes):
                    node = nodes[item]
                    items[item] = node_item(node, max(base, needs[item]), loops.get(node))
            if has_room(items, layer, sizes):
                break
        else:
            fits = False
    return tuple(items[item] for item in range(count)), fits
