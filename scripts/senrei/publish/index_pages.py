"""Cross-reference pages: for each kind a list with counts, for each record who uses it and how."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from senrei.model.case import Case
from senrei.model.flow_graph import node_names
from senrei.model.kinds import with_pages
from senrei.model.organisations import Contractor, Ward
from senrei.model.vocabulary import CertificationTerm, DataItemTerm
from senrei.publish.address import index_path, page_path
from senrei.publish.page import Page
from senrei.publish.record_facts import facts_of, group_title, related_to, time_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.model.catalog import Catalog
    from senrei.model.kinds import Kind
    from senrei.model.links import Links
    from senrei.model.record import Record
    from senrei.model.use import Use
    from senrei.publish.rendering import Renderer
    from senrei.publish.site_model import SiteModel

    ListedEntry = tuple[Record, int]  # with the number of cases that use it
    CaseUses = tuple[Case, tuple[Use, ...]]  # what one case says of a record


def index_pages(model: SiteModel, renderer: Renderer) -> Iterator[Page]:
    """Yield the list and the detail pages of every kind but the cases' own pages."""
    catalog, links = model.catalog, model.links
    for kind in with_pages(catalog.kinds):
        yield _list_page(kind, model, renderer)
        if kind.id != Case.KIND:
            for record in catalog.of_kind(kind.id).values():
                yield _detail_page(kind, record, catalog, links, renderer)


def _list_page(kind: Kind, model: SiteModel, renderer: Renderer) -> Page:
    path = index_path(kind)
    if kind.id == Case.KIND:
        views = tuple(model.views.values())
        body = renderer.render("case_list.html", path, kind=kind, views=views)
    else:
        groups = tuple(_groups(kind, model.catalog, model.links))
        whole = len(model.catalog.cases)
        body = renderer.render("list.html", path, kind=kind, groups=groups, whole=whole)
    return Page(path, kind.title, body, description=kind.intro, sort="一覧")


def _groups(
    kind: Kind, catalog: Catalog, links: Links
) -> Iterator[tuple[str, tuple[ListedEntry, ...]]]:
    """Yield the parts of a list, each under its title, which is empty in a list of one part."""
    records = list(catalog.of_kind(kind.id).values())
    titles = {record.id: group_title(record, catalog) for record in records}
    if kind.sorted_by_reading:
        records.sort(key=lambda record: (titles[record.id], record.kana))
    order = list(dict.fromkeys(titles.values()))
    records.sort(key=lambda record: (order.index(titles[record.id]), *time_order(record)))
    for title, members in groupby(records, key=lambda record: titles[record.id]):
        counted = ((record, len(links.cases_using(kind.id, record.id))) for record in members)
        yield title, tuple(counted)


def _detail_page(
    kind: Kind, record: Record, catalog: Catalog, links: Links, renderer: Renderer
) -> Page:
    path = page_path(kind, record.id)
    uses = links.uses(kind.id, record.id)
    body = renderer.render(
        "detail.html",
        path,
        kind=kind,
        called=catalog.own_word(record.id) if isinstance(record, Ward) else kind.title,
        record=record,
        facts=tuple(facts_of(record, catalog)),
        groups=tuple(_use_groups(uses, catalog)),
        count=len(links.cases_using(kind.id, record.id)),
        whole=len(catalog.cases),
        related=tuple(related_to(record, catalog)),
        claims=tuple(_claims(record, catalog, links)),
        destinations=tuple(_destinations(record, catalog, links)),
    )
    return Page(
        path,
        record.label,
        body,
        description=record.explanation or f"{kind.title}：{record.label}",
        record=catalog.files[kind.id, record.id],
        parent=index_path(kind),
        shows=(kind.id, record.id),
        sort=kind.title,
        glyph=kind.glyph,
    )


def _use_groups(
    uses: tuple[Use, ...], catalog: Catalog
) -> Iterator[tuple[str, tuple[CaseUses, ...]]]:
    """Yield the uses of one standing: all that hold a mark, all safeguards on the ward's side."""
    without = "そのほかの箇所" if any(use.status for use in uses) else ""
    ordered = sorted(uses, key=lambda use: (use.status is None, use.status or ()))
    for status, members in groupby(ordered, key=lambda use: use.status):
        by_case: dict[str, list[Use]] = {}
        for use in _told_once(members):
            by_case.setdefault(use.case, []).append(use)
        cases = tuple((catalog.cases[case], tuple(told)) for case, told in by_case.items())
        yield catalog.word(status.name) if status else without, cases


def _told_once(uses: Iterable[Use]) -> Iterator[Use]:
    """Leave out what repeats the same words: an organisation may stand in two roles."""
    told = set()
    for use in uses:
        words = replace(use, position=())
        if words not in told:
            yield use
        told.add(words)


def _claims(record: Record, catalog: Catalog, links: Links) -> Iterator[tuple[str, Use]]:
    """Yield what papers say of an organisation's certifications."""
    if isinstance(record, Contractor):
        for mark in catalog.of(CertificationTerm):
            for use in _told_once(links.uses("certification", mark)):
                if use.by == ("contractor", record.id):
                    yield mark, use


def _destinations(
    record: Record, catalog: Catalog, links: Links
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield for each case whose flow names this item the nodes where it ends up."""
    if isinstance(record, DataItemTerm):
        for case_id in links.cases_using("data-item", record.id):
            flow = catalog.cases[case_id].data_flow
            if flow and (nodes := node_names(flow, record.id)):
                yield case_id, nodes
