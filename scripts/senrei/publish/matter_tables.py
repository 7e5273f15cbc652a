"""Tables of what some types of matter have: provisions, risks, particulars, retention, money."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.matter import Matter
    from senrei.model.record import Retention

Row = tuple[str | int | None, ...]

PROVISIONS = (
    "案件,事項,向き,相手,相手の種類,もとの目的（編集者の要約）,新しい目的（編集者の要約）,根拠,"
    "項目,期間,時期・頻度,本人の同意（編集者の要約）,本人への通知（編集者の要約）,箇所"
)


def provisions(catalog: Catalog) -> Iterator[Row]:
    """Yield a row for each other use and each provision."""
    for case in catalog.cases.values():
        for matter in case.matters:
            for provision in matter.provisions:
                same = provision.same_as and case.matter(provision.same_as).title
                items = "、".join(item.as_written for item in provision.items)
                yield (
                    case.id,
                    matter.id,
                    catalog.word(f"provisions.direction.{provision.direction}"),
                    provision.counterpart.as_written,
                    catalog.word(f"counterpart.type.{provision.counterpart.type}"),
                    provision.from_purpose,
                    provision.to_purpose.value,
                    "、".join(ground.as_written for ground in provision.ground),
                    f"「{same}」と同じ" if same else items,
                    provision.period.as_written if provision.period else None,
                    provision.frequency,
                    provision.consent.value.summary if provision.consent.value else None,
                    provision.notice.value.summary if provision.notice.value else None,
                    provision.where,
                )


RISKS = "案件,事項,評価書の種類,区分,リスク,対策（編集者の要約）,判断,箇所"


def risks(catalog: Catalog) -> Iterator[Row]:
    """Yield a row for each risk of an assessment."""
    for case in catalog.cases.values():
        for matter in case.matters:
            assessment = matter.impact_assessment
            if assessment is None:
                continue
            level = catalog.word(f"impact_assessment.level.{assessment.level}")
            for risk in assessment.risks:
                judged = (
                    catalog.word(f"risks.judgement.{risk.judgement}") if risk.judgement else None
                )
                row = (risk.section, risk.risk, risk.summary, judged, risk.where)
                yield case.id, matter.id, level, *row


PARTICULARS = "案件,事項,事項の種類,見出し,資料の書き方,箇所"


def particulars(catalog: Catalog) -> Iterator[Row]:
    """Yield a row for each answer to what is asked of some types of matter only."""
    for case in catalog.cases.values():
        for matter in case.matters:
            label = catalog.label("matter-type", matter.type)
            for said in matter.particulars:
                yield case.id, matter.id, label, said.label, said.as_written, said.where


RETENTION = "案件,対象,名前,資料の書き方,数,単位,起算,終わったとき（編集者の要約）,箇所"


def retentions(catalog: Catalog) -> Iterator[Row]:
    """Yield a row for each period of keeping, with what is kept so long."""
    for case in catalog.cases.values():
        for what, name, kept in _kept(case):
            unit = catalog.word(f"retention.unit.{kept.unit}") if kept.unit else None
            row = (kept.as_written, kept.value, unit, kept.starts, kept.ends, kept.where)
            yield case.id, catalog.title(what), name, *row


def _kept(case: Case) -> Iterator[tuple[str, str, Retention]]:
    """Yield what is kept for a time: the field it stands in, its name, and how long."""
    nodes = case.data_flow.nodes if case.data_flow else ()
    holders = [
        *(pair for matter in case.matters for pair in _kept_in(matter)),
        *(("systems", system.name, system.retention) for system in case.systems),
        *(("data_flow.nodes", node.label, node.retention) for node in nodes),
    ]
    for what, name, kept in holders:
        if kept:
            yield what, name, kept


def _kept_in(matter: Matter) -> Iterator[tuple[str, str, Retention | None]]:
    for group in matter.data_items:
        yield "matters.data_items", group.group or matter.title, group.retention
        for item in group.items:
            yield "matters.data_items", item.as_written, item.retention
    for medium in matter.media:
        yield "matters.media", medium.as_written, medium.retention


MONEY = "案件,事項,何の費用か（編集者の要約）,資料の書き方,金額（円）,およそ,当たり,年度,箇所"


def money(catalog: Catalog) -> Iterator[Row]:
    """Yield a row for each cost."""
    for case in catalog.cases.values():
        for matter in case.matters:
            for cost in matter.money:
                about = "約" if cost.approximate else None
                row = (cost.amount, about, cost.per, cost.fiscal_year, cost.where)
                yield case.id, matter.id, cost.what, cost.as_written, *row
