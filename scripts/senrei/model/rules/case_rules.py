"""Rules within a case: what points to what, marks and reasons, items, numbers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from senrei.model.organisations import Ward
from senrei.model.record import DOES_NOT_APPLY, NONE
from senrei.model.rules.act_rules import ACT_RULES
from senrei.model.rules.finding import Finding, duplicate_ids, warning
from senrei.model.vocabulary import MatterTypeTerm
from senrei.source.characters import printable
from senrei.source.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.source.yaml_text import Document


def _matters_are_declared(case: Case, _: Catalog, document: Document) -> Iterator[Finding]:
    known = [matter.id for matter in case.matters]
    yield from duplicate_ids(known, ("matters",))
    for pointer, name, value in document.leaves:
        names_a_matter = name == "same_as" or (name == "matters" and len(pointer) > 1)
        if names_a_matter and value not in known:
            message = _not_here("事項", str(value), known, "matters")
            yield Finding(pointer, "matter", message)


def _systems_are_declared(case: Case, _: Catalog, document: Document) -> Iterator[Finding]:
    known = [system.id for system in case.systems]
    yield from duplicate_ids(known, ("systems",))
    for pointer, name, value in document.leaves:
        if name == "system" and value not in known:
            message = _not_here("システム", str(value), known, "systems")
            yield Finding(pointer, "system", message)


def _not_here(what: str, word: str, known: list[str], home: str) -> str:
    named = "、".join(known)
    there = f"書けるのは {named} です。" if known else ""
    return (
        f"{what}「{printable(word)}」はこの記録にありません。{nearest(word, known)}{there}"
        f"新しいものなら {home} に加えてください。"
    )


def _parts_belong_to_ward(case: Case, catalog: Catalog, _: Document) -> Iterator[Finding]:
    for index, department in enumerate(case.departments):
        if catalog.ward_of_department[department.department].id != case.ward:
            there = [department.id for department in catalog.of(Ward)[case.ward].departments]
            guess = nearest(department.department, there) or f"例「{next(iter(there), '')}」。"
            message = (
                f"部署「{department.department}」は自治体「{case.ward}」のものではありません。"
                f"{guess}新しい部署なら records/wards/{case.ward}.yml に加えてください。"
            )
            yield Finding(("departments", index, "department"), "ward", message)


_NO_REASON = (
    "「－」の印（mark: dash）には、資料にある理由を reason（印の理由）に書きます。"
    "例「reason: 該当するデータがないため」。理由がなければ mark を直してください。"
)


def _marks_have_reasons(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    for said in case.controls:
        entry = said.entry
        if entry.mark == "dash" and not entry.reason:
            yield Finding(said.pointer, "mark", _NO_REASON)
        if entry.reason and entry.mark != "dash":
            message = (
                "reason（印の理由）は「－」の印（mark: dash）のときだけ書きます。"
                "mark を直すか、reason の行を消してください。"
            )
            yield Finding((*said.pointer, "reason"), "mark", message)


def _only_rows_hold_several_terms(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    for said in case.controls:
        if said.entry.also and said.entry.row is None:
            message = (
                "also（ほかの対策）はチェックリストの行だけに書きます。"
                "別々の義務なら別の項目に分けてください。"
            )
            yield Finding((*said.pointer, "also"), "also", message)


def _items_or_same_as(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    pointing = {m.id for m in case.matters if any(group.same_as for group in m.data_items)}
    for index, matter in enumerate(case.matters):
        for number, group in enumerate(matter.data_items):
            if bool(group.items) == bool(group.same_as):
                message = (
                    "items（項目）と same_as（同じとする事項）のどちらか一つだけを書きます。"
                    "項目を並べるなら same_as の行を消し、「７に同じ」なら items を消してください。"
                )
                yield Finding(("matters", index, "data_items", number), "items", message)
            if group.same_as in pointing:
                message = (
                    f"「{group.same_as}」も別の事項と同じとしています。"
                    "項目を自分で持つ事項を same_as に書きます。"
                )
                yield Finding(("matters", index, "data_items", number, "same_as"), "items", message)


_NO_NUMBER = (
    "数がありません。value（数）を書くか、幅なら min（下限）と max（上限）を書きます。"
    "例「value: 100」。"
)
_SWAPPED = (
    "min（下限）が max（上限）より大きくなっています。"
    "二つを入れ替えるか、資料の数を確かめてください。"
)


def _volumes_have_a_number(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    for index, matter in enumerate(case.matters):
        for number, volume in enumerate(matter.volumes):
            pointer = ("matters", index, "volumes", number)
            if volume.value is None and volume.min is None and volume.max is None:
                yield Finding(pointer, "volume", _NO_NUMBER)
            if volume.min is not None and volume.max is not None and volume.min > volume.max:
                yield Finding((*pointer, "min"), "volume", _SWAPPED)


def _held_marks_have_a_basis(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    for said in case.claims:
        if said.claim.status == "held" and not said.claim.basis:
            message = (
                "取得済み（held）と書くには、資料が何を根拠にそう述べているかを basis（根拠）に"
                "書きます。例「basis: 登録番号が書かれています。」。"
                "根拠がなければ「status: unstated」にしてください。"
            )
            yield Finding((*said.pointer, "status"), "certification-basis", message)


def _entrusted_work_has_a_contractor(
    case: Case, catalog: Catalog, _: Document
) -> Iterator[Finding]:
    for index, matter in enumerate(case.matters):
        term = catalog.of(MatterTypeTerm)[matter.type]
        absence = matter.contractors.absence
        if term.entrusts and absence in {NONE, DOES_NOT_APPLY}:
            said = f"{absence}（{catalog.word(f'absence.{absence}')}）"
            message = (
                f"事項の種類が「{term.label}」なのに、contractors（事業者）が {said}です。"
                "資料に名前がなければ「status: unnamed」の事業者を一つ書き、"
                "事業者のことが書かれていなければ「contractors: unstated」にしてください。"
            )
            yield Finding(("matters", index, "contractors"), "contractor", message)


def _certifications_agree(case: Case, catalog: Catalog, _: Document) -> Iterator[Finding]:
    """One organisation's mark cannot be held here and to be obtained there without a note."""
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in case.claims:
        participant, claim = statement.participant, statement.claim
        if participant and participant.organisation:
            known = said[participant.organisation, claim.mark]
            if known and claim.status not in known and not claim.note:
                message = (
                    f"「{catalog.label('certification', claim.mark)}」の状況が、"
                    "同じ事業者の別の箇所と違います。どちらかを直すか、note に理由を書きます。"
                )
                yield warning((*statement.pointer, "status"), "certification", message)
            known.add(claim.status)


CASE_RULES = (
    *ACT_RULES,
    _matters_are_declared,
    _systems_are_declared,
    _parts_belong_to_ward,
    _marks_have_reasons,
    _only_rows_hold_several_terms,
    _items_or_same_as,
    _volumes_have_a_number,
    _held_marks_have_a_basis,
    _entrusted_work_has_a_contractor,
    _certifications_agree,
)
