"""Lines of Japanese text, which has no spaces, for boxes of a given width."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from senrei.publish.diagram.break_cost import break_costs
from senrei.publish.diagram.text_width import text_width

_LINE = 9.0
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

    `sizes` runs from the wished one down. Centred text is balanced over its lines.
    """
    best = _wrap_at(text, width, sizes[0], centred=centred)
    for size in sizes[1:]:
        tried = _wrap_at(text, width, size, centred=centred)
        if tried[0] + _SMALLER * (sizes[0] - size) < best[0]:
            best = tried
    return best[1]


def wrap_list(entries: tuple[str, ...], width: float, size: float, max_lines: int) -> Wrapped:
    """Fill lines with entries joined by 、; what does not fit becomes ほかN項目."""
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
    """Return `text`, or as much of it as fits before an ellipsis."""
    if text_width(text, size) <= width:
        return text
    kept = text
    while kept and text_width(kept + "…", size) > width:
        kept = kept[:-1]
    return kept + "…"


def _fill(entries: tuple[str, ...], width: float, size: float) -> tuple[str, ...]:
    lines: list[str] = []
    for place, entry in enumerate(entries):
        word = entry if place == len(entries) - 1 else entry + "、"
        if lines and text_width(lines[-1] + word, size) <= width:
            lines[-1] += word
        else:
            lines.extend(wrap(word, width, (size,)).lines)
    return tuple(lines)


def _wrap_at(text: str, width: float, size: float, *, centred: bool) -> tuple[float, Wrapped]:
    if not text:
        return 0.0, Wrapped((), size)
    costs = break_costs(text)
    ends = (0.0, *accumulate(text_width(character, size) for character in text))
    reached = [0.0] * (len(text) + 1)
    came_from = [0] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        is_last = end == len(text)
        edge = 0.0 if is_last else costs[end]
        slack_weight = _LAST_SLACK if is_last and not centred else _SLACK
        reached[end], came_from[end] = min(
            (
                reached[start] + edge + _line_cost(ends[end] - ends[start], width, slack_weight),
                start,
            )
            for start in _starts(ends, end, width)
        )
    return reached[-1], Wrapped(_lines(text, came_from), size)


def _starts(ends: tuple[float, ...], end: int, width: float) -> range:
    """Return where a line ending at `end` may start: it fits, or is one character."""
    start = end - 1
    while start > 0 and ends[end] - ends[start - 1] <= width + _EPSILON:
        start -= 1
    return range(start, end)


def _line_cost(needed: float, width: float, slack_weight: float) -> float:
    if needed > width + _EPSILON:
        return _TOO_WIDE
    slack = (width - needed) / width
    return _LINE + slack_weight * slack * slack


def _lines(text: str, came_from: list[int]) -> tuple[str, ...]:
    cuts = [len(text)]
    while cuts[-1] > 0:
        cuts.append(came_from[cuts[-1]])
    return tuple(
        line for start, end in pairwise(reversed(cuts)) if (line := text[start:end].strip())
    )
