"""A drawing as a PNG or PDF file, made by matplotlib from the same display list as the page."""

import io
import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.patheffects import Normal, Stroke
from matplotlib.transforms import Affine2D

from senrei.publish.diagram.display_list import Circle, Drawing, Item, Line, Rect, Shape, Text
from senrei.publish.diagram.path_outline import outline
from senrei.publish.diagram.style_sheet import Look, StyleSheet
from senrei.publish.diagram.svg import line_path

FORMATS: Final = ("png", "pdf")
Format = Literal["png", "pdf"]

_PX_PER_INCH = 96.0
_POINTS_PER_PX = 0.75
_DOTS_PER_INCH = 144
_FONT_PACKAGE = "matplotlib_fontja"
_BOLD = 0.45  # px around every stroke; the font has no bold of its own
_CODES = {"M": Outline.MOVETO, "L": Outline.LINETO, "C": Outline.CURVE4, "Z": Outline.CLOSEPOLY}
_METADATA: dict[Format, dict[str, None]] = {
    "png": {"Software": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
_SETTINGS: Final[dict[Any, Any]] = {
    "pdf.fonttype": 42,
    "pdf.compression": 6,
    "path.simplify": False,
    "lines.scale_dashes": False,
}


def figure_bytes(drawing: Drawing, style: StyleSheet, form: Format) -> bytes:
    """Return the file; the same drawing gives the same bytes. A missing glyph is an error."""
    with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("error", message="Glyph .* missing")
        figure = Figure(
            figsize=(drawing.width / _PX_PER_INCH, drawing.height / _PX_PER_INCH),
            dpi=_PX_PER_INCH,
            facecolor="white",
        )
        FigureCanvasAgg(figure)
        scene = _Scene(figure, drawing, style)
        for order, item in enumerate(drawing.items):
            scene.add(item, order)
        written = io.BytesIO()
        figure.savefig(written, format=form, dpi=_DOTS_PER_INCH, metadata=_METADATA[form])
    return written.getvalue()


@cache
def font_path() -> str:
    """Path of the bundled font; the package is not imported, for that changes matplotlib."""
    spec = find_spec(_FONT_PACKAGE)
    assert spec is not None  # noqa: S101 (a dependency)
    assert spec.origin is not None  # noqa: S101
    return str(Path(spec.origin).parent / "fonts" / "ipaexg.ttf")


class _Scene:
    """Adds items to a figure whose units are the px of the drawing, y downward."""

    def __init__(self, figure: Figure, drawing: Drawing, style: StyleSheet) -> None:
        self.figure = figure
        self.style = style
        self.font = FontProperties(fname=font_path())
        self.place = (
            Affine2D().scale(1, -1).translate(0, drawing.height).scale(1 / _PX_PER_INCH)
            + figure.dpi_scale_trans
        )

    def add(self, item: Item, order: int) -> None:
        look = self.style.look(item, "text" if isinstance(item, Text) else "shape")
        if isinstance(item, Text):
            self._add_text(item, look, order)
        else:
            self._add_path(_path(item), look, order, is_line=isinstance(item, Line))

    def _add_path(self, path: Outline, look: Look, order: int, *, is_line: bool) -> None:
        width = look.width * _POINTS_PER_PX if look.stroke != "none" else 0.0
        dashes = tuple(dash * _POINTS_PER_PX for dash in look.dashes)
        patch = PathPatch(
            path,
            facecolor="none" if is_line else look.fill,
            edgecolor=look.stroke,
            linewidth=width,
            linestyle=(0, dashes) if dashes and width else "solid",
            capstyle="butt",
            joinstyle="round",
            transform=self.place,
            zorder=order,
            clip_on=False,
        )
        self.figure.add_artist(patch)

    def _add_text(self, item: Text, look: Look, order: int) -> None:
        left = item.x - item.width / 2 if item.anchor == "middle" else item.x
        text = self.figure.text(
            left,
            item.baseline,
            item.text,
            fontproperties=self.font,
            fontsize=item.size * _POINTS_PER_PX,
            color=look.fill,
            ha="left",
            va="baseline",
            transform=self.place,
            zorder=order,
            parse_math=False,
        )
        if look.is_bold:
            around = Stroke(linewidth=_BOLD * _POINTS_PER_PX, foreground=look.fill)
            text.set_path_effects([around, Normal()])


def _path(item: Rect | Circle | Line | Shape) -> Outline:
    if isinstance(item, Circle):
        return Outline.circle((item.x, item.y), item.radius)
    if isinstance(item, Rect):
        return _drawn(_rect_path(item))
    if isinstance(item, Line):
        return _drawn(line_path(item.points))
    place = Affine2D().scale(item.scale).translate(item.x, item.y)
    return place.transform_path(_drawn(item.d))


def _rect_path(rect: Rect) -> str:
    box, r = rect.box, rect.rx
    wide, high = box.right - box.left - 2 * r, box.bottom - box.top - 2 * r
    if not r:
        return f"M{box.left} {box.top}h{wide}v{high}h{-wide}z"
    return (
        f"M{box.left + r} {box.top}h{wide}a{r} {r} 0 0 1 {r} {r}v{high}a{r} {r} 0 0 1 {-r} {r}"
        f"h{-wide}a{r} {r} 0 0 1 {-r} {-r}v{-high}a{r} {r} 0 0 1 {r} {-r}z"
    )


def _drawn(path: str) -> Outline:
    vertices: list[tuple[float, float]] = []
    codes: list[int] = []
    for stroke in outline(path):
        points = stroke.points or ((0.0, 0.0),)
        vertices.extend(points)
        codes.extend([int(_CODES[stroke.kind])] * len(points))
    return Outline(vertices, codes)
