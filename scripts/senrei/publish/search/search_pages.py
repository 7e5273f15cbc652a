"""Search pages: what the search sees of each page, cases first and the newest first among them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from senrei.model.case_date import case_date
from senrei.model.dates import fiscal_year_label
from senrei.publish.address import SECTIONS, page_path
from senrei.publish.flow_figure import flow_glyph
from senrei.publish.search.page_text import Block, page_blocks
from senrei.publish.search.search_page import SearchPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.links import Links
    from senrei.publish.page import Page
    from senrei.publish.search.folding import Folding


@dataclass(frozen=True)
class PlainPage:
    """A page written by hand, as the site shows it."""

    path: str
    title: str
    body: str


def cases_in_order(catalog: Catalog) -> tuple[Case, ...]:
    """Give the cases, the newest first; those of one day as the records have them."""

    def day(case: Case) -> str:
        when = case_date(case, catalog)
        return when.date.first_day.isoformat() if when else ""

    return tuple(sorted(catalog.cases.values(), key=day, reverse=True))


def search_pages(
    pages: Iterable[Page],
    plain: Iterable[PlainPage],
    catalog: Catalog,
    links: Links,
    folding: Folding,
) -> Iterator[SearchPage]:
    """Make all pages of the search, one at a time, in the order of their numbers."""
    by_path = {page.path: page for page in pages if page.is_searched}
    for case in cases_in_order(catalog):
        page = by_path.pop(page_path("case", case.id))
        yield _case_page(case, page, catalog, links, folding)
    kinds = {section.segment: section for section in SECTIONS}
    for path, page in by_path.items():
        segment, _, rest = path.partition("/")
        section = kinds.get(segment)
        if section and rest != "index.html":
            entry_id = rest.removesuffix("/index.html")
            yield _record_page(section.kind, section.title, entry_id, page, catalog)
        else:
            listed = section is not None or path in {"index.html", "systems/index.html"}
            yield _other_page(PlainPage(path, page.title, page.body), page.description, listed)
    for written in sorted(plain, key=lambda page: page.path):
        yield _other_page(written, "", listed=False)


_CASE_ZONES = {
    "": "place",
    "title": "title",
    "/h1": "basis",
    "layers": "other",
    "tools": "other",
    "key-points": "summary",
    "purpose": "summary",
    "data-flow": "flow",
    "exchanges": "flow",
    "destinations": "flow",
    "remarks": "flow",
    "schedule": "schedule",
    "systems": "system",
    "offices": "office",
    "facilities": "office",
    "lineage": "source",
    "lineage-table": "source",
    "compare": "near",
    "sources": "source",
    "annexes": "source",
    "notes": "source",
    "record": "source",
}
_CASE_ZONE_STARTS = (
    ("flow-", "flow"),
    ("system-", "system"),
    ("s-", "system"),
    ("source-", "source"),
)
_MATTER_ZONES = (
    ("-item", "item"),
    ("-subjects", "subject"),
    ("-contractor", "contractor"),
    ("-controls", "control"),
    ("-tasks", "matter"),
)
_FIELD_ZONES = {
    "title": "title",
    "brief.asked": "summary",
    "brief.why": "summary",
    "brief.new": "summary",
    "data_subjects": "subject",
    "data_items": "item",
    "contractors": "contractor",
    "legal_basis": "basis",
    "legal_regime": "basis",
    "matters.legal_basis": "basis",
    "regime_reason": "basis",
    "matters.period": "schedule",
    "matters.volumes": "subject",
    "matters.summary": "summary",
    "outcome": "other",
}


def _case_zone(anchor: str) -> str:
    if anchor in _CASE_ZONES:
        return _CASE_ZONES[anchor]
    for start, zone in _CASE_ZONE_STARTS:
        if anchor.startswith(start):
            return zone
    if anchor.startswith("m-"):
        for part, zone in _MATTER_ZONES:
            if part in anchor:
                return zone
        if anchor.rpartition("-c")[2].replace("-", "").isdigit():
            return "control"
    return "matter"


def _case_page(
    case: Case, page: Page, catalog: Catalog, links: Links, folding: Folding
) -> SearchPage:
    blocks = tuple(page_blocks(page.body, _case_zone, _FIELD_ZONES))
    when = case_date(case, catalog)
    types = dict.fromkeys(catalog.label("matter-type", matter.type) for matter in case.matters)
    body = catalog.entry("body", case.body)
    about = (
        catalog.label("ward", case.ward),
        fiscal_year_label(when.fiscal_year) if when else "",
        case.agenda_as_written or catalog.word(f"act.{case.act}"),
        "・".join(types),
    )
    place = [catalog.label("ward", case.ward), body.name, *about]
    place += [catalog.label("department", part.department) for part in case.departments]
    place += [catalog.label("meeting", case.meeting)] if case.meeting else []
    return SearchPage(
        key=f"case/{case.id}",
        path=page.path,
        title=case.short_title,
        glyphs="".join(dict.fromkeys(_MATTER_GLYPHS.get(m.type, "案") for m in case.matters)),
        about="　".join(filter(None, about)),
        lead=case.brief.asked,
        blocks=blocks,
        picture=str(flow_glyph(case, catalog) or ""),
        hidden=(
            Block("place", "", "\n".join(place)),
            Block("title", "", case.reading),
            *(Block("reading", "", reading) for reading in _readings(case, catalog, links)),
            Block("other", "", "\n".join(_unsaid(case, blocks, folding))),
        ),
    )


_MATTER_GLYPHS = {
    "development": "開",
    "system-change": "変",
    "external-connection": "結",
    "outsourcing": "委",
    "designated-management": "管",
}
_READ_KINDS = ("control", "data-item", "data-subject", "contractor", "certification", "department")


def _readings(case: Case, catalog: Catalog, links: Links) -> Iterator[str]:
    for kind in _READ_KINDS:
        for entry_id in links.used_by(case.id, kind):
            yield catalog.entry(kind, entry_id).reading


def _unsaid(case: Case, blocks: tuple[Block, ...], folding: Folding) -> Iterator[str]:
    """Give the texts of a record that its page does not show: ids, words of the schema."""
    said = "\n".join(block.text for block in blocks)
    folded = ""
    for text in dict.fromkeys(_texts_in(case)):
        if text in said:
            continue
        folded = folded or folding.fold(said)
        if folding.fold(text) not in folded:
            yield text


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts_in(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts_in(getattr(value, field.name))


_GLYPHS = {
    "contractor": "業",
    "certification": "認",
    "data-item": "項",
    "control": "策",
    "data-subject": "者",
    "matter-type": "事",
    "article": "法",
    "department": "課",
    "ward": "区",
    "meeting": "会",
}


def _record_page(
    kind: str, section: str, entry_id: str, page: Page, catalog: Catalog
) -> SearchPage:
    """Take a record's own words only: what cases say of it is found on the cases' pages."""
    entry = catalog.entry(kind, entry_id)
    own = page.body.partition('<h2 id="cases"')[0]
    reading = getattr(entry, "reading", "")
    return SearchPage(
        key=f"{kind}/{entry_id}",
        path=page.path,
        title=page.title,
        glyphs=_GLYPHS[kind],
        about=section,
        lead=page.description,
        blocks=tuple(page_blocks(own, _title_then_other, {})),
        hidden=(Block("reading", "", reading),) if reading else (),
    )


def _other_page(page: PlainPage, description: str, listed: bool) -> SearchPage:  # noqa: FBT001
    """Take a page of words; of a list only what stands above it."""
    body = page.body
    is_system = page.path.startswith("systems/") and not listed
    if listed:
        body = body.partition("<h2")[0].partition('<div class="table-wrap"')[0]
    return SearchPage(
        key=f"page/{page.path.removesuffix('index.html').rstrip('/') or 'home'}",
        path=page.path,
        title=page.title,
        glyphs="機" if is_system else "頁",
        about="一覧" if listed else "システム" if is_system else "説明のページ",
        lead=description,
        blocks=(Block("title", "", page.title), *page_blocks(body, _title_then_other, {})),
    )


def _title_then_other(anchor: str) -> str:
    return "title" if anchor == "title" else "other"
