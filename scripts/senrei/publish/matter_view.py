"""Matter view: a matter as the page of its case shows it, group by group and row by row."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from senrei.model.statements import mentioned_items
from senrei.model.vocabulary import DataItemTerm
from senrei.publish.absences import absences_of, is_said, with_said
from senrei.publish.anchors import MATTER_PARTS, control_group_anchor, matter_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.matter import CaseDataItem, ControlGroup, DataItemGroup, Matter
    from senrei.model.record import Listed
    from senrei.model.statements import ControlStatement, ItemStatement
    from senrei.model.vocabulary import Sensitivity
    from senrei.publish.absences import Absences

_FIELDS = (
    "reason", "legal_basis", "period", "place", "reoutsourcing", "tasks", "data_subjects",
    "volumes", "data_items", "contractors", "certification_requirements", "controls",
)  # fmt: skip
_OPTIONAL = ("method", "media", "provisions", "money")


@dataclass(frozen=True)
class ItemGroupView:
    """The items that the paper groups together."""

    heading: str
    group: DataItemGroup
    rows: tuple[tuple[ItemStatement, Sensitivity | None], ...]
    """Each with the editors' mark."""

    @property
    def numbered(self) -> bool:
        """Whether the paper numbers the items."""
        return any(said.item.number for said, _ in self.rows)

    @property
    def has_whose(self) -> bool:
        """Whether any item says whose it is."""
        return any(said.item.whose for said, _ in self.rows)


@dataclass(frozen=True)
class ControlGroupView:
    """The safeguards that the paper groups together."""

    anchor: str
    group: ControlGroup
    rows: tuple[ControlStatement, ...]

    @property
    def number_title(self) -> str:
        """What the numbers of the entries count: rows of a checklist, or entries."""
        return "行" if any(row.entry.row for row in self.rows) else "番号"

    @property
    def has_marks(self) -> bool:
        """Whether the paper marks the entries."""
        return any(row.entry.mark for row in self.rows)

    @property
    def has_methods(self) -> bool:
        """Whether methods or policy articles are named."""
        return any(row.entry.method or row.entry.policy_refs for row in self.rows)


@dataclass(frozen=True)
class MatterView:
    """A matter as its part of the page shows it."""

    matter: Matter
    heading: str
    items: Listed[ItemStatement]
    item_groups: tuple[ItemGroupView, ...]
    same_as: str | None
    mentioned: tuple[tuple[CaseDataItem, DataItemGroup], ...]
    """The items that the paper only mentions, each with its group."""
    control_groups: tuple[ControlGroupView, ...]
    absences: Absences
    """What the papers say nothing of, and why."""

    def says(self, field: str) -> bool:
        """Whether the papers say something of a field of the matter."""
        return is_said(field, self.absences)

    @property
    def anchors_of_absences(self) -> dict[str, str]:
        """The anchors of the parts that the page has none of, by field."""
        has_heading = self.says("certification_requirements")
        return {
            field: matter_anchor(self.matter.id, part)
            for field, part in MATTER_PARTS.items()
            if not (field == "contractors" and has_heading)
        }

    @property
    def listed(self) -> tuple[CaseDataItem, ...]:
        """The items that the paper lists."""
        return tuple(said.item for said in self.items if said.item.listed)

    @property
    def unlisted_count(self) -> int:
        """How many items only the text of the paper handles."""
        return len(self.items) - len(self.listed)

    @property
    def sensitive_count(self) -> int:
        """How many items bear the editors' mark."""
        return sum(1 for group in self.item_groups for _, mark in group.rows if mark)


def matter_view(case: Case, matter: Matter, catalog: Catalog) -> MatterView:
    """Return a matter as its part of the page shows it."""
    items = case.items_of(matter)
    return MatterView(
        matter=matter,
        heading=f"{catalog.label('matter-type', matter.type)}：{matter.title}",
        items=items,
        item_groups=tuple(_item_groups(items, catalog)),
        same_as=_same_as(case, matter),
        mentioned=mentioned_items(matter),
        control_groups=tuple(_control_groups(case, matter)),
        absences=absences_of(matter, with_said(matter, _FIELDS, _OPTIONAL)),
    )


def _item_groups(items: Listed[ItemStatement], catalog: Catalog) -> Iterator[ItemGroupView]:
    for _, members in groupby(items, key=lambda said: id(said.group)):
        rows = tuple(
            (said, catalog.of(DataItemTerm)[said.item.term].sensitivity) for said in members
        )
        group = rows[0][0].group
        heading = group.group or catalog.title("matters.data_items")
        yield ItemGroupView(heading, group, rows)


def _control_groups(case: Case, matter: Matter) -> Iterator[ControlGroupView]:
    controls = (said for said in case.controls if said.matter is matter)
    for number, members in groupby(controls, key=lambda said: said.position[0]):
        rows = tuple(members)
        anchor = control_group_anchor(matter.id, number)
        yield ControlGroupView(anchor, rows[0].group, rows)


def _same_as(case: Case, matter: Matter) -> str | None:
    meant = [case.matter(group.same_as).title for group in matter.data_items if group.same_as]
    if not meant:
        return None
    return f"資料は「{'、'.join(meant)}」の項目と同じとしています。"
