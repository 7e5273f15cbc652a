"""Step ladders (手順図): data-flow pictures as inline SVG, and the same in words.

    ladder_svg(picture, WIDE)    inline SVG for wide screens and print
    ladder_svg(picture, PHONE)   inline SVG for phones
    step_rows(picture)          rows for the HTML table, each with its sentence
    caption(picture)            one line for <figcaption>
    legend_counts(picture)      the key figures of the legend

The classes are styled by `docs/assets/stylesheets/diagram.css`.
"""

from typing import Final, Literal

from senrei.publish.diagram.describe import StepRow, caption, step_rows
from senrei.publish.diagram.display_list import Drawing
from senrei.publish.diagram.ladder import draw_ladder
from senrei.publish.diagram.legend import LegendEntry, legend_counts
from senrei.publish.diagram.phone_ladder import draw_phone_ladder
from senrei.publish.diagram.picture import (
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
from senrei.publish.diagram.svg import Names, svg_text

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
    "ladder_drawing",
    "ladder_svg",
    "legend_counts",
    "step_rows",
]

WIDE: Final = 800
PHONE: Final = 360
Width = Literal[800, 360]


def ladder_drawing(picture: Picture, width: Width) -> Drawing:
    """Shapes of the ladder: one column per node at 800 px, one per party at 360 px."""
    return draw_ladder(picture) if width == WIDE else draw_phone_ladder(picture)


def ladder_svg(picture: Picture, width: Width, *, described_by: str | None = None) -> str:
    """Return the ladder as one line of SVG; its ids start with the uid and the width.

    `described_by` is the id of the table of steps on the same page.
    """
    prefix = f"{picture.uid}-{width}"
    title = f"{picture.title} 手順図"
    names = Names(prefix, title, caption(picture), described_by)
    return svg_text(ladder_drawing(picture, width), names)
