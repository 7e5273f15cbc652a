"""Search pages: what the search sees of each page, cases first and the newest first among them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from senrei.model.dates import fiscal_year_label
from senrei.model.vocabulary import MatterTypeTerm
from senrei.publish.page import Block
from senrei.publish.search.zones import searched_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.links import Links
    from senrei.model.record import Record
    from senrei.publish.case_view import CaseView
    from senrei.publish.page import Page
    from senrei.publish.search.folding import Folding
    from senrei.publish.site_model import SiteModel


@dataclass(frozen=True)
class SearchPage:
    """One page as the search sees it, with what a result shows of it."""

    key: str
    """Kind and id of the record, `case/…`, or `page/…`."""
    path: str
    title: str
    glyphs: str
    """Single characters that tell sorts of pages apart at a glance."""
    about: str
    """The line under the title."""
    lead: str
    blocks: tuple[Block, ...]
    hidden: tuple[Block, ...] = ()
    """Blocks that are searched and never shown."""
    picture: str = ""
    """An SVG that takes the place of the glyphs."""

    @property
    def is_case(self) -> bool:
        """Whether this is the page of a case."""
        return self.key.startswith("case/")


def search_pages(pages: Iterable[Page], model: SiteModel, folding: Folding) -> Iterator[SearchPage]:
    """Yield all pages of the search, one at a time, in the order of their numbers."""
    searched = [page for page in pages if page.is_searched]
    by_record = {page.shows: page for page in searched}
    for view in model.newest_first:
        yield _case_page(view, by_record["case", view.case.id], model.links, folding)
    for page in searched:
        if page.shows is None:
            yield _other_page(page)
        elif page.shows[0] != "case":
            kind, entry_id = page.shows
            yield _record_page(page, model.catalog.of_kind(kind)[entry_id])


def _case_page(view: CaseView, page: Page, links: Links, folding: Folding) -> SearchPage:
    case, catalog, when = view.case, view.catalog, view.when
    act = case.principal
    blocks = tuple(searched_blocks(page.parts))
    glyphs = (catalog.of(MatterTypeTerm)[matter.type].glyph for matter in case.matters)
    about = (
        catalog.label("ward", case.ward),
        fiscal_year_label(when.fiscal_year) if when else "",
        act.agenda_as_written or catalog.word(f"acts.act.{act.act}"),
        "・".join(view.matter_types),
    )
    bodies = dict.fromkeys(act.body.value for act in case.acts if act.body.value)
    meetings = dict.fromkeys(act.meeting.value for act in case.acts if act.meeting.value)
    named = [catalog.label("ward", case.ward)]
    named += [catalog.label("body", body) for body in bodies]
    named += about
    named += [catalog.label("department", part.department) for part in case.departments]
    named += [catalog.label("meeting", meeting) for meeting in meetings]
    return SearchPage(
        key=f"case/{case.id}",
        path=page.path,
        title=case.short_title,
        glyphs="".join(dict.fromkeys(glyphs)),
        about="　".join(filter(None, about)),
        lead=case.brief.asked,
        blocks=blocks,
        picture=str(view.glyph or ""),
        hidden=(
            Block("place", "", "\n".join(named)),
            Block("title", "", case.reading),
            *(Block("reading", "", reading) for reading in _readings(case, catalog, links)),
            Block("other", "", "\n".join(_unsaid(case, blocks, folding))),
        ),
    )


def _readings(case: Case, catalog: Catalog, links: Links) -> Iterator[str]:
    for kind in catalog.kinds.values():
        if kind.read_aloud:
            for entry_id in links.used_by(case.id, kind.id):
                yield catalog.of_kind(kind.id)[entry_id].kana


def _unsaid(case: Case, blocks: tuple[Block, ...], folding: Folding) -> Iterator[str]:
    """Return the texts of a record that its page does not show: ids, words of the schema."""
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


def _record_page(page: Page, record: Record) -> SearchPage:
    """Take a record's own words only: what cases say of it is found on the cases' pages."""
    hidden = (Block("reading", "", record.kana),) if record.kana else ()
    return _told_by_page(f"{record.KIND}/{record.id}", page, (), hidden)


def _other_page(page: Page) -> SearchPage:
    key = f"page/{page.path.removesuffix('index.html').rstrip('/') or 'home'}"
    return _told_by_page(key, page, (Block("title", "", page.title),), ())


def _told_by_page(
    key: str, page: Page, ahead: tuple[Block, ...], hidden: tuple[Block, ...]
) -> SearchPage:
    return SearchPage(
        key=key,
        path=page.path,
        title=page.title,
        glyphs=page.glyph,
        about=page.sort,
        lead=page.description,
        blocks=(*ahead, *searched_blocks(page.parts, default="other")),
        hidden=hidden,
    )
