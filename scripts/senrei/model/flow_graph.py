"""Flow graph: the data flow of a case as a networkx graph, and where an item ends up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from senrei.model.data_flow import DataFlow, Flow


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
    steps = _steps(graph)
    carried: nx.DiGraph[str] = nx.DiGraph()
    carried.add_edges_from((step.source, step.target) for step in steps if item in step.items)
    origins = {node.id for node in flow.nodes if item in node.holds} & set(graph)
    origins |= {step.source for step in steps if item in (*step.items, *step.creates)}
    reached = set(origins)
    for origin in origins & set(carried):
        reached |= nx.descendants(carried, origin)
    order = [place for step in flow.flows for place in (step.source, step.target)]
    known = dict.fromkeys((*order, *(node.id for node in flow.nodes)))
    return tuple(place for place in known if place in reached)


def items_carried(flow: DataFlow) -> tuple[str, ...]:
    """Give the ids of the items that the steps of the last state name, in their order."""
    ordered = sorted(_steps(flow_graph(flow)), key=lambda step: step.step)
    return tuple(dict.fromkeys(item for step in ordered for item in (*step.items, *step.creates)))


def _steps(graph: nx.MultiDiGraph[str]) -> list[Flow]:
    return [data["step"] for _, _, data in graph.edges(data=True)]
