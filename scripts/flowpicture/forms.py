"""The forms of a picture for a page, each as one line of SVG; what was drawn once is kept."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, ParamSpec, TypeVar, cast

from flowpicture.glyph import draw_glyph, glyph_words
from flowpicture.ladder.forms import draw_phone_sheets, draw_wide_sheets
from flowpicture.marks import caption
from flowpicture.overview.drawing import draw_overview, draw_pair
from flowpicture.overview.sizes import HALF_SIZES, PHONE_SIZES, WIDE_SIZES
from flowpicture.pairing import pair_up
from flowpicture.svg import Names, image_text, svg_text
from flowpicture.timeline import Era, Track, draw_timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowpicture.display_list import Drawing
    from flowpicture.picture import Picture

WIDE: Final = 800
PHONE: Final = 360
Width = Literal[800, 360]
_KEPT = 2048  # texts of at most 40 kB

_P = ParamSpec("_P")
_T = TypeVar("_T")


def _kept(draw: Callable[_P, _T]) -> Callable[_P, _T]:
    """Draw the same only once; unlike `lru_cache`, the types of the arguments stay."""
    return cast("Callable[_P, _T]", lru_cache(maxsize=_KEPT)(draw))


def overview_drawing(picture: Picture, width: Width) -> Drawing:
    """Lay out the overview of the last version as shapes."""
    return draw_overview(picture, WIDE_SIZES if width == WIDE else PHONE_SIZES)[0]


def overview_svg(picture: Picture, width: Width, *, described_by: str | None = None) -> str:
    """Draw every node once, with the lines between them, as they are in the last version.

    Ids start with the uid, `overview` and the width. `described_by` is the id of the table of
    steps on the same page.
    """
    return _overview(picture, width, described_by)[0]


def fitting_overview_svg(
    picture: Picture, width: Width, *, described_by: str | None = None
) -> str | None:
    """Like `overview_svg`; None where a row of it is too wide for `width`."""
    svg, fits = _overview(picture, width, described_by)
    return svg if fits else None


@_kept
def _overview(picture: Picture, width: Width, described_by: str | None) -> tuple[str, bool]:
    drawing, fits = draw_overview(picture, WIDE_SIZES if width == WIDE else PHONE_SIZES)
    names = Names(
        f"{picture.uid}-overview-{width}", f"{picture.title} 全体図", caption(picture), described_by
    )
    return svg_text(drawing, names), fits


@_kept
def overview_pair_svgs(
    left: Picture, right: Picture, *, described_by: str | None = None
) -> tuple[str, str]:
    """Draw the overviews of two pictures with shared positions, each 560 px wide.

    What plays the same part stands at the same position; the uids of the two must differ.
    """
    pair = pair_up(left, right)
    first, second = (
        svg_text(
            drawing,
            Names(f"{side.uid}-pair", f"{side.title} 全体図", caption(side), described_by),
        )
        for side, drawing in zip((pair.left, pair.right), draw_pair(pair, HALF_SIZES), strict=True)
    )
    return first, second


def ladder_drawings(picture: Picture, width: Width) -> tuple[Drawing, ...]:
    """Lay out the ladder as shapes: a column per node at 800 px, one per party at 360 px.

    A long ladder comes in parts; each has the head, the legend and the counts of the whole.
    """
    return draw_wide_sheets(picture) if width == WIDE else draw_phone_sheets(picture)


@_kept
def ladder_sheets(
    picture: Picture, width: Width, *, described_by: str | None = None
) -> tuple[str, ...]:
    """Draw the parts of the ladder, each a text.

    Their ids start with the uid, the width and, where there are several, the number of the part.
    """
    drawings = ladder_drawings(picture, width)
    parts = range(1, len(drawings) + 1) if len(drawings) > 1 else (None,)
    return tuple(
        svg_text(
            drawing,
            Names(
                f"{picture.uid}-{width}{f'-sheet{part}' if part else ''}",
                f"{picture.title} 手順図{f'（{part}枚目）' if part else ''}",
                caption(picture),
                described_by,
            ),
        )
        for part, drawing in zip(parts, drawings, strict=True)
    )


@_kept
def glyph_svg(picture: Picture) -> str:
    """Draw the zones and what moves between them as a small image with the same in words."""
    return image_text(draw_glyph(picture), "df-glyph", glyph_words(picture))


@_kept
def timeline_svgs(
    tracks: tuple[Track, ...], eras: tuple[Era, ...], title: str, description: str, table: str
) -> tuple[str, str]:
    """Draw tracks over an axis of eras, wide and for phones; `table` is an id on the page."""
    wide, phone = (
        svg_text(
            draw_timeline(tracks, eras, width),
            Names(f"timeline-{width}", title, description, table),
        )
        for width in (WIDE, PHONE)
    )
    return wide, phone
