"""Page: one generated page of the site, what a frame needs around it, and what its HTML holds.

HTML is read nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from senrei.model.use import Key

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span"}
    | {"strong", "sub", "sup", "time", "tspan", "u", "var", "wbr"}
)
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"})
_SILENT = frozenset({"style", "script", "defs", "template"})
_BEGINS_ZONE = frozenset({"h2", "h3", "h4", "h5", "h6"})
_DRAWING = "svg"


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


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents; level 2 or 3."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True)
class Block:
    """A piece of text that is read in one go: a paragraph, a cell, a list item."""

    zone: str
    """The zone that the template names for it; empty where it names none."""
    anchor: str
    """The nearest id above it; empty where there is none."""
    text: str


@dataclass(frozen=True)
class PageParts:
    """What a page consists of."""

    headings: tuple[Heading, ...]
    anchors: frozenset[str]
    blocks: tuple[Block, ...]
    drawings: tuple[Block, ...]
    """The SVG drawings, which are markup of their own: `text` is what stands inside the tag."""


def read_html(html: str) -> PageParts:
    """Read the body of a page.

    An element with `data-zone` names the zone of what it holds. On a heading below the title the
    zone lasts on, to the end of the element around it or to the next such heading.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return PageParts(
        tuple(reader.headings),
        frozenset(reader.anchors),
        tuple(reader.blocks),
        tuple(reader.drawings),
    )


@dataclass
class _Open:
    """An element that is not closed yet."""

    tag: str
    zone: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.headings: list[Heading] = []
        self.anchors: set[str] = set()
        self.blocks: list[Block] = []
        self.drawings: list[Block] = []
        self._open = [_Open("", "")]
        self._anchor = ""
        self._heading: str | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if anchor := named.get("id"):
            self.anchors.add(anchor)
        if tag in _INLINE:
            return
        self._end_block()
        self._anchor = anchor or self._anchor
        if tag in _VOID:
            return
        around = self._open[-1]
        zone = named.get("data-zone") or around.zone
        if tag in _BEGINS_ZONE:
            around.zone = zone
            self._heading = anchor
        self._open.append(_Open(tag, zone))
        if tag == _DRAWING:
            self.set_cdata_mode(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE:
            return
        text = self._end_block()
        if tag in {"h2", "h3"} and self._heading:
            self.headings.append(Heading(int(tag[1]), self._heading, text))
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open[-1].tag == _DRAWING:
            self.drawings.append(Block(self._open[-1].zone, self._anchor, data))
        elif self._open[-1].tag not in _SILENT:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_block(self) -> str:
        """Finish the block that is being read, and return its text."""
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if text:
            self.blocks.append(Block(self._open[-1].zone, self._anchor, text))
        return text
