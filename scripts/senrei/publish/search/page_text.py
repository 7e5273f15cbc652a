"""Page text: what a page says, block by block, each in a zone of the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.publish.page_html import Block, read_html
from senrei.publish.search.zones import UNSEARCHED, ZONES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.publish.page_html import PageParts

_KNOWN = {zone.id for zone in ZONES}


class UndeclaredZoneError(Exception):
    """A template names a zone that the search does not have, or none where it must."""


def searched_blocks(parts: PageParts, default: str = "") -> Iterator[Block]:
    """Yield the blocks of a page that are searched, each with its zone.

    `default` is the zone of what the page leaves without one; empty where it must leave nothing
    without. What only a picture says comes last, and only where it is not said elsewhere. Raises
    `UndeclaredZoneError`.
    """
    said = []
    for block in parts.blocks:
        zone = _zone_of(block, default)
        if zone != UNSEARCHED:
            said.append(block.text)
            yield Block(zone, block.anchor, block.text)
    whole = "\n".join(said)
    told = set()
    for drawing in parts.drawings:
        zone = _zone_of(drawing, default)
        for block in read_html(drawing.text).blocks if zone != UNSEARCHED else ():
            if block.text not in whole and block.text not in told:
                told.add(block.text)
                yield Block(zone, drawing.anchor, block.text)


def _zone_of(block: Block, default: str) -> str:
    zone = block.zone or default
    if zone not in _KNOWN and zone != UNSEARCHED:
        fault = f"の data-zone が {zone} です" if zone else "に data-zone がありません"
        raise UndeclaredZoneError(
            f"#{block.anchor} 「{block.text[:20]}」{fault}。"
            f"zones.py の {'、'.join(sorted(_KNOWN))} か {UNSEARCHED} を書いてください。"
        )
    return zone
