"""Timeline: events on tracks over an axis of Japanese eras, as a flat list of shapes.

The date of an event stands on a flag. Flags point to the right and get higher to the left, so that
no pole runs through the words of another flag.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowpicture.display_list import (
    Box,
    Circle,
    Drawing,
    Group,
    Item,
    Line,
    Rect,
    Text,
)
from flowpicture.text import text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARGIN, _LABELS = 8.0, 212.0
_SIZE, _LABEL_SIZE, _LINE = 10.5, 12.5, 16.0
_FLAG, _FLAG_GAP, _DOT = 15.0, 4.0, 5.5
_BAND, _AXIS = 18.0, 38.0
_TRACK_PADDING, _NARROW = 9.0, 500.0
_STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True)
class Era:
    """An era and its first day."""

    name: str
    begins: dt.date


@dataclass(frozen=True)
class Moment:
    """An event: it lies somewhere between two days; with `is_recorded` its paper is a case here."""

    first: dt.date
    last: dt.date
    text: str
    is_recorded: bool
    href: str | None = None

    @property
    def middle(self) -> float:
        """The middle of the two days, as a day number."""
        return (self.first.toordinal() + self.last.toordinal()) / 2

    @property
    def is_vague(self) -> bool:
        """Whether more than a month is in doubt."""
        return (self.last - self.first).days > 31  # noqa: PLR2004 - a month


@dataclass(frozen=True)
class Track:
    """Moments of one subject, the oldest first."""

    label: str
    moments: tuple[Moment, ...]
    href: str | None = None


@dataclass(frozen=True)
class _Scale:
    """Where days lie between `left` and `right`; years are marked every `step` of them."""

    first: int
    last: int
    left: float
    right: float
    step: int

    def x(self, day: float) -> float:
        start, end = _new_year(self.first), _new_year(self.last)
        return self.left + (day - start) / (end - start) * (self.right - self.left)

    @property
    def years(self) -> range:
        return range(self.first, self.last + 1, self.step)


def draw_timeline(tracks: tuple[Track, ...], eras: tuple[Era, ...], width: float) -> Drawing:
    """Lay out tracks under each other; a narrow picture has their names above the lines.

    `eras` are all there are, the oldest first; days before them count as days of the first.
    There must be a track, and each needs a moment. `width` is px.
    """
    moments = [moment for track in tracks for moment in track.moments]
    beside = 0.0 if width < _NARROW else _LABELS
    longest = max(text_width(moment.text, _SIZE) for moment in moments)
    left, right = _MARGIN + beside + 12, width - _MARGIN - longest - _FLAG_GAP
    scale = _scale(moments, left, right)
    rows: list[Item] = []
    y = _MARGIN + _AXIS
    for track in tracks:
        drawn, bottom = _draw_track(track, scale, y, beside or width - 2 * _MARGIN)
        rows.extend(
            (*drawn, Line(((_MARGIN, bottom), (width - _MARGIN, bottom)), "df-rule", "ground"))
        )
        y = bottom
    legend, bottom = _draw_legend(moments, y + 4, width - _MARGIN)
    items = (*_draw_axis(scale, eras, y, width - _MARGIN), *rows, *legend)
    return Drawing(width, bottom + _MARGIN, tuple(items))


def _scale(moments: list[Moment], left: float, right: float) -> _Scale:
    first = min(moment.first.year for moment in moments)
    last = max(moment.last.year for moment in moments) + 1
    room = text_width("00年", _SIZE) + 6
    for step in _STEPS:
        start, end = first // step * step, -(-last // step) * step
        if (right - left) / ((end - start) / step) >= room:
            break
    return _Scale(start, end, left, right, step)


def _draw_axis(scale: _Scale, eras: tuple[Era, ...], bottom: float, right: float) -> Iterator[Item]:
    """Draw a band per era, and a line with the year of the era for every step of years."""
    first, last = (eras.index(_era_of(year, eras)) for year in (scale.first, scale.last))
    shown = eras[first : last + 1]
    starts = [(max(scale.left, scale.x(era.begins.toordinal())), era.name) for era in shown]
    ends = [*(start for start, _ in starts[1:]), right]
    for (start, era), end in zip(starts, ends, strict=True):
        band = Box(start, _MARGIN, end - 1, _MARGIN + _BAND)
        yield Rect(band, "df-phase", "frame", 2)
        if end - start > text_width(era, _SIZE) + 4:
            middle = (start + end) / 2
            yield Text(middle, _MARGIN + _BAND / 2, era, _SIZE, "df-muted", "inside", "middle")
    for year in scale.years:
        x = scale.x(_new_year(year))
        yield Line(((x, _MARGIN + _BAND), (x, bottom)), "df-rule", "ground")
        year_of_era = year - _era_of(year, eras).begins.year + 1
        yield Text(x + 2, _MARGIN + _BAND + 9, f"{year_of_era}年", _SIZE, "df-muted")


def _era_of(year: int, eras: tuple[Era, ...]) -> Era:
    """Return the era in which a year begins."""
    new_year = dt.date(year, 1, 1)
    return next((era for era in reversed(eras) if era.begins <= new_year), eras[0])


def _draw_track(
    track: Track, scale: _Scale, top: float, label_width: float
) -> tuple[list[Item], float]:
    xs = [scale.x(moment.middle) for moment in track.moments]
    levels = _flag_levels(xs, [text_width(moment.text, _SIZE) for moment in track.moments])
    lines = wrap(track.label, label_width, (_LABEL_SIZE,)).lines
    label_height = len(lines) * _LINE
    is_beside = label_width == _LABELS
    flags = (max(levels) + 1) * _FLAG + _DOT
    strip = top + _TRACK_PADDING + (0 if is_beside else label_height)
    y = max(strip + flags, top + _TRACK_PADDING + label_height - _DOT if is_beside else 0)
    group = Group(key=track.label, css="df-track", href=track.href)
    items: list[Item] = []
    for at, line in enumerate(lines):
        name = Text(
            _MARGIN,
            top + _TRACK_PADDING + (at + 0.5) * _LINE,
            line,
            _LABEL_SIZE,
            "df-track-name",
            group=group,
        )
        items.extend((Rect(name.box, "df-cover", "ground", group=group), name))
    if len(xs) > 1:
        items.append(Line(((xs[0], y), (xs[-1], y)), "df-track-line", "ground"))
    for x, level, moment in zip(xs, levels, track.moments, strict=True):
        items.extend(_draw_moment(moment, scale, x, y, level))
    return items, y + _DOT + _TRACK_PADDING


def _flag_levels(xs: list[float], widths: list[float]) -> list[int]:
    """Heights of the flags: each above all that begin under it."""
    levels = [0] * len(xs)
    for at in range(len(xs) - 1, -1, -1):
        end = xs[at] + widths[at] + 2 * _FLAG_GAP
        under = [levels[later] for later in range(at + 1, len(xs)) if xs[later] < end]
        levels[at] = max(under) + 1 if under else 0
    return levels


def _draw_moment(moment: Moment, scale: _Scale, x: float, y: float, level: int) -> Iterator[Item]:
    group = Group(key=f"{moment.text} {x} {y}", css="df-moment", href=moment.href)
    top = y - _DOT - (level + 1) * _FLAG
    yield Line(((x, y - _DOT), (x, top)), "df-pole", "ground")
    if moment.is_vague:
        ends = scale.x(moment.first.toordinal()), scale.x(moment.last.toordinal())
        yield Rect(Box(ends[0], y - 2, ends[1], y + 2), "df-bar", "ground", 2)
    css = "df-dot" if moment.is_recorded else "df-ring"
    yield Circle(x, y, _DOT, css, "mark", group)
    words = Text(x + _FLAG_GAP, top + _FLAG / 2, moment.text, _SIZE, "df-muted", group=group)
    yield Rect(words.box, "df-cover", "ground", group=group)
    yield words


def _draw_legend(moments: list[Moment], top: float, right: float) -> tuple[list[Item], float]:
    entries = []
    if any(moment.is_recorded for moment in moments):
        entries.append(("df-dot", "この集にある案件"))
    if any(not moment.is_recorded for moment in moments):
        entries.append(("df-ring", "資料が触れている以前の答申など（この集にはありません）"))
    if any(moment.is_vague for moment in moments):
        entries.append(("df-bar", "年度だけが分かるもの"))
    items: list[Item] = []
    x, y = _MARGIN, top + _LINE / 2
    for css, words in entries:
        width = 2 * _DOT + 6 + text_width(words, _SIZE)
        if x > _MARGIN and x + width > right:
            x, y = _MARGIN, y + _LINE + 2
        middle = x + _DOT
        if css == "df-bar":
            items.append(Rect(Box(x, y - 2, x + 2 * _DOT, y + 2), css, "mark", 2))
        else:
            items.append(Circle(middle, y, _DOT, css, "mark"))
        items.append(Text(x + 2 * _DOT + 6, y, words, _SIZE, "df-muted"))
        x += width + 14
    return items, y + _LINE / 2


def _new_year(year: int) -> int:
    return dt.date(year, 1, 1).toordinal()
