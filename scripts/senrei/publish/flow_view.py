"""Flow view: what the page of a case tells under the pictures of its data flow."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.model.data_flow import Flow
from senrei.model.flow_graph import party_graph
from senrei.model.flow_remarks import flow_remarks
from senrei.model.vocabulary import DataItemTerm, ProtectionTerm
from senrei.publish.anchors import step_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowpicture import StepRow
    from senrei.model.catalog import Catalog
    from senrei.model.data_flow import DataFlow
    from senrei.model.flow_remarks import FlowRemark

    Subject = tuple[str, str | None, tuple[str, ...]]
    RemarkRow = tuple[str, str | None, tuple[Subject, ...]]


@dataclass(frozen=True)
class Exchange:
    """All that goes from one party to another.

    `protections` counts the steps by the words for their encryption; steps without personal data
    are left out of it.
    """

    giver: str
    taker: str
    steps: tuple[int, ...]
    items: tuple[str, ...]
    is_sensitive: bool
    protections: tuple[tuple[str, int], ...]


def exchanges(flow: DataFlow, catalog: Catalog) -> Iterator[Exchange]:
    """Yield the exchanges of the last state, in the order of their first steps."""
    labels = {party.id: party.label for party in flow.parties}
    edges: list[tuple[str, str, tuple[Flow, ...]]] = list(party_graph(flow).edges(data="steps"))
    for giver, taker, steps in sorted(edges, key=lambda edge: edge[2][0].step):
        protections = (
            catalog.of(ProtectionTerm)[step.encryption].label for step in steps if step.carries_data
        )
        items = tuple(dict.fromkeys(item for step in steps for item in step.items))
        yield Exchange(
            labels[giver],
            labels[taker],
            tuple(step.step for step in steps),
            items,
            any(catalog.of(DataItemTerm)[item].sensitivity for item in items),
            tuple(Counter(protections).items()),
        )


def remark_rows(flow: DataFlow, catalog: Catalog, rows: tuple[StepRow, ...]) -> Iterator[RemarkRow]:
    """Yield name, answer and subjects of the remarks with the same name and answer.

    The answer is None if nobody has looked. A subject is a step or node: its label, its anchor in
    the table of steps (None for a node), and the ids of its items. `rows` are those of the table,
    one for each step.
    """
    anchors = {id(step): step_anchor(row.key) for step, row in zip(flow.flows, rows, strict=True)}
    groups: dict[tuple[str, str | None], list[FlowRemark]] = {}
    for remark in flow_remarks(flow, catalog):
        reason = remark.confirmed.reason if remark.confirmed else None
        groups.setdefault((remark.name, reason), []).append(remark)
    for (name, reason), members in groups.items():
        subjects = tuple(
            (
                remark.label,
                anchors[id(remark.subject)] if isinstance(remark.subject, Flow) else None,
                remark.items,
            )
            for remark in members
        )
        yield name, reason, subjects
