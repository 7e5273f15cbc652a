"""Data-flow pictures as inline SVG: step ladder (手順図), overview (全体図), and words.

    overview_svg(picture, WIDE)  every node once, on wide screens and in print
    overview_svg(picture, PHONE) the same on phones, where `overview_fits`
    overview_pair_svgs(one, other) two cases side by side, like parts at the same places
    glyph_svg(picture)           the zones and what moves between them, for cards
    ladder_sheets(picture, WIDE)  the ladder, cut to pages of A4 where it is long
    ladder_sheets(picture, PHONE) the same for phones
    step_rows(picture)          rows for the HTML table, each with its sentence
    caption(picture)            one line for <figcaption>
    legend_counts(picture)      the key figures of the legend

The classes are styled by `docs/assets/stylesheets/diagram.css`.
"""

from __future__ import annotations

from typing import Final, Literal

from flowpicture.describe import StepRow, caption, step_rows
from flowpicture.display_list import Drawing
from flowpicture.glyph import draw_glyph, glyph_words
from flowpicture.ladder.phone import draw_phone_sheets
from flowpicture.ladder.wide import draw_sheets
from flowpicture.legend import LegendEntry, legend_counts
from flowpicture.overview.drawing import draw_overview, draw_pair
from flowpicture.overview.sizes import HALF_SIZES, PHONE_SIZES, WIDE_SIZES, Sizes
from flowpicture.pairing import pair_up
from flowpicture.picture import (
    Carrier,
    Change,
    Kind,
    Lock,
    Node,
    Party,
    Picture,
    Step,
    Version,
    Zone,
)
from flowpicture.svg import Names, image_text, svg_text

__all__ = [
    "PHONE",
    "WIDE",
    "Carrier",
    "Change",
    "Drawing",
    "Kind",
    "LegendEntry",
    "Lock",
    "Node",
    "Party",
    "Picture",
    "Step",
    "StepRow",
    "Version",
    "Zone",
    "caption",
    "drawing_svg",
    "fitting_overview_svg",
    "glyph_svg",
    "ladder_drawings",
    "ladder_sheets",
    "legend_counts",
    "overview_drawing",
    "overview_fits",
    "overview_pair_svgs",
    "overview_svg",
    "step_rows",
]

WIDE: Final = 800
PHONE: Final = 360
Width = Literal[800, 360]


def ladder_drawings(picture: Picture, width: Width) -> tuple[Drawing, ...]:
    """Shapes of the ladder: a column per node at 800 px, one per party at 360 px.

    A long ladder comes in parts; each has the head, the legend and the counts of the whole.
    """
    return draw_sheets(picture) if width == WIDE else draw_phone_sheets(picture)


def ladder_sheets(
    picture: Picture, width: Width, *, described_by: str | None = None
) -> tuple[str, ...]:
    """Return the parts of the ladder as one line of SVG each.

    Their ids start with the uid, the width and, where there are several, the number of the part.
    `described_by` is the id of the table of steps on the same page.
    """
    drawings = ladder_drawings(picture, width)
    numbers = range(1, len(drawings) + 1) if len(drawings) > 1 else (None,)
    return tuple(
        drawing_svg(picture, drawing, described_by=described_by, sheet=number)
        for number, drawing in zip(numbers, drawings, strict=True)
    )


def overview_drawing(picture: Picture, width: Width) -> Drawing:
    """Shapes of the overview of the last version."""
    return draw_overview(picture, _sizes(width))[0]


def overview_fits(picture: Picture, width: Width) -> bool:
    """Whether every row of the overview has room in `width`; if not, show the ladder alone."""
    return draw_overview(picture, _sizes(width))[1]


def overview_svg(picture: Picture, width: Width, *, described_by: str | None = None) -> str:
    """Return the overview as one line of SVG; its ids start with the uid, `overview`, the width."""
    return _overview_text(picture, width, overview_drawing(picture, width), described_by)


def overview_pair_svgs(
    one: Picture, other: Picture, *, described_by: str | None = None
) -> tuple[str, str]:
    """Return the overviews of two cases with shared positions, each 560 px wide.

    What plays the same part stands at the same place; the uids of the two must differ.
    """
    pair = pair_up(one, other)
    drawings, _ = draw_pair(pair, HALF_SIZES)
    first, second = (
        svg_text(
            drawing, Names(f"{side.uid}-pair", f"{side.title} 全体図", caption(side), described_by)
        )
        for side, drawing in zip((pair.one, pair.other), drawings, strict=True)
    )
    return first, second


def fitting_overview_svg(
    picture: Picture, width: Width, *, described_by: str | None = None
) -> str | None:
    """Return the overview if it fits in `width`."""
    drawing, fits = draw_overview(picture, _sizes(width))
    return _overview_text(picture, width, drawing, described_by) if fits else None


def drawing_svg(
    picture: Picture, drawing: Drawing, *, described_by: str | None = None, sheet: int | None = None
) -> str:
    """Return a part of the ladder as one line of SVG."""
    suffix = "" if sheet is None else f"-sheet{sheet}"
    words = "" if sheet is None else f"（{sheet}枚目）"
    prefix = f"{picture.uid}-{drawing.width:g}{suffix}"
    title = f"{picture.title} 手順図{words}"
    return svg_text(drawing, Names(prefix, title, caption(picture), described_by))


def glyph_svg(picture: Picture) -> str:
    """Return the zone glyph as a small image with a text that says the same."""
    return image_text(draw_glyph(picture), "df-glyph", glyph_words(picture))


def _overview_text(
    picture: Picture, width: Width, drawing: Drawing, described_by: str | None
) -> str:
    names = Names(
        f"{picture.uid}-overview-{width}", f"{picture.title} 全体図", caption(picture), described_by
    )
    return svg_text(drawing, names)


def _sizes(width: Width) -> Sizes:
    return WIDE_SIZES if width == WIDE else PHONE_SIZES
