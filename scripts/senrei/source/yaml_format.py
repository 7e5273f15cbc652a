"""The formatter of records: indents, blanks at line ends, line ends, quotes of dates.

It works on the text and touches nothing else, so comments, order and values stay as they are. The
result is read again; where it would say anything but what the text said, less is changed.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

import yaml

from senrei.source.yaml_comments import LOADER, comments_between, tokens_of
from senrei.source.yaml_layout import Layout, layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHER_BREAKS = "\x85\u2028\u2029"
_BYTE_ORDER_MARK = "\ufeff"


def format_yaml(raw: bytes) -> bytes | None:
    """Return the text of a file as it should be laid out; None where it cannot be read."""
    try:
        text = raw.decode("utf-8-sig")
        said = _said(text)
    except (UnicodeDecodeError, yaml.YAMLError):
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix(_BYTE_ORDER_MARK)
    for tried in _from_most_to_least(lines):
        if _is_readable_as(tried, said):
            return tried.encode("utf-8")
    return raw


def _from_most_to_least(text: str) -> Iterator[str]:
    if not any(mark in text for mark in _OTHER_BREAKS):
        tokens = tokens_of(text)
        layout = layout_of(text, tokens)
        if layout is not None:
            yield _laid_out(text, layout, tokens)
        bare = Layout({}, dict.fromkeys(_lines_of_texts(tokens)), {}, ())
        yield _laid_out(text, bare, tokens)
    yield text.rstrip("\n") + "\n"
    yield text


def _said(text: str) -> tuple[Any, ...]:
    """Return what a text says: every event with its value, and every comment."""
    events = tuple(
        (type(event).__name__, getattr(event, "value", None), getattr(event, "anchor", None))
        for event in yaml.parse(text, Loader=LOADER)
    )
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    comments = comments_between(plain, tokens_of(plain))
    return (*events, *(comment.text for comment in comments))


def _is_readable_as(text: str, said: tuple[Any, ...]) -> bool:
    try:
        return _said(text) == said
    except yaml.YAMLError:
        return False


def _lines_of_texts(tokens: tuple[Any, ...]) -> Iterator[int]:
    """Yield the lines on which a text of several lines goes on."""
    for token in tokens:
        if isinstance(token, yaml.ScalarToken):
            yield from range(token.start_mark.line + 1, token.end_mark.line + 1)


def _laid_out(text: str, layout: Layout, tokens: tuple[Any, ...]) -> str:
    lines = text.split("\n")
    for number, start, end, put in sorted(layout.edits, reverse=True):
        lines[number] = lines[number][:start] + put + lines[number][end:]
    comments = _comment_columns(text, layout, tokens)
    made = [_line(number, line, layout, comments) for number, line in enumerate(lines)]
    return "\n".join(made).strip("\n") + "\n"


def _line(number: int, line: str, layout: Layout, comments: dict[int, int]) -> str:
    if number in layout.continued:
        indent = layout.continued[number]
        if indent is None:
            return _shifted(line, layout.shifts.get(number, 0))
        return " " * indent + line.lstrip(" \t")
    if number in comments:
        return " " * comments[number] + line.strip(" \t")
    line = line.rstrip(" \t")
    start = layout.starts.get(number)
    return " " * start.new + line[start.old :] if start else line


def _shifted(line: str, shift: int) -> str:
    if not line.strip(" "):
        return " " * max(len(line) + shift, 0) if line else line
    return " " * shift + line if shift >= 0 else line[-shift:]


def _comment_columns(text: str, layout: Layout, tokens: tuple[Any, ...]) -> dict[int, int]:
    """Return the columns of comments that have a line to themselves: those of their neighbours."""
    lines = text.split("\n")
    columns: dict[int, int] = {}
    ordered = sorted(layout.starts)
    for comment in comments_between(text, tokens):
        number, column = comment.line - 1, comment.column - 1
        if lines[number][:column].strip() or not ordered:
            continue
        later_at = bisect_left(ordered, number)
        later = layout.starts[ordered[later_at]] if later_at < len(ordered) else None
        known = dict(layout.starts[ordered[later_at - 1]].levels) if later_at else {}
        if later is not None and later.old == column:
            columns[number] = later.new
        elif column in known:
            columns[number] = known[column]
        else:
            columns[number] = later.new if later is not None else 0
    return columns
