"""Anchors: the places on a case's page that other pages point to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from senrei.model.links import Use

_PARTS = {
    "matters": "",
    "matters.legal_basis": "",
    "matters.data_subjects": "-subjects",
    "matters.certification_requirements": "-contractors",
}
_SECTIONS = {
    "departments": "offices",
    "responsible_offices": "offices",
    "facilities": "facilities",
    "lineage": "lineage",
    "data_flow": "data-flow",
}


def control_anchor(matter: str, group: int, entry: int) -> str:
    """Give the place of a safeguard; both positions count from 1."""
    return f"m-{matter}-c{group}-{entry}"


def item_anchor(matter: str, position: int) -> str:
    """Give the place of a data item, counted from 1 within its matter."""
    return f"m-{matter}-item-{position}"


def contractor_anchor(matter: str, position: int) -> str:
    """Give the place of a contractor, counted from 1 within its matter."""
    return f"m-{matter}-contractor-{position}"


def anchor_of(use: Use) -> str:
    """Give the place on the case's page that shows a use."""
    if use.matter is None:
        return _SECTIONS.get(use.field, "title")
    match use.field:
        case "matters.controls":
            return control_anchor(use.matter, *use.position)
        case "matters.data_items":
            return item_anchor(use.matter, *use.position)
        case "matters.contractors":
            return contractor_anchor(use.matter, *use.position)
        case _:
            return f"m-{use.matter}{_PARTS[use.field]}"
