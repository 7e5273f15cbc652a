"""The legend: which marks occur in a picture, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowpicture.arrow import BAR, draw_diamond, draw_stroke
from flowpicture.display_list import (
    NO_GROUP,
    Box,
    Group,
    Item,
    Line,
    Rect,
    Shape,
    Text,
)
from flowpicture.marks import (
    LOCK_HEIGHT,
    LOCK_WIDTH,
    State,
    lock_icon,
    state,
    takes_data_across,
)
from flowpicture.picture import Carrier, Lock, Picture, Step, is_in
from flowpicture.text import text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Callable

_LOCKS: tuple[Lock, ...] = ("closed", "open", "other", "question", "hidden")
_SIZE, _LINE, _GAP = 10.5, 19.0, 14.0
_SAMPLE, _SMALL_SAMPLE = 28.0, 13.0


@dataclass(frozen=True)
class LegendEntry:
    """One mark that occurs; `counts` holds one number, or one per compared version.

    Marks that are not counted (the boundary line, the bars) have no counts.
    """

    key: str
    label: str
    counts: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Label and counts as printed: 電子で移動 7→8件."""
        if not self.counts:
            return self.label
        return f"{self.label} {'→'.join(map(str, self.counts))}件"


def legend_counts(picture: Picture) -> tuple[LegendEntry, ...]:
    """Entries for the marks that occur, counted per version when versions are compared."""
    words = picture.words
    entries = [
        LegendEntry(carrier, label, _count(picture, _carries_by(carrier)))
        for carrier, label in words.carriers
    ]
    states: tuple[tuple[State, str], ...] = (
        ("care", words.care),
        ("unknown", words.unknown),
        ("none", words.nothing),
    )
    entries += [
        LegendEntry(mark, label, _count(picture, _is_state(mark))) for mark, label in states
    ]
    across = _count(picture, lambda step: takes_data_across(picture, step))
    entries.append(LegendEntry("crossing", "区の内外を通る", across))
    protections = dict.fromkeys((step.lock, step.protection) for step in picture.steps)
    entries += [
        LegendEntry(lock, label, _count(picture, _is_protected_by(lock, label)))
        for lock, label in sorted(protections, key=lambda one: _LOCKS.index(one[0]))
        if lock != "hidden"
    ]
    return tuple(entry for entry in entries if any(entry.counts))


def draw_legend(
    entries: tuple[LegendEntry, ...], note: str, left: float, top: float, right: float
) -> tuple[tuple[Item, ...], float]:
    """Entries in lines from `left` to `right`, then the note; gives the y under them."""
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


def _count(picture: Picture, claim: Callable[[Step], bool]) -> tuple[int, ...]:
    found = [step for step in picture.steps if claim(step)]
    if not picture.is_comparison:
        return (len(found),)
    return tuple(
        sum(is_in(step.versions, version) for step in found) for version in picture.versions
    )


def _carries_by(carrier: Carrier) -> Callable[[Step], bool]:
    return lambda step: step.carrier == carrier and state(step) in {"data", "care"}


def _is_state(mark: State) -> Callable[[Step], bool]:
    return lambda step: state(step) == mark


def _is_protected_by(lock: Lock, label: str) -> Callable[[Step], bool]:
    return lambda step: (step.lock, step.protection) == (lock, label)


_STROKES: dict[str, tuple[State, Carrier]] = {
    "electronic": ("data", "electronic"),
    "paper": ("data", "paper"),
    "voice": ("data", "voice"),
    "goods": ("data", "goods"),
    "unstated": ("data", "unstated"),
    "care": ("care", "electronic"),
    "unknown": ("unknown", "electronic"),
    "none": ("none", "electronic"),
}
_WIDE = frozenset({*_STROKES, "boundary"})
_LOCK_BY_KEY: dict[str, Lock] = {lock: lock for lock in _LOCKS}


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
    lock = _LOCK_BY_KEY[key]
    lock_x, lock_y = x + (_SMALL_SAMPLE - LOCK_WIDTH) / 2, y - LOCK_HEIGHT / 2
    box = Box(lock_x, lock_y, lock_x + LOCK_WIDTH, lock_y + LOCK_HEIGHT)
    return [Shape(lock_icon(lock), lock_x, lock_y, box, f"df-lock df-lock-{lock}", "mark")]
