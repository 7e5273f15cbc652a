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
from senrei.publish.address import MATRIX, flow_png_paths, pdf_path
from senrei.publish.coverage_matrix import coverage_matrix
from senrei.publish.flow_figure import flow_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowpicture import Drawing, StyleSheet
    from senrei.model.catalog import Catalog
    from senrei.model.links import Links

STYLE_SHEET = "docs/assets/stylesheets/diagram.css"
_MAKE = 2  # raise it when the same drawings make other files


@dataclass(frozen=True)
class FigureFile:
    """A file of the site, `figures/edogawa-r04-11.pdf`; it is drawn when asked for.

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


def figure_files(catalog: Catalog, links: Links, style_sheet: str) -> Iterator[FigureFile]:
    """Give the files of every case that records its flow of data, and of the matrix.

    A case has a PDF with all its pictures and a PNG for each of them.
    """
    style = read_style_sheet(style_sheet)
    for case in catalog.cases.values():
        if case.data_flow is None:
            continue
        picture = flow_picture(case, case.data_flow, catalog, "")
        ladders = ladder_drawings(picture, WIDE)
        drawings = (overview_drawing(picture, WIDE), *ladders)
        heading = f"{case.label}　全体図と手順図　{case.id}"
        yield FigureFile(pdf_path(case.id), drawings, style, heading)
        paths = flow_png_paths(case.id, len(ladders))
        for path, drawing in zip(paths, drawings, strict=True):
            yield FigureFile(path, (drawing,), style, heading)
    sheets = draw_matrix(_matrix_table(catalog, links))
    yield FigureFile(pdf_path(MATRIX), sheets, style, "収録している案件の対策")


def _matrix_table(catalog: Catalog, links: Links) -> MatrixTable:
    return MatrixTable(
        title="対策と案件",
        columns=tuple(case.label for case in catalog.cases.values()),
        lines=tuple(
            MatrixLine(
                catalog.label("control", row.control),
                group.title,
                tuple(cell.state for cell in row.cells),  # type: ignore[misc]
            )
            for group in coverage_matrix(catalog, links)
            for row in group.rows
        ),
        words=(
            ("stated", "資料に書かれています"),
            ("dash", "対策の必要がないとして、理由が書かれています"),
            ("unstated", "空欄：資料に記載がありません（していないという意味ではありません）"),
        ),
    )
