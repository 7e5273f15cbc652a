"""What stands on a sheet of any width: title, phases, grounds, ways of arrows, the last lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowpicture.arrow import Channel
from flowpicture.display_list import Box, Drawing, Group, Item, Line, Rect, Text
from flowpicture.legend import draw_legend
from flowpicture.marks import takes_data_across
from flowpicture.text import wrap

if TYPE_CHECKING:
    from flowpicture.ladder.columns import Columns
    from flowpicture.picture import Picture, Step

MARGIN = 8.0
PHASE_HEIGHT = 19.0
_TITLE_SIZES, _TITLE_LINE = (15.0, 14.0, 13.0), 20.0
_SUBTITLE_SIZE = 12.0
_PHASE_SIZE = 11.5


def draw_title(
    picture: Picture, title: str, x: float, top: float, width: float
) -> tuple[list[Item], float]:
    """Title, and what is compared; gives the shapes and the y under them."""
    lines = [
        (line, wrapped.size, css)
        for wrapped, css in (
            (wrap(title, width, _TITLE_SIZES), "df-title"),
            (wrap(_compared(picture), width, (_SUBTITLE_SIZE,)), "df-act"),
        )
        for line in wrapped.lines
    ]
    drawn: list[Item] = [
        Text(x, top + (place + 0.5) * _TITLE_LINE, line, size, css)
        for place, (line, size, css) in enumerate(lines)
    ]
    return drawn, top + len(lines) * _TITLE_LINE


def draw_phase(phase: str, left: float, right: float, top: float) -> list[Item]:
    """Bar with the name of a phase."""
    box = Box(left, top, right, top + PHASE_HEIGHT)
    return [
        Rect(box, "df-phase", "frame", 3),
        Text(left + 7, top + PHASE_HEIGHT / 2, phase, _PHASE_SIZE, "df-phase-word", "inside"),
    ]


def phase_over(steps: tuple[Step, ...], place: int, *, is_first: bool) -> str | None:
    """Words of the phase bar over a step, if one stands there.

    A phase that goes on from the sheet before is named again over the first step.
    """
    phase = steps[place].phase
    before = steps[place - 1].phase if place else None
    if phase is None or phase != before:
        return phase
    return f"{phase}（続き）" if is_first else None


def draw_grounds(columns: Columns, top: float, bottom: float) -> list[Item]:
    """Tint of every lane."""
    return [
        Rect(
            Box(lane.left, top, lane.right, bottom),
            "df-lane",
            "ground",
            group=Group(css=f"df-{lane.party.zone}"),
        )
        for lane in columns.lanes
    ]


def draw_life_lines(columns: Columns, top: float, bottom: float) -> list[Item]:
    """Thin line under every column."""
    return [
        Line(((column.x, top), (column.x, bottom)), "df-life", "ground")
        for column in columns.columns
    ]


def draw_boundaries(columns: Columns, top: float, bottom: float) -> list[Item]:
    """Dashed line where the ward begins or ends."""
    return [Line(((x, top), (x, bottom)), "df-boundary", "ground") for x in columns.boundaries]


def channel_of(  # noqa: PLR0917 (the parts of one row)
    picture: Picture,
    columns: Columns,
    step: Step,
    y: float,
    ends: tuple[str, str],
    stores: frozenset[str] = frozenset(),
) -> Channel:
    """Where the arrow of a step runs at `y`; `ends` and `stores` are keys of columns."""
    column = columns.by_key()
    start, end = (column[key].x for key in ends)
    return Channel(
        y=y,
        start=start,
        end=end,
        left=columns.left,
        right=columns.right,
        bars=tuple(column.x for column in columns.columns if column.key in stores),
        walls=columns.boundaries,
        wall=_wall(picture, step, columns, (start, end)),
        ends_at_bar=ends[1] in stores,
    )


def _wall(
    picture: Picture, step: Step, columns: Columns, ends: tuple[float, float]
) -> float | None:
    """Where a step running between `ends` enters or leaves the ward, if it does."""
    if not takes_data_across(picture, step):
        return None
    start, end = ends
    ward_end = start if picture.party_of(step.source).zone == "ward" else end
    passed = [x for x in columns.boundaries if min(start, end) < x < max(start, end)]
    return min(passed, key=lambda x: abs(x - ward_end))


def finish(
    picture: Picture, columns: Columns, items: list[Item], bottom: float, width: float
) -> Drawing:
    """Add the legend under everything else."""
    legend, end = draw_legend(
        picture,
        _note(picture),
        MARGIN,
        bottom + 6,
        width - MARGIN,
        has_boundary=bool(columns.boundaries),
        has_bars=any(item.role == "store" for item in items),
    )
    return Drawing(width, round(end + 4), (*items, *legend))


def _compared(picture: Picture) -> str:
    if not picture.is_comparison:
        return ""
    return f"【{'・'.join(version.label for version in picture.versions)}の比較】"


def _note(picture: Picture) -> str:
    counted = "→".join(version.label for version in picture.versions)
    told = (f"件数は{counted}の順です。",) if picture.is_comparison else ()
    notes = (*told, picture.note) if picture.note else told
    return "".join(notes)
