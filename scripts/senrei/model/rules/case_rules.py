"""Rules within a case: what points to what, marks and reasons, items, numbers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from senrei.model.rules.found import Found, warning
from senrei.source.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.matter import ControlEntry, Matter
    from senrei.model.record import CertificationClaim
    from senrei.source.yaml_text import Document, Pointer


def _matters_are_declared(case: Case, _: Catalog, document: Document) -> Iterator[Found]:
    known = [matter.id for matter in case.matters]
    for index, matter_id in enumerate(known):
        if matter_id in known[:index]:
            message = f"事項の識別子「{matter_id}」が二度使われています。"
            yield Found(("matters", index, "id"), "duplicate-id", message)
    for pointer, name, value in document.leaves:
        names_a_matter = name == "same_as" or (name == "matters" and len(pointer) > 1)
        if names_a_matter and value not in known:
            message = f"事項「{value}」はこの記録にありません。{nearest(str(value), known)}"
            yield Found(pointer, "matter", message)


def _systems_are_declared(case: Case, _: Catalog, document: Document) -> Iterator[Found]:
    known = [system.id for system in case.systems]
    for pointer, name, value in document.leaves:
        if name == "system" and value not in known:
            message = f"システム「{value}」はこの記録にありません。{nearest(str(value), known)}"
            yield Found(pointer, "system", message)


def _parts_belong_to_ward(case: Case, catalog: Catalog, _: Document) -> Iterator[Found]:
    if catalog.ward_of_body[case.body].id != case.ward:
        message = f"機関「{case.body}」は区「{case.ward}」のものではありません。"
        yield Found(("body",), "ward", message)
    for index, department in enumerate(case.departments):
        if catalog.ward_of_department[department.department].id != case.ward:
            message = f"部署「{department.department}」は区「{case.ward}」のものではありません。"
            yield Found(("departments", index, "department"), "ward", message)
    if case.meeting and catalog.entry("meeting", case.meeting).body != case.body:
        message = "この会議は、この案件の機関の会議ではありません。"
        yield Found(("meeting",), "ward", message)


def _marks_have_reasons(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    for pointer, entry in _entries(case):
        if entry.mark == "dash" and not entry.reason:
            yield Found(pointer, "mark", "「－」の印には reason（印の理由）を書きます。")
        if entry.reason and entry.mark != "dash":
            message = "理由は「－」の印のときだけ書きます。"
            yield Found((*pointer, "reason"), "mark", message)


def _only_rows_hold_several_terms(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    for pointer, entry in _entries(case):
        if entry.also and entry.row is None:
            message = (
                "also（ほかの対策）はチェックリストの行だけに書きます。"
                "別々の義務なら別の項目に分けてください。"
            )
            yield Found((*pointer, "also"), "also", message)


def _entries(case: Case) -> Iterator[tuple[Pointer, ControlEntry]]:
    for index, matter in enumerate(case.matters):
        for number, group in enumerate(matter.controls):
            for place, entry in enumerate(group.entries):
                yield ("matters", index, "controls", number, "entries", place), entry


def _items_or_same_as(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    pointing = {m.id for m in case.matters if any(group.same_as for group in m.data_items)}
    for index, matter in enumerate(case.matters):
        for number, group in enumerate(matter.data_items):
            if bool(group.items) == bool(group.same_as):
                message = "items（項目）と same_as（同じとする事項）のどちらか一つを書きます。"
                yield Found(("matters", index, "data_items", number), "items", message)
            if group.same_as in pointing:
                message = (
                    f"「{group.same_as}」も別の事項と同じとしています。"
                    "項目を自分で持つ事項を same_as に書きます。"
                )
                yield Found(("matters", index, "data_items", number, "same_as"), "items", message)


def _volumes_have_a_number(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    for index, matter in enumerate(case.matters):
        for number, volume in enumerate(matter.volumes):
            pointer = ("matters", index, "volumes", number)
            if volume.value is None and volume.min is None and volume.max is None:
                yield Found(pointer, "volume", "value か、幅なら min と max を書きます。")
            if volume.min is not None and volume.max is not None and volume.min > volume.max:
                yield Found((*pointer, "min"), "volume", "min が max より大きくなっています。")


def _certifications_agree(case: Case, catalog: Catalog, _: Document) -> Iterator[Found]:
    """One organisation's mark cannot be held here and to be obtained there without a note."""
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for index, matter in enumerate(case.matters):
        for pointer, holder, claim in _claims(index, matter):
            known = said[holder, claim.mark]
            if known and claim.status not in known and not claim.note:
                message = (
                    f"「{catalog.label('certification', claim.mark)}」の状況が、"
                    "同じ事業者の別の箇所と違います。どちらかを直すか、note に理由を書きます。"
                )
                yield warning((*pointer, "status"), "certification", message)
            known.add(claim.status)


def _claims(index: int, matter: Matter) -> Iterator[tuple[Pointer, str, CertificationClaim]]:
    for number, contractor in enumerate(matter.contractors):
        pointer = ("matters", index, "contractors", number)
        if contractor.contractor:
            for place, claim in enumerate(contractor.certifications):
                yield (*pointer, "certifications", place), contractor.contractor, claim
        for position, member in enumerate(contractor.members):
            for place, claim in enumerate(member.certifications):
                inside = (*pointer, "members", position, "certifications", place)
                yield inside, member.contractor, claim


CASE_RULES = (
    _matters_are_declared,
    _systems_are_declared,
    _parts_belong_to_ward,
    _marks_have_reasons,
    _only_rows_hold_several_terms,
    _items_or_same_as,
    _volumes_have_a_number,
    _certifications_agree,
)
