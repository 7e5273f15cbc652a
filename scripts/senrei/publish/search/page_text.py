"""Page text: what a page says, block by block, each with its zone and the nearest anchor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class Block:
    """A piece of text that is read in one go: a paragraph, a cell, a list item."""

    zone: str
    anchor: str
    text: str


_SILENT = re.compile(r"<(style|script|defs|template)\b.*?</\1>", re.DOTALL)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr|tspan)"
    r"(?:\s[^>]*)?>"
)
_TAG = re.compile(r"<([^>]*)>")
_ID = re.compile(r"\bid=\"([^\"]+)\"")
_FIELD = re.compile(r"\bdata-field=\"([^\"]+)\"")
_FIGURE = re.compile(r"<figure\b.*?</figure>", re.DOTALL)


def page_blocks(
    html: str, zone_at: Callable[[str], str], zone_of_field: dict[str, str]
) -> Iterator[Block]:
    """Give the blocks of a page's body.

    `zone_at` names the zone that begins at an anchor, `zone_of_field` that of a field wherever it
    stands. What only a picture says comes last, and only where it is not said elsewhere.
    """
    pictures = _FIGURE.findall(html)
    said = []
    for block in _blocks(_FIGURE.sub("", html), zone_at, zone_of_field):
        said.append(block.text)
        yield block
    whole = "\n".join(said)
    told = set()
    for picture in pictures:
        for block in _blocks(picture, zone_at, zone_of_field):
            if block.text not in whole and block.text not in told:
                told.add(block.text)
                yield block


def _blocks(
    html: str, zone_at: Callable[[str], str], zone_of_field: dict[str, str]
) -> Iterator[Block]:
    parts = _TAG.split(_INLINE.sub("", _SILENT.sub("", html)))
    anchor, zone, within = "", zone_at(""), ""
    for position in range(0, len(parts), 2):
        text = parts[position]
        if not text.isspace() and text:
            shown = " ".join((unescape(text) if "&" in text else text).split())
            yield Block(within or zone, anchor, shown)
        if position + 1 == len(parts):
            return
        tag = parts[position + 1]
        if "id=" in tag and (found := _ID.search(tag)):
            anchor = found[1]
            zone = zone_at(anchor)
        if tag == "/h1":
            zone = zone_at(tag)
        if tag.startswith("/"):
            within = within if within == "certification" and tag != "/ul" else ""
        elif "data-field=" in tag and (found := _FIELD.search(tag)):
            within = zone_of_field.get(found[1], "")
        elif 'class="claims"' in tag:
            within = "certification"
