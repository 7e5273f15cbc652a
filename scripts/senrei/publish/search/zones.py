"""Zones: the parts of a page that a search may be limited to, and what a page says in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.publish.page import Block, PageParts, read_html

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Zone:
    """A part of a page: its name for people, other names they may type, its weight.

    A zone takes `slots` bits of a posting. Words that stand in different slots do not stand
    together, so long zones are cut into several.
    """

    id: str
    name: str
    also: tuple[str, ...]
    weight: float
    slots: int = 1


UNSEARCHED = "none"  # the zone of what a template keeps out of the search

ZONES = (
    Zone("control", "対策", ("安全管理措置", "安全管理"), 2.2, 5),
    Zone("item", "情報項目", ("項目", "情報"), 2.4, 2),
    Zone("contractor", "事業者", ("委託先", "受託者"), 3.2),
    Zone("source", "出典", ("資料", "注"), 1.0, 2),
    Zone("summary", "要点", ("概要", "趣旨"), 3.4),
    Zone("flow", "流れ", ("手順",), 1.6),
    Zone("system", "システム", ("機能",), 2.0, 2),
    Zone("reading", "よみ", ("読み",), 1.6, 4),
    Zone("title", "件名", ("名前", "題名"), 7.0),
    Zone("subject", "対象者", ("だれの",), 3.2),
    Zone("certification", "認証", ("資格",), 3.0),
    Zone("basis", "根拠", ("条例", "法", "条文"), 3.0),
    Zone("place", "自治体", ("機関", "会議", "部署", "担当"), 3.2),
    Zone("office", "体制", ("責任者", "施設"), 1.8),
    Zone("schedule", "時期", ("日程", "期間", "文書"), 1.8),
    Zone("matter", "事項", ("業務",), 2.8),
    Zone("other", "本文", (), 1.0, 2),
    Zone("near", "似た案件", ("似ている",), 0.1),  # what a page says of other cases
)
_KNOWN = {zone.id for zone in ZONES}


def first_slots() -> dict[str, int]:
    """Return the number of each zone's first slot."""
    first, slot = {}, 0
    for zone in ZONES:
        first[zone.id] = slot
        slot += zone.slots
    return first


def reading_slots() -> frozenset[int]:
    """Return the slots that hold readings in kana."""
    first = first_slots()["reading"]
    slots = next(zone.slots for zone in ZONES if zone.id == "reading")
    return frozenset(range(first, first + slots))


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
