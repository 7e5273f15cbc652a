"""The rows of an overview as layers of numbers, and where lines cross between them.

Items below the number of nodes are nodes; the rest are passing places, one for a line in every row
between its ends.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    """Put a passing place into every layer between the ends of the lines (one, other, weight)."""
    layer_of = {item: place for place, layer in enumerate(layers) for item in layer}
    filled = [list(layer) for layer in layers]
    following = 1 + max(layer_of)
    chains: list[tuple[int, ...]] = []
    for one, other, _ in lines:
        upper, lower = sorted((one, other), key=layer_of.__getitem__)
        between = range(layer_of[upper] + 1, layer_of[lower])
        passing = list(range(following, following + len(between)))
        following += len(between)
        for layer, item in zip(between, passing, strict=True):
            filled[layer].append(item)
        chains.append((upper, *passing, lower))
    above: list[list[int]] = [[] for _ in range(following)]
    below: list[list[int]] = [[] for _ in range(following)]
    for chain, (_, _, weight) in zip(chains, lines, strict=True):
        for upper, lower in pairwise(chain):
            below[upper].extend([lower] * weight)
            above[lower].extend([upper] * weight)
    return Layered(
        tuple(map(tuple, filled)), tuple(chains), tuple(map(tuple, above)), tuple(map(tuple, below))
    )


def crossings(graph: Layered, layers: Layers) -> int:
    """How often lines cross between the layers in this order."""
    total = 0
    place = places(layers)
    below = graph.below
    for layer in layers:
        seen: list[int] = []
        for item in layer:
            ends = [place[lower] for lower in below[item]]
            if seen:
                count = len(seen)
                for end in ends:
                    total += count - bisect_right(seen, end)
            for end in ends:
                insort(seen, end)
    return total


def places(layers: Layers) -> dict[int, int]:
    """Spots of the items in their layers."""
    return {item: spot for layer in layers for spot, item in enumerate(layer)}


def crossing_pieces(graph: Layered, layers: Layers) -> set[tuple[int, int, int]]:
    """Pieces of lines that cross others: upper item, lower item, number of the line."""
    place = places(layers)
    layer_of = {item: at for at, layer in enumerate(layers) for item in layer}
    gaps: list[list[tuple[int, int, tuple[int, int, int]]]] = [[] for _ in layers]
    for number, chain in enumerate(graph.chains):
        for at, (upper, lower) in enumerate(pairwise(chain), layer_of[chain[0]]):
            gaps[at].append((place[upper], place[lower], (upper, lower, number)))
    found: set[tuple[int, int, int]] = set()
    for gap in gaps:
        gap.sort()
        for at, (_, low, one) in enumerate(gap):
            for _, other_low, other in gap[at + 1 :]:
                if other_low < low:
                    found |= {one, other}
    return found
