"""Matrix: what stands in each column for each row, on sheets for print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Literal

from flowpicture.display_list import Box, Circle, Drawing, Item, Line, Rect, Text
from flowpicture.text import text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH, _HIGHEST, _MARGIN = 800.0, 1160.0, 8.0
_LABELS, _COUNT, _WIDEST_COLUMN, _MOST_COLUMNS = 330.0, 40.0, 40.0, 16
_SIZE, _TITLE_SIZE, _LINE, _PADDING = 10.5, 14.0, 15.0, 2.0
_TITLE, _GROUP, _NUMBERS = 26.0, 20.0, 20.0
_KEY_COLUMNS = 2
_DOT, _DASH = 4.5, 5.0

Mark = Literal["stated", "dash", "does_not_apply", "not_in_hand", "unstated"]


@dataclass(frozen=True)
class MatrixLine:
    """A row: its name, the group it belongs to, and a mark for each column of the table."""

    label: str
    group: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class MatrixTable:
    """The whole matrix; `words` are the legend of the marks. Lines of a group lie together."""

    title: str
    columns: tuple[str, ...]
    lines: tuple[MatrixLine, ...]
    words: tuple[tuple[Mark, str], ...]


def draw_matrix(table: MatrixTable) -> tuple[Drawing, ...]:
    """Lay out sheets of at most 16 columns, each with the key of its columns and the marks.

    The table needs a column; without lines, its head is drawn.
    """
    blocks = ceil(len(table.columns) / _MOST_COLUMNS)
    width = ceil(len(table.columns) / blocks)
    parts = [
        part
        for start in range(0, len(table.columns), width)
        for part in _cut(table, range(start, min(start + width, len(table.columns))))
    ]
    return tuple(
        _draw_sheet(table, columns, lines, f"（{number}／{len(parts)}枚）")
        for number, (columns, lines) in enumerate(parts, 1)
    )


def _cut(table: MatrixTable, columns: range) -> Iterator[tuple[range, list[MatrixLine]]]:
    """Cut the rows into sheets; a group is named again where it goes on."""
    room = _HIGHEST - _head_height(columns) - 2 * _LINE - 2 * _MARGIN
    sheet: list[MatrixLine] = []
    filled = 0.0
    for line in table.lines:
        height = _row_height(line)
        opens = not sheet or sheet[-1].group != line.group
        if sheet and filled + height + opens * _GROUP > room:
            yield columns, sheet
            sheet, filled, opens = [], 0.0, True
        sheet.append(line)
        filled += height + opens * _GROUP
    yield columns, sheet


def _head_height(columns: range) -> float:
    return _TITLE + ceil(len(columns) / _KEY_COLUMNS) * _LINE + 6 + _NUMBERS


def _label_lines(line: MatrixLine) -> tuple[str, ...]:
    return wrap(line.label, _LABELS - 2 * _PADDING, (_SIZE,)).lines


def _row_height(line: MatrixLine) -> float:
    return len(_label_lines(line)) * _LINE + 2 * _PADDING


def _draw_sheet(table: MatrixTable, columns: range, lines: list[MatrixLine], part: str) -> Drawing:
    step = min(_WIDEST_COLUMN, (_WIDTH - 2 * _MARGIN - _LABELS - _COUNT) / len(columns))
    xs = [_MARGIN + _LABELS + (index + 0.5) * step for index in range(len(columns))]
    right = _MARGIN + _LABELS + len(columns) * step + _COUNT
    items: list[Item] = [
        _text(_MARGIN, _MARGIN + 10, f"{table.title}{part}", _TITLE_SIZE, "df-title")
    ]
    items.extend(_draw_key(table, columns))
    y = _MARGIN + _head_height(columns)
    for x, column in zip(xs, columns, strict=True):
        items.append(_centred(x, y - _NUMBERS / 2, str(column + 1), "df-act"))
    items.append(_centred(right - _COUNT / 2, y - _NUMBERS / 2, "件数", "df-muted"))
    group = None
    for line in lines:
        if line.group != group:
            group = line.group
            items.append(Rect(Box(_MARGIN, y, right, y + _GROUP), "df-phase", "frame", 2))
            words = _text(_MARGIN + 4, y + _GROUP / 2, group, _SIZE, "df-phase-word")
            items.append(replace(words, role="inside"))
            y += _GROUP
        height = _row_height(line)
        items.extend(_draw_row(line, columns, xs, y, right))
        y += height
        items.append(Line(((_MARGIN, y), (right, y)), "df-rule", "ground"))
    items.extend(_draw_words(table, y + _LINE))
    return Drawing(_WIDTH, y + 2 * _LINE + _MARGIN, tuple(items))


def _draw_key(table: MatrixTable, columns: range) -> Iterator[Item]:
    rows = ceil(len(columns) / _KEY_COLUMNS)
    width = (_WIDTH - 2 * _MARGIN) / _KEY_COLUMNS
    for index, column in enumerate(columns):
        x = _MARGIN + index // rows * width
        y = _MARGIN + _TITLE + (index % rows + 0.5) * _LINE
        yield _text(x, y, str(column + 1), _SIZE, "df-act")
        yield _text(x + 20, y, table.columns[column], _SIZE, "df-muted")


def _draw_row(
    line: MatrixLine, columns: range, xs: list[float], top: float, right: float
) -> Iterator[Item]:
    for index, words in enumerate(_label_lines(line)):
        y = top + _PADDING + (index + 0.5) * _LINE
        yield _text(_MARGIN + _PADDING, y, words, _SIZE, "")
    middle = top + _row_height(line) / 2
    for x, column in zip(xs, columns, strict=True):
        yield from _draw_mark(line.marks[column], x, middle)
    stated = sum(mark == "stated" for mark in line.marks)
    yield _centred(right - _COUNT / 2, middle, str(stated), "df-muted")


def _draw_mark(mark: Mark, x: float, y: float) -> Iterator[Item]:
    if mark == "stated":
        yield Circle(x, y, _DOT, "df-dot", "mark")
    elif mark == "dash":
        yield Line(((x - _DASH, y), (x + _DASH, y)), "df-track-line", "mark")
    elif mark == "does_not_apply":
        yield Line(((x - _DASH, y + _DASH), (x + _DASH, y - _DASH)), "df-track-line", "mark")
    elif mark == "not_in_hand":
        yield _centred(x, y, "？", "df-muted")


def _draw_words(table: MatrixTable, y: float) -> Iterator[Item]:
    x = _MARGIN
    for mark, words in table.words:
        if mark != "unstated":
            yield from _draw_mark(mark, x + _DASH, y)
            x += 2 * _DASH + 5
        yield _text(x, y, words, _SIZE, "df-muted")
        x += text_width(words, _SIZE) + 16


def _text(x: float, y: float, words: str, size: float, css: str) -> Text:
    return Text(x, y, words, size, css)


def _centred(x: float, y: float, words: str, css: str) -> Text:
    return Text(x, y, words, _SIZE, css, anchor="middle")
