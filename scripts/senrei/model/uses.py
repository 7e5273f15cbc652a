"""Uses: the places where a case speaks of another record, and how it does."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from senrei.model.record import Stated
from senrei.model.use import Key, Use, act_status, claim_status, part_status, side_status
from senrei.source.schema import ANY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from senrei.model.case import Case
    from senrei.model.words import KindId
    from senrei.source.schema import FieldPath


def uses_of(case: Case, references: Mapping[FieldPath, KindId]) -> Iterator[tuple[Key, Use]]:
    """Yield every use that a case makes of a record; `references` are those of its schema."""
    for path, kind in references.items():
        if path[0] not in _TOLD_IN_DETAIL:
            yield from _plain_uses(case, path, kind)
    for part in (
        _act_uses,
        _office_uses,
        _flow_uses,
        _subject_uses,
        _provision_uses,
        _item_uses,
        _participant_uses,
        _claim_uses,
        _control_uses,
    ):
        yield from part(case)


# These fields say more of a use than where it stands; what took a case's place is no use of it.
_TOLD_IN_DETAIL = {"acts", "responsible_offices", "facilities", "data_flow", "matters", "standing"}


def _plain_uses(case: Case, path: FieldPath, kind: KindId) -> Iterator[tuple[Key, Use]]:
    for holder, entry_id in named_at(case, path):
        where, written = getattr(holder, "where", None), getattr(holder, "as_written", None)
        yield (kind, entry_id), Use(case.id, path[0], where=where, as_written=written)


def named_at(case: Case, path: FieldPath) -> Iterator[tuple[Any, str]]:
    """Yield the ids that stand at a path of a case, each with the value that holds it."""
    return _ends(case, case, path)


def _ends(holder: Any, value: Any, path: FieldPath) -> Iterator[tuple[Any, str]]:
    """Yield what stands at the end of a path, each with the value that holds it."""
    if isinstance(value, Stated):
        value = value.value
    if value is None:
        return
    if not path:
        yield holder, value
    elif path[0] == ANY:
        for part in value:
            yield from _ends(holder, part, path[1:])
    else:
        yield from _ends(value, getattr(value, path[0]), path[1:])


def _act_uses(case: Case) -> Iterator[tuple[Key, Use]]:
    for number, act in enumerate(case.acts, start=1):
        written = act.agenda_as_written or act.agenda_number.value or act.as_written
        use = Use(case.id, "acts", position=(number,), where=act.where, as_written=written)
        if act.body.value:
            yield ("body", act.body.value), use
        if act.meeting.value:
            yield ("meeting", act.meeting.value), replace(use, status=act_status(act.act))


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
            key: Key = ("contractor", facility.operator)
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
            moved = use("data_flow", where=step.where, summary=step.act)
            yield from ((("medium", medium), moved) for medium in step.medium)
            yield ("protection", step.encryption), moved


def _subject_uses(case: Case) -> Iterator[tuple[Key, Use]]:
    for matter in case.matters:
        use = partial(Use, case.id, matter=matter.id)
        yield ("matter-type", matter.type), use("matters", as_written=matter.title)
        for basis in matter.legal_basis:
            key: Key = ("article", basis.article)
            yield key, use("matters.legal_basis", where=basis.where, as_written=basis.as_written)
        for subject in matter.data_subjects:
            key = ("data-subject", subject.term)
            written = subject.as_written
            yield key, use("matters.data_subjects", where=subject.where, as_written=written)


def _provision_uses(case: Case) -> Iterator[tuple[Key, Use]]:
    for matter in case.matters:
        for provision in matter.provisions:
            use = partial(Use, case.id, "matters.provisions", matter.id, where=provision.where)
            named = provision.counterpart.as_written
            for ground in provision.ground:
                if ground.article:
                    yield ("article", ground.article), use(as_written=ground.as_written)
            for item in provision.items:
                yield ("data-item", item.term), use(as_written=item.as_written, summary=named)
            for medium in provision.medium:
                yield ("medium", medium), use(as_written=named)


def _item_uses(case: Case) -> Iterator[tuple[Key, Use]]:
    for said in case.items:
        item = said.item
        use = partial(
            Use,
            case.id,
            "matters.data_items",
            said.matter.id,
            (said.number,),
            said.where,
            summary=said.group.group,
        )
        yield ("data-item", item.term), use(as_written=item.as_written)
        if item.whose:
            yield ("data-subject", item.whose), use(as_written=item.as_written)
        for part in item.parts:
            if part.term != item.term:
                written = f"{item.as_written}（{part.as_written}）"
                yield ("data-item", part.term), use(as_written=written)


def _participant_uses(case: Case) -> Iterator[tuple[Key, Use]]:
    for participant in case.participants:
        contractor, said = participant.contractor, participant.said
        part = Use(
            case.id,
            "matters.contractors",
            participant.matter.id,
            (participant.number,),
            said.where,
            as_written=contractor.as_written,
            summary=said.scope,
            status=part_status(contractor.status),
            by=("contractor-role", contractor.role),
        )
        if participant.member is None:
            yield ("contractor-role", contractor.role), part
        if said.contractor:
            yield ("contractor", said.contractor), part


def _claim_uses(case: Case) -> Iterator[tuple[Key, Use]]:
    for said in case.claims:
        participant, claim = said.participant, said.claim
        use = Use(
            case.id,
            said.field,
            said.matter.id,
            where=claim.where,
            summary=claim.basis,
            status=claim_status(claim.status),
            either=claim.either,
        )
        if participant:
            use = replace(use, position=(participant.number,))
            if participant.organisation:
                use = replace(use, by=("contractor", participant.organisation))
            else:
                use = replace(use, as_written=participant.contractor.as_written)
        yield ("certification", claim.mark), use


def _control_uses(case: Case) -> Iterator[tuple[Key, Use]]:
    for said in case.controls:
        use = Use(
            case.id,
            "matters.controls",
            said.matter.id,
            said.position,
            said.where,
            summary=said.entry.summary,
            status=side_status(said.group.side),
            mark=said.entry.mark,
        )
        for term in said.terms:
            yield ("control", term), use
