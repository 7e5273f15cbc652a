"""How high everything in an overview stands: rows of nodes, lanes, and lines in the gaps."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

from flowpicture.overview.sizes import BADGE_PITCH, badge_grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowpicture.overview.across import Placed
    from flowpicture.overview.chart import Chart
    from flowpicture.overview.lanes import Wire

LANE_GAP = 5.0
_AROUND_BOUNDARY = 11.0
_ABOVE_LANE, _BELOW_LANE = 10.0, 10.0
_LEVEL, _AROUND_LEVELS = 11.5, 6.0
_HEAD_ROOM, _LEAST_GAP = 15.0, 28.0
PLATE, TAG_PITCH = 3.0, 16.0


@dataclass(frozen=True)
class Span:
    """From top to bottom in px."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half-way down."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Heights:
    """Rows of nodes, lanes by party, and for every leg the y of its level piece, if it has one."""

    rows: tuple[Span, ...]
    lanes: dict[str, Span]
    channels: tuple[tuple[float | None, ...], ...]
    boundary: float | None


def stack_height(wire: Wire) -> float:
    """Height in px of the badges, and of the tag, at the source of a line."""
    columns, rows = badge_grid(len(wire.steps))
    tag = TAG_PITCH if wire.change else 0.0
    return rows * BADGE_PITCH + (2 * PLATE if columns > 1 else 0.0) + tag


def set_heights(
    chart: Chart,
    placed: Placed,
    node_heights: Sequence[float],
    *,
    lane_least: dict[str, float],
    wards: frozenset[str],
    top: float,
) -> Heights:
    """Stack rows and gaps from `top`, all in px.

    `node_heights` are those of the rows; `lane_least` are the least heights of the lanes by party,
    `wards` the parties inside the ward.
    """
    rows: list[Span] = []
    lanes: dict[str, Span] = {}
    channels: list[tuple[float | None, ...]] = []
    boundary = None
    lane_top = top
    y = top + _ABOVE_LANE
    for at, (row, below) in enumerate(pairwise(chart.rows)):
        rows.append(Span(y, y + node_heights[at]))
        y = rows[-1].bottom
        out, levelled, into = _gap(chart, placed, at)
        ys, base = _channels(levelled, y + out)
        channels.append(ys)
        if below.party != row.party:
            is_boundary = (row.party in wards) != (below.party in wards)
            strip = _AROUND_BOUNDARY if is_boundary else LANE_GAP
            base = max(base, y + _BELOW_LANE - LANE_GAP / 2) + strip
            base = max(base, lane_top + lane_least[row.party] + LANE_GAP / 2)
            lanes[row.party] = Span(lane_top, base - LANE_GAP / 2)
            lane_top = base + LANE_GAP / 2
            boundary = base if is_boundary else boundary
            into = max(into + strip, _ABOVE_LANE + LANE_GAP / 2)
        y = max(base + into, y + _LEAST_GAP)
    rows.append(Span(y, y + node_heights[-1]))
    last = chart.rows[-1].party
    lanes[last] = Span(lane_top, max(rows[-1].bottom + _BELOW_LANE, lane_top + lane_least[last]))
    return Heights(tuple(rows), lanes, tuple(channels), boundary)


def _channels(levelled: Sequence[int | None], top: float) -> tuple[tuple[float | None, ...], float]:
    """Heights of the level pieces of lines under `top`, and the y under them all."""
    ys = tuple(
        None if level is None else top + _AROUND_LEVELS + level * _LEVEL for level in levelled
    )
    deepest = max((y for y in ys if y is not None), default=None)
    return ys, top if deepest is None else deepest + _AROUND_LEVELS


def _gap(chart: Chart, placed: Placed, at: int) -> tuple[float, tuple[int | None, ...], float]:
    """Room under the upper row, levels of the lines, room over the lower row."""
    out = into = 0.0
    for leg in chart.legs[at]:
        wire = chart.wires[leg.wire]
        upper, lower = chart.items[leg.upper].node, chart.items[leg.lower].node
        stack = stack_height(wire) + PLATE
        if upper is not None:
            out = max(out, stack if upper == wire.source else _HEAD_ROOM)
        if lower is not None:
            into = max(into, stack if lower == wire.source else _HEAD_ROOM)
    return out, levels(placed.legs[at]), into


STRAIGHT = 0.05  # px; a line that is off by less is drawn straight
_TOO_NEAR = 7.0
_ON_EACH_OTHER = 50
_EXACT = 5
_BESIDE = 9.0

Ends = tuple[float, float]  # where a line comes from the row above, and where it goes below


def levels(legs: Sequence[Ends]) -> tuple[int | None, ...]:
    """Level of every line from 0 downward; None: straight. Lines far apart share a level.

    >>> levels([(0, 100), (50, 20), (300, 400), (7, 7)])
    (0, 1, 0, None)
    """
    bent = [at for at, (top, bottom) in enumerate(legs) if abs(top - bottom) > STRAIGHT]
    order = _order([legs[at] for at in bent])
    level: dict[int, int] = {}
    for number in order:
        at = bent[number]
        over = [depth + 1 for settled, depth in level.items() if _meet(legs[settled], legs[at])]
        level[at] = max(over, default=0)
    return tuple(level.get(at) for at in range(len(legs)))


def _order(bent: Sequence[Ends]) -> tuple[int, ...]:
    """Order from top to bottom with the fewest crossings, by number."""
    cost = [[_cost(upper, lower) for lower in bent] for upper in bent]
    if len(bent) <= _EXACT:
        return min(permutations(range(len(bent))), key=lambda order: _total(cost, order))
    order: list[int] = []
    for at in sorted(range(len(bent)), key=lambda at: _first_guess(bent[at])):
        order = _inserted(cost, order, at)
    before: list[int] = []
    while order != before:
        before = order
        for at in range(len(bent)):
            rest = [number for number in order if number != at]
            tried = _inserted(cost, rest, at)
            if _total(cost, tried) < _total(cost, order):
                order = tried
    return tuple(order)


def _first_guess(ends: Ends) -> tuple[bool, float]:
    top, bottom = ends
    return (True, -top) if bottom > top else (False, top)


def _inserted(cost: list[list[int]], order: list[int], at: int) -> list[int]:
    tries = [[*order[:spot], at, *order[spot:]] for spot in range(len(order) + 1)]
    return min(tries, key=lambda tried: _total(cost, tried))


def _total(cost: list[list[int]], order: Sequence[int]) -> int:
    return sum(cost[upper][lower] for at, upper in enumerate(order) for lower in order[at + 1 :])


def _cost(upper: Ends, lower: Ends) -> int:
    """Crossings with `upper` above `lower`, and a high cost if they would lie on each other."""
    if not _meet(upper, lower):
        return 0
    upper_bottom, lower_top = upper[1], lower[0]
    crossed = (min(upper) < lower_top < max(upper)) + (min(lower) < upper_bottom < max(lower))
    near = abs(upper_bottom - lower_top) < _TOO_NEAR
    return crossed + (_ON_EACH_OTHER if near else 0)


def _meet(left: Ends, right: Ends) -> bool:
    return max(min(left), min(right)) < min(max(left), max(right)) + _BESIDE
