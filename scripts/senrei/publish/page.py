"""Page: one generated page of the site, as HTML and the few things a frame needs around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

from senrei.publish.page_html import read_html

if TYPE_CHECKING:
    from senrei.model.uses import Key
    from senrei.publish.page_html import PageParts


@dataclass(frozen=True)
class Page:
    """A page of the site."""

    path: str
    """Where it stands in the site; ends in `index.html`."""
    title: str
    body: str
    description: str = ""
    record: str | None = None
    """The file that it is made from."""
    parent: str | None = None
    """The path of the list that it belongs to."""
    hidden: tuple[str, ...] = ()
    """What the frame leaves out: `navigation`, `toc`."""
    is_searched: bool = True
    """False for a page that only repeats what others say."""
    shows: Key | None = None
    """Kind and id of the record that it is the page of."""
    sort: str = "説明のページ"
    """What sort of page it is, as a search result tells."""
    glyph: str = "頁"
    """The sort of the page as one character."""

    @property
    def source(self) -> str:
        """The Markdown file that a site generator would make it from."""
        return self.path.removesuffix(".html") + ".md"

    @property
    def front_matter(self) -> dict[str, Any]:
        """What a frame reads in front of the body; it shows texts as they are."""
        hidden = {"hide": list(self.hidden)} if self.hidden else {}
        return {
            "title": escape(self.title),
            "description": escape(self.description),
            "search": {"exclude": True},  # the index is our own
            **hidden,
        }

    @cached_property
    def parts(self) -> PageParts:
        """The headings, anchors and texts of the body."""
        return read_html(self.body)
