"""Pictures of the flow of data, for web pages and for print; they know nothing of records.

A `Picture` (`picture`) holds parties, their nodes, the steps between them, and the words for all.
Every layout turns it into a `Drawing`, a flat list of shapes (`display_list`), which a writer turns
into SVG (`svg`) or, with the colours of the style sheet (`style_sheet`), into PNG and PDF
(`figure_file`). Words are measured and broken into lines by `text`.

    overview   lanes and rows of nodes -> layers, ordered so that few lines cross -> a chart whose
               rows have room -> positions across -> heights -> lines, boxes, legend
    pairing    two pictures with shared ids, for two overviews in one layout
    ladder     order and widths of columns -> head -> rows of words and arrows -> sheets, wide or
               for phones
    glyph, timeline, matrix   small layouts of their own
    marks      what a step shows, and the same in words: caption, rows of the table; `legend`
               counts the marks

Others import from here alone. The style sheet of the page has the looks of the classes.
"""

from __future__ import annotations

from flowpicture.display_list import Drawing
from flowpicture.forms import (
    PHONE,
    WIDE,
    Width,
    fitting_overview_svg,
    glyph_svg,
    ladder_drawings,
    ladder_sheets,
    overview_drawing,
    overview_pair_svgs,
    overview_svg,
    timeline_svgs,
)
from flowpicture.legend import legend_counts
from flowpicture.marks import StepRow, caption, step_rows
from flowpicture.matrix import MatrixLine, MatrixTable, draw_matrix
from flowpicture.picture import (
    Carrier,
    Change,
    Node,
    Party,
    Picture,
    Step,
    Version,
    Words,
    Zone,
)
from flowpicture.style_sheet import StyleSheet, read_style_sheet
from flowpicture.timeline import Era, Moment, Track

__all__ = [
    "PHONE",
    "WIDE",
    "Carrier",
    "Change",
    "Drawing",
    "Era",
    "MatrixLine",
    "MatrixTable",
    "Moment",
    "Node",
    "Party",
    "Picture",
    "Step",
    "StepRow",
    "StyleSheet",
    "Track",
    "Version",
    "Width",
    "Words",
    "Zone",
    "caption",
    "draw_matrix",
    "fitting_overview_svg",
    "glyph_svg",
    "ladder_drawings",
    "ladder_sheets",
    "legend_counts",
    "overview_drawing",
    "overview_pair_svgs",
    "overview_svg",
    "pdf_bytes",
    "png_bytes",
    "read_style_sheet",
    "step_rows",
    "timeline_svgs",
]


def png_bytes(drawing: Drawing, style: StyleSheet) -> bytes:
    """Return a PNG of 1.5 dots per px (144 per inch); equal drawings give equal bytes.

    Characters that the bundled font lacks become 〓.
    """
    from flowpicture import figure_file  # noqa: PLC0415 - matplotlib is slow to load

    return figure_file.png_bytes(drawing, style)


def pdf_bytes(drawings: tuple[Drawing, ...], style: StyleSheet, heading: str) -> bytes:
    """Return a PDF of A4 pages, each with `heading` and its number, and as many drawings as fit.

    A drawing is as wide as the page, or smaller if it would be too high. No drawings: one page.
    """
    from flowpicture import figure_file  # noqa: PLC0415 - matplotlib is slow to load

    return figure_file.pdf_bytes(drawings, style, heading)
