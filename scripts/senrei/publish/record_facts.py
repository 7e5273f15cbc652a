"""Facts: what the page of a record tells of the record itself, one function per kind of fact.

A kind that is not named here has a page all the same: with its names, and in no group.
"""

from __future__ import annotations

from functools import singledispatch
from itertools import chain
from typing import TYPE_CHECKING, Any

from senrei.model.organisations import Article, Contractor, Department, Meeting, Ward
from senrei.model.vocabulary import CertificationTerm, ControlTerm, DataItemTerm, DataSubjectTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.catalog import Catalog
    from senrei.model.record import Record
    from senrei.model.use import Key

Fact = tuple[str, str]  # a title and a text


def facts_of(record: Record, catalog: Catalog) -> Iterator[Fact]:
    """Return what a record says of itself."""
    if record.synonyms:
        yield "同じ意味の語", "、".join(record.synonyms)
    if record.aliases:
        yield catalog.title("aliases"), "、".join(record.aliases)
    yield from _own_facts(record, catalog)


@singledispatch
def group_title(record: Record, catalog: Catalog) -> str:  # noqa: ARG001 - others look it up
    """Return the part of its list in which a record stands; empty where the list has no parts."""
    return ""


@group_title.register(ControlTerm)
@group_title.register(DataItemTerm)
@group_title.register(DataSubjectTerm)
def _(record: ControlTerm | DataItemTerm | DataSubjectTerm, catalog: Catalog) -> str:
    return catalog.word(f"terms.group.{record.group}")


@group_title.register(Department)
def _(record: Department, catalog: Catalog) -> str:
    return catalog.ward_of_department[record.id].name


@group_title.register(Meeting)
def _(record: Meeting, catalog: Catalog) -> str:
    return catalog.of(Ward)[record.ward].name


@group_title.register(Article)
def _(record: Article, catalog: Catalog) -> str:
    return catalog.law_of_article[record.id].name


@singledispatch
def time_order(record: Record) -> tuple[Any, ...]:  # noqa: ARG001 - others look it up
    """Return what a record is listed by beside others of its group; nothing: as the files are."""
    return ()


@time_order.register(Meeting)
def _(record: Meeting) -> tuple[Any, ...]:
    day = record.held_on.first_day.isoformat() if record.held_on else ""
    return record.year or 0, record.body, record.number or 0, day


@singledispatch
def related_to(record: Record, catalog: Catalog) -> Iterator[tuple[str, Key]]:  # noqa: ARG001
    """Return records that belong to this one, each under a title."""
    return iter(())


@related_to.register(Contractor)
def _(record: Contractor, _: Catalog) -> Iterator[tuple[str, Key]]:
    return (("構成員", ("contractor", member)) for member in record.members)


@related_to.register(Ward)
def _(record: Ward, catalog: Catalog) -> Iterator[tuple[str, Key]]:
    meetings = (m for m in catalog.of(Meeting).values() if m.ward == record.id)
    return chain(
        (("会議", ("meeting", meeting.id)) for meeting in meetings),
        (("担当部署", ("department", part.id)) for part in record.departments),
    )


@related_to.register(Department)
def _(record: Department, catalog: Catalog) -> Iterator[tuple[str, Key]]:
    yield catalog.title("ward"), ("ward", catalog.ward_of_department[record.id].id)


@related_to.register(Meeting)
def _(record: Meeting, catalog: Catalog) -> Iterator[tuple[str, Key]]:
    yield catalog.title("ward"), ("ward", record.ward)


@singledispatch
def _own_facts(record: Record, catalog: Catalog) -> Iterator[Fact]:  # noqa: ARG001
    return iter(())


@_own_facts.register(ControlTerm)
def _(record: ControlTerm, catalog: Catalog) -> Iterator[Fact]:
    yield "安全管理措置の区分", catalog.word(f"terms.group.{record.group}")
    if record.iso27001:
        yield "ISO/IEC 27001:2022 附属書A", "、".join(record.iso27001)
    if record.ppc:
        yield "国のガイドラインの見出し", "、".join(record.ppc)


@_own_facts.register(DataItemTerm)
def _(record: DataItemTerm, catalog: Catalog) -> Iterator[Fact]:
    yield "分類", catalog.word(f"terms.group.{record.group}")
    if record.sensitivity:
        mark = record.sensitivity
        level = catalog.word(f"sensitivity.level.{mark.level}")
        by = catalog.word(f"sensitivity.assigned_by.{mark.assigned_by}")
        yield "慎重な取扱い", f"◆{level}（{by}による印。理由：{mark.reason}）"


@_own_facts.register(CertificationTerm)
def _(record: CertificationTerm, _: Catalog) -> Iterator[Fact]:
    yield "認定・運用する団体", record.issuer
    if record.standard:
        yield "規格", record.standard
    yield "示すこと", record.certifies
    yield "示さないこと", record.does_not_certify


@_own_facts.register(Contractor)
def _(record: Contractor, _: Catalog) -> Iterator[Fact]:
    if record.legal_form:
        yield "法人格", record.legal_form


@_own_facts.register(Ward)
def _(record: Ward, _: Catalog) -> Iterator[Fact]:
    for body in record.bodies:
        yield body.name, body.definition + (body.note or "")
    for term in record.local_terms:
        yield (
            f"この自治体の言葉「{term.word}」",
            "、".join(term.same_as) + "と同じ意味です。" + (term.note or ""),
        )


@_own_facts.register(Article)
def _(record: Article, catalog: Catalog) -> Iterator[Fact]:
    law = catalog.law_of_article[record.id]
    yield "法令", f"{law.name}（{catalog.word(f'kind.{law.kind}')}）"
    if law.number:
        yield "法令番号", law.number
    days = (("公布", law.promulgated), ("施行", law.in_force), ("廃止", law.ended))
    if told := [f"{day.as_written}{what}" for what, day in days if day]:
        yield "効力", "、".join(told)
    if law.version:
        yield "条項の説明が基づく版", law.version
    if law.regime:
        regime = f"regime.{law.regime}"
        yield "制度", catalog.word_of(law.ward, regime) if law.ward else catalog.word(regime)
    if law.note:
        yield "法令についての編集者の注", law.note


@_own_facts.register(Meeting)
def _(record: Meeting, catalog: Catalog) -> Iterator[Fact]:
    yield "機関", catalog.label("body", record.body)
    held_on = record.held_on.as_written if record.held_on else None
    yield "開催日", held_on or catalog.word("absence.unstated")
    yield "手元の資料にある議案", record.coverage.source_has
    complete = catalog.word(f"coverage.complete.{record.coverage.complete}")
    yield "その会議の議案のうち", complete
