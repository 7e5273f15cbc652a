"""Remark view: the remarks on a case's data flow as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.model.data_flow import Flow
from senrei.model.flow_remarks import flow_remarks
from senrei.publish.anchors import step_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowpicture import StepRow
    from senrei.model.catalog import Catalog
    from senrei.model.data_flow import DataFlow
    from senrei.model.flow_remarks import FlowRemark


@dataclass(frozen=True)
class RemarkedSubject:
    """A step or place: its name, its row in the table of steps (steps only), what never came."""

    label: str
    anchor: str | None
    items: tuple[str, ...]


@dataclass(frozen=True)
class RemarkRow:
    """Subjects with the same remark; `reason` is what the editors found, None if nobody looked."""

    kind: str
    reason: str | None
    subjects: tuple[RemarkedSubject, ...]


def remark_rows(flow: DataFlow, catalog: Catalog, rows: tuple[StepRow, ...]) -> Iterator[RemarkRow]:
    """Group the remarks by kind and answer; `rows` are those of the table, one for each step."""
    anchors = {id(step): step_anchor(row.key) for step, row in zip(flow.flows, rows, strict=True)}

    groups: dict[tuple[str, str | None], list[FlowRemark]] = {}
    for remark in flow_remarks(flow, catalog):
        reason = remark.confirmed.reason if remark.confirmed else None
        groups.setdefault((remark.kind, reason), []).append(remark)
    for (kind, reason), members in groups.items():
        subjects = tuple(
            RemarkedSubject(
                remark.label,
                anchors[id(remark.subject)] if isinstance(remark.subject, Flow) else None,
                remark.items,
            )
            for remark in members
        )
        yield RemarkRow(kind, reason, subjects)
