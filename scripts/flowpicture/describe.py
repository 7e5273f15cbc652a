"""The picture in words: a caption, and rows for the table beside it."""

from __future__ import annotations

from dataclasses import dataclass

from flowpicture.marks import items_text, state, tags, takes_data_across
from flowpicture.picture import Node, Picture, Step, step_key


@dataclass(frozen=True)
class StepRow:
    """One step in words, for a table row."""

    key: str
    """Steady, and unique in the picture."""
    number: int
    source: Node
    target: Node
    act: str
    items_text: str
    medium: str
    protection: str
    """Empty where the question does not arise."""
    tags: tuple[str, ...]


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
        (picture.words.unknown, states.count("unknown"), False),
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
        act=step.act,
        items_text=items_text(picture, step),
        medium=step.medium_label,
        protection="" if step.lock == "hidden" else step.protection,
        tags=tuple(tag.label for tag in tags(picture, step)),
    )
