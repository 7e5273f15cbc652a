"""Case page: what the page of one case shows, in the order in which a person asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.model.flow_graph import items_carried, place_names
from senrei.model.lineage import case_tracks
from senrei.publish.address import page_path, relative
from senrei.publish.exchange_view import exchanges
from senrei.publish.flow_figure import flow_figure
from senrei.publish.key_facts import key_facts
from senrei.publish.matter_view import matter_view
from senrei.publish.page import Page
from senrei.publish.remark_view import remark_rows
from senrei.publish.timeline_figure import timeline_figure

if TYPE_CHECKING:
    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.publish.comparison import Neighbour
    from senrei.publish.flow_figure import FlowFigure
    from senrei.publish.remark_view import RemarkRow
    from senrei.publish.rendering import Renderer


_NEAR = 5


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
        shows=("case", case.id),
    )


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
