"""Long lines of an overview made straight: as few bends as their neighbours leave them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from flowpicture.overview.sizes import distance

if TYPE_CHECKING:
    from flowpicture.overview.chart import Chart
    from flowpicture.overview.sizes import Sizes

_EPSILON = 1e-6


class Rooms:
    """Who stands beside whom, and how near they may come."""

    def __init__(self, chart: Chart, sizes: Sizes) -> None:
        self.low = [sizes.left + item.left for item in chart.items]
        self.high = [sizes.right - item.right for item in chart.items]
        self.left: dict[int, tuple[int, float]] = {}
        self.right: dict[int, tuple[int, float]] = {}
        for layer in chart.layers:
            for before, after in pairwise(layer):
                apart = distance(chart.items[before], chart.items[after], sizes)
                self.right[before] = (after, apart)
                self.left[after] = (before, apart)

    def of(self, item: int, x: list[float]) -> tuple[float, float]:
        """Where an item may stand while all others stay."""
        low, high = self.low[item], self.high[item]
        if item in self.left:
            neighbour, apart = self.left[item]
            low = max(low, x[neighbour] + apart)
        if item in self.right:
            neighbour, apart = self.right[item]
            high = min(high, x[neighbour] - apart)
        return low, high


def straighten(
    chart: Chart, rooms: Rooms, x: list[float], ends: list[list[list[float]]], *, from_left: bool
) -> None:
    """Make the straight runs of every long line as long as possible; changes `x` and `ends`.

    `x` are the middles of the items in px; `ends` the top and bottom x of every leg, by gap.
    """
    ways = _ways(chart)
    long = [wire for wire, way in enumerate(ways) if len(way) > 1]
    long.sort(key=lambda wire: x[_passing(chart, ways[wire])[0]], reverse=not from_left)
    for wire in long:
        way = ways[wire]
        passing = _passing(chart, way)
        top = ends[way[0][0]][way[0][1]][0]
        bottom = ends[way[-1][0]][way[-1][1]][1]
        for item, spot in zip(passing, _runs(rooms, passing, x, top, bottom), strict=True):
            x[item] = spot
        for (gap, at), item in zip(way[1:], passing, strict=True):
            ends[gap][at][0] = x[item]
        for (gap, at), item in zip(way, passing, strict=False):
            ends[gap][at][1] = x[item]


def _ways(chart: Chart) -> list[list[tuple[int, int]]]:
    """Legs of every line from top to bottom, as gap and position in the gap."""
    ways: list[list[tuple[int, int]]] = [[] for _ in chart.wires]
    for gap, legs in enumerate(chart.legs):
        for at, leg in enumerate(legs):
            ways[leg.wire].append((gap, at))
    return ways


def _passing(chart: Chart, way: list[tuple[int, int]]) -> list[int]:
    return [chart.legs[gap][at].upper for gap, at in way[1:]]


def _runs(
    rooms: Rooms, passing: list[int], x: list[float], top: float, bottom: float
) -> list[float]:
    """Positions of the passing items: the longest runs that fit, ends in line with the ports."""
    runs: list[tuple[int, float, float]] = []  # items in the run, and its room
    for item in passing:
        low, high = rooms.of(item, x)
        if low > high:
            low = high = x[item]
        if runs:
            count, run_low, run_high = runs[-1]
            if max(run_low, low) <= min(run_high, high) + _EPSILON:
                runs[-1] = (count + 1, max(run_low, low), min(run_high, high))
                continue
        runs.append((1, low, high))
    spots: list[float] = []
    for index, (count, low, high) in enumerate(runs):
        wish = top if index == 0 else spots[-1]
        if index == len(runs) - 1 and not (index == 0 and low <= top <= high):
            wish = bottom
        spots.extend([min(max(wish, low), high)] * count)
    return spots
