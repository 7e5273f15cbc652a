"""Case page: what the page of one case shows, in the order in which a person asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from senrei.model.flow_graph import items_carried, node_names
from senrei.model.lineage import Event, LineageTrack, case_tracks
from senrei.model.organisations import Body
from senrei.publish.absences import absences_of, is_said, with_said
from senrei.publish.act_view import speaker
from senrei.publish.address import relative
from senrei.publish.flow_view import exchanges, remark_rows
from senrei.publish.page import Page
from senrei.publish.timeline_figure import timeline_figure

if TYPE_CHECKING:
    from senrei.model.case_source import PageSpan, Source
    from senrei.model.data_flow import DataFlow
    from senrei.model.links import Neighbour
    from senrei.model.provision import Provision
    from senrei.publish.absences import Absences
    from senrei.publish.case_view import CaseView
    from senrei.publish.rendering import Renderer


_NEAR = 5
_OF_A_SYSTEM = (
    "owner", "cloud", "server_location", "maintenance", "components", "functions",
)  # fmt: skip


def case_page(
    view: CaseView, renderer: Renderer, edit_base: str | None, near: tuple[Neighbour, ...] = ()
) -> Page:
    """Make the page of a case.

    `edit_base` is the address that a record's path is put behind to change it; None where records
    are changed nowhere. `near` are cases to compare it with, the most alike first.
    """
    case, catalog, path, record = view.case, view.catalog, view.path, view.record
    flow = case.data_flow
    body = renderer.render(
        "case.html",
        path,
        case=case,
        view=view,
        word=partial(catalog.word_in, case),
        own_word=catalog.own_word(case.ward),
        record=record,
        edit_link=edit_base + record if edit_base else relative(path, record),
        edit_is_outside=bool(edit_base),
        flow=view.flow,
        kept=tuple(node for node in flow.nodes if node.retention) if flow else (),
        destinations=_destinations(flow) if flow else (),
        remarks=tuple(remark_rows(flow, catalog, view.flow.rows)) if flow and view.flow else (),
        exchanges=tuple(exchanges(flow, catalog)) if flow else (),
        timeline=timeline_figure(
            case_tracks(case, view.when), f"{case.label} 経緯の年表", path, catalog
        ),
        acts_timeline=timeline_figure(
            (_track_of_acts(view),), f"{case.label} 手続の年表", path, catalog, "acts"
        ),
        near=tuple(neighbour for neighbour in near if neighbour.is_near)[:_NEAR],
        source_citations=tuple(map(source_citation, case.sources)),
        citation=_citation(view),
        absences_of_system=partial(absences_of, fields=_OF_A_SYSTEM),
        absences_of_provision=_absences_of_provision,
        is_said=is_said,
        speaker=partial(speaker, catalog=catalog),
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


def _absences_of_provision(provision: Provision) -> Absences:
    """Return what is absent of a provision; its items may be those of another matter."""
    items = () if provision.same_as else ("items",)
    fields = with_said(provision, ("to_purpose", "ground", *items), ("consent", "notice"))
    return absences_of(provision, fields)


def _destinations(flow: DataFlow) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return for each item that the flow names the nodes in which it comes to be."""
    return tuple((item, node_names(flow, item)) for item in items_carried(flow))


def _track_of_acts(view: CaseView) -> LineageTrack:
    """Return the acts that have a date as a track of their own."""
    dated = (Event(act.when.date, view.case.id, act.name) for act in view.acts if act.when)
    return LineageTrack("この案件の手続", tuple(dated))


def _citation(view: CaseView) -> str:
    """Return how others cite the case: the body, its paper, the title, the day."""
    case, catalog, act = view.case, view.catalog, view.case.principal
    ward = catalog.label("ward", case.ward)
    body = catalog.of(Body)[act.body.value] if act.body.value else None
    named = body.name if body and body.kind != "none" else ""
    place = named if named.startswith(ward) else f"{ward}{named and ' '}{named}"
    title = case.title.replace("「", "『").replace("」", "』")
    day = f"（{view.dated}）" if view.when and not view.when.is_planned else ""
    paper = act.agenda_as_written or case.sources[0].title
    named_otherwise = f" {paper}" if paper != case.title else ""
    return f"{place}{named_otherwise}「{title}」{day}"


def source_citation(source: Source) -> str:
    """Return how a source is cited: who, what, when, which pages and where to find it."""
    title = f"「{source.title.replace('「', '『').replace('」', '』')}」"
    published = f"（{source.published.as_written}）" if source.published else ""
    parts = [f"{source.publisher or ''}{title}{published}"]
    if source.pages:
        parts.append(_span(source.pages))
    if source.url:
        seen = f"（{source.accessed.as_written}閲覧）" if source.accessed else ""
        parts.append(f"{source.url}{seen}")
    return "、".join(parts)


def _span(pages: PageSpan) -> str:
    first, last = pages.first, pages.last
    return f"{first}ページ" if first == last else f"{first}〜{last}ページ"
