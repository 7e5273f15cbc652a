"""Links: which case uses what, as a graph, and the questions that pages ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import networkx as nx

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.matter import Matter
    from senrei.model.record import CertificationClaim, Listed

Key = tuple[str, str]  # kind and id of a record


@dataclass(frozen=True)
class Use:
    """One place where a case speaks of something: in which matter, how, and where it says so.

    `field` is the path of the field in the case's schema, `position` counts from 1 inside it.
    `status` is a fixed word by holder and field (`controls.side.ward`), so that its label can be
    looked up; `by` is the record that stands between: who holds a mark, in which role.
    """

    case: str
    field: str
    matter: str | None = None
    position: tuple[int, ...] = ()
    where: str | None = None
    as_written: str | None = None
    summary: str | None = None
    status: str | None = None
    mark: str | None = None
    by: Key | None = None
    either: bool = False


class Links:
    """The graph from cases to what they use; each edge carries one `Use`."""

    def __init__(self, catalog: Catalog) -> None:
        import networkx as nx  # noqa: PLC0415 - takes its time, and a check of one file needs none

        self._graph: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
        self._graph.add_nodes_from(catalog.files)
        for case in catalog.cases.values():
            for target, use in _uses_of(case):
                self._graph.add_edge(("case", case.id), target, use=use)

    def uses(self, kind: str, entry_id: str) -> tuple[Use, ...]:
        """Give every use of a record, in the order of the cases."""
        found: Any = self._graph.in_edges((kind, entry_id), data="use")
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
    for part in (_place_uses, _office_uses, _flow_uses):
        yield from part(case)
    for matter in case.matters:
        for part_of_matter in (_subject_uses, _item_uses, _contractor_uses, _control_uses):
            yield from part_of_matter(case, matter)


def _place_uses(case: Case) -> Iterator[tuple[Key, Use]]:
    use = partial(Use, case.id)
    yield ("ward", case.ward), use("ward")
    yield ("body", case.body), use("body")
    if case.meeting:
        yield ("meeting", case.meeting), use("meeting")
    for department in case.departments:
        key = ("department", department.department)
        yield key, use("departments", where=department.where, as_written=department.as_written)
    for event in case.lineage:
        if event.case:
            key = ("case", event.case)
            yield key, use("lineage", where=event.where, as_written=event.as_written)


def _office_uses(case: Case) -> Iterator[tuple[Key, Use]]:
    use = partial(Use, case.id)
    for office in case.responsible_offices:
        written = f"{office.as_written}：{office.office}"
        yield (
            ("role", office.role),
            use("responsible_offices", where=office.where, as_written=written),
        )
    for facility in case.facilities:
        if facility.operator:
            key = ("contractor", facility.operator)
            yield key, use("facilities", where=facility.where, as_written=facility.name)


def _flow_uses(case: Case) -> Iterator[tuple[Key, Use]]:
    use = partial(Use, case.id)
    if case.data_flow:
        for party in case.data_flow.parties:
            if party.contractor:
                yield ("contractor", party.contractor), use("data_flow", as_written=party.label)
            if party.department:
                yield ("department", party.department), use("data_flow", as_written=party.label)
        for node in case.data_flow.nodes:
            for item in node.holds:
                yield ("data-item", item), use("data_flow", as_written=node.label)
        for number, step in enumerate(case.data_flow.flows, start=1):
            for item in dict.fromkeys((*step.items, *step.creates)):
                yield (
                    ("data-item", item),
                    use("data_flow", position=(number,), where=step.where, summary=step.act),
                )
            for key in (
                *(("medium", medium) for medium in step.medium),
                ("protection", step.encryption),
            ):
                yield key, use("data_flow", where=step.where, summary=step.act)


def _subject_uses(case: Case, matter: Matter) -> Iterator[tuple[Key, Use]]:
    use = partial(Use, case.id, matter=matter.id)
    yield ("matter-type", matter.type), use("matters", as_written=matter.title)
    for basis in matter.legal_basis:
        key = ("article", basis.article)
        yield key, use("matters.legal_basis", where=basis.where, as_written=basis.as_written)
    for subject in matter.data_subjects:
        key = ("data-subject", subject.term)
        yield key, use("matters.data_subjects", where=subject.where, as_written=subject.as_written)


def _item_uses(case: Case, matter: Matter) -> Iterator[tuple[Key, Use]]:
    for group, items in case.numbered_items(matter):
        for number, item in items:
            use = partial(
                Use,
                case.id,
                "matters.data_items",
                matter.id,
                (number,),
                item.where or group.where,
                summary=group.group,
            )
            yield ("data-item", item.term), use(as_written=item.as_written)
            if item.whose:
                yield ("data-subject", item.whose), use(as_written=item.as_written)
            for part in item.parts:
                if part.term != item.term:
                    written = f"{item.as_written}（{part.as_written}）"
                    yield ("data-item", part.term), use(as_written=written)


def _contractor_uses(case: Case, matter: Matter) -> Iterator[tuple[Key, Use]]:
    for number, contractor in matter.numbered_contractors():
        use = partial(Use, case.id, "matters.contractors", matter.id, (number,))
        status = f"contractors.status.{contractor.status}"
        part = use(
            where=contractor.where,
            as_written=contractor.as_written,
            summary=contractor.scope,
            status=status,
            by=("contractor-role", contractor.role),
        )
        yield ("contractor-role", contractor.role), part
        holder = None
        if contractor.contractor:
            holder = ("contractor", contractor.contractor)
            yield holder, part
        yield from _claims(use, contractor.certifications, holder, contractor.as_written)
        for member in contractor.members:
            holder = ("contractor", member.contractor)
            yield (
                holder,
                use(
                    where=member.where,
                    as_written=contractor.as_written,
                    summary=member.scope,
                    status=status,
                    by=("contractor-role", contractor.role),
                ),
            )
            yield from _claims(use, member.certifications, holder, None)
    required = partial(Use, case.id, "matters.certification_requirements", matter.id)
    yield from _claims(required, matter.certification_requirements, None, None)


def _claims(
    use: Callable[..., Use],
    claims: Listed[CertificationClaim],
    holder: Key | None,
    written: str | None,
) -> Iterator[tuple[Key, Use]]:
    for claim in claims:
        yield (
            ("certification", claim.mark),
            use(
                where=claim.where,
                as_written=None if holder else written,
                summary=claim.basis,
                status=f"certifications.status.{claim.status}",
                by=holder,
                either=claim.either,
            ),
        )


def _control_uses(case: Case, matter: Matter) -> Iterator[tuple[Key, Use]]:
    for number, group in matter.numbered_control_groups():
        for place, entry in group.numbered_entries():
            use = Use(
                case.id,
                "matters.controls",
                matter.id,
                (number, place),
                group.where_of(entry),
                summary=entry.summary,
                status=f"controls.side.{group.side}",
                mark=entry.mark,
            )
            for term in (entry.term, *entry.also):
                yield ("control", term), use
