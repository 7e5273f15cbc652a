"""Case view: what pages, lists, search, pictures and data show of one case, made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from senrei.model.dates import Precision, day_in_era
from senrei.model.lineage import case_date
from senrei.publish.absences import absences_of, is_said
from senrei.publish.act_view import act_views
from senrei.publish.address import page_path
from senrei.publish.flow_figure import flow_figure, flow_glyph, flow_picture
from senrei.publish.key_facts import key_facts
from senrei.publish.matter_view import matter_view

if TYPE_CHECKING:
    from markupsafe import Markup

    from flowpicture import Picture
    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.lineage import CaseDate
    from senrei.publish.absences import Absences
    from senrei.publish.act_view import ActView
    from senrei.publish.flow_figure import FlowFigure
    from senrei.publish.key_facts import Fact
    from senrei.publish.matter_view import MatterView

_SECTIONS = (
    "data_flow", "purpose", "schedule", "systems", "system_users", "responsible_offices",
    "access_levels", "facilities", "lineage", "annexes",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class CaseView:
    """One case for all who show it; each part is made when somebody first asks for it."""

    case: Case
    catalog: Catalog

    @property
    def path(self) -> str:
        """The path of the case's page."""
        return page_path(self.catalog.kinds["case"], self.case.id)

    @property
    def record(self) -> str:
        """The path of the file that holds the record."""
        return self.catalog.files["case", self.case.id]

    @cached_property
    def when(self) -> CaseDate | None:
        """When the case was; None where its paper has no date."""
        return case_date(self.case, self.catalog)

    @cached_property
    def matters(self) -> tuple[MatterView, ...]:
        """The matters with their items and safeguards."""
        return tuple(matter_view(self.case, matter, self.catalog) for matter in self.case.matters)

    @cached_property
    def matter_types(self) -> tuple[str, ...]:
        """The names of the types of its matters, each once."""
        types = dict.fromkeys(matter.type for matter in self.case.matters)
        return tuple(self.catalog.label("matter-type", name) for name in types)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The lines of the box that opens the page; links are paths of the site."""
        return tuple(key_facts(self.case, self.acts, self.matters, self.catalog))

    @cached_property
    def acts(self) -> tuple[ActView, ...]:
        """The acts with their dates and outcomes."""
        return tuple(act_views(self.case, self.catalog))

    @cached_property
    def absences(self) -> Absences:
        """What the papers say nothing of, and why."""
        return absences_of(self.case, _SECTIONS)

    @property
    def anchors_of_absences(self) -> dict[str, str]:
        """The anchors of the parts that the page has none of, by field."""
        return {field: field.replace("_", "-") for field in _SECTIONS}

    def says(self, field: str) -> bool:
        """Whether the papers say something of a field of the case."""
        return is_said(field, self.absences)

    @property
    def dated(self) -> str:
        """When the case was, for a line with other words; empty where its paper has no date."""
        return _dated(self.when) if self.when else ""

    @property
    def regime(self) -> str:
        """The law it was judged by, without what stands in brackets."""
        said = self.catalog.word_of(self.case.ward, f"legal_regime.{self.case.legal_regime}")
        return said.partition("（")[0]

    @cached_property
    def picture(self) -> Picture | None:
        """What the pictures of its data flow show; links are paths of the site."""
        flow = self.case.data_flow
        return flow_picture(self.case, flow, self.catalog) if flow else None

    @cached_property
    def flow(self) -> FlowFigure | None:
        """The pictures of its data flow, as its page shows them."""
        return flow_figure(self.picture, self.path) if self.picture else None

    @cached_property
    def glyph(self) -> Markup | None:
        """The zone glyph of its data flow, for a card."""
        return flow_glyph(self.picture) if self.picture else None


def _dated(when: CaseDate) -> str:
    is_day = when.date.precision is Precision.DAY
    said = day_in_era(when.date.first_day) if is_day else when.date.in_era
    return f"{said}（{when.of}）" if when.is_planned else said
