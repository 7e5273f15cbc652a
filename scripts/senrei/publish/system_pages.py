"""System pages: the systems of the wards, with the cases that speak of them and their lineage."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from senrei.model.lineage import system_tracks
from senrei.publish.address import system_path
from senrei.publish.page import Page
from senrei.publish.timeline_figure import timeline_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from senrei.model.case_systems import WardSystem
    from senrei.model.catalog import Catalog
    from senrei.model.lineage import CaseDate
    from senrei.publish.rendering import Renderer
    from senrei.publish.site_model import SiteModel

SYSTEMS = "systems/index.html"


def system_pages(model: SiteModel, renderer: Renderer) -> Iterator[Page]:
    """Yield the list of all systems and the page of each."""
    systems = model.systems
    groups = [
        (ward, tuple(group)) for ward, group in groupby(systems, key=lambda system: system.ward)
    ]
    body = renderer.render("system_list.html", SYSTEMS, groups=groups, whole=len(model.views))
    yield Page(SYSTEMS, "システム", body, "案件の資料に出てくるシステムの一覧", sort="一覧")
    dates = {case: view.when for case, view in model.views.items()}
    for system in systems:
        yield _system_page(system, dates, model.catalog, renderer)


def _system_page(
    system: WardSystem, dates: Mapping[str, CaseDate | None], catalog: Catalog, renderer: Renderer
) -> Page:
    path = system_path(system.ward, system.id)
    cited = [  # earlier rulings on the system, each with the case whose paper speaks of it
        (case.id, event)
        for case, _ in system.uses
        for event in case.lineage
        if event.system == system.id
    ]
    body = renderer.render(
        "system.html",
        path,
        system=system,
        timeline=timeline_figure(
            system_tracks(system, dates), f"{system.label} 経緯の年表", path, catalog
        ),
        cited=sorted(cited, key=lambda one: one[1].when.first_day),
    )
    return Page(
        path,
        system.label,
        body,
        description=f"システム：{system.label}",
        parent=SYSTEMS,
        sort="システム",
        glyph="機",
    )
