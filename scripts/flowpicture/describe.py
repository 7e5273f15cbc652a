"""The picture in words: a caption, a sentence per step, and rows for the table."""

from __future__ import annotations

from dataclasses import dataclass

from flowpicture.marks import (
    ITEMS_NONE,
    ITEMS_UNKNOWN,
    MANUAL,
    PROTECTION,
    items_text,
    state,
    tags,
    takes_data_across,
)
from flowpicture.picture import Node, Picture, Step, step_key


@dataclass(frozen=True)
class StepRow:
    """One step in words, for a table row; `key` is steady and unique in the picture.

    `items` None: not stated; (): no personal data. `protection` is empty where none applies.
    """

    key: str
    number: int
    source: Node
    target: Node
    source_party: str
    target_party: str
    act: str
    items: tuple[str, ...] | None
    items_text: str
    medium: str
    protection: str
    tags: tuple[str, ...]
    versions: tuple[str, ...]
    phase: str | None
    crosses_boundary: bool
    sentence: str


def caption(picture: Picture) -> str:
    """Who, how many steps, how many carry personal data: one line under the picture."""
    peopled = {node.party for node in picture.nodes}
    who = "・".join(party.label for party in picture.parties if party.id in peopled)
    compared = "・".join(version.label for version in picture.versions)
    title = f"{picture.title}（{compared}の比較）" if picture.is_comparison else picture.title
    steps = len(picture.steps)
    return (
        f"{title}の情報の流れ。{who}の間の{steps}の流れ（{'、'.join(_counts(picture))}）。"
        "番号は下の表に対応します。"
    )


def step_rows(picture: Picture) -> tuple[StepRow, ...]:
    """Rows of the table in the order of the picture."""
    return tuple(_row(picture, step) for step in picture.steps)


def _counts(picture: Picture) -> list[str]:
    states = [state(step) for step in picture.steps]
    crossing = sum(takes_data_across(picture, step) for step in picture.steps)
    counted = (
        ("個人情報を運ぶもの", states.count("data") + states.count("care"), True),
        ("うち慎重に扱う項目を含むもの", states.count("care"), False),
        (ITEMS_UNKNOWN, states.count("unknown"), False),
        ("個人情報の移動がないもの", states.count("none"), False),
        ("個人情報が区の内外をまたぐもの", crossing, False),
    )
    return [f"{label}{count}" for label, count, always in counted if count or always]


def _row(picture: Picture, step: Step) -> StepRow:
    return StepRow(
        key=step_key(picture, step),
        number=step.number,
        source=picture.node_by_id[step.source],
        target=picture.node_by_id[step.target],
        source_party=picture.party_of(step.source).label,
        target_party=picture.party_of(step.target).label,
        act=step.act,
        items=step.items,
        items_text=items_text(step),
        medium=step.medium_label,
        protection=PROTECTION[step.lock],
        tags=tuple(tag.label for tag in tags(picture, step)),
        versions=picture.versions_told(step.versions),
        phase=step.phase,
        crosses_boundary=takes_data_across(picture, step),
        sentence=_sentence(picture, step),
    )


def _sentence(picture: Picture, step: Step) -> str:
    versions = picture.versions_told(step.versions)
    limited = f"（{'・'.join(versions)}のみ）" if versions else ""
    parts = [f"手順{step.number}{limited}、{_way(picture, step)}：{step.act}", _items(step)]
    if step.medium_label:
        parts.append(f"手段は{step.medium_label}")
    if PROTECTION[step.lock]:
        parts.append(PROTECTION[step.lock])
    if takes_data_across(picture, step):
        parts.append("区の内外をまたぐ")
    parts.extend(
        tag.label.removeprefix("◆")
        for tag in tags(picture, step)
        if tag.kind != "plain" or tag.label == MANUAL
    )
    return "".join(f"{part}。" for part in parts)


def _items(step: Step) -> str:
    text = items_text(step)
    return text if text in {ITEMS_UNKNOWN, ITEMS_NONE} else f"項目は{text}"


def _way(picture: Picture, step: Step) -> str:
    source = _place(picture, step.source)
    if step.source == step.target:
        return f"{source}の中で"
    return f"{source}から{_place(picture, step.target)}へ"


def _place(picture: Picture, node_id: str) -> str:
    party, node = picture.party_of(node_id).label, picture.node_by_id[node_id].label
    return node if node == party else f"{party}の{node}"
