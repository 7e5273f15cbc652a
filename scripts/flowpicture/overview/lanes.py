"""What an overview is made of: lines for the steps, lanes in an order, rows of nodes in a lane."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice, permutations, product
from typing import TYPE_CHECKING

import networkx as nx

from flowpicture.marks import STRONGEST, State, state

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flowpicture.picture import Carrier, Change, Party, Picture, Step, Zone

_READING_ORDER: tuple[Zone, ...] = ("subject", "contractor", "subcontractor", "other", "ward")
_EXACT_ORDERS = 720
_SPAN_POWER = 1.3
_AGAINST_READING = 0.3


@dataclass(frozen=True)
class Wire:
    """One line from `source` to `target` for all `steps` between the two."""

    source: str
    target: str
    steps: tuple[Step, ...]

    @property
    def leading(self) -> Step:
        """The step whose state and carrier the line shows."""
        return min(self.steps, key=lambda step: STRONGEST.index(state(step)))

    @property
    def look(self) -> tuple[State, Carrier]:
        """State and carrier of the line."""
        return state(self.leading), self.leading.carrier

    @property
    def is_gone(self) -> bool:
        """Whether every step of the line is removed."""
        return all(step.change == "removed" for step in self.steps)

    @property
    def change(self) -> Change | None:
        """What is new: all that the line carries, or some of it."""
        changes = {step.change for step in self.steps} - {"removed"}
        if changes == {None} or not changes:
            return None
        return "added" if changes == {"added"} else "changed"

    @property
    def ends(self) -> frozenset[str]:
        """Both nodes, without a direction."""
        return frozenset((self.source, self.target))


def wires_of(picture: Picture) -> tuple[Wire, ...]:
    """Lines between two different nodes, in the order of their first steps."""
    return tuple(wire for wire in _wires(picture) if wire.source != wire.target)


def loops_of(picture: Picture) -> dict[str, Wire]:
    """Lines that come back to the node they leave, by the node."""
    return {wire.source: wire for wire in _wires(picture) if wire.source == wire.target}


def _wires(picture: Picture) -> tuple[Wire, ...]:
    steps_by_ends: dict[tuple[str, str], list[Step]] = {}
    for step in picture.steps:
        steps_by_ends.setdefault((step.source, step.target), []).append(step)
    return tuple(Wire(*ends, tuple(steps)) for ends, steps in steps_by_ends.items())


@dataclass(frozen=True)
class Row:
    """Nodes side by side, in one lane."""

    party: str
    nodes: tuple[str, ...]


Rows = tuple[Row, ...]


def lane_orders(picture: Picture, wires: tuple[Wire, ...]) -> tuple[tuple[Party, ...], ...]:
    """Return at most 720 orders of the lanes, best first: the subject above, the ward below.

    With the ward below all others, a line passes its edge once or never.
    """
    pulls = Counter(
        (picture.party_of(wire.source).id, picture.party_of(wire.target).id) for wire in wires
    )
    tried = islice(_orders(picture), _EXACT_ORDERS)
    return tuple(sorted(tried, key=lambda order: _cost(order, pulls)))


def rows_in_lanes(
    picture: Picture, lanes: tuple[Party, ...], wires: tuple[Wire, ...], limit: int
) -> Rows:
    """Rows from top to bottom, of at most `limit` nodes; no line stays within a row."""
    lane_of = {party.id: lane for lane, party in enumerate(lanes)}
    pull = _pulls({node.id: lane_of[node.party] for node in picture.nodes}, wires)
    rows: list[Row] = []
    for party in lanes:
        members = [node.id for node in picture.nodes if node.party == party.id]
        for rank in _ranks(members, wires, pull):
            rows.extend(Row(party.id, part) for part in _parts(rank, pull, limit))
    return tuple(rows)


def moved_rows(rows: Rows, wires: tuple[Wire, ...], movable: frozenset[str]) -> Iterator[Rows]:
    """Arrangements with a movable node in another row of its lane, then in a row of its own.

    Nodes with many lines come first: they untangle most.
    """
    joined = {wire.ends for wire in wires}
    lines = Counter(end for wire in wires for end in (wire.source, wire.target))
    candidates = [
        (at, node) for at, row in enumerate(rows) for node in row.nodes if node in movable
    ]
    candidates.sort(key=lambda candidate: -lines[candidate[1]])
    for at, node in candidates:
        without = _without(rows, at, node)
        for goal, row in enumerate(rows):
            is_free = not any(frozenset((node, member)) in joined for member in row.nodes)
            if goal != at and row.party == rows[at].party and is_free:
                joining = replace(row, nodes=(*row.nodes, node))
                yield _without_empty((*without[:goal], joining, *without[goal + 1 :]))
    for at, node in candidates:
        without, alone = _without(rows, at, node), Row(rows[at].party, (node,))
        for goal in range(len(rows) + 1):
            if alone.party in {row.party for row in rows[max(goal - 1, 0) : goal + 1]}:
                yield _without_empty((*without[:goal], alone, *without[goal:]))


def halves(rows: Rows, at: int, wires: tuple[Wire, ...]) -> tuple[Row, Row]:
    """Cut the row at index `at` in two: nodes whose lines lead downward go to the lower half."""
    row = rows[at]
    height = {node: index for index, members in enumerate(rows) for node in members.nodes}
    pull = _pulls(height, wires)
    drawn = sorted(row.nodes, key=lambda node: pull[node])
    upper = frozenset(drawn[: len(drawn) // 2])
    return (
        Row(row.party, tuple(node for node in row.nodes if node in upper)),
        Row(row.party, tuple(node for node in row.nodes if node not in upper)),
    )


def _pulls(height: Mapping[str, int], wires: tuple[Wire, ...]) -> Counter[str]:
    """How far down its lines draw every node, by the heights of their ends."""
    pull = Counter[str]()
    for wire in wires:
        pull[wire.source] += height[wire.target] - height[wire.source]
        pull[wire.target] += height[wire.source] - height[wire.target]
    return pull


def _without(rows: Rows, at: int, node: str) -> Rows:
    left = replace(rows[at], nodes=tuple(member for member in rows[at].nodes if member != node))
    return (*rows[:at], left, *rows[at + 1 :])


def _without_empty(rows: Rows) -> Rows:
    return tuple(row for row in rows if row.nodes)


def _orders(picture: Picture) -> Iterator[tuple[Party, ...]]:
    with_nodes = {node.party for node in picture.nodes}
    present = [party for party in picture.parties if party.id in with_nodes]
    top = [party for party in present if party.zone == "subject"]
    bottom = [party for party in present if party.zone == "ward"]
    between = [party for party in present if party.zone not in {"subject", "ward"}]
    for groups in product(permutations(top), permutations(between), permutations(bottom)):
        yield tuple(party for group in groups for party in group)


def _cost(order: tuple[Party, ...], pulls: Counter[tuple[str, str]]) -> float:
    lane_of = {party.id: lane for lane, party in enumerate(order)}
    span = sum(
        count * float(abs(lane_of[source] - lane_of[target]) ** _SPAN_POWER)
        for (source, target), count in pulls.items()
    )
    zones = [_READING_ORDER.index(party.zone) for party in order]
    against = sum(before > after for at, before in enumerate(zones) for after in zones[at + 1 :])
    return span + _AGAINST_READING * against


def _ranks(
    members: list[str], wires: tuple[Wire, ...], pull: Counter[str]
) -> tuple[tuple[str, ...], ...]:
    """Return the generations of the lines within a lane; a cycle is cut at its later step."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(members)
    inside = set(members)
    for wire in wires:
        within = wire.source in inside and wire.target in inside
        if within and not nx.has_path(graph, wire.target, wire.source):
            graph.add_edge(wire.source, wire.target)
    generations = [list(generation) for generation in nx.topological_generations(graph)]
    _lower(graph, generations, pull)
    order = {node: index for index, node in enumerate(members)}
    return tuple(
        tuple(sorted(generation, key=order.__getitem__)) for generation in generations if generation
    )


def _lower(graph: nx.DiGraph[str], generations: list[list[str]], pull: Counter[str]) -> None:
    """Move nodes that are drawn downward as far down as the next of their lane allows."""
    rank = {node: index for index, row in enumerate(generations) for node in row}
    for node in reversed(list(nx.topological_sort(graph))):
        floor = min((rank[after] for after in graph.successors(node)), default=len(generations)) - 1
        is_drawn = pull[node] > 0 or (pull[node] == 0 and graph.out_degree(node))
        if rank[node] < floor and is_drawn:
            generations[rank[node]].remove(node)
            generations[floor].append(node)
            rank[node] = floor


def _parts(rank: tuple[str, ...], pull: Counter[str], limit: int) -> tuple[tuple[str, ...], ...]:
    """Cut a rank that is too long; nodes that are drawn upward come first."""
    if len(rank) <= limit:
        return (rank,)
    count = -(-len(rank) // limit)
    size = -(-len(rank) // count)
    sorted_rank = sorted(rank, key=lambda node: pull[node])
    return tuple(tuple(sorted_rank[start : start + size]) for start in range(0, len(rank), size))
