"""The order of the lanes of an overview, and the rows of nodes within them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, permutations, product

import networkx as nx

from flowpicture.overview.wires import Wire
from flowpicture.picture import Party, Picture, Zone

_READING_ORDER: tuple[Zone, ...] = ("subject", "contractor", "subcontractor", "other", "ward")
_EXACT_ORDERS = 720
_SPAN_POWER = 1.3
_AGAINST_READING = 0.3


@dataclass(frozen=True)
class Row:
    """Nodes side by side, in one lane."""

    party: str
    nodes: tuple[str, ...]


Rows = tuple[Row, ...]


def lane_orders(picture: Picture, wires: tuple[Wire, ...]) -> tuple[tuple[Party, ...], ...]:
    """Orders of the lanes from the best: the subject above, the ward below.

    With the ward below all others, a line passes its edge once or never.
    """
    pulls = Counter(
        (picture.party_of(wire.source).id, picture.party_of(wire.target).id) for wire in wires
    )
    tried = islice(_orders(picture), _EXACT_ORDERS)
    return tuple(sorted(tried, key=lambda order: _cost(order, pulls)))


def rows_in_lanes(
    picture: Picture, lanes: tuple[Party, ...], wires: tuple[Wire, ...], most: int
) -> Rows:
    """Rows from top to bottom, of at most `most` nodes; no line stays within a row."""
    place = {party.id: lane for lane, party in enumerate(lanes)}
    above = {node.id: place[node.party] for node in picture.nodes}
    pull = Counter[str]()
    for wire in wires:
        pull[wire.source] += above[wire.target] - above[wire.source]
        pull[wire.target] += above[wire.source] - above[wire.target]
    rows: list[Row] = []
    for party in lanes:
        members = [node.id for node in picture.nodes if node.party == party.id]
        for rank in _ranks(members, wires, pull):
            rows.extend(Row(party.id, part) for part in _parts(rank, pull, most))
    return tuple(rows)


def moved_rows(rows: Rows, wires: tuple[Wire, ...], movable: frozenset[str]) -> Iterator[Rows]:
    """Arrangements with a movable node in another row of its lane, then in a row of its own.

    Nodes with many lines come first: they untangle most.
    """
    joined = {
        ends for wire in wires for ends in ((wire.source, wire.target), (wire.target, wire.source))
    }
    lines = Counter(end for wire in wires for end in (wire.source, wire.target))
    places = [(at, node) for at, row in enumerate(rows) for node in row.nodes if node in movable]
    places.sort(key=lambda place: -lines[place[1]])
    for at, node in places:
        without = _without(rows, at, node)
        for goal, other in enumerate(rows):
            is_free = not any((node, one) in joined for one in other.nodes)
            if goal != at and other.party == rows[at].party and is_free:
                joining = replace(other, nodes=(*other.nodes, node))
                yield _peopled((*without[:goal], joining, *without[goal + 1 :]))
    for at, node in places:
        without, alone = _without(rows, at, node), Row(rows[at].party, (node,))
        for goal in range(len(rows) + 1):
            if alone.party in {row.party for row in rows[max(goal - 1, 0) : goal + 1]}:
                yield _peopled((*without[:goal], alone, *without[goal:]))


def _without(rows: Rows, at: int, node: str) -> Rows:
    left = replace(rows[at], nodes=tuple(one for one in rows[at].nodes if one != node))
    return (*rows[:at], left, *rows[at + 1 :])


def _peopled(rows: Rows) -> Rows:
    return tuple(row for row in rows if row.nodes)


def _orders(picture: Picture) -> Iterator[tuple[Party, ...]]:
    peopled = {node.party for node in picture.nodes}
    present = [party for party in picture.parties if party.id in peopled]
    top = [party for party in present if party.zone == "subject"]
    bottom = [party for party in present if party.zone == "ward"]
    between = [party for party in present if party.zone not in {"subject", "ward"}]
    for groups in product(permutations(top), permutations(between), permutations(bottom)):
        yield tuple(party for group in groups for party in group)


def _cost(order: tuple[Party, ...], pulls: Counter[tuple[str, str]]) -> float:
    place = {party.id: lane for lane, party in enumerate(order)}
    span = sum(
        count * float(abs(place[one] - place[other]) ** _SPAN_POWER)
        for (one, other), count in pulls.items()
    )
    zones = [_READING_ORDER.index(party.zone) for party in order]
    against = sum(before > after for at, before in enumerate(zones) for after in zones[at + 1 :])
    return span + _AGAINST_READING * against


def _ranks(
    members: list[str], wires: tuple[Wire, ...], pull: Counter[str]
) -> tuple[tuple[str, ...], ...]:
    """Return generations of the lane's own lines; a loop is cut at its later step."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(members)
    inside = set(members)
    for wire in wires:
        within = wire.source in inside and wire.target in inside
        if within and not nx.has_path(graph, wire.target, wire.source):
            graph.add_edge(wire.source, wire.target)
    generations = [list(generation) for generation in nx.topological_generations(graph)]
    _lower(graph, generations, pull)
    order = {node: place for place, node in enumerate(members)}
    return tuple(
        tuple(sorted(generation, key=order.__getitem__)) for generation in generations if generation
    )


def _lower(graph: "nx.DiGraph[str]", generations: list[list[str]], pull: Counter[str]) -> None:
    """Move nodes that are drawn downward as far down as the next of their lane allows."""
    rank = {node: place for place, row in enumerate(generations) for node in row}
    for node in reversed(list(nx.topological_sort(graph))):
        floor = min((rank[after] for after in graph.successors(node)), default=len(generations)) - 1
        if rank[node] < floor and (pull[node] > 0 or graph.out_degree(node)):
            if pull[node] < 0:
                continue
            generations[rank[node]].remove(node)
            generations[floor].append(node)
            rank[node] = floor


def _parts(rank: tuple[str, ...], pull: Counter[str], most: int) -> tuple[tuple[str, ...], ...]:
    """Cut a rank that is too long; nodes that are drawn upward come first."""
    if len(rank) <= most:
        return (rank,)
    count = -(-len(rank) // most)
    size = -(-len(rank) // count)
    sorted_rank = sorted(rank, key=lambda node: pull[node])
    return tuple(tuple(sorted_rank[start : start + size]) for start in range(0, len(rank), size))
