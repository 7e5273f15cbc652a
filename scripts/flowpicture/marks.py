"""What marks a step or a node: states, tags, outlines of icons; and the whole picture in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flowpicture.picture import Node, Picture, Step, step_key

if TYPE_CHECKING:
    from flowpicture.picture import NodeType

ICON = 28.0
LOCK_WIDTH, LOCK_HEIGHT = 11.0, 13.0

State = Literal["data", "care", "unknown", "none"]
STRONGEST: tuple[State, ...] = ("care", "data", "unknown", "none")
TagLook = Literal["care", "change", "plain"]


@dataclass(frozen=True)
class Tag:
    """A small word in a frame."""

    look: TagLook
    label: str


def state(step: Step) -> State:
    """Return what the step carries: items, items needing care, not stated, or none."""
    if step.sensitive:
        return "care"
    if step.items is None:
        return "unknown"
    return "data" if step.items else "none"


def takes_data_across(picture: Picture, step: Step) -> bool:
    """Whether personal data (or items not stated) pass the edge of the ward."""
    zones = {picture.party_of(step.source).zone, picture.party_of(step.target).zone}
    return state(step) != "none" and "ward" in zones and len(zones) > 1


def items_text(picture: Picture, step: Step) -> str:
    """Items of the step joined by 、, or the words for their absence."""
    if step.items is None:
        return picture.words.unknown
    return "、".join(step.items) or picture.words.nothing


def tags(picture: Picture, step: Step) -> tuple[Tag, ...]:
    """Tags of the step in the order they are drawn and listed."""
    words, shown = picture.words, list[Tag]()
    if step.sensitive:
        shown.append(Tag("care", words.care))
    if step.change is not None:
        shown.append(Tag("change", dict(words.changes)[step.change]))
    elif versions := picture.versions_to_name(step.versions):
        shown.append(Tag("plain", f"{'・'.join(versions)}のみ"))
    if step.manual:
        shown.append(Tag("plain", words.manual))
    return tuple(shown)


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
    """Return the line under the picture: the parties, and how many steps of which sort."""
    with_nodes = {node.party for node in picture.nodes}
    who = "・".join(party.label for party in picture.parties if party.id in with_nodes)
    compared = "・".join(version.label for version in picture.versions)
    title = f"{picture.title}（{compared}の比較）" if picture.is_comparison else picture.title
    steps = len(picture.steps)
    return (
        f"{title}の情報の流れ。{who}の間の{steps}の流れ（{'、'.join(_counts(picture))}）。"
        "番号は下の表に対応します。"
    )


def step_rows(picture: Picture) -> tuple[StepRow, ...]:
    """Rows of the table in the order of the picture."""
    return tuple(
        StepRow(
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
        for step in picture.steps
    )


def _counts(picture: Picture) -> list[str]:
    states = [state(step) for step in picture.steps]
    crossing = sum(takes_data_across(picture, step) for step in picture.steps)
    counted = (
        ("個人情報を運ぶもの", states.count("data") + states.count("care"), True),
        ("うち慎重に扱う項目を含むもの", states.count("care"), False),
        (picture.words.unknown, states.count("unknown"), False),
        ("個人情報の移動がないもの", states.count("none"), False),
        (f"個人情報が{picture.words.inside}の内外をまたぐもの", crossing, False),
    )
    return [f"{label}{count}" for label, count, always in counted if count or always]


NODE_ICONS: dict[NodeType, str] = {
    "person": "M14 2.5a5.2 5.2 0 1 1-.01 0zM3.5 26c0-7.5 4-10.5 10.5-10.5s10.5 3 10.5 10.5z",
    "office": "M5 26v-23h18v23zM11.5 26v-4.5h5v4.5M9 7.5h2.5M16.5 7.5h2.5M9 12h2.5"
    "M16.5 12h2.5M9 16.5h2.5M16.5 16.5h2.5",
    "server": "M3 3.5h22v6.5h-22zM3 11h22v6.5h-22zM3 18.5h22v6.5h-22zM6.5 6.7h1M6.5 "
    "14.2h1M6.5 21.7h1M14 6.7h7.5M14 14.2h7.5M14 21.7h7.5",
    "db": "M4 6.5c0-5 20-5 20 0v15c0 5-20 5-20 0zM4 6.5c0 5 20 5 20 0",
    "cloud": "M7.5 22.5a5.7 5.7 0 0 1-.6-11.4a7.8 7.8 0 0 1 14.9-1.1a6.3 6.3 0 0 1-.8 12.5z",
    "terminal": "M2.5 4h23v16h-23zM14 20v5M8.5 25h11",
    "tablet": "M8 2.5h12q1.5 0 1.5 1.5v20q0 1.5-1.5 1.5h-12q-1.5 0-1.5-1.5v-20q0"
    "-1.5 1.5-1.5zM12.5 22.5h3",
    "paper": "M6 2.5h10.5l6 6v17h-16.5zM16.5 2.5v6h6M9.5 13h9M9.5 17h9M9.5 21h6",
    "media": "M4 3.5h16.5l4 4v17h-20.5zM9 3.5v6.5h9v-6.5M8.5 24.5v-9h11v9",
    "facility": "M2.5 25.5v-12l7.5 4.5v-4.5l7.5 4.5v-15h5v23zM7 21.5h2M12 21.5h2M17 21.5h2",
}
_BODY = "M.5 5.5h10v7.5h-10z"
LOCK_ICONS: dict[str, str] = {
    "closed": "M2.3 5.5v-2a3.2 3.2 0 0 1 6.4 0v2h-1v-2a2.2 2.2 0 0 0-4.4 0v2z" + _BODY,
    "open": "M2.8 5.5v-2.2a2.7 2.7 0 0 1 5.3-.7" + _BODY,
    "other": "M5.5 .5l5 1.7v4.1q0 4.2-5 6.4q-5-2.2-5-6.4v-4.1zM3 6.3l2 2l3.2-3.9",
    "question": "M2.8 5.5v-2a2.7 2.7 0 0 1 5.4 0v2"
    + _BODY
    + "M4 7.9q0-1.1 1.5-1.1t1.5 1.1q0 .8-1.5 1.5v.3M5.5 11.2v.2",
    "hidden": "",
}
