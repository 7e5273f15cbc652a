"""Flow graph: the data flow of a case as a networkx graph, and where an item ends up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from senrei.model.data_flow import DataFlow, Flow


def flow_graph(flow: DataFlow, version: str = "") -> nx.MultiDiGraph[str]:
    """Return the graph of a version: nodes, and steps between them; the last one if none is named.

    Its nodes are ids, with their `node` (a `Node`) and its `zone`; each edge carries its `step`
    (a `Flow`).
    """
    shown = version or (flow.versions[-1].id if flow.versions else "")
    zones = {party.id: party.zone for party in flow.parties}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in flow.nodes:
        if not node.versions or shown in node.versions:
            graph.add_node(node.id, node=node, zone=zones[node.party])
    for step in flow.flows:
        if not step.versions or shown in step.versions:
            graph.add_edge(step.source, step.target, step=step)
    return graph


def steps_of(graph: nx.MultiDiGraph[str]) -> list[Flow]:
    """Return the steps of a graph in the order of their numbers."""
    return sorted(
        (data["step"] for _, _, data in graph.edges(data=True)), key=lambda step: step.step
    )


def party_graph(flow: DataFlow) -> nx.Graph[str]:
    """Return the directed graph of who gives to whom in the last state: nodes joined by party.

    Nodes are ids of parties; each edge carries its `steps` (a tuple of `Flow`). What stays within a
    party is left out.
    """
    graph = flow_graph(flow)
    members: dict[str, set[str]] = {party.id: set() for party in flow.parties}
    for node, data in graph.nodes(data=True):
        members[data["node"].party].add(node)
    present = {party: nodes for party, nodes in members.items() if nodes}

    def between(ours: frozenset[str], theirs: frozenset[str]) -> dict[str, tuple[Flow, ...]]:
        steps = steps_of(graph)
        return {"steps": tuple(s for s in steps if s.source in ours and s.target in theirs)}

    parties = nx.quotient_graph(
        graph, list(present.values()), edge_data=between, create_using=nx.DiGraph
    )
    return nx.relabel_nodes(parties, {frozenset(nodes): party for party, nodes in present.items()})


def nodes_reached(flow: DataFlow, item: str) -> tuple[str, ...]:
    """Return the ids of the nodes that an item is in or comes to, in the order of the steps.

    Only steps that name the item count: a step whose items the paper leaves out proves nothing.
    """
    graph = flow_graph(flow)
    steps = steps_of(graph)
    carried: nx.DiGraph[str] = nx.DiGraph()
    carried.add_edges_from((step.source, step.target) for step in steps if item in step.items)
    origins = {node.id for node in flow.nodes if item in node.holds} & set(graph)
    origins |= {step.source for step in steps if item in (*step.items, *step.creates)}
    reached = set(origins)
    for origin in origins & set(carried):
        reached |= nx.descendants(carried, origin)
    order = [node for step in flow.flows for node in (step.source, step.target)]
    known = dict.fromkeys((*order, *(node.id for node in flow.nodes)))
    return tuple(node for node in known if node in reached)


def node_names(flow: DataFlow, item: str) -> tuple[str, ...]:
    """Return the names of the nodes that an item is in or comes to, as `nodes_reached` does."""
    names = {node.id: node.label for node in flow.nodes}
    return tuple(names[node] for node in nodes_reached(flow, item))


def items_carried(flow: DataFlow) -> tuple[str, ...]:
    """Return the ids of the items that the steps of the last state name, in their order."""
    steps = steps_of(flow_graph(flow))
    return tuple(dict.fromkeys(item for step in steps for item in (*step.items, *step.creates)))
