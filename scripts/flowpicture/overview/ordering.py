"""Crossing reduction: the order of nodes and passing lines in each row, so that few lines cross.

Rows are layers of numbers. Items below the number of nodes are nodes; the rest are passing items
(dummy nodes in the literature): one for a line in every row between its ends.
"""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SWEEPS = 3
_ENDS = 2
_HOPELESS = 2
_FACTOR = 2

Layers = list[list[int]]


@dataclass(frozen=True)
class Layered:
    """A graph in layers; `chains` are whole lines, from end to end.

    A chain runs from the upper to the lower end; `above` and `below` hold the neighbours of
    an item, once for every line.
    """

    layers: tuple[tuple[int, ...], ...]
    chains: tuple[tuple[int, ...], ...]
    above: tuple[tuple[int, ...], ...]
    below: tuple[tuple[int, ...], ...]


def layered(layers: Sequence[Sequence[int]], lines: Sequence[tuple[int, int, int]]) -> Layered:
    """Put a passing item into every layer between the ends of the lines (upper, lower, weight)."""
    layer_of = {item: index for index, layer in enumerate(layers) for item in layer}
    filled = [list(layer) for layer in layers]
    following = 1 + max(layer_of)
    chains: list[tuple[int, ...]] = []
    above, below = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for upper, lower, weight in lines:
        between = range(layer_of[upper] + 1, layer_of[lower])
        passing = list(range(following, following + len(between)))
        following += len(between)
        for layer, item in zip(between, passing, strict=True):
            filled[layer].append(item)
        chains.append((upper, *passing, lower))
        for upper_item, lower_item in pairwise(chains[-1]):
            below[upper_item].extend([lower_item] * weight)
            above[lower_item].extend([upper_item] * weight)
    return Layered(
        tuple(map(tuple, filled)),
        tuple(chains),
        *(tuple(tuple(near[item]) for item in range(following)) for near in (above, below)),
    )


def _crossings(graph: Layered, layers: Layers) -> int:
    """How often lines cross between the layers in this order."""
    total = 0
    position = _positions(layers)
    for layer in layers:
        seen: list[int] = []
        for item in layer:
            ends = [position[lower] for lower in graph.below[item]]
            total += sum([len(seen) - bisect_right(seen, end) for end in ends])
            for end in ends:
                insort(seen, end)
    return total


def _positions(layers: Layers) -> dict[int, int]:
    """Positions of the items in their layers."""
    return {item: spot for layer in layers for spot, item in enumerate(layer)}


def _crossing_pieces(graph: Layered, layers: Layers) -> set[tuple[int, int, int]]:
    """Pieces of lines that cross others: upper item, lower item, number of the line."""
    position = _positions(layers)
    layer_of = {item: at for at, layer in enumerate(layers) for item in layer}
    gaps: list[list[tuple[int, int, tuple[int, int, int]]]] = [[] for _ in layers]
    for number, chain in enumerate(graph.chains):
        for at, (upper, lower) in enumerate(pairwise(chain), layer_of[chain[0]]):
            gaps[at].append((position[upper], position[lower], (upper, lower, number)))
    crossing: set[tuple[int, int, int]] = set()
    for gap in gaps:
        gap.sort()
        for at, (_, low, piece) in enumerate(gap):
            for _, later_low, later in gap[at + 1 :]:
                if later_low < low:
                    crossing |= {piece, later}
    return crossing


def crossing_ends(graph: Layered, layers: Layers) -> frozenset[int]:
    """Nodes at the ends of lines that cross others."""
    chains = (graph.chains[number] for _, _, number in _crossing_pieces(graph, layers))
    return frozenset(end for chain in chains for end in (chain[0], chain[-1]))


def order_layers(graph: Layered, tries: int, *, few: int | None = None) -> tuple[Layers, int]:
    """Return the best order found in some `tries`, and its crossings.

    A try that stays far above `few` crossings is given up.
    """
    pick = random.Random(1)  # noqa: S311 (no secret)
    tried: list[tuple[Layers, int]] = []
    for attempt in range(tries):
        layers = [list(layer) for layer in graph.layers]
        if attempt:
            for layer in layers:
                pick.shuffle(layer)
        tried.append((layers, _improve(graph, layers, few)))
        if not tried[-1][1]:
            break
    return min(tried, key=lambda attempt: attempt[1])


def _improve(graph: Layered, layers: Layers, few: int | None) -> int:
    for _ in range(_SWEEPS if few is None else 1):
        _sweep(graph.above, layers, range(1, len(layers)))
        _sweep(graph.below, layers, range(len(layers) - 2, -1, -1))
    count = _crossings(graph, layers)
    if few is not None and count > _FACTOR * (few + _HOPELESS):
        return count
    while count:
        _sift(graph, layers)
        _reroute(graph, layers)
        less = _crossings(graph, layers)
        if less >= count or (few is not None and less > few + _HOPELESS):
            return min(less, count)
        count = less
    return count


def _sweep(neighbours: tuple[tuple[int, ...], ...], layers: Layers, order: range) -> None:
    """Sort layers by the mean position of the neighbours on one side."""
    for at in order:
        fixed = layers[at - 1] if order.step > 0 else layers[at + 1]
        position = {item: float(spot) for spot, item in enumerate(fixed)}
        scale = len(fixed) / max(len(layers[at]), 1)
        keys = {}
        for spot, item in enumerate(layers[at]):
            near = neighbours[item]
            keys[item] = sum(position[end] for end in near) / len(near) if near else spot * scale
        layers[at].sort(key=keys.__getitem__)


def _sift(graph: Layered, layers: Layers) -> None:
    """Move every item at a crossing to the best spot of its layer."""
    position = _positions(layers)
    pieces = _crossing_pieces(graph, layers)
    crossing = {item for upper, lower, _ in pieces for item in (upper, lower)}
    for layer in layers:
        movable = [item for item in layer if item in crossing]
        if not movable:
            continue
        ups = {item: sorted(position[end] for end in graph.above[item]) for item in layer}
        downs = {item: sorted(position[end] for end in graph.below[item]) for item in layer}
        for item in movable:
            _sift_item(layer, item, ups, downs)
        position.update(_positions([layer]))


def _sift_item(
    layer: list[int], item: int, ups: dict[int, list[int]], downs: dict[int, list[int]]
) -> None:
    at = layer.index(item)
    up, down = ups[item], downs[item]
    changes = [  # of the crossings, when the item passes each other from its left to its right
        _change(ups[rest], up) + _change(downs[rest], down) for rest in layer if rest != item
    ]
    costs = list(accumulate(changes, initial=0))
    best = costs.index(min(costs))
    if costs[best] < costs[at]:
        layer.remove(item)
        layer.insert(best, item)


def _change(left: list[int], right: list[int]) -> int:
    """Crossings of sorted ends with `left` on the left, less those with `left` on the right."""
    count = len(left)
    return sum([count - bisect_right(left, end) - bisect_left(left, end) for end in right])


def _reroute(graph: Layered, layers: Layers) -> None:
    """Take out every long line that crosses others and put it back on its best way."""
    for number in sorted({number for _, _, number in _crossing_pieces(graph, layers)}):
        if len(graph.chains[number]) > _ENDS:
            _reroute_chain(graph, layers, graph.chains[number])


def _reroute_chain(graph: Layered, layers: Layers, chain: tuple[int, ...]) -> None:
    """Find the way with the fewest crossings between fixed ends, row by row."""
    passing = set(chain[1:-1])
    first = next(at for at, layer in enumerate(layers) if chain[0] in layer)
    rows = [
        [item for item in layer if item not in passing]
        for layer in layers[first : first + len(chain)]
    ]
    ends = {chain[0], chain[-1]}
    reached = {rows[0].index(chain[0]): 0}  # crossings on the way to a gap of the row
    came: list[list[int]] = []
    for above, below in pairwise(rows):
        spots = {item: spot for spot, item in enumerate(below)}
        segments = [
            (spot, spots[end])
            for spot, item in enumerate(above)
            for end in graph.below[item]
            if end in spots and not ends & {item, end}
        ]
        best = _reach(segments, reached, len(below))
        reached = {gap: cost for gap, (cost, _) in enumerate(best)}
        came.append([start for _, start in best])
    gap = rows[-1].index(chain[-1])
    for step in range(len(chain) - 1, 1, -1):
        gap = came[step - 1][gap]
        rows[step - 1].insert(gap, chain[step - 1])
        layers[first + step - 1] = rows[step - 1]


def _reach(
    segments: list[tuple[int, int]], starts: dict[int, int], width: int
) -> list[tuple[int, int]]:
    """Fewest crossings on the way to each gap of the lower row, and the gap they come from.

    `segments` lead from an item of the upper row to one of the lower, sorted; gap `n` lies before
    item `n`; `starts` are gaps of the upper row with the crossings so far; the lower row has
    `width` items. A crossing counts `scale`, so that one number tells crossings and start.
    """
    scale = max(starts) + 1
    changes = [0] * width  # of the crossings, from each gap of the lower row to the next
    for _, low in segments:
        changes[low] += scale
    best: list[int] = []
    passed = 0  # segments that begin left of the start
    for start, cost in starts.items():
        while passed < len(segments) and segments[passed][0] < start:
            changes[segments[passed][1]] -= 2 * scale
            passed += 1
        tried = accumulate(changes, initial=(cost + passed) * scale + start)
        best = list(map(min, best, tried)) if best else list(tried)
    return [divmod(coded, scale) for coded in best]
