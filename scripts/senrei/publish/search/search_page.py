"""Search page: one page as the search sees it, with what a result shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from senrei.publish.search.page_text import Block


@dataclass(frozen=True)
class SearchPage:
    """A page to be found: `key` is the record's kind and id, `about` the line under its title.

    `glyphs` are single characters that tell kinds apart at a glance; `hidden` are blocks that are
    searched and never shown; `picture` is an SVG that takes the place of the glyphs.
    """

    key: str
    path: str
    title: str
    glyphs: str
    about: str
    lead: str
    blocks: tuple[Block, ...]
    hidden: tuple[Block, ...] = ()
    picture: str = ""

    @property
    def is_case(self) -> bool:
        """Tell whether this is the page of a case."""
        return self.key.startswith("case/")
