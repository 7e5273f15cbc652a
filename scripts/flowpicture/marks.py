"""The marks of a step: what state it is in, its tags, and the words for both."""

from dataclasses import dataclass
from typing import Literal

from flowpicture.picture import (
    Change,
    Lock,
    Picture,
    Step,
    crosses_ward_boundary,
)

State = Literal["data", "care", "unknown", "none"]
TagKind = Literal["care", "change", "plain"]

CARE = "◆慎重に扱う項目"
MANUAL = "手作業"
ITEMS_UNKNOWN = "項目の記載なし"
ITEMS_NONE = "個人情報の移動なし"
CHANGE: dict[Change, str] = {"added": "追加", "removed": "廃止", "changed": "変更"}
PROTECTION: dict[Lock, str] = {
    "closed": "暗号化あり",
    "open": "暗号化なし",
    "other": "暗号化以外の対策あり",
    "question": "暗号化の記載なし",
    "hidden": "",
}


@dataclass(frozen=True)
class Tag:
    """A small word in a frame."""

    kind: TagKind
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
    return state(step) != "none" and crosses_ward_boundary(picture, step)


def items_text(step: Step) -> str:
    """Items of the step in one string, or the words for their absence."""
    if step.items is None:
        return ITEMS_UNKNOWN
    return "、".join(step.items) or ITEMS_NONE


def tags(picture: Picture, step: Step) -> tuple[Tag, ...]:
    """Tags of the step in the order they are drawn and listed."""
    found: list[Tag] = []
    if step.sensitive:
        found.append(Tag("care", CARE))
    if step.change is not None:
        found.append(Tag("change", CHANGE[step.change]))
    else:
        found.extend(Tag("plain", f"{label}のみ") for label in version_label(picture, step))
    if step.manual:
        found.append(Tag("plain", MANUAL))
    return tuple(found)


def version_label(picture: Picture, step: Step) -> tuple[str, ...]:
    """Return one label naming the versions a step is limited to, or nothing."""
    labels = picture.versions_told(step.versions)
    return ("・".join(labels),) if labels else ()
