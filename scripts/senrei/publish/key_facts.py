"""Key facts: the box that opens a case's page and answers what a person asks first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from senrei.model.record import common_absence
from senrei.model.uses import named_at
from senrei.model.vocabulary import ContractorRoleTerm
from senrei.publish.address import page_path
from senrei.publish.anchors import CASE_SECTIONS, contractor_anchor, matter_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.record import Listed
    from senrei.model.statements import Participant
    from senrei.model.words import KindId
    from senrei.publish.act_view import ActView
    from senrei.publish.matter_view import MatterView


@dataclass(frozen=True)
class Fact:
    """A line of the box that opens the page: a question and its answers."""

    title: str
    field: str
    zone: str
    """The zone of the search that the answers belong to."""
    entries: tuple[FactEntry, ...]
    leads: bool = False
    acts: tuple[ActView, ...] = ()
    """Acts whose outcomes are the answers."""


@dataclass(frozen=True)
class FactEntry:
    """One answer; `summary` marks the editors' words, `missing` what the paper leaves out.

    `link` is a path of the site.
    """

    text: str
    link: str | None = None
    chip: str | None = None
    tone: str = "plain"
    summary: bool = False
    missing: bool = False


def key_facts(
    case: Case, acts: tuple[ActView, ...], matters: tuple[MatterView, ...], catalog: Catalog
) -> Iterator[Fact]:
    """Yield the lines of the box."""

    def ours(text: str) -> tuple[FactEntry, ...]:
        return (FactEntry(text, summary=True),)

    yield Fact("何を問うか", "brief.asked", "summary", ours(case.brief.asked), leads=True)
    yield Fact("なぜ", "brief.why", "summary", ours(case.brief.why), leads=True)
    yield Fact("何が新しいか", "brief.new", "summary", ours(case.brief.new), leads=True)
    yield Fact("だれの情報か", "data_subjects", "subject", tuple(_subjects(case, catalog)))
    yield from _organisations(case, catalog)
    if any(matter.provisions for matter in case.matters):
        yield Fact("だれに渡すか", "provisions", "matter", tuple(_provisions(case, catalog)))
    yield Fact("どの情報か", "data_items", "item", tuple(_items(case, matters, catalog)))
    yield Fact("根拠", "legal_basis", "basis", tuple(_bases(case, catalog)))
    yield _outcomes(case, acts, catalog)
    for path, kind in catalog.kinds["case"].references.items():
        if path[0] not in _SHOWN_ELSEWHERE:
            named = tuple(_record(entry_id, kind, catalog) for _, entry_id in named_at(case, path))
            if named:
                yield Fact(catalog.title(path[0]), path[0], catalog.kinds[kind].zone, named)


# The head of the page names the first, the others have parts of their own.
_SHOWN_ELSEWHERE = {"ward", "standing", "matters", *CASE_SECTIONS}


def _outcomes(case: Case, acts: tuple[ActView, ...], catalog: Catalog) -> Fact:
    """Return what came of the case: outcomes that are known, the principal act's first; opinions.

    Only where none is known it is said that the paper tells none.
    """
    ordered = sorted(acts, key=lambda view: not view.is_principal)
    known = tuple(view for view in ordered if view.act.outcome)
    missing = () if known else (FactEntry(ordered[0].outcome, missing=True),)
    page = page_path(catalog.kinds["case"], case.id)
    opinions = tuple(
        FactEntry(
            f"{catalog.title('acts.opinions')}：{view.name} {len(view.act.opinions)}件",
            f"{page}#{view.anchor}-opinions",
        )
        for view in acts
        if view.act.opinions.entries
    )
    return Fact("結果", "acts.outcome", "other", (*missing, *opinions), acts=known)


def _record(entry_id: str, kind: KindId, catalog: Catalog) -> FactEntry:
    has_page = catalog.kinds[kind].segment
    link = page_path(catalog.kinds[kind], entry_id) if has_page else None
    return FactEntry(catalog.label(kind, entry_id), link)


def _bases(case: Case, catalog: Catalog) -> Iterator[FactEntry]:
    articles = dict.fromkeys(
        basis.article for matter in case.matters for basis in matter.legal_basis
    )
    for article in articles:
        label = catalog.label("article", article)
        yield FactEntry(label, page_path(catalog.kinds["article"], article))
    if not articles:
        yield _missing((matter.legal_basis for matter in case.matters), case, catalog)


def _subjects(case: Case, catalog: Catalog) -> Iterator[FactEntry]:
    said = dict.fromkeys(
        subject.as_written for matter in case.matters for subject in matter.data_subjects
    )
    yield from (FactEntry(text) for text in said)
    if not said:
        yield _missing((matter.data_subjects for matter in case.matters), case, catalog)


def _items(case: Case, matters: tuple[MatterView, ...], catalog: Catalog) -> Iterator[FactEntry]:
    page = page_path(catalog.kinds["case"], case.id)
    unstated = catalog.word_in(case, "absence.unstated")
    for view in matters:
        title = catalog.label("matter-type", view.matter.type)
        prefix = f"{title}：" if len(matters) > 1 else ""
        if view.items.absence:
            absence = catalog.word_in(case, f"absence.{view.items.absence}")
            yield FactEntry(f"{prefix}{absence}", missing=True)
            continue
        link = f"{page}#{matter_anchor(view.matter.id, 'items')}"
        chip = f"◆{view.sensitive_count}項目" if view.sensitive_count else None
        yield FactEntry(f"{prefix}{_counted(view, unstated)}", link, chip, "care")


_FIRST_ITEMS = 3


def _counted(view: MatterView, unstated: str) -> str:
    """Return how many items the paper lists, the first of them, and how many it leaves out."""
    listed, unlisted = view.listed, view.unlisted_count
    if not listed:
        return f"一覧は{unstated}（本文に{unlisted}項目）"
    first = "、".join(item.as_written for item in listed[:_FIRST_ITEMS])
    rest = "ほか" if len(listed) > _FIRST_ITEMS else ""
    said = f"{len(listed)}項目（{first}{rest}）"
    return f"{said}と本文の{unlisted}項目" if unlisted else said


def _organisations(case: Case, catalog: Catalog) -> Iterator[Fact]:
    """Yield who is entrusted, and apart from them the others that the paper names."""
    roles = catalog.of(ContractorRoleTerm)
    parts = [part for part in case.participants if part.member is None]
    entrusted = [part for part in parts if roles[part.contractor.role].entrusted]
    others = [part for part in parts if not roles[part.contractor.role].entrusted]
    if entrusted:
        named = tuple(_contractors(entrusted, case, catalog))
        yield Fact("だれに任せるか", "contractors", "contractor", named)
    if others:
        named = tuple(_contractors(others, case, catalog))
        yield Fact("ほかにだれが関わるか", "contractors", "contractor", named)
    if not parts:
        missing = _missing((matter.contractors for matter in case.matters), case, catalog)
        yield Fact("だれに任せるか", "contractors", "contractor", (missing,))


def _contractors(parts: list[Participant], case: Case, catalog: Catalog) -> Iterator[FactEntry]:
    page = page_path(catalog.kinds["case"], case.id)
    names = Counter(part.contractor.as_written for part in parts)
    seen = set()
    for part in parts:
        contractor = part.contractor
        told = (contractor.as_written, contractor.role, contractor.status)
        if told in seen:
            continue
        seen.add(told)
        role = catalog.of(ContractorRoleTerm)[contractor.role]
        needs_role = role.zone == "other" or names[contractor.as_written] > 1
        suffix = f"（{role.label}）" if needs_role and role.label != contractor.as_written else ""
        yield FactEntry(
            contractor.as_written + suffix,
            f"{page}#{contractor_anchor(part.matter.id, part.number)}",
            catalog.word(f"contractors.status.{contractor.status}"),
            f"status-{contractor.status}",
        )


def _provisions(case: Case, catalog: Catalog) -> Iterator[FactEntry]:
    page = page_path(catalog.kinds["case"], case.id)
    for matter in case.matters:
        for provision in matter.provisions:
            yield FactEntry(
                provision.counterpart.as_written,
                f"{page}#{matter_anchor(matter.id, 'provisions')}",
                catalog.word(f"provisions.direction.{provision.direction}"),
            )


def _missing(lists: Iterable[Listed[Any]], case: Case, catalog: Catalog) -> FactEntry:
    return FactEntry(catalog.word_in(case, f"absence.{common_absence(lists)}"), missing=True)
