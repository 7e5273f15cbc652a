"""The chart: which rows there are, what stands in each, and which lines join them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from flowpicture.overview.lanes import (
    Rows,
    Wire,
    halves,
    lane_orders,
    loops_of,
    moved_rows,
    rows_in_lanes,
    wires_of,
)
from flowpicture.overview.ordering import Layers, crossing_ends, layered, order_layers
from flowpicture.overview.sizes import Item, Sizes, has_room, node_item, port_width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flowpicture.picture import Party, Picture

Ends = frozenset[str]


@dataclass(frozen=True)
class Leg:
    """The piece of line number `wire` between two neighbouring rows; its ends are items."""

    wire: int
    upper: int
    lower: int


@dataclass(frozen=True)
class Order:
    """Rows of nodes and passing items in an order: by number, nodes first, row by row.

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
    """Give each line its own passing items; those of lines with the same ends lie side by side."""
    nodes = [node for row in order.rows for node in row.nodes]
    row_of = {node: index for index, row in enumerate(order.rows) for node in row.nodes}
    first = len(nodes)
    passing_of: dict[int, list[int]] = {}  # by the item both directions share
    legs: list[list[Leg]] = [[] for _ in order.rows[1:]]
    following = first
    for at, wire in enumerate(wires):
        upper, *shared, lower = order.chains[wire.ends]
        passing = list(range(following, following + len(shared)))
        following += len(shared)
        for joint, item in zip(shared, passing, strict=True):
            passing_of.setdefault(joint, []).append(item)
        way = pairwise((upper, *passing, lower))
        for gap, (above, below) in enumerate(way, row_of[nodes[upper]]):
            legs[gap].append(Leg(at, above, below))
    layers = tuple(
        tuple(number for item in layer for number in passing_of.get(item, (item,)))
        for layer in order.layers
    )
    legs_by_gap = tuple(map(tuple, legs))
    items, fits = _items(
        nodes, following, layers, _needs(nodes, wires, legs_by_gap, sizes), loops, sizes
    )
    return Chart(order, wires, loops, items, layers, legs_by_gap, fits)


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
    items = [Item(None, sizes.line_pitch / 2, sizes.line_pitch / 2)] * count
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
    return tuple(items), fits


_SPLITS, _LANE_ORDERS = 12, 6
_FOR_ONE = 2  # a single crossing that is left is worth half the effort


@dataclass(frozen=True)
class Effort:
    """How long to look for an arrangement: tries at ordering the rows, and items.

    `items` is the number of items in all arrangements with moved nodes; no clock is read, so that
    a picture is the same everywhere.
    """

    first_tries: int
    tries: int
    items: int


THOROUGH = Effort(first_tries=3, tries=4, items=2000)
QUICK = Effort(first_tries=1, tries=1, items=500)


def chart_of(picture: Picture, sizes: Sizes, effort: Effort = THOROUGH) -> Chart:
    """Arrange the picture: all in the width, few crossings, few rows, a good order of lanes."""
    wires = wires_of(picture)
    orders = lane_orders(picture, wires)
    best = _first(picture, orders[0], wires, sizes, effort.first_tries)
    for lanes in orders[1:_LANE_ORDERS]:
        if best.fits and not best.order.crossings:
            return best
        best = min(best, _first(picture, lanes, wires, sizes, effort.tries), key=_badness)
    return _with_nodes_moved(picture, best, sizes, effort)


def _badness(chart: Chart) -> tuple[bool, int, int]:
    return not chart.fits, chart.order.crossings, len(chart.rows)


def _first(
    picture: Picture, lanes: tuple[Party, ...], wires: tuple[Wire, ...], sizes: Sizes, tries: int
) -> Chart:
    rows = rows_in_lanes(picture, lanes, wires, sizes.nodes_in_row)
    return _fitted(picture, rows, wires, sizes, tries)


def _with_nodes_moved(picture: Picture, chart: Chart, sizes: Sizes, effort: Effort) -> Chart:
    """Move nodes to other rows of their lanes for as long as fewer lines cross."""
    best, tried_items, improved = chart, 0, True
    while best.order.crossings and improved:
        improved = False
        for rows in moved_rows(best.rows, best.wires, best.order.at_crossing):
            few = best.order.crossings
            tried_items += len(best.items)
            if tried_items > effort.items / (1 if few > 1 else _FOR_ONE):
                return best
            if _ordered(rows, best.wires, 1, few=few).crossings >= few:
                continue
            tried = _fitted(picture, rows, best.wires, sizes, 1)
            if _badness(tried) < _badness(best):
                best, improved = tried, True
                break
    return best


def _fitted(
    picture: Picture, rows: Rows, wires: tuple[Wire, ...], sizes: Sizes, tries: int
) -> Chart:
    """Order the rows; a row that is too wide is cut in two and everything ordered again."""
    loops = loops_of(picture)
    chart = chart_from(_ordered(rows, wires, tries), wires, loops, sizes)
    for _ in range(_SPLITS):
        too_wide = [
            at
            for at, layer in enumerate(chart.layers)
            if len(chart.rows[at].nodes) > 1 and not has_room(chart.items, layer, sizes)
        ]
        if not too_wide:
            break
        rows = chart.rows
        for at in reversed(too_wide):
            rows = (*rows[:at], *halves(chart.rows, at, chart.wires), *rows[at + 1 :])
        chart = chart_from(_ordered(rows, wires, tries), wires, loops, sizes)
    return chart


def _ordered(rows: Rows, wires: tuple[Wire, ...], tries: int, *, few: int | None = None) -> Order:
    """Order the rows; with `few` only a glance whether fewer crossings are in reach."""
    number = {node: index for index, node in enumerate(n for row in rows for n in row.nodes)}
    both_ways = Counter(wire.ends for wire in wires)
    lines = [
        (min(number[end] for end in ends), max(number[end] for end in ends), count)
        for ends, count in both_ways.items()
    ]
    graph = layered([[number[node] for node in row.nodes] for row in rows], lines)
    layers, crossed = order_layers(graph, tries, few=few)
    ends = crossing_ends(graph, layers) if crossed and few is None else frozenset[int]()
    nodes = tuple(number)
    chains = dict(zip(both_ways, graph.chains, strict=True))
    return Order(rows, chains, layers, crossed, frozenset(nodes[end] for end in ends))
