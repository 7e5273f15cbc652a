"""Figure files: the pictures of the site as PNG and PDF, for papers and print."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from flowpicture import (
    WIDE,
    MatrixLine,
    MatrixTable,
    draw_matrix,
    ladder_drawings,
    overview_drawing,
    pdf_bytes,
    png_bytes,
    read_style_sheet,
)
from senrei.model.coverage import MARKS
from senrei.publish.address import MATRIX, flow_png_paths, pdf_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowpicture import Drawing, StyleSheet
    from senrei.publish.site_model import SiteModel

STYLE_SHEET = "docs/assets/stylesheets/diagram.css"
_MAKE = 2  # raise it when the same drawings make other files


@dataclass(frozen=True)
class FigureFile:
    """A file of the site, `figures/sakura-r04-11.pdf`; it is drawn when asked for.

    A PDF has the heading on every page.
    """

    path: str
    drawings: tuple[Drawing, ...]
    style: StyleSheet
    heading: str

    def content(self) -> bytes:
        """Draw the file: all drawings on pages of A4, or one as a PNG."""
        if self.path.endswith(".pdf"):
            return pdf_bytes(self.drawings, self.style, self.heading)
        (drawing,) = self.drawings
        return png_bytes(drawing, self.style)

    @property
    def fingerprint(self) -> str:
        """A file name for a file of this content, equal for what would be drawn the same."""
        meant = repr((_MAKE, self.heading, self.drawings, self.style))
        return sha256(meant.encode()).hexdigest() + PurePosixPath(self.path).suffix


def figure_files(model: SiteModel, style_sheet: str) -> Iterator[FigureFile]:
    """Yield the files of every case that records its flow of data, and of the matrix.

    A case has a PDF with all its pictures and a PNG for each of them.
    """
    style = read_style_sheet(style_sheet)
    for view in model.views.values():
        if view.picture is None:
            continue
        case = view.case
        ladders = ladder_drawings(view.picture, WIDE)
        drawings = (overview_drawing(view.picture, WIDE), *ladders)
        heading = f"{case.label}　全体図と手順図　{case.id}"
        yield FigureFile(pdf_path(case.id), drawings, style, heading)
        paths = flow_png_paths(case.id, len(ladders))
        for path, drawing in zip(paths, drawings, strict=True):
            yield FigureFile(path, (drawing,), style, heading)
    if model.views:
        sheets = draw_matrix(_matrix_table(model))
        yield FigureFile(pdf_path(MATRIX), sheets, style, "収録している案件の対策")


def _matrix_table(model: SiteModel) -> MatrixTable:
    told = {cell.state for group in model.coverage for row in group.rows for cell in row.cells}
    return MatrixTable(
        title="対策と案件",
        columns=tuple(case.label for case in model.catalog.cases.values()),
        lines=tuple(
            MatrixLine(
                model.catalog.label("control", row.control),
                group.title,
                tuple(cell.state for cell in row.cells),
            )
            for group in model.coverage
            for row in group.rows
        ),
        words=tuple(
            (
                state,
                mark.meaning
                if mark.sign
                else f"空欄：{mark.meaning}（していないという意味ではありません）",
            )
            for state, mark in MARKS.items()
            if state != "does_not_apply" or state in told
        ),
    )
