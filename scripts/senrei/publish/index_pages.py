"""Cross-reference pages: for each kind a list with counts, for each record who uses it and how."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from senrei.model.flow_graph import place_names
from senrei.publish.address import SECTIONS, index_path, page_path
from senrei.publish.anchors import anchor_of
from senrei.publish.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.model.catalog import Catalog
    from senrei.model.links import Links, Use
    from senrei.model.vocabulary import CertificationTerm, ControlTerm, DataItemTerm, Meeting
    from senrei.publish.address import Section
    from senrei.publish.rendering import Renderer
    from senrei.publish.site_model import SiteModel


@dataclass(frozen=True)
class ListedEntry:
    """A record in a list, with the number of cases that use it."""

    entry: Any
    count: int


@dataclass(frozen=True)
class EntryGroup:
    """Records of a list that belong together."""

    title: str
    entries: tuple[ListedEntry, ...]


@dataclass(frozen=True)
class UseRow:
    """A use and its place on the case's page."""

    use: Use
    anchor: str


@dataclass(frozen=True)
class CaseUses:
    """What one case says of a record."""

    case: str
    rows: tuple[UseRow, ...]


@dataclass(frozen=True)
class UseGroup:
    """Uses of one standing: all that hold a mark, all safeguards on the ward's side."""

    title: str
    status: str | None
    cases: tuple[CaseUses, ...]


def index_pages(model: SiteModel, renderer: Renderer) -> Iterator[Page]:
    """Make the list and the detail pages of every kind but the cases' own pages."""
    catalog, links = model.catalog, model.links
    for section in SECTIONS:
        yield _list_page(section, model, renderer)
        if section.kind != "case":
            for entry in catalog.of_kind(section.kind).values():
                yield _detail_page(section, entry, catalog, links, renderer)


def _list_page(section: Section, model: SiteModel, renderer: Renderer) -> Page:
    path = index_path(section.kind)
    if section.kind == "case":
        views = tuple(model.views.values())
        body = renderer.render("case_list.html", path, section=section, views=views)
    else:
        groups = tuple(_groups(section.kind, model.catalog, model.links))
        whole = len(model.catalog.cases)
        body = renderer.render("list.html", path, section=section, groups=groups, whole=whole)
    return Page(path, section.title, body, description=section.intro, sort="一覧")


def _groups(kind: str, catalog: Catalog, links: Links) -> Iterator[EntryGroup]:
    listed = [
        ListedEntry(entry, len(links.cases_using(kind, entry.id)))
        for entry in catalog.of_kind(kind).values()
    ]
    titles = {item.entry.id: _group_title(kind, item.entry, catalog) for item in listed}
    if kind in {"contractor", "department"}:
        listed.sort(key=lambda item: (titles[item.entry.id], item.entry.reading))
    order = list(dict.fromkeys(titles.values()))
    listed.sort(key=lambda item: order.index(titles[item.entry.id]))
    for title, members in groupby(listed, key=lambda item: titles[item.entry.id]):
        yield EntryGroup(title, tuple(members))


def _group_title(kind: str, entry: Any, catalog: Catalog) -> str:
    match kind:
        case "control" | "data-item" | "data-subject":
            return catalog.word(f"terms.group.{entry.group}")
        case "department":
            return catalog.ward_of_department[entry.id].name
        case "meeting":
            return catalog.label("ward", entry.ward)
        case "article":
            return catalog.law_of_article[entry.id].name
        case _:
            return ""


def _detail_page(
    section: Section, entry: Any, catalog: Catalog, links: Links, renderer: Renderer
) -> Page:
    path = page_path(section.kind, entry.id)
    uses = links.uses(section.kind, entry.id)
    body = renderer.render(
        "detail.html",
        path,
        section=section,
        record=entry,
        facts=tuple(_facts(section.kind, entry, catalog)),
        groups=tuple(_use_groups(uses, catalog)),
        count=len(links.cases_using(section.kind, entry.id)),
        whole=len(catalog.cases),
        related=_related(section.kind, entry, catalog),
        claims=tuple(_claims(section.kind, entry, catalog, links)),
        destinations=tuple(_destinations(section.kind, entry, catalog, links)),
    )
    return Page(
        path,
        entry.label,
        body,
        description=getattr(entry, "definition", "") or f"{section.title}：{entry.label}",
        record=catalog.files[section.kind, entry.id],
        parent=index_path(section.kind),
        shows=(section.kind, entry.id),
        sort=section.title,
    )


def _use_groups(uses: tuple[Use, ...], catalog: Catalog) -> Iterator[UseGroup]:
    order = list(catalog.words)
    standing = sorted(uses, key=lambda use: order.index(use.status) if use.status else len(order))
    without = "そのほかの箇所" if any(use.status for use in uses) else ""
    for status, members in groupby(standing, key=lambda use: use.status):
        by_case: dict[str, list[UseRow]] = {}
        for use in _told_once(members):
            by_case.setdefault(use.case, []).append(UseRow(use, anchor_of(use)))
        cases = tuple(CaseUses(case, tuple(rows)) for case, rows in by_case.items())
        yield UseGroup(catalog.word(status) if status else without, status, cases)


def _told_once(uses: Iterable[Use]) -> Iterator[Use]:
    """Leave out what repeats the same words: an organisation may stand in two roles."""
    told = set()
    for use in uses:
        words = replace(use, position=())
        if words not in told:
            yield use
        told.add(words)


def _facts(kind: str, entry: Any, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Give what a record says of itself, as pairs of a title and a text."""
    if getattr(entry, "synonyms", ()):
        yield "同じ意味の語", "、".join(entry.synonyms)
    if entry.aliases:
        yield catalog.title("aliases"), "、".join(entry.aliases)
    match kind:
        case "control":
            yield from _control_facts(entry, catalog)
        case "data-item":
            yield from _data_item_facts(entry, catalog)
        case "certification":
            yield from _certification_facts(entry)
        case "contractor" if entry.legal_form:
            yield "法人格", entry.legal_form
        case "article":
            law = catalog.law_of_article[entry.id]
            yield "法令", f"{law.name}（{catalog.word(f'kind.{law.kind}')}）"
            yield "制度", catalog.word(f"regime.{law.regime}")
        case "meeting":
            yield from _meeting_facts(entry, catalog)


def _control_facts(entry: ControlTerm, catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield "安全管理措置の区分", catalog.word(f"terms.group.{entry.group}")
    if entry.iso27001:
        yield "ISO/IEC 27001:2022 附属書A", "、".join(entry.iso27001)
    if entry.ppc:
        yield "国のガイドラインの見出し", "、".join(entry.ppc)


def _data_item_facts(entry: DataItemTerm, catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield "分類", catalog.word(f"terms.group.{entry.group}")
    if entry.sensitivity:
        mark = entry.sensitivity
        level = catalog.word(f"sensitivity.level.{mark.level}")
        by = catalog.word(f"sensitivity.assigned_by.{mark.assigned_by}")
        yield "慎重な取扱い", f"◆{level}（{by}による印。理由：{mark.reason}）"


def _certification_facts(entry: CertificationTerm) -> Iterator[tuple[str, str]]:
    yield "認定・運用する団体", entry.issuer
    if entry.standard:
        yield "規格", entry.standard
    yield "示すこと", entry.certifies
    yield "示さないこと", entry.does_not_certify


def _meeting_facts(entry: Meeting, catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield "機関", catalog.label("body", entry.body)
    held_on = entry.held_on.as_written if entry.held_on else None
    yield "開催日", held_on or catalog.word("absence.unstated")
    yield "手元の資料にある議案", entry.coverage.source_has
    complete = catalog.word(f"coverage.complete.{entry.coverage.complete}")
    yield "その会議の議案のうち", complete


def _claims(kind: str, entry: Any, catalog: Catalog, links: Links) -> Iterator[tuple[str, UseRow]]:
    """Give what papers say of an organisation's certifications."""
    if kind == "contractor":
        for mark in catalog.of_kind("certification"):
            for use in _told_once(links.uses("certification", mark)):
                if use.by == ("contractor", entry.id):
                    yield mark, UseRow(use, anchor_of(use))


def _related(kind: str, entry: Any, catalog: Catalog) -> tuple[tuple[str, str, str], ...]:
    """Give records that belong to this one: title, kind, id."""
    match kind:
        case "contractor":
            return tuple(("構成員", "contractor", member) for member in entry.members)
        case "ward":
            meetings = [
                ("会議", "meeting", meeting.id)
                for meeting in catalog.of_kind("meeting").values()
                if meeting.ward == entry.id
            ]
            parts = [("担当部署", "department", part.id) for part in entry.departments]
            return (*meetings, *parts)
        case "department":
            return (("区", "ward", catalog.ward_of_department[entry.id].id),)
        case "meeting":
            return (("区", "ward", entry.ward),)
        case _:
            return ()


def _destinations(
    kind: str, entry: Any, catalog: Catalog, links: Links
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give for each case whose flow names this item the places where it ends up."""
    if kind != "data-item":
        return
    for case_id in links.cases_using(kind, entry.id):
        flow = catalog.cases[case_id].data_flow
        if flow and (places := place_names(flow, entry.id)):
            yield case_id, places
