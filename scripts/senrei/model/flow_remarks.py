"""Flow remarks (確認事項): what a reader of a data flow should look into, by rule.

A remark accuses nobody: the record may have a slip, or the paper may leave something unsaid.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from senrei.model.data_flow import Flow
from senrei.model.flow_graph import flow_graph, steps_of
from senrei.model.vocabulary import DataItemTerm, MediumTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from senrei.model.catalog import Catalog
    from senrei.model.data_flow import Confirmed, DataFlow, Node

    FlowGraph = nx.MultiDiGraph[str]


@dataclass(frozen=True)
class FlowRemark:
    """One remark on a step or on a node of a flow."""

    name: str
    """A word of `confirmed.remark` in the schema."""
    subject: Flow | Node
    items: tuple[str, ...] = ()
    """The ids of the items that it is about; empty where it is about none in particular."""
    confirmed: Confirmed | None = None
    """What the editors say who looked into it; None where nobody has."""

    @property
    def key(self) -> int | str:
        """The number of the step, or the id of the node."""
        return self.subject.step if isinstance(self.subject, Flow) else self.subject.id

    @property
    def label(self) -> str:
        """The step or node as a reader knows it."""
        if isinstance(self.subject, Flow):
            return f"手順{self.subject.step}"
        return self.subject.label

    def is_meant_by(self, confirmed: Confirmed) -> bool:
        """Return whether the editors confirmed this remark."""
        keys = confirmed.steps if isinstance(self.subject, Flow) else confirmed.places
        return self.name == confirmed.remark and self.key in keys


def flow_remarks(flow: DataFlow, catalog: Catalog) -> tuple[FlowRemark, ...]:
    """Return all remarks, those of one name together, confirmed or not.

    Items that never came are looked for in every state of the flow, the rest in the last one.
    KeyError where the flow points to what it does not have.
    """
    last = flow_graph(flow)
    remarks = (
        *_never_received(flow),
        *_boundary_unstated(last),
        *_sensitive_carried(last, catalog),
        *_never_ended(last),
        *_unused_nodes(flow),
    )
    return tuple(
        replace(remark, confirmed=next(filter(remark.is_meant_by, flow.confirmed), None))
        for remark in remarks
    )


def _never_received(flow: DataFlow) -> Iterator[FlowRemark]:
    """Yield stores that send what they did not hold or make and no step brought."""
    told: set[int] = set()
    versions = [version.id for version in flow.versions]
    for version in versions or [""]:
        graph = flow_graph(flow, version)
        for step in steps_of(graph):
            missing = _missing(graph, step)
            if missing and id(step) not in told:
                told.add(id(step))
                yield FlowRemark("never-received", step, items=missing)


def _missing(graph: FlowGraph, sent: Flow) -> tuple[str, ...]:
    node: Node = graph.nodes[sent.source]["node"]
    if not node.is_store:
        return ()
    brought = _brought(graph, node)
    if any(not step.items.is_stated for step in brought):
        return ()  # the paper does not tell what came: it may have been anything
    made = (item for step in _sent(graph, node) for item in step.creates)
    had = {*node.holds, *made, *(item for step in brought for item in step.items)}
    return tuple(item for item in sent.items if item not in had)


def _boundary_unstated(graph: FlowGraph) -> Iterator[FlowRemark]:
    for step in steps_of(graph):
        inside = [graph.nodes[end]["zone"] == "ward" for end in (step.source, step.target)]
        if any(inside) and not all(inside) and step.carries_data and step.encryption == "unstated":
            yield FlowRemark("boundary-unstated", step)


def _sensitive_carried(graph: FlowGraph, catalog: Catalog) -> Iterator[FlowRemark]:
    for step in steps_of(graph):
        mediums = [catalog.of(MediumTerm)[medium] for medium in step.medium]
        is_carried = any(medium.carrier == "paper" or medium.portable for medium in mediums)
        sensitive = tuple(item for item in step.items if catalog.of(DataItemTerm)[item].sensitivity)
        if is_carried and sensitive:
            yield FlowRemark("sensitive-carried", step, items=sensitive)


def _never_ended(graph: FlowGraph) -> Iterator[FlowRemark]:
    for node in (data["node"] for _, data in graph.nodes(data=True)):
        came = any(step.carries_data for step in _brought(graph, node))
        if (
            node.is_store
            and (came or node.holds)
            and not any(step.end for step in _sent(graph, node))
        ):
            yield FlowRemark("never-ended", node)


def _unused_nodes(flow: DataFlow) -> Iterator[FlowRemark]:
    used = {end for step in flow.flows for end in (step.source, step.target)}
    for node in flow.nodes:
        if node.id not in used:
            yield FlowRemark("unused-place", node)


def _brought(graph: FlowGraph, node: Node) -> list[Flow]:
    return [data["step"] for _, _, data in graph.in_edges(node.id, data=True)]


def _sent(graph: FlowGraph, node: Node) -> list[Flow]:
    return [data["step"] for _, _, data in graph.out_edges(node.id, data=True)]
