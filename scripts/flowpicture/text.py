"""Lines of Japanese text, which has no spaces, for boxes of a given width.

Widths are exact: half-width advances of IPAexGothic from a table, everything else one em;
`tests/flowpicture/half_width_table.py` makes the table again from the font.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise

from flowpicture.break_cost import break_costs


def text_width(text: str, size: float) -> float:
    """Width of `text` in px at a font size of `size` px.

    >>> text_width("情報", 12)
    24.0
    """
    return sum(advances(text)) * size


def advances(text: str) -> list[float]:
    """Width of every character of `text` in em."""
    half_width = _half_width()
    return [half_width.get(character, 1.0) for character in text]


def has_half_width(text: str) -> bool:
    """Whether the width depends on the reader's font, so that it must be fixed."""
    return any(character in _half_width() for character in text)


@cache
def _half_width() -> dict[str, float]:
    table = json.loads((files(__package__) / "half_width.json").read_text(encoding="utf-8"))
    em = table["unitsPerEm"]
    return {
        character: int(advance) / em
        for advance, characters in table["advances"].items()
        for character in characters
    }


_LINE = 11.0
_SLACK = 30.0
_LAST_SLACK = 14.0
_TOO_WIDE = 4000.0
_SMALLER = 16.0
_EPSILON = 0.01


@dataclass(frozen=True)
class Wrapped:
    """Lines and the font size they were fitted at."""

    lines: tuple[str, ...]
    size: float

    @property
    def width(self) -> float:
        """Width of the widest line in px."""
        return max((text_width(line, self.size) for line in self.lines), default=0.0)


def wrap(text: str, width: float, sizes: tuple[float, ...], *, centred: bool = False) -> Wrapped:
    """Wrap `text` to `width` px; a smaller size is taken only if it pays for itself.

    `sizes` are px, the wished one first. Centred text is balanced over its lines; an empty text
    has none. A character that is wider than `width` gets a line all the same.

    >>> wrap("住民基本台帳事務の委託", 72, (12,)).lines
    ('住民基本台帳', '事務の委託')
    """
    if not text:
        return Wrapped((), sizes[0])
    ends, costs = (0.0, *accumulate(advances(text))), break_costs(text)
    best, came_from = _wrap_at(ends, costs, (width + _EPSILON) / sizes[0], centred=centred)
    best_size = sizes[0]
    for size in sizes[1:]:
        cost, tried = _wrap_at(ends, costs, (width + _EPSILON) / size, centred=centred)
        if cost + _SMALLER * (sizes[0] - size) < best:
            best, came_from, best_size = cost, tried, size
    return Wrapped(_lines(text, came_from), best_size)


def wrap_list(entries: tuple[str, ...], width: float, size: float, max_lines: int) -> Wrapped:
    """Fill lines of `width` px with entries joined by 、; what does not fit becomes ほかN項目.

    There must be an entry. The first is never left out, even if it takes more lines alone.

    >>> wrap_list(("氏名", "住所", "生年月日"), 60, 11, max_lines=2).lines
    ('氏名、', 'ほか2項目')
    """
    for shown in range(len(entries), 0, -1):
        hidden = len(entries) - shown
        tail = (f"ほか{hidden}項目",) if hidden else ()
        lines = _fill((*entries[:shown], *tail), width, size)
        if len(lines) <= max_lines:
            return Wrapped(lines, size)
    first = wrap(entries[0], width, (size,)).lines
    tail = (f"ほか{len(entries) - 1}項目",) if len(entries) > 1 else ()
    return Wrapped((*first[:-1], *_fill((first[-1], *tail), width, size)), size)


def shorten(text: str, width: float, size: float) -> str:
    """Return `text`, or as much of it as fits in `width` px before an ellipsis.

    >>> shorten("住民基本台帳", 50, 12)
    '住民基…'
    """
    if text_width(text, size) <= width:
        return text
    kept = text
    while kept and text_width(kept + "…", size) > width:
        kept = kept[:-1]
    return kept + "…"


def _fill(entries: tuple[str, ...], width: float, size: float) -> tuple[str, ...]:
    lines: list[str] = []
    for index, entry in enumerate(entries):
        word = entry if index == len(entries) - 1 else entry + "、"
        if lines and text_width(lines[-1] + word, size) <= width:
            lines[-1] += word
        else:
            lines.extend(wrap(word, width, (size,)).lines)
    return tuple(lines)


def _wrap_at(
    ends: tuple[float, ...], costs: tuple[float, ...], room: float, *, centred: bool
) -> tuple[float, list[int]]:
    """Least cost of lines of `room` em, and for every end of a line where it starts.

    `ends` are where each character ends, in em, after a leading 0.
    """
    count = len(costs)
    reached, came_from = [0.0] * (count + 1), [0] * (count + 1)
    for end in range(1, count + 1):
        is_last = end == count
        edge = 0.0 if is_last else costs[end]
        slack_weight = _LAST_SLACK if is_last and not centred else _SLACK
        least = math.inf
        for start in _starts(ends, end, room):
            line = _line_cost(ends[end] - ends[start], room, slack_weight)
            if (cost := reached[start] + line) < least:
                least, came_from[end] = cost, start
        reached[end] = least + edge
    return reached[-1], came_from


def _starts(ends: tuple[float, ...], end: int, room: float) -> range:
    """Return where a line ending at `end` may start: it fits, or is one character."""
    start = end - 1
    while start > 0 and ends[end] - ends[start - 1] <= room:
        start -= 1
    return range(start, end)


def _line_cost(needed: float, room: float, slack_weight: float) -> float:
    if needed > room:
        return _TOO_WIDE
    slack = (room - needed) / room
    return _LINE + slack_weight * slack * slack


def _lines(text: str, came_from: list[int]) -> tuple[str, ...]:
    cuts = [len(text)]
    while cuts[-1] > 0:
        cuts.append(came_from[cuts[-1]])
    return tuple(
        line for start, end in pairwise(reversed(cuts)) if (line := text[start:end].strip())
    )
