"""Rules about the acts of a case: whose body and meeting, which one counts, how they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.model.organisations import Meeting, Ward
from senrei.model.rules.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.source.yaml_text import Document


def _bodies_belong_to_ward(case: Case, catalog: Catalog, _: Document) -> Iterator[Finding]:
    for number, act in enumerate(case.acts):
        body = act.body.value
        if body and catalog.ward_of_body[body].id != case.ward:
            known = "、".join(body.id for body in catalog.of(Ward)[case.ward].bodies)
            message = (
                f"機関「{body}」は自治体「{case.ward}」のものではありません。"
                f"書けるのは {known} です。自治体の方が違うなら ward を直してください。"
            )
            yield Finding(("acts", number, "body"), "ward", message)


def _meetings_belong_to_body(case: Case, catalog: Catalog, _: Document) -> Iterator[Finding]:
    meetings = catalog.of(Meeting)
    for number, act in enumerate(case.acts):
        body, meeting = act.body.value, act.meeting.value
        if meeting and meetings[meeting].body != body:
            known = "、".join(one.id for one in meetings.values() if one.body == body)
            message = (
                f"会議「{meeting}」は、機関「{body or act.body.absence}」の会議ではありません。"
                f"書けるのは {known or 'unstated'} です。"
            )
            yield Finding(("acts", number, "meeting"), "ward", message)


def _one_act_is_principal(case: Case, _: Catalog, __: Document) -> Iterator[Finding]:
    principal = [number for number, act in enumerate(case.acts) if act.principal]
    for number in principal[1:]:
        message = (
            "主な手続（principal）は一つだけです。"
            f"一度目は {principal[0] + 1} 番目の手続にあります。"
            "案件を代表する方に残し、もう一つの行を消してください。"
        )
        yield Finding(("acts", number, "principal"), "act", message)


def _conditions_fit_the_result(case: Case, _: Catalog, document: Document) -> Iterator[Finding]:
    for number, act in enumerate(case.acts):
        outcome = act.outcome.value
        pointer = ("acts", number, "outcome", "result")
        if outcome is None:
            continue
        if outcome.result == "approved" and outcome.conditions.entries:
            message = (
                "条件・附帯意見（conditions）があるのに、結果が approved（承認）です。"
                "「result: approved_with_conditions」ではありませんか。"
            )
            yield Finding(pointer, "outcome", message)
        says = "conditions" in document.at(pointer[:-1])
        if outcome.result == "approved_with_conditions" and not says:
            message = (
                "条件付き承認なのに、条件・附帯意見（conditions）がありません。一つずつ要約を書くか、"
                "資料に中身がなければ「conditions: unstated」を加えてください。"
            )
            yield Finding(pointer, "outcome", message)


ACT_RULES = (
    _one_act_is_principal,
    _conditions_fit_the_result,
    _bodies_belong_to_ward,
    _meetings_belong_to_body,
)
