"""The legend: which marks occur in a picture, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from flowpicture.arrow import BAR, draw_diamond, draw_lock, draw_stroke
from flowpicture.display_list import NO_GROUP, Box, Group, Item, Line, Rect, Text
from flowpicture.marks import LOCK_ICONS, LOCK_WIDTH, State, state, takes_data_across
from flowpicture.picture import Carrier, Picture, Step, is_in
from flowpicture.text import text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZE, _LINE, _GAP = 10.5, 19.0, 14.0
_SAMPLE, _SMALL_SAMPLE = 28.0, 13.0


@dataclass(frozen=True)
class LegendEntry:
    """A mark that occurs; `counts` holds a number, or a number per compared version.

    Marks that are not counted (the boundary line, the bars) have no counts.
    """

    key: str
    label: str
    counts: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Label and counts as printed.

        >>> LegendEntry("electronic", "電子で移動", (7, 8)).text
        '電子で移動 7→8件'
        """
        if not self.counts:
            return self.label
        return f"{self.label} {'→'.join(map(str, self.counts))}件"


def legend_counts(picture: Picture) -> tuple[LegendEntry, ...]:
    """Return the marks that occur, in the order of the legend; () for a picture without steps.

    When versions are compared, the steps of each are counted.
    """
    steps_by_mark: dict[tuple[str, str], list[Step]] = {}
    for step in picture.steps:
        for mark in _marks(picture, step):
            steps_by_mark.setdefault(mark, []).append(step)
    carriers = (carrier for carrier, _ in picture.words.carriers)
    order = (*carriers, "care", "unknown", "none", "crossing", *LOCK_ICONS)
    entries = (
        LegendEntry(key, label, _count(picture, steps_by_mark[key, label]))
        for key, label in sorted(steps_by_mark, key=lambda mark: order.index(mark[0]))
    )
    return tuple(entry for entry in entries if any(entry.counts))


def _marks(picture: Picture, step: Step) -> Iterator[tuple[str, str]]:
    """Yield the keys of the marks of a step, with their labels."""
    words, look = picture.words, state(step)
    if look in {"data", "care"}:
        yield step.carrier, dict(words.carriers)[step.carrier]
    states = {"care": words.care, "unknown": words.unknown, "none": words.nothing}
    if look in states:
        yield look, states[look]
    if takes_data_across(picture, step):
        yield "crossing", f"{words.inside}の内外を通る"
    if step.lock != "hidden":
        yield step.lock, step.protection


def _count(picture: Picture, steps: list[Step]) -> tuple[int, ...]:
    if not picture.is_comparison:
        return (len(steps),)
    return tuple(
        sum(is_in(step.versions, version) for step in steps) for version in picture.versions
    )


def draw_legend(
    picture: Picture,
    note: str,
    left: float,
    top: float,
    right: float,
    *,
    has_boundary: bool,
    has_bars: bool = False,
) -> tuple[tuple[Item, ...], float]:
    """Lay out the entries in lines from `left` to `right`, under them the note.

    Return the shapes and the y of their bottom edge.
    """
    entries = [*legend_counts(picture)]
    if has_boundary:
        entries.append(LegendEntry("boundary", f"{picture.words.inside}の境界"))
    if has_bars:
        entries.append(LegendEntry("store", "情報の置き場所"))
    drawn: list[Item] = []
    x, y = left, top + _LINE / 2
    for entry in entries:
        sample = _SAMPLE if entry.key in _WIDE else _SMALL_SAMPLE
        width = sample + 5 + text_width(entry.text, _SIZE)
        if x > left and x + width > right:
            x, y = left, y + _LINE
        drawn.extend(_sample(entry.key, x, y))
        drawn.append(Text(x + sample + 5, y, entry.text, _SIZE, "df-muted"))
        x += width + _GAP
    for line in wrap(note, right - left, (_SIZE,)).lines:
        y += _LINE
        drawn.append(Text(left, y, line, _SIZE, "df-muted"))
    return tuple(drawn), y + _LINE / 2


_STROKES: dict[str, tuple[State, Carrier]] = {
    **{carrier: ("data", carrier) for carrier in get_args(Carrier)},
    "care": ("care", "electronic"),
    "unknown": ("unknown", "electronic"),
    "none": ("none", "electronic"),
}
_WIDE = frozenset({*_STROKES, "boundary"})


def _sample(key: str, x: float, y: float) -> list[Item]:
    if key in _STROKES:
        what = _STROKES[key]
        points = ((x, y), (x + _SAMPLE, y))
        return draw_stroke(points, what, Group(css=f"df-{what[0]}"), is_sample=True)
    if key == "crossing":
        return [draw_diamond(x + _SMALL_SAMPLE / 2, y, NO_GROUP)]
    if key == "boundary":
        return [Line(((x, y), (x + _SAMPLE, y)), "df-boundary", "mark")]
    if key == "store":
        middle, half = x + _SMALL_SAMPLE / 2, BAR / 2
        return [Rect(Box(middle - half, y - 6, middle + half, y + 6), "df-bar", "mark", 1.5)]
    return [draw_lock(key, x + (_SMALL_SAMPLE - LOCK_WIDTH) / 2, y, "mark")]
