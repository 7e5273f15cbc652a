"""The order of the columns: who stands beside whom, so that arrows stay short."""

from __future__ import annotations

from itertools import islice, pairwise, permutations, product
from typing import TYPE_CHECKING

from flowpicture.picture import Node, Party, Picture, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

_READING_ORDER: tuple[Zone, ...] = ("subject", "contractor", "subcontractor", "ward", "other")
_EXACT_ORDERS = 720
_REFINED = 4
_SPAN_POWER = 1.3
_BOUNDARY = 0.4

Order = tuple[Node, ...]


def column_order(picture: Picture) -> tuple[Node, ...]:
    """Return nodes from left to right: the subject first, zones and parties unbroken."""
    tried = islice(_orders(picture), _EXACT_ORDERS)
    candidates = sorted(
        ((_cost(picture, order), place, order) for place, order in enumerate(tried)),
        key=lambda candidate: candidate[:2],
    )
    refined = (_refine(picture, order) for _, _, order in candidates[:_REFINED])
    return min(enumerate(refined), key=lambda one: (_cost(picture, one[1]), one[0]))[1]


def party_order(order: tuple[Node, ...], picture: Picture) -> tuple[Party, ...]:
    """Parties from left to right in a column order."""
    return tuple(dict.fromkeys(picture.party_by_id[node.party] for node in order))


def _orders(picture: Picture) -> Iterator[Order]:
    """Return node orders to try, parties in every order that keeps zones together."""
    nodes = {
        party.id: tuple(node for node in picture.nodes if node.party == party.id)
        for party in picture.parties
    }
    peopled = [party for party in picture.parties if nodes[party.id]]
    zones = [zone for zone in _READING_ORDER if any(party.zone == zone for party in peopled)]
    free = [zone for zone in zones if zone != "subject"]
    first = tuple(zone for zone in zones if zone == "subject")
    for zone_order in permutations(free):
        groups = [
            permutations([party for party in peopled if party.zone == zone])
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
    place = {node.id: column for column, node in enumerate(order)}
    in_ward = [picture.party_by_id[node.party].zone == "ward" for node in order]
    walls = [0]
    for before, after in pairwise(in_ward):
        walls.append(walls[-1] + (before != after))
    return sum(
        float(abs(place[step.source] - place[step.target]) ** _SPAN_POWER)
        + _BOUNDARY * abs(walls[place[step.source]] - walls[place[step.target]])
        for step in picture.steps
    )
