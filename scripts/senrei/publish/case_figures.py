"""Figure files of the cases: overview and step ladder as PNG and PDF, for papers and print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.publish.diagram import WIDE, ladder_drawings, overview_drawing
from senrei.publish.diagram.figure_file import FORMATS, figure_bytes
from senrei.publish.diagram.style_sheet import read_style_sheet
from senrei.publish.flow_figure import flow_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.catalog import Catalog
    from senrei.publish.diagram import Drawing, Picture
    from senrei.publish.diagram.figure_file import Format
    from senrei.publish.diagram.style_sheet import StyleSheet

STYLE_SHEET = "docs/assets/stylesheets/diagram.css"


@dataclass(frozen=True)
class FigureFile:
    """A file to write, `edogawa-r04-11-overview.pdf`; it is drawn when asked for."""

    case: str
    figure: str
    form: Format
    drawing: Drawing
    style: StyleSheet

    @property
    def name(self) -> str:
        """Name of the file."""
        return f"{self.case}-{self.figure}.{self.form}"

    def content(self) -> bytes:
        """Draw the file."""
        return figure_bytes(self.drawing, self.style, self.form)


def case_figures(catalog: Catalog, style_sheet: str) -> Iterator[FigureFile]:
    """Draw the figures of every case that records its flow of data."""
    style = read_style_sheet(style_sheet)
    for case in catalog.cases.values():
        if case.data_flow is None:
            continue
        picture = flow_picture(case, case.data_flow, catalog, "")
        for figure, drawing in _drawings(picture):
            for form in FORMATS:
                yield FigureFile(case.id, figure, form, drawing, style)


def _drawings(picture: Picture) -> Iterator[tuple[str, Drawing]]:
    yield "overview", overview_drawing(picture, WIDE)
    ladders = ladder_drawings(picture, WIDE)
    for number, drawing in enumerate(ladders, 1):
        yield f"ladder-{number}" if len(ladders) > 1 else "ladder", drawing
