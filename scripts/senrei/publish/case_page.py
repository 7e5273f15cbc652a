"""Case page: what the page of one case shows, in the order in which a person asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.model.flow_graph import items_carried, place_names
from senrei.model.lineage import case_tracks
from senrei.publish.address import page_path, relative
from senrei.publish.anchors import control_anchor, control_group_anchor, item_anchor
from senrei.publish.exchange_view import exchanges
from senrei.publish.flow_figure import flow_figure
from senrei.publish.key_facts import key_facts
from senrei.publish.page import Page
from senrei.publish.remark_view import remark_rows
from senrei.publish.timeline_figure import timeline_figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.matter import CaseDataItem, ControlEntry, ControlGroup, DataItemGroup, Matter
    from senrei.model.vocabulary import Sensitivity
    from senrei.publish.comparison import Neighbour
    from senrei.publish.flow_figure import FlowFigure
    from senrei.publish.remark_view import RemarkRow
    from senrei.publish.rendering import Renderer


_NEAR = 5


@dataclass(frozen=True)
class ItemRow:
    """One data item of a matter, with the editors' mark."""

    anchor: str
    item: CaseDataItem
    sensitivity: Sensitivity | None


@dataclass(frozen=True)
class ItemGroupView:
    """The items that the paper groups together."""

    heading: str
    where: str
    scope: str | None
    note: str | None
    rows: tuple[ItemRow, ...]

    @property
    def numbered(self) -> bool:
        """Tell whether the paper numbers the items."""
        return any(row.item.number for row in self.rows)

    @property
    def has_whose(self) -> bool:
        """Tell whether any item says whose it is."""
        return any(row.item.whose for row in self.rows)


@dataclass(frozen=True)
class ControlRow:
    """One safeguard with its address on the page."""

    anchor: str
    position: str
    where: str
    entry: ControlEntry


@dataclass(frozen=True)
class ControlGroupView:
    """The safeguards that the paper groups together."""

    anchor: str
    group: ControlGroup
    rows: tuple[ControlRow, ...]

    @property
    def is_checklist(self) -> bool:
        """Tell whether the entries are rows of a checklist."""
        return any(row.entry.row for row in self.rows)

    @property
    def has_marks(self) -> bool:
        """Tell whether the paper marks the entries."""
        return any(row.entry.mark for row in self.rows)

    @property
    def has_methods(self) -> bool:
        """Tell whether methods or policy articles are named."""
        return any(row.entry.method or row.entry.policy_refs for row in self.rows)


@dataclass(frozen=True)
class MatterView:
    """A matter as its part of the page shows it."""

    matter: Matter
    heading: str
    item_groups: tuple[ItemGroupView, ...]
    same_as: str | None
    control_groups: tuple[ControlGroupView, ...]

    @property
    def listed_count(self) -> int:
        """How many items the paper lists."""
        return sum(row.item.listed for group in self.item_groups for row in group.rows)

    @property
    def unlisted_count(self) -> int:
        """How many items only the text of the paper handles."""
        return sum(len(group.rows) for group in self.item_groups) - self.listed_count

    @property
    def sensitive_count(self) -> int:
        """How many of them bear the editors' mark."""
        return sum(1 for group in self.item_groups for row in group.rows if row.sensitivity)


def case_page(
    case: Case,
    catalog: Catalog,
    renderer: Renderer,
    edit_base: str | None,
    near: tuple[Neighbour, ...] = (),
) -> Page:
    """Make the page of a case.

    `edit_base` is where records can be changed, if anywhere; `near` are cases to compare it with.
    """
    path = page_path("case", case.id)
    record = catalog.files["case", case.id]
    flow = flow_figure(case, catalog, path) if case.data_flow else None
    body = renderer.render(
        "case.html",
        path,
        case=case,
        body=catalog.entry("body", case.body),
        record=record,
        edit_link=edit_base + record if edit_base else relative(path, record),
        edit_is_outside=bool(edit_base),
        key_facts=tuple(key_facts(case, catalog, path)),
        matter_views=tuple(matter_view(case, matter, catalog) for matter in case.matters),
        flow=flow,
        destinations=_destinations(case),
        remarks=_remarks(case, catalog, flow),
        exchanges=tuple(exchanges(case.data_flow, catalog)) if case.data_flow else (),
        timeline=timeline_figure(case_tracks(case, catalog), f"{case.label} 経緯の年表", path),
        near=near[:_NEAR],
        citation=_citation(case, catalog),
    )
    return Page(
        path,
        case.short_title,
        body,
        description=case.brief.asked,
        record=record,
        parent="cases/index.html",
        hidden=("navigation",),
    )


def matter_view(case: Case, matter: Matter, catalog: Catalog) -> MatterView:
    """Prepare a matter for its part of the page."""
    groups = []
    for group, items in case.numbered_items(matter):
        rows = tuple(
            ItemRow(
                item_anchor(matter.id, position),
                item,
                catalog.entry("data-item", item.term).sensitivity,
            )
            for position, item in items
        )
        heading = group.group or catalog.title("matters.data_items")
        groups.append(ItemGroupView(heading, group.where, group.scope, group.note, rows))
    return MatterView(
        matter=matter,
        heading=f"{catalog.label('matter-type', matter.type)}：{matter.title}",
        item_groups=tuple(groups),
        same_as=_same_as(case, matter.data_items.entries),
        control_groups=tuple(
            ControlGroupView(
                control_group_anchor(matter.id, number),
                group,
                tuple(_control_rows(matter, group, number)),
            )
            for number, group in matter.numbered_control_groups()
        ),
    )


def _control_rows(matter: Matter, group: ControlGroup, number: int) -> Iterator[ControlRow]:
    for place, entry in group.numbered_entries():
        position = str(entry.row) if entry.row else entry.at or "－"
        anchor = control_anchor(matter.id, number, place)
        yield ControlRow(anchor, position, group.where_of(entry), entry)


def _same_as(case: Case, groups: tuple[DataItemGroup, ...]) -> str | None:
    meant = [case.matter(group.same_as).title for group in groups if group.same_as]
    if not meant:
        return None
    return f"資料は「{'、'.join(meant)}」の項目と同じとしています。"


def _remarks(case: Case, catalog: Catalog, flow: FlowFigure | None) -> tuple[RemarkRow, ...]:
    if case.data_flow is None or flow is None:
        return ()
    return tuple(remark_rows(case.data_flow, catalog, flow.rows))


def _destinations(case: Case) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Say for each item that the flow names in which places it comes to be."""
    flow = case.data_flow
    if flow is None:
        return ()
    return tuple((item, place_names(flow, item)) for item in items_carried(flow))


def _citation(case: Case, catalog: Catalog) -> str:
    body = catalog.entry("body", case.body)
    source = case.sources[0].title
    parts = [catalog.label("ward", case.ward)]
    if body.kind != "none":
        parts.append(body.name)
    parts += [case.agenda_as_written or source, f"「{case.title}」"]
    return " ".join(parts)
