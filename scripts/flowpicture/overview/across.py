"""Where everything in a row stands: middles of nodes and lines, and ports on the nodes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from flowpicture.overview.sizes import least_offsets, port_width
from flowpicture.overview.straight import Rooms, straighten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowpicture.overview.chart import Chart
    from flowpicture.overview.sizes import Sizes

_SWEEPS = 14
_SLIDES = 6
_NODE_TO_NODE, _NODE_TO_LINE, _LINE_TO_LINE = 1.0, 2.0, 8.0
_TO_ITSELF = 0.02
_SNAP = 1.0


@dataclass(frozen=True)
class Placed:
    """Middles of the items, and where each leg leaves its upper and meets its lower item."""

    x: tuple[float, ...]
    legs: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True)
class _Side:
    """The ports on one side of an item, from left to right: (gap, leg) and their widths."""

    ports: tuple[tuple[int, int], ...]
    widths: tuple[float, ...]

    @property
    def offsets(self) -> tuple[float, ...]:
        """Middles of the ports from the middle of the item."""
        starts = accumulate(self.widths, initial=-sum(self.widths) / 2)
        return tuple(start + width / 2 for start, width in zip(starts, self.widths, strict=False))


def place_items(chart: Chart, sizes: Sizes) -> Placed:
    """Set items as near as their order allows to the items they are joined with."""
    sides = _sides(chart, sizes, 0), _sides(chart, sizes, 1)
    offset = {
        (end, port): shift
        for end in (0, 1)
        for side in sides[end].values()
        for port, shift in zip(side.ports, side.offsets, strict=True)
    }
    x = _packed(chart, sizes)
    last = len(chart.layers) - 1
    pulls = _pulls(chart, offset)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        near = pulls[0] if down else pulls[1]
        if sweep >= _SWEEPS - 4:
            near = tuple((*above, *below) for above, below in zip(*pulls, strict=True))
        for at in range(last + 1) if down else range(last, -1, -1):
            _place_layer(chart, sizes, chart.layers[at], near, x)
    ends = [
        [
            [x[item] + offset[end, (gap, at)] for end, item in enumerate((leg.upper, leg.lower))]
            for at, leg in enumerate(legs)
        ]
        for gap, legs in enumerate(chart.legs)
    ]
    rooms = Rooms(chart, sizes)
    for turn in range(_SLIDES):
        _slide_ports(chart, sides, x, ends)
        straighten(chart, rooms, x, ends, from_left=turn % 2 == 0)
    _slide_ports(chart, sides, x, ends)
    _snap(chart, ends)
    return Placed(tuple(x), tuple(tuple((top, bottom) for top, bottom in legs) for legs in ends))


def fit_in_order(
    wished: Sequence[float],
    weights: Sequence[float],
    offsets: Sequence[float],
    low: float,
    high: float,
) -> list[float]:
    """Return the positions nearest to the `wished` ones, by weighted least squares, in this order.

    `offsets` are the least distances from the first. Neighbours that want to pass each other are
    pooled (isotonic regression). `low` bounds the first position, `high` the last less its offset;
    `low` is kept if not both can be.

    >>> fit_in_order([10, 10], [1, 1], [0, 20], 0, 100)
    [0.0, 20.0]
    """
    blocks: list[list[float]] = []  # sum of weight x wish, weight, count
    for wish, weight, offset in zip(wished, weights, offsets, strict=True):
        blocks.append([(wish - offset) * weight, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] > blocks[-1][0] * blocks[-2][1]:
            total, weight_sum, count = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += weight_sum
            blocks[-1][2] += count
    positions: list[float] = []
    for total, weight_sum, count in blocks:
        spot = min(max(total / weight_sum, low), max(high, low))
        positions.extend([spot] * int(count))
    return [spot + offset for spot, offset in zip(positions, offsets, strict=True)]


def _sides(chart: Chart, sizes: Sizes, end: int) -> dict[int, _Side]:
    """Ports below the upper items of every gap, or (`end` 1) above its lower items."""
    spot = {item: at for layer in chart.layers for at, item in enumerate(layer)}
    ports: dict[int, list[tuple[tuple[int, int], tuple[int, int], float]]] = {}
    for gap, legs in enumerate(chart.legs):
        for at, leg in enumerate(legs):
            item, neighbour = (leg.lower, leg.upper) if end else (leg.upper, leg.lower)
            wire = chart.wires[leg.wire]
            width = port_width(wire, sizes, is_source=chart.items[item].node == wire.source)
            ports.setdefault(item, []).append(((spot[neighbour], leg.wire), (gap, at), width))
    sides = {}
    for item, of_item in ports.items():
        _, in_order, widths = zip(*sorted(of_item), strict=True)
        sides[item] = _Side(in_order, widths)
    return sides


def _packed(chart: Chart, sizes: Sizes) -> list[float]:
    """Pack every row around the middle of the room."""
    x = [0.0] * len(chart.items)
    middle = (sizes.left + sizes.right) / 2
    for layer in chart.layers:
        offsets = least_offsets(chart.items, layer, sizes)
        for item, offset in zip(layer, offsets, strict=True):
            x[item] = middle + offset - offsets[-1] / 2
    return x


_Pull = tuple[int, float, float]  # the item that pulls, the distance wished from it, weight


def _pulls(
    chart: Chart, offset: dict[tuple[int, tuple[int, int]], float]
) -> tuple[tuple[tuple[_Pull, ...], ...], tuple[tuple[_Pull, ...], ...]]:
    """For every item what draws it from above and from below."""
    from_above: list[list[_Pull]] = [[] for _ in chart.items]
    from_below: list[list[_Pull]] = [[] for _ in chart.items]
    for gap, legs in enumerate(chart.legs):
        for at, leg in enumerate(legs):
            ends = chart.items[leg.upper].node, chart.items[leg.lower].node
            weight = _NODE_TO_LINE
            if all(ends):
                weight = _NODE_TO_NODE
            elif not any(ends):
                weight = _LINE_TO_LINE
            shift = offset[0, (gap, at)] - offset[1, (gap, at)]
            from_above[leg.lower].append((leg.upper, shift, weight))
            from_below[leg.upper].append((leg.lower, -shift, weight))
    return tuple(map(tuple, from_above)), tuple(map(tuple, from_below))


def _place_layer(
    chart: Chart,
    sizes: Sizes,
    layer: Sequence[int],
    near: Sequence[Sequence[_Pull]],
    x: list[float],
) -> None:
    offsets = least_offsets(chart.items, layer, sizes)
    wished, weights = [], []
    for item in layer:
        pull, weight = x[item] * _TO_ITSELF, _TO_ITSELF
        for neighbour, shift, strength in near[item]:
            pull += (x[neighbour] + shift) * strength
            weight += strength
        wished.append(pull / weight)
        weights.append(weight)
    first, last = chart.items[layer[0]], chart.items[layer[-1]]
    low, high = sizes.left + first.left, sizes.right - last.right - offsets[-1]
    for item, spot in zip(layer, fit_in_order(wished, weights, offsets, low, high), strict=True):
        x[item] = spot


def _slide_ports(
    chart: Chart,
    sides: tuple[dict[int, _Side], dict[int, _Side]],
    x: list[float],
    ends: list[list[list[float]]],
) -> None:
    """Slide the ports along their nodes until lines are straight where they can be."""
    for _ in range(2):
        for end, side_of in enumerate(sides):
            for item, side in side_of.items():
                if chart.items[item].node is not None:
                    _slide_side(chart.items[item].left - 2, side, x[item], ends, end)


def _snap(chart: Chart, ends: list[list[list[float]]]) -> None:
    """Make straight what is off by less than a pixel: the end at a node moves."""
    for gap, legs in enumerate(chart.legs):
        for at, leg in enumerate(legs):
            top, bottom = ends[gap][at]
            if abs(top - bottom) < _SNAP:
                moved = 0 if chart.items[leg.upper].node is not None else 1
                ends[gap][at][moved] = ends[gap][at][1 - moved]


def _slide_side(
    half: float, side: _Side, middle: float, ends: list[list[list[float]]], end: int
) -> None:
    wished = [ends[gap][at][1 - end] for gap, at in side.ports]
    offsets = [offset - side.offsets[0] for offset in side.offsets]
    low = middle - half + side.widths[0] / 2
    high = middle + half - side.widths[-1] / 2 - offsets[-1]
    spots = fit_in_order(wished, [1.0] * len(wished), offsets, low, high)
    for (gap, at), spot in zip(side.ports, spots, strict=True):
        ends[gap][at][end] = spot
