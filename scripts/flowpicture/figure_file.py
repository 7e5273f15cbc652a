"""A drawing as a PNG or PDF file, made by matplotlib from the same display list as the page."""

from __future__ import annotations

import io
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.patheffects import Normal, Stroke
from matplotlib.transforms import Affine2D

from flowpicture.display_list import Circle, Drawing, Item, Line, Rect, Shape, Text
from flowpicture.svg import line_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowpicture.style_sheet import Look, StyleSheet

_PX_PER_INCH = 96.0
_DOTS_PER_INCH = 144
_POINTS_PER_INCH = 72.0
_FONT_PACKAGE = "matplotlib_fontja"
_BOLD = 0.45  # px around every stroke; the font has no bold of its own
_CODES = {
    "moveTo": Outline.MOVETO,
    "lineTo": Outline.LINETO,
    "qCurveTo": Outline.CURVE3,
    "curveTo": Outline.CURVE4,
    "closePath": Outline.CLOSEPOLY,
}
_PNG_METADATA = {"Software": None}
_PDF_METADATA = {"CreationDate": None, "Creator": None, "Producer": None}
_A4, _PAGE_MARGIN = (210 / 25.4, 297 / 25.4), 10 / 25.4  # inches
_HEADING, _HEADING_POINTS = 7.5 / 25.4, 8.0
_BETWEEN = 16.0  # px
_MISSING = "〓"  # what printers set for a character that their font lacks
_SETTINGS: Final[dict[Any, Any]] = {
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "path.simplify": False,
    "lines.scale_dashes": False,
}
_Placed = tuple[Drawing, Affine2D]


def png_bytes(drawing: Drawing, style: StyleSheet) -> bytes:
    """Return a PNG in the size of the drawing; equal drawings give equal bytes."""
    size = (drawing.width / _PX_PER_INCH, drawing.height / _PX_PER_INCH)
    with mpl.rc_context(_SETTINGS):
        figure = _draw(size, [(drawing, Affine2D().scale(1 / _PX_PER_INCH))], style)
        written = io.BytesIO()
        figure.savefig(written, format="png", dpi=_DOTS_PER_INCH, metadata=_PNG_METADATA)
    return written.getvalue()


def pdf_bytes(drawings: tuple[Drawing, ...], style: StyleSheet, heading: str) -> bytes:
    """Return pages of A4, as many drawings on each as fit at the width of the page.

    `heading` stands in the upper margin of every page, with the number of the page.
    """
    written = io.BytesIO()
    with mpl.rc_context(_SETTINGS), PdfPages(written, metadata=_PDF_METADATA) as pages:
        laid = list(_pages(drawings))
        for number, page in enumerate(laid, 1):
            figure = _draw(_A4, page, style)
            _head(figure, f"{heading}（{number}／{len(laid)}）")
            pages.savefig(figure)
    return written.getvalue()


def _pages(drawings: tuple[Drawing, ...]) -> Iterator[list[_Placed]]:
    width, height = (size - 2 * _PAGE_MARGIN for size in _A4)
    page: list[_Placed] = []
    top = 0.0
    for drawing in drawings:
        scale = min(width / drawing.width, height / drawing.height)
        if page and top + drawing.height * scale > height:
            yield page
            page, top = [], 0.0
        to_inches = Affine2D().scale(scale).translate(_PAGE_MARGIN, _PAGE_MARGIN + top)
        page.append((drawing, to_inches))
        top += (drawing.height + _BETWEEN) * scale
    yield page


def _head(figure: Figure, words: str) -> None:
    figure.text(
        _PAGE_MARGIN / _A4[0],
        1 - _HEADING / _A4[1],
        _printable(words),
        fontproperties=FontProperties(fname=font_path()),
        fontsize=_HEADING_POINTS,
        parse_math=False,
    )


def _draw(size: tuple[float, float], placed: list[_Placed], style: StyleSheet) -> Figure:
    """Draw on a sheet of `size` inches, each drawing by its way from px to inches, y downward."""
    figure = Figure(figsize=size, dpi=_PX_PER_INCH, facecolor="white")
    FigureCanvasAgg(figure)
    for drawing, to_inches in placed:
        scene = _Scene(figure, to_inches, style)
        for item in drawing.items:
            scene.add(item)
    return figure


@cache
def font_path() -> str:
    """Path of the bundled font; the package is not imported, for that changes matplotlib."""
    spec = find_spec(_FONT_PACKAGE)
    assert spec is not None  # noqa: S101 (a dependency)
    assert spec.origin is not None  # noqa: S101
    return str(Path(spec.origin).parent / "fonts" / "ipaexg.ttf")


@cache
def characters() -> frozenset[int]:
    """Code points of the characters that the bundled font has."""
    return frozenset(FT2Font(font_path()).get_charmap())


def _printable(text: str) -> str:
    return "".join(character if ord(character) in characters() else _MISSING for character in text)


class _Scene:
    """Adds items to a figure; `to_inches` leads from px to inches, y downward."""

    def __init__(self, figure: Figure, to_inches: Affine2D, style: StyleSheet) -> None:
        self.figure = figure
        self.style = style
        self.font = FontProperties(fname=font_path())
        height = figure.get_size_inches()[1]
        self.transform = (
            to_inches + Affine2D().scale(1, -1).translate(0, height) + figure.dpi_scale_trans
        )
        self.orders = count()
        self.points = to_inches.get_matrix()[0][0] * _POINTS_PER_INCH  # of a px

    def add(self, item: Item) -> None:
        look = self.style.look(item, "text" if isinstance(item, Text) else "shape")
        if isinstance(item, Text):
            self._add_text(item, look)
        else:
            self._add_path(_path(item), look, is_line=isinstance(item, Line))

    def _add_path(self, path: Outline, look: Look, *, is_line: bool) -> None:
        width = look.width * self.points if look.stroke != "none" else 0.0
        dashes = tuple(dash * self.points for dash in look.dashes)
        patch = PathPatch(
            path,
            facecolor="none" if is_line else look.fill,
            edgecolor=look.stroke,
            linewidth=width,
            linestyle=(0, dashes) if dashes and width else "solid",
            capstyle="butt",
            joinstyle="round",
            transform=self.transform,
            zorder=next(self.orders),
            clip_on=False,
        )
        self.figure.add_artist(patch)

    def _add_text(self, item: Text, look: Look) -> None:
        left = item.x - item.width / 2 if item.anchor == "middle" else item.x
        text = self.figure.text(
            left,
            item.baseline,
            _printable(item.text),
            fontproperties=self.font,
            fontsize=item.size * self.points,
            color=look.fill,
            ha="left",
            va="baseline",
            transform=self.transform,
            zorder=next(self.orders),
            parse_math=False,
        )
        if look.is_bold:
            around = Stroke(linewidth=_BOLD * self.points, foreground=look.fill)
            text.set_path_effects([around, Normal()])


def _path(item: Rect | Circle | Line | Shape) -> Outline:
    if isinstance(item, Circle):
        return Outline.circle((item.x, item.y), item.radius)
    if isinstance(item, Rect):
        return outline(_rect_path(item))
    if isinstance(item, Line):
        return outline(line_path(item.points))
    transform = Affine2D().scale(item.scale).translate(item.x, item.y)
    return transform.transform_path(outline(item.d))


def _rect_path(rect: Rect) -> str:
    box, r = rect.box, rect.rx
    wide, high = box.right - box.left - 2 * r, box.bottom - box.top - 2 * r
    if not r:
        return f"M{box.left} {box.top}h{wide}v{high}h{-wide}z"
    return (
        f"M{box.left + r} {box.top}h{wide}a{r} {r} 0 0 1 {r} {r}v{high}a{r} {r} 0 0 1 {-r} {r}"
        f"h{-wide}a{r} {r} 0 0 1 {-r} {-r}v{-high}a{r} {r} 0 0 1 {r} {-r}z"
    )


def outline(path: str) -> Outline:
    """Turn the `d` of an SVG path into one of matplotlib, with arcs as curves."""
    pen = RecordingPen()
    parse_path(path, pen)
    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    for command, points in pen.value:
        if command == "endPath":
            continue
        vertices.extend(points or ((0.0, 0.0),))
        codes.extend([int(_CODES[command])] * max(len(points), 1))
    return Outline(vertices, codes)
