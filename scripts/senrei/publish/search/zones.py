"""Zones: the parts of a page that a search may be limited to, and how much a hit there weighs."""

from __future__ import annotations

from dataclasses import dataclass


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
    Zone("place", "区", ("機関", "会議", "部署", "担当"), 3.2),
    Zone("office", "体制", ("責任者", "施設"), 1.8),
    Zone("schedule", "時期", ("日程", "期間", "文書"), 1.8),
    Zone("matter", "事項", ("業務",), 2.8),
    Zone("other", "本文", (), 1.0, 2),
    Zone("near", "似た案件", ("似ている",), 0.1),  # what a page says of other cases
)


def first_slots() -> dict[str, int]:
    """Give the number of each zone's first slot."""
    found, slot = {}, 0
    for zone in ZONES:
        found[zone.id] = slot
        slot += zone.slots
    return found


def reading_slots() -> frozenset[int]:
    """Give the slots that hold readings in kana."""
    first = first_slots()["reading"]
    slots = next(zone.slots for zone in ZONES if zone.id == "reading")
    return frozenset(range(first, first + slots))
