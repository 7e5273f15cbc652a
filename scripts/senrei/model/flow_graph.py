"""Flow graph: the data flow of a case as a networkx graph, and where an item ends up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from senrei.model.data_flow import DataFlow


def flow_graph(flow: DataFlow) -> nx.MultiDiGraph[str]:
    """Make the graph of the state that the paper describes last: places, and steps between them.

    Nodes are ids of places; each edge carries its `step` (a `Flow`).
    """
    last = flow.versions[-1].id if flow.versions else ""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(
        node.id for node in flow.nodes if not node.versions or last in node.versions
    )
    for step in flow.flows:
        if not step.versions or last in step.versions:
            graph.add_edge(step.source, step.target, step=step)
    return graph


def places_reached(flow: DataFlow, item: str) -> tuple[str, ...]:
    """Give the ids of the places that an item is in or comes to, in the order of the steps.

    Only steps that name the item count: a step whose items the paper leaves out proves nothing.
    """
    graph = flow_graph(flow)
    carrying = [
        (source, target, key)
        for source, target, key, step in graph.edges(keys=True, data="step")
        if item in step.items
    ]
    carried = graph.edge_subgraph(carrying)
    origins = {node.id for node in flow.nodes if item in node.holds} & set(graph)
    origins |= {source for source, _, _ in carrying}
    origins |= {source for source, _, step in graph.edges(data="step") if item in step.creates}
    reached = set(origins)
    for origin in origins & set(carried):
        reached |= nx.descendants(carried, origin)
    order = [place for step in flow.flows for place in (step.source, step.target)]
    known = dict.fromkeys((*order, *(node.id for node in flow.nodes)))
    return tuple(place for place in known if place in reached)


def items_carried(flow: DataFlow) -> tuple[str, ...]:
    """Give the ids of the items that the steps of the last state name, in their order."""
    steps = (step for _, _, step in flow_graph(flow).edges(data="step"))
    ordered = sorted(steps, key=lambda step: step.step)
    return tuple(dict.fromkeys(item for step in ordered for item in (*step.items, *step.creates)))
