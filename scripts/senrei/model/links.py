"""Links: which case uses what, as a graph, and the questions that pages ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case, CaseContractor, Matter
    from senrei.model.catalog import Catalog
    from senrei.model.record import CertificationClaim, Listed

Key = tuple[str, str]  # kind and id of a record


@dataclass(frozen=True)
class Use:
    """One place where a case speaks of something: in which matter, how, and where it says so.

    `status` is a fixed word named like its field (`controls.side.ward`), so that its label
    can be looked up; None where the use has no status.
    """

    case: str
    matter: str | None
    field: str
    where: str | None
    as_written: str | None = None
    summary: str | None = None
    status: str | None = None
    mark: str | None = None
    by: str | None = None
    either: bool = False


class Links:
    """The graph from cases to what they use; each edge carries one `Use`."""

    def __init__(self, catalog: Catalog) -> None:
        self._graph: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
        self._graph.add_nodes_from(catalog.files)
        for case in catalog.cases.values():
            for target, use in _uses_of(case):
                self._graph.add_edge(("case", case.id), target, use=use)

    def uses(self, kind: str, entry_id: str) -> tuple[Use, ...]:
        """Give every use of a record, in the order of the cases."""
        found = self._graph.in_edges((kind, entry_id), data="use")
        return tuple(sorted((use for _, _, use in found), key=_order))

    def cases_using(self, kind: str, entry_id: str) -> tuple[str, ...]:
        """Give the ids of the cases that use a record, each once."""
        return tuple(dict.fromkeys(use.case for use in self.uses(kind, entry_id)))

    def used_by(self, case_id: str, kind: str) -> tuple[str, ...]:
        """Give the ids of the records of a kind that a case uses, each once, in its order."""
        found = self._graph.out_edges(("case", case_id))
        return tuple(dict.fromkeys(target[1] for _, target in found if target[0] == kind))


def _order(use: Use) -> tuple[str, str]:
    return use.case, use.matter or ""


def _uses_of(case: Case) -> Iterator[tuple[Key, Use]]:
    def use(field: str, where: str | None = None, **more: str | None) -> Use:
        return Use(case.id, None, field, where, **more)  # type: ignore[arg-type]

    yield ("ward", case.ward), use("ward")
    yield ("body", case.body), use("body")
    if case.meeting:
        yield ("meeting", case.meeting), use("meeting")
    for department in case.departments:
        key = ("department", department.department)
        yield key, use("departments", department.where, as_written=department.as_written)
    for office in case.responsible_offices:
        key = ("role", office.role)
        yield key, use("responsible_offices", office.where, as_written=office.as_written)
    for facility in case.facilities:
        if facility.operator:
            key = ("contractor", facility.operator)
            yield key, use("facilities", facility.where, as_written=facility.name)
    for event in case.lineage:
        if event.case:
            yield ("case", event.case), use("lineage", event.where, as_written=event.as_written)
    for matter in case.matters:
        yield from _matter_uses(case, matter)
    if case.data_flow:
        for step in case.data_flow.flows:
            for item in dict.fromkeys((*step.items, *step.creates)):
                yield ("data-item", item), use("data_flow", step.where, summary=step.act)


def _matter_uses(case: Case, matter: Matter) -> Iterator[tuple[Key, Use]]:
    def use(field: str, where: str | None, **more: str | bool | None) -> Use:
        return Use(case.id, matter.id, field, where, **more)  # type: ignore[arg-type]

    yield ("matter-type", matter.type), use("type", None, as_written=matter.title)
    for basis in matter.legal_basis:
        yield ("article", basis.article), use("legal_basis", basis.where, as_written=basis.as_written)
    for subject in matter.data_subjects:
        key = ("data-subject", subject.term)
        yield key, use("data_subjects", subject.where, as_written=subject.as_written)
    for group in case.data_item_groups(matter):
        for item in group.items:
            where = item.where or group.where
            key = ("data-item", item.term)
            yield key, use("data_items", where, as_written=item.as_written, summary=group.group)
            if item.whose:
                yield ("data-subject", item.whose), use("whose", where, as_written=item.as_written)
            for part in item.parts:
                written = f"{item.as_written}（{part.as_written}）"
                key = ("data-item", part.term)
                if part.term != item.term:
                    yield key, use("data_items", where, as_written=written, summary=group.group)
    for contractor in matter.contractors:
        yield from _contractor_uses(case, matter, contractor)
    yield from _claims(case, matter, matter.certification_requirements, None)
    for controls in matter.controls:
        for entry in controls.entries:
            for term in (entry.term, *entry.also):
                yield (
                    ("control", term),
                    use(
                        "controls",
                        controls.where_of(entry),
                        summary=entry.summary,
                        status=f"controls.side.{controls.side}",
                        mark=entry.mark,
                    ),
                )


def _contractor_uses(
    case: Case, matter: Matter, contractor: CaseContractor
) -> Iterator[tuple[Key, Use]]:
    status = f"contractors.status.{contractor.status}"
    use = Use(
        case.id,
        matter.id,
        "contractors",
        contractor.where,
        as_written=contractor.as_written,
        summary=contractor.scope,
        status=status,
        by=contractor.role,
    )
    if contractor.contractor:
        yield ("contractor", contractor.contractor), use
    yield ("contractor-role", contractor.role), use
    yield from _claims(
        case, matter, contractor.certifications, contractor.contractor, contractor.as_written
    )
    for member in contractor.members:
        yield (
            ("contractor", member.contractor),
            Use(
                case.id,
                matter.id,
                "members",
                member.where,
                as_written=contractor.as_written,
                summary=member.scope,
                status=status,
                by=contractor.role,
            ),
        )
        yield from _claims(case, matter, member.certifications, member.contractor)


def _claims(
    case: Case,
    matter: Matter,
    claims: Listed[CertificationClaim],
    holder: str | None,
    written: str | None = None,
) -> Iterator[tuple[Key, Use]]:
    for claim in claims:
        yield (
            ("certification", claim.mark),
            Use(
                case.id,
                matter.id,
                "certifications" if holder or written else "certification_requirements",
                claim.where,
                as_written=None if holder else written,
                summary=claim.basis,
                status=f"certifications.status.{claim.status}",
                by=holder,
                either=claim.either,
            ),
        )
