"""Site model: what pages, files, pictures and the index are made from, each part made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from senrei.model.case_systems import ward_systems
from senrei.model.coverage import coverage
from senrei.model.links import Links, neighbours
from senrei.publish.case_view import CaseView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from senrei.model.case_systems import WardSystem
    from senrei.model.catalog import Catalog
    from senrei.model.coverage import CoverageGroup
    from senrei.model.links import Neighbour


@dataclass(frozen=True, eq=False)
class SiteModel:
    """The records, who uses what, and a view of each case."""

    catalog: Catalog

    @cached_property
    def links(self) -> Links:
        """Which case uses what."""
        return Links(self.catalog)

    @cached_property
    def views(self) -> Mapping[str, CaseView]:
        """A view of each case by its id, in the order of the records."""
        return {case.id: CaseView(case, self.catalog) for case in self.catalog.cases.values()}

    @cached_property
    def newest_first(self) -> tuple[CaseView, ...]:
        """The views, the newest case first; those of one day as the records have them."""

        def day(view: CaseView) -> str:
            return view.when.date.first_day.isoformat() if view.when else ""

        return tuple(sorted(self.views.values(), key=day, reverse=True))

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[Neighbour, ...]]:
        """The cases to compare each case with, the nearest first."""
        return neighbours(self.catalog, self.links)

    @cached_property
    def coverage(self) -> tuple[CoverageGroup, ...]:
        """What each case says of each safeguard."""
        return coverage(self.catalog, self.links)

    @cached_property
    def systems(self) -> tuple[WardSystem, ...]:
        """The systems of all wards."""
        return ward_systems(self.catalog)
