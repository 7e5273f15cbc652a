"""Facets: what a list of cases can be narrowed by, and which cases have which value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from senrei.model.dates import fiscal_year_label
from senrei.model.lineage import case_date
from senrei.model.organisations import Body
from senrei.model.record import DOES_NOT_APPLY, UNSTATED
from senrei.model.uses import uses_of
from senrei.model.vocabulary import DataItemTerm
from senrei.publish.search.postings import encoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.words import KindId
    from senrei.publish.site_model import SiteModel

    _Way = tuple[str, str, bool, Callable[[Case, Catalog], Iterator["Value"]]]

_NOT_IN_HAND = "not-in-hand"
Value = tuple[str, str]  # id as it stands in the address, and label


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list: values in the order of first use, each with its cases' numbers.

    A wide facet has so many values that it is loaded only when somebody opens it.
    """

    id: str
    title: str
    values: tuple[tuple[Value, tuple[int, ...]], ...]
    is_wide: bool

    def as_head(self) -> dict[str, Any]:
        """Return what the browser knows of the facet before it is opened."""
        return {"id": self.id, "title": self.title, "isWide": self.is_wide}

    def as_data(self) -> list[list[str]]:
        """Return id, label and the gaps between the cases' numbers, for the browser."""
        return [[*value, _gaps(numbers)] for value, numbers in self.values]


def make_facets(model: SiteModel) -> tuple[Facet, ...]:
    """Return all facets; the cases have their numbers in the order of the newest first."""
    kinds = (kind for kind in model.catalog.kinds.values() if kind.facet)
    ways: tuple[_Way, ...] = (
        *_FACETS,
        *((kind.id, kind.short, True, partial(_used, kind.id)) for kind in kinds),
    )
    cases_of: dict[str, dict[Value, list[int]]] = {facet: {} for facet, _, _, _ in ways}
    for number, view in enumerate(model.newest_first):
        for facet, _, _, values_of in ways:
            for value in dict.fromkeys(values_of(view.case, model.catalog)):
                cases_of[facet].setdefault(value, []).append(number)
    return tuple(
        Facet(
            facet,
            title,
            tuple((value, tuple(numbers)) for value, numbers in cases_of[facet].items()),
            is_wide,
        )
        for facet, title, is_wide, _ in ways
    )


def _gaps(numbers: Iterable[int]) -> str:
    last, text = -1, ""
    for number in numbers:
        text += encoded(number - last - 1)
        last = number
    return text


def _used(kind: KindId, case: Case, catalog: Catalog) -> Iterator[Value]:
    for (used, entry_id), _ in uses_of(case, catalog.kinds["case"].references):
        if used == kind:
            yield entry_id, catalog.label(kind, entry_id)


def _open(case: Case, catalog: Catalog) -> Value:
    """Return what stands for a value that the paper, or what is in hand of it, does not say."""
    reason = _NOT_IN_HAND if case.is_held_in_part else UNSTATED
    return reason, catalog.word_in(case, "absence.unstated")


def _ward(case: Case, catalog: Catalog) -> Iterator[Value]:
    yield case.ward, catalog.label("ward", case.ward)


def _year(case: Case, catalog: Catalog) -> Iterator[Value]:
    when = case_date(case, catalog)
    if when is None:
        yield _open(case, catalog)
    else:
        yield str(when.fiscal_year), fiscal_year_label(when.fiscal_year)


def _matter_type(case: Case, catalog: Catalog) -> Iterator[Value]:
    for matter in case.matters:
        yield matter.type, catalog.label("matter-type", matter.type)


def _regime(case: Case, catalog: Catalog) -> Iterator[Value]:
    yield case.legal_regime, catalog.word(f"legal_regime.{case.legal_regime}")


def _contractor(case: Case, catalog: Catalog) -> Iterator[Value]:
    for participant in case.participants:
        if participant.organisation:
            yield participant.organisation, catalog.label("contractor", participant.organisation)


def _certification(case: Case, catalog: Catalog) -> Iterator[Value]:
    for said in case.claims:
        label = catalog.label("certification", said.claim.mark)
        status = catalog.word(f"certifications.status.{said.claim.status}")
        yield f"{said.claim.mark}.{said.claim.status}", f"{label}：{status}"


def _data_item(case: Case, catalog: Catalog) -> Iterator[Value]:
    for said in case.items:
        for term in said.terms:
            yield term, catalog.label("data-item", term)


def _sensitivity(case: Case, catalog: Catalog) -> Iterator[Value]:
    terms = tuple(term for said in case.items for term in said.terms)
    marks = [mark for term in terms if (mark := catalog.of(DataItemTerm)[term].sensitivity)]
    for mark in marks:
        yield mark.level, catalog.word(f"sensitivity.level.{mark.level}")
    if all(matter.data_items.absence == DOES_NOT_APPLY for matter in case.matters):
        return
    if not terms:
        reason, label = _open(case, catalog)
        yield reason, label if case.is_held_in_part else f"項目の{label}"
    elif not marks:
        yield "unmarked", "印のある項目なし"


def _control(case: Case, catalog: Catalog) -> Iterator[Value]:
    for said in case.controls:
        for term in said.terms:
            yield term, catalog.label("control", term)


def _reoutsourcing(case: Case, catalog: Catalog) -> Iterator[Value]:
    for matter in case.matters:
        if matter.reoutsourcing.value:
            policy = matter.reoutsourcing.value.policy
            yield policy, catalog.word(f"reoutsourcing.policy.{policy}")
        elif matter.reoutsourcing.absence == UNSTATED:
            yield _open(case, catalog)


def _cloud(case: Case, catalog: Catalog) -> Iterator[Value]:
    for system in case.systems:
        if system.cloud != DOES_NOT_APPLY:
            yield system.cloud, catalog.word(f"systems.cloud.{system.cloud}")
    if not case.systems and case.systems.absence != DOES_NOT_APPLY:
        yield _open(case, catalog)


def _body_kind(case: Case, catalog: Catalog) -> Iterator[Value]:
    bodies = [act.body.value for act in case.acts if act.body.value]
    for body in bodies:
        word = catalog.of(Body)[body].kind
        yield word, catalog.word(f"bodies.kind.{word}")
    if not bodies:
        yield UNSTATED, catalog.word("absence.unstated")


def _act(case: Case, catalog: Catalog) -> Iterator[Value]:
    for act in case.acts:
        yield act.act, catalog.word(f"acts.act.{act.act}")


def _outcome(case: Case, catalog: Catalog) -> Iterator[Value]:
    outcomes = [act.outcome for act in case.acts]
    for outcome in outcomes:
        if outcome.value:
            result = outcome.value.result
            yield result, catalog.word(f"outcome.result.{result}")
    if not any(outcomes):
        yield UNSTATED, catalog.word("acts.outcome.unknown")


_FACETS: tuple[_Way, ...] = (
    ("ward", "自治体", False, _ward),
    ("year", "年度", False, _year),
    ("matter", "事項の種類", False, _matter_type),
    ("regime", "制度", False, _regime),
    ("act", "手続", False, _act),
    ("outcome", "結果", False, _outcome),
    ("body", "機関の種類", False, _body_kind),
    ("reoutsourcing", "再委託", False, _reoutsourcing),
    ("cloud", "クラウド", False, _cloud),
    ("certification", "認証と取得の状況", False, _certification),
    ("sensitivity", "慎重な取扱い（編集者の印）", False, _sensitivity),
    ("contractor", "事業者", True, _contractor),
    ("control", "対策", True, _control),
    ("item", "情報項目", True, _data_item),
)
