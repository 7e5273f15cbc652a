"""Tables: the records flattened to CSV that Excel opens as it is."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from senrei.model.kinds import with_pages
from senrei.model.record import DOES_NOT_APPLY
from senrei.model.vocabulary import ControlTerm, DataItemTerm
from senrei.publish import matter_tables
from senrei.publish.act_view import act_views, outcome_word, speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.model.catalog import Catalog
    from senrei.model.kinds import Kind
    from senrei.model.links import Links
    from senrei.model.record import Stated

Row = tuple[str | int | None, ...]

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@")


def csv_tables(catalog: Catalog, links: Links) -> dict[str, str]:
    """Return the text of every table by its name.

    What papers say of cases, items, safeguards and contractors has tables of its own; every other
    kind with pages has one of its records.
    """
    own = {
        "cases": _csv(_CASES, _cases(catalog)),
        "acts": _csv(_ACTS, _acts(catalog)),
        "opinions": _csv(_OPINIONS, _opinions(catalog)),
        "data-items": _csv(_ITEMS, _items(catalog)),
        "controls": _csv(_CONTROLS, _controls(catalog)),
        "contractors": _csv(_CONTRACTORS, _contractors(catalog)),
        "provisions": _csv(matter_tables.PROVISIONS, matter_tables.provisions(catalog)),
        "risks": _csv(matter_tables.RISKS, matter_tables.risks(catalog)),
        "particulars": _csv(matter_tables.PARTICULARS, matter_tables.particulars(catalog)),
        "retention": _csv(matter_tables.RETENTION, matter_tables.retentions(catalog)),
        "money": _csv(matter_tables.MONEY, matter_tables.money(catalog)),
    }
    return own | {
        name: _csv(_RECORDS, _records(kind, catalog, links))
        for kind in with_pages(catalog.kinds)
        if (name := f"{kind.segment}") not in own
    }


def _csv(head: str, rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head.split(","))
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return _BYTE_ORDER_MARK + text.getvalue()


def _stated(said: Stated[str], catalog: Catalog) -> str | None:
    """Return what a paper says, that it does not apply, or nothing."""
    if said.absence == DOES_NOT_APPLY:
        return catalog.word(f"absence.{DOES_NOT_APPLY}")
    return said.value


def _safe(cell: str | int | None) -> str | int:
    """Keep a text from being taken for a formula when the table is opened."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return "" if cell is None else cell


_RECORDS = "識別子,名前,よみ,説明,案件の数"


def _records(kind: Kind, catalog: Catalog, links: Links) -> Iterator[Row]:
    for entry in catalog.of_kind(kind.id).values():
        cases = len(links.cases_using(kind.id, entry.id))
        yield entry.id, entry.label, entry.kana, entry.explanation, cases


_CASES = "識別子,自治体,機関,議案,手続,件名,短い件名,制度,結果,事項の種類,手元の資料"


def _cases(catalog: Catalog) -> Iterator[Row]:
    for case in catalog.cases.values():
        act = case.principal
        types = dict.fromkeys(catalog.label("matter-type", m.type) for m in case.matters)
        yield (
            case.id,
            catalog.label("ward", case.ward),
            catalog.label("body", act.body.value) if act.body.value else None,
            act.agenda_as_written,
            catalog.word(f"acts.act.{act.act}"),
            case.title,
            case.short_title,
            catalog.word(f"legal_regime.{case.legal_regime}"),
            outcome_word(case, act, catalog),
            "、".join(types),
            catalog.word("sources.held.part") if case.is_held_in_part else None,
        )


_ACTS = (
    "案件,順,主,手続,資料の呼び方,機関,会議,日付,議案,結果,結果の日付,条件・附帯意見,意見の数,箇所"
)


def _acts(catalog: Catalog) -> Iterator[Row]:
    for case in catalog.cases.values():
        for number, view in enumerate(act_views(case, catalog), start=1):
            act, outcome = view.act, view.act.outcome.value
            conditions = [condition.text for condition in outcome.conditions] if outcome else []
            yield (
                case.id,
                number,
                "○" if view.is_principal else None,
                catalog.word(f"acts.act.{act.act}"),
                act.as_written,
                catalog.label("body", act.body.value) if act.body.value else None,
                catalog.label("meeting", act.meeting.value) if act.meeting.value else None,
                view.when.date.value if view.when else None,
                act.agenda_as_written or act.agenda_number.value,
                view.outcome,
                outcome.date.value if outcome and outcome.date else None,
                "／".join(conditions),
                len(act.opinions) or None,
                act.where,
            )


_OPINIONS = (
    "案件,手続の順,立場,だれ,意見（編集者の要約）,回答（編集者の要約）,"
    "変わったこと（編集者の要約）,箇所"
)


def _opinions(catalog: Catalog) -> Iterator[Row]:
    for case in catalog.cases.values():
        for number, act in enumerate(case.acts, start=1):
            for said in act.opinions:
                yield (
                    case.id,
                    number,
                    catalog.word(f"by.role.{said.by.role}"),
                    speaker(said, catalog),
                    said.opinion,
                    said.answer.value,
                    said.changed.value,
                    said.where,
                )


_ITEMS = "案件,事項,区分,項番,資料の書き方,だれの,編集者の分類,印,箇所"


def _items(catalog: Catalog) -> Iterator[Row]:
    for case in catalog.cases.values():
        for said in case.items:
            item = said.item
            mark = catalog.of(DataItemTerm)[item.term].sensitivity
            yield (
                case.id,
                said.matter.id,
                said.group.group,
                item.number,
                item.as_written,
                catalog.label("data-subject", item.whose) if item.whose else None,
                catalog.label("data-item", item.term),
                catalog.word(f"sensitivity.level.{mark.level}") if mark else None,
                said.where,
            )


_CONTROLS = (
    "案件,事項,だれが行うか,資料の区分,箇所,行,印,印の理由,"
    "内容（編集者の要約）,編集者の分類,安全管理措置の区分,対応の手法,条文"
)


def _controls(catalog: Catalog) -> Iterator[Row]:
    for case in catalog.cases.values():
        for said in case.controls:
            entry = said.entry
            terms = [catalog.of(ControlTerm)[term] for term in said.terms]
            yield (
                case.id,
                said.matter.id,
                catalog.word(f"controls.side.{said.group.side}"),
                said.group.group,
                said.where,
                entry.row,
                catalog.word(f"entries.mark.{entry.mark}") if entry.mark else None,
                entry.reason,
                entry.summary,
                "、".join(term.label for term in terms),
                catalog.word(f"terms.group.{terms[0].group}"),
                entry.method,
                "、".join(entry.policy_refs),
            )


_CONTRACTORS = "案件,事項,資料の呼び方,事業者,役割,状況,所在地,認証・資格,箇所"


def _contractors(catalog: Catalog) -> Iterator[Row]:
    for case in catalog.cases.values():
        for participant in case.participants:
            if participant.member:
                continue
            part = participant.contractor
            claims = [
                f"{catalog.label('certification', claim.mark)}"
                f"（{catalog.word(f'certifications.status.{claim.status}')}）"
                for claim in part.certifications
            ]
            yield (
                case.id,
                participant.matter.id,
                part.as_written,
                catalog.label("contractor", part.contractor) if part.contractor else None,
                catalog.label("contractor-role", part.role),
                catalog.word(f"contractors.status.{part.status}"),
                _stated(part.address, catalog),
                "、".join(claims),
                part.where,
            )
