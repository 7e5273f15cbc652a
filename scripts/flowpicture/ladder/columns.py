"""The columns: who stands beside whom, so that arrows stay short, and widths that fit the words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import accumulate, groupby, islice, pairwise, permutations, product
from typing import TYPE_CHECKING

from flowpicture.break_cost import break_costs
from flowpicture.text import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowpicture.picture import Node, Party, Picture, Zone

_READING_ORDER: tuple[Zone, ...] = ("subject", "contractor", "subcontractor", "ward", "other")
_EXACT_ORDERS = 720
_REFINED = 4
_SPAN_POWER = 1.3
_BOUNDARY = 0.4
GAP = 5.0
_NARROWEST = 36.0
_CHEAP_BREAK = 12.0
_WISHED_LINES = 3
_PADDING = 6.0
_WIDEST_SHARE = 1.5
WISHED_SIZE, SMALLEST_SIZE = 11.5, 10.0

Order = tuple["Node", ...]


def column_order(picture: Picture) -> tuple[Node, ...]:
    """Return nodes from left to right: the subject first, zones and parties unbroken."""
    cost = partial(_cost, picture)
    tried = sorted(islice(_orders(picture), _EXACT_ORDERS), key=cost)
    return min((_refine(picture, order) for order in tried[:_REFINED]), key=cost)


def _orders(picture: Picture) -> Iterator[Order]:
    """Yield orders of nodes to try, parties in every order that keeps zones together."""
    nodes = {
        party.id: tuple(node for node in picture.nodes if node.party == party.id)
        for party in picture.parties
    }
    with_nodes = [party for party in picture.parties if nodes[party.id]]
    zones = [zone for zone in _READING_ORDER if any(party.zone == zone for party in with_nodes)]
    free = [zone for zone in zones if zone != "subject"]
    first = tuple(zone for zone in zones if zone == "subject")
    for zone_order in permutations(free):
        groups = [
            permutations([party for party in with_nodes if party.zone == zone])
            for zone in (*first, *zone_order)
        ]
        for parties in product(*groups):
            yield tuple(node for group in parties for party in group for node in nodes[party.id])


def _refine(picture: Picture, order: Order) -> Order:
    """Swap neighbours inside parties for as long as the cost falls."""
    best, best_cost = order, _cost(picture, order)
    improved = True
    while improved:
        improved = False
        for left, right in _pairs_in_party(best):
            tried = list(best)
            tried[left], tried[right] = tried[right], tried[left]
            cost = _cost(picture, tuple(tried))
            if cost < best_cost - 1e-9:
                best, best_cost, improved = tuple(tried), cost, True
    return best


def _pairs_in_party(order: Order) -> list[tuple[int, int]]:
    return [
        (left, right)
        for right, node in enumerate(order)
        for left in range(right)
        if order[left].party == node.party
    ]


def _cost(picture: Picture, order: Order) -> float:
    column_of = {node.id: column for column, node in enumerate(order)}
    in_ward = [picture.party_by_id[node.party].zone == "ward" for node in order]
    edges = (before != after for before, after in pairwise(in_ward))
    walls = list(accumulate(edges, initial=0))
    return sum(
        float(abs(column_of[step.source] - column_of[step.target]) ** _SPAN_POWER)
        + _BOUNDARY * abs(walls[column_of[step.source]] - walls[column_of[step.target]])
        for step in picture.steps
    )


@dataclass(frozen=True)
class Cell:
    """One column to be placed: its key, its party and the words over it."""

    key: str
    party: Party
    words: str


@dataclass(frozen=True)
class Column:
    """A placed column; `x` is its life line."""

    key: str
    party: Party
    left: float
    right: float

    @property
    def x(self) -> float:
        """Middle of the column."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Lane:
    """The columns of one party."""

    party: Party
    left: float
    right: float


@dataclass(frozen=True)
class Columns:
    """All columns from left to right."""

    columns: tuple[Column, ...]

    @property
    def left(self) -> float:
        """Left edge of the first column."""
        return self.columns[0].left

    @property
    def right(self) -> float:
        """Right edge of the last column."""
        return self.columns[-1].right

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Columns joined by party."""
        runs = (tuple(run) for _, run in groupby(self.columns, key=lambda column: column.party))
        return tuple(Lane(run[0].party, run[0].left, run[-1].right) for run in runs)

    @property
    def boundaries(self) -> tuple[float, ...]:
        """Where the edge of the ward runs between two lanes."""
        return tuple(
            (before.right + after.left) / 2
            for before, after in pairwise(self.lanes)
            if (before.party.zone == "ward") != (after.party.zone == "ward")
        )

    def by_key(self) -> dict[str, Column]:
        """Columns by the key of their cell."""
        return {column.key: column for column in self.columns}


def place_columns(cells: tuple[Cell, ...], left: float, right: float) -> Columns:
    """Share the room from `left` to `right` px among the cells; it is always filled."""
    parties = [cell.party for cell in cells]
    gaps = sum(GAP for before, after in pairwise(parties) if before != after)
    room = right - left - gaps
    widths = _shares(
        room,
        _widened(cells, [_need(cell.words, SMALLEST_SIZE) for cell in cells], SMALLEST_SIZE),
        _widened(cells, [_need(cell.words, WISHED_SIZE) for cell in cells], WISHED_SIZE),
    )
    placed: list[Column] = []
    for cell, width in zip(cells, widths, strict=True):
        gap = GAP if placed and placed[-1].party != cell.party else 0.0
        start = placed[-1].right + gap if placed else left
        placed.append(Column(cell.key, cell.party, start, start + width))
    return Columns(tuple(placed))


def longest_word(text: str, size: float) -> float:
    """Width in px of the longest piece of `text` that ought to stay in one line; 0 for no text."""
    costs = break_costs(text) if text else ()
    cuts = [0, *(i for i, cost in enumerate(costs) if cost <= _CHEAP_BREAK), len(text)]
    return max(text_width(text[start:end], size) for start, end in pairwise(cuts))


def _need(words: str, size: float) -> float:
    in_lines = text_width(words, size) / _WISHED_LINES
    return max(_NARROWEST, longest_word(words, size) + _PADDING, in_lines + _PADDING)


def _widened(cells: tuple[Cell, ...], needs: list[float], size: float) -> list[float]:
    """Widen the columns of parties and zones whose own words need more room."""
    widened = list(needs)
    parties = _runs([(cell.party.id, longest_word(cell.party.label, size + 0.5)) for cell in cells])
    zones = _runs(
        [(cell.party.zone_label, text_width(cell.party.zone_label, 10)) for cell in cells]
    )
    for members, words in (*parties, *zones):
        lacking = words + _PADDING - sum(widened[i] for i in members)
        for i in members:
            widened[i] += max(0.0, lacking) / len(members)
    return widened


def _runs(named: list[tuple[str, float]]) -> list[tuple[list[int], float]]:
    """Places of neighbours with the same name, and the width their name needs."""
    runs = groupby(range(len(named)), key=lambda i: named[i][0])
    return [(members, named[members[0]][1]) for members in (list(run) for _, run in runs)]


def _shares(room: float, least: list[float], wished: list[float]) -> list[float]:
    """Widths that fill `room`: as equal as the wishes allow, never below the least if possible."""
    least_sum = sum(least)
    if least_sum >= room:
        return _squeezed(room, least)
    ceiling = _WIDEST_SHARE * room / len(least)
    aims = [max(low, min(wish, ceiling)) for low, wish in zip(least, wished, strict=True)]
    if sum(aims) > room:
        part = (room - least_sum) / (sum(aims) - least_sum)
        return [low + part * (aim - low) for low, aim in zip(least, aims, strict=True)]
    return _levelled(room, aims)


def _squeezed(room: float, least: list[float]) -> list[float]:
    """Shrink what is over a common floor, so that the narrowest stay readable."""
    floor = min(_NARROWEST, room / len(least))
    spare, wanted = room - floor * len(least), sum(least) - floor * len(least)
    return [floor + (width - floor) * spare / max(wanted, 1e-9) for width in least]


def _levelled(room: float, aims: list[float]) -> list[float]:
    """Raise the narrowest widths to one common level until `room` is full."""
    rising = sorted(aims)
    levels = (
        (room - sum(rising[count:])) / count
        for count in range(len(rising), 0, -1)
        if room - sum(rising[count:]) >= count * rising[count - 1]
    )
    level = next(levels, rising[0])
    return [max(aim, level) for aim in aims]
