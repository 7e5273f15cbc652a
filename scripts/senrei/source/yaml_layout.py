"""Layout of a YAML text: where each line should begin, read off the tokens of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

STEP = 2

_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")


@dataclass(frozen=True)
class LineStart:
    """Where a line begins and where it should begin; the levels that are open there."""

    old: int
    new: int
    levels: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Layout:
    """What to change: line beginnings, continued lines, and parts inside lines."""

    starts: dict[int, LineStart]
    continued: dict[int, int | None]  # line: its new indent, or None to shift by `shifts`
    shifts: dict[int, int]
    edits: tuple[tuple[int, int, int, str], ...]  # line, from, to, text


@dataclass
class _Level:
    shape: str
    old: int
    new: int


@dataclass
class _Walk:
    lines: list[str]
    levels: list[_Level] = field(default_factory=list)
    starts: dict[int, LineStart] = field(default_factory=dict)
    continued: dict[int, int | None] = field(default_factory=dict)
    shifts: dict[int, int] = field(default_factory=dict)
    edits: list[tuple[int, int, int, str]] = field(default_factory=list)
    flows: int = 0
    dash: Any = None

    def take(self, token: Any) -> None:
        match token:
            case yaml.BlockMappingStartToken():
                self._open("map", token)
            case yaml.BlockSequenceStartToken():
                self._open("list", token)
            case yaml.BlockEndToken():
                self._leave_flat_list()
                self.levels.pop()
            case yaml.KeyToken() if not self.flows:
                self._leave_flat_list()
                self._begin(token, self.levels[-1].new)
            case yaml.BlockEntryToken():
                self._dash(token)
            case yaml.ScalarToken():
                self._begin(token, self._inner())
                self._scalar(token)
            case yaml.StreamStartToken() | yaml.StreamEndToken():
                pass
            case _:
                self._begin(token, self._inner())
                self._count_flows(token)

    def _dash(self, token: Any) -> None:
        if self.levels[-1].shape == "map":
            new = self.levels[-1].new + STEP
            self.levels.append(_Level("flat list", token.start_mark.column, new))
        self._begin(token, self.levels[-1].new)
        self.dash = token

    def _open(self, shape: str, token: Any) -> None:
        new = self._inner()
        self._close_up(token)
        self.levels.append(_Level(shape, token.start_mark.column, new))

    def _inner(self) -> int:
        return self.levels[-1].new + STEP if self.levels else 0

    def _leave_flat_list(self) -> None:
        if self.levels and self.levels[-1].shape == "flat list":
            self.levels.pop()

    def _begin(self, token: Any, new: int) -> None:
        line, column = token.start_mark.line, token.start_mark.column
        self._close_up(token)
        if line in self.starts or self.lines[line][:column].strip():
            return
        if self.flows:
            top = self.levels[-1] if self.levels else _Level("map", 0, 0)
            new = max(column + top.new - top.old, 0)
        self.starts[line] = LineStart(
            column, new, tuple((level.old, level.new) for level in self.levels)
        )

    def _close_up(self, token: Any) -> None:
        """Put one blank between a dash and what follows it on its line."""
        if self.dash is None:
            return
        line, end = self.dash.end_mark.line, self.dash.end_mark.column
        if token.start_mark.line == line and token.start_mark.column != end + 1:
            self.edits.append((line, end, token.start_mark.column, " "))
        self.dash = None

    def _count_flows(self, token: Any) -> None:
        if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
            self.flows += 1
        elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
            self.flows -= 1

    def _scalar(self, token: Any) -> None:
        first, last = token.start_mark.line, token.end_mark.line
        if token.style in {"|", ">"}:
            self._block_text(token, first, last)
        elif token.plain and first == last and _DAY.fullmatch(token.value):
            column = token.start_mark.column
            self.edits.append((first, column, token.end_mark.column, f'"{token.value}"'))
        for line in range(first + 1, last + 1):
            if token.style not in {"|", ">"}:
                self.continued[line] = self._inner() if self.lines[line].strip() else 0

    def _block_text(self, token: Any, first: int, last: int) -> None:
        inside = range(first + 1, last if token.end_mark.column == 0 else last + 1)
        top = self.levels[-1] if self.levels else _Level("map", 0, 0)
        indents = [
            len(self.lines[line]) - len(self.lines[line].lstrip(" "))
            for line in inside
            if self.lines[line].strip(" ")
        ]
        head = self.lines[first][token.start_mark.column :]
        if re.match(r"[|>][+-]?[0-9]", head) or not indents:
            shift = top.new - top.old
        else:
            shift = self._inner() - min(indents)
        for line in inside:
            self.continued[line] = None
            self.shifts[line] = shift


def layout_of(text: str, tokens: tuple[Any, ...]) -> Layout | None:
    """Return what to change in a text; None where its lines are better left where they are."""
    if any(_is_unusual(token) for token in tokens):
        return None
    walk = _Walk(text.split("\n"))
    for token in tokens:
        walk.take(token)
    return Layout(walk.starts, walk.continued, walk.shifts, tuple(walk.edits))


def _is_unusual(token: Any) -> bool:
    """Return whether a token is a part of YAML that records do not use: `? key`, `---`."""
    if isinstance(token, yaml.KeyToken):
        return bool(token.start_mark.index != token.end_mark.index)
    unusual = (yaml.DirectiveToken, yaml.DocumentStartToken, yaml.DocumentEndToken)
    return isinstance(token, unusual)
