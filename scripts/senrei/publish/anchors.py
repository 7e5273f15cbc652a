"""Anchors: the parts of a case's page that other pages point to; templates ask here too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from senrei.model.use import Use

_PARTS = {
    "matters": "",
    "matters.legal_basis": "",
    "matters.data_subjects": "subjects",
    "matters.certification_requirements": "contractors",
    "matters.provisions": "provisions",
}
MATTER_PARTS = {
    "tasks": "tasks",
    "data_subjects": "subjects",
    "volumes": "volumes",
    "data_items": "items",
    "provisions": "provisions",
    "money": "money",
    "contractors": "contractors",
    "controls": "controls",
}
CASE_SECTIONS = {
    "acts": "acts",
    "departments": "offices",
    "responsible_offices": "offices",
    "facilities": "facilities",
    "lineage": "lineage",
    "related_laws": "related-laws",
    "data_flow": "data-flow",
}


def act_anchor(act: str, number: int) -> str:
    """Return the anchor of an act, the nth of its sort."""
    return f"act-{act}-{number}" if number > 1 else f"act-{act}"


def matter_anchor(matter: str, part: str = "") -> str:
    """Return the anchor of a matter, or of a part of it: `tasks`, `subjects` and so on."""
    return f"m-{matter}-{part}" if part else f"m-{matter}"


def item_anchor(matter: str, position: int) -> str:
    """Return the anchor of a data item."""
    return matter_anchor(matter, f"item-{position}")


def contractor_anchor(matter: str, position: int) -> str:
    """Return the anchor of a contractor."""
    return matter_anchor(matter, f"contractor-{position}")


def control_group_anchor(matter: str, group: int) -> str:
    """Return the anchor of a group of safeguards."""
    return matter_anchor(matter, f"controls-{group}")


def control_anchor(matter: str, group: int, entry: int) -> str:
    """Return the anchor of a safeguard in its group."""
    return matter_anchor(matter, f"c{group}-{entry}")


def step_anchor(key: str) -> str:
    """Return the anchor of a row of the flow table."""
    return f"flow-step-{key}"


def system_anchor(system: str) -> str:
    """Return the anchor of a system."""
    return f"system-{system}"


def anchor_of(use: Use) -> str:
    """Return the anchor on the case's page that shows a use."""
    if use.matter is None:
        return CASE_SECTIONS.get(use.field, "title")  # all others stand in the box below the title
    match use.field:
        case "matters.controls":
            return control_anchor(use.matter, *use.position)
        case "matters.data_items":
            return item_anchor(use.matter, *use.position)
        case "matters.contractors":
            return contractor_anchor(use.matter, *use.position)
        case _:
            return matter_anchor(use.matter, _PARTS[use.field])
