"""Page: one generated page of the site, as HTML and the few things a frame needs around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_HEADING = re.compile(r"<h([23])[^>]*\bid=\"([^\"]+)\"[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents; level 2 or 3."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True)
class Page:
    """A page of the site: `path` ends in `index.html`, `record` is the file it is made from.

    `hidden` names what the frame leaves out: `navigation`, `toc`. A page that only repeats what
    others say is not searched.
    """

    path: str
    title: str
    body: str
    description: str = ""
    record: str | None = None
    parent: str | None = None
    hidden: tuple[str, ...] = ()
    is_searched: bool = True

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the second and third level, in their order."""
        return tuple(
            Heading(int(level), anchor, " ".join(unescape(_TAG.sub("", text)).split()))
            for level, anchor, text in _HEADING.findall(self.body)
        )
