"""YAML text to plain data, with the location of every value.

Only the plain part of YAML is taken: mappings with text keys, lists, text, whole numbers and
true/false. What YAML would turn silently into something else (dates, `no`, empty values,
repeated keys, aliases, tags) or cut off silently is refused with the line and the fix. The text
is read as a stream of events, so neither depth nor size can exhaust the machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from senrei.source.characters import printable
from senrei.source.document import Document, Location, Pointer
from senrei.source.problem import Problem
from senrei.source.raw_text import MOST_BYTES, read_text
from senrei.source.scalar import key_fault, may_be_faulty, value_of, written_faults
from senrei.source.yaml_comments import LOADER
from senrei.source.yaml_syntax import syntax_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from senrei.source.problem import TextRule

__all__ = ["MOST_BYTES", "Document", "Location", "Pointer", "parse_yaml"]

MOST_DEPTH = 40
MOST_VALUES = 50_000
MOST_LETTERS = 10_000  # of one value; the longest of a paper has some hundred
MOST_PROBLEMS = 200


def parse_yaml(raw: bytes, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read one file's bytes.

    The document is None where the text cannot be read to its end. Where single values are at
    fault it is given all the same, so that the rest of the file can be checked in the same run.
    """
    text, faults = read_text(raw, path)
    if text is None:
        return None, faults
    parsing = _Parsing(path, text.split("\n"), list(faults))
    try:
        parsing.read(yaml.parse(text, Loader=LOADER))
    except yaml.YAMLError as error:
        said = syntax_problem(error, text, path)
        before = (
            problem
            for problem in parsing.problems
            if problem.line != said.line or problem.rule == "bom"
        )
        return None, (*before, said)
    except _StopError:
        return None, tuple(parsing.problems)
    if parsing.documents == 0:
        return None, tuple(parsing.problems)
    comments = tuple(
        (number, line)
        for number, line in enumerate(parsing.lines, start=1)
        if "#" in line and line.lstrip().startswith("#")
    )
    document = Document(path, parsing.root, parsing.values, parsing.keys, comments)
    return document, tuple(parsing.problems)


class _StopError(Exception):
    """The rest of the file is not worth parsing."""


@dataclass
class _Level:
    """One open mapping or list."""

    holder: Any
    pointer: Pointer
    key: str | None = None


@dataclass
class _Parsing:
    """The state of reading one file: builds data and keeps the locations."""

    path: str
    lines: Sequence[str]
    problems: list[Problem]
    root: Any = None
    values: dict[Pointer, Location] = field(default_factory=dict)
    keys: dict[Pointer, Location] = field(default_factory=dict)
    levels: list[_Level] = field(default_factory=list)
    documents: int = 0

    def read(self, events: Iterator[yaml.Event]) -> None:
        """Take all events of a file in."""
        for event in events:
            if type(event) is yaml.ScalarEvent:  # by far the most
                self._scalar(event)
                continue
            match event:
                case yaml.MappingStartEvent():
                    self._open(event, {})
                case yaml.SequenceStartEvent():
                    self._open(event, [])
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self.levels.pop()
                case yaml.AliasEvent():
                    self._refuse_alias(event)
                case yaml.DocumentStartEvent():
                    self._begin_document(event)
        if self.documents == 0:
            message = (
                "ファイルが空です。記録を書くか、要らないファイルなら消してください。"
                "一行目は「id: 識別子」の形です。"
            )
            self._report(Location(1, 1), "empty", message)

    def _begin_document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            message = (
                "一つのファイルに記録は一つです。「---」の行を消すか、"
                "それより後を別のファイルに分けてください。"
            )
            self._report(_location(event), "documents", message)
            raise _StopError

    def _open(self, event: Any, holder: Any) -> None:
        self._refuse_marks(event)
        pointer = self._add(holder, event)
        if len(self.levels) >= MOST_DEPTH:
            message = f"入れ子が深すぎます。{MOST_DEPTH} 段までにしてください。"
            self._report(_location(event), "depth", message)
            raise _StopError
        self.levels.append(_Level(holder, pointer))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_marks(event)
        level = self.levels[-1] if self.levels else None
        if level is not None and isinstance(level.holder, dict) and level.key is None:
            self._key(event, level)
            return
        if len(event.value) > MOST_LETTERS:
            message = (
                f"値が長すぎます（{len(event.value):,} 字）。{MOST_LETTERS:,} 字までにし、"
                "要点だけを書いてください。"
            )
            self._report(_location(event), "size", message)
            self._add(event.value[:MOST_LETTERS], event)
            return
        value, fault = value_of(event, self.lines)
        if fault:
            self._report(_location(event), "implicit-value", fault)
        elif may_be_faulty(event, self.lines):
            for rule, message, severity, below in written_faults(event, self.lines):
                line, column = _location(event)
                if below:
                    text = self.lines[line + below - 1]
                    line, column = line + below, len(text) - len(text.lstrip()) + 1
                self.problems.append(Problem(self.path, line, column, rule, message, severity))
        self._add(value, event)

    def _key(self, event: yaml.ScalarEvent, level: _Level) -> None:
        key = event.value.strip()
        fault = key_fault(event)
        if fault:
            self._report(_location(event), "key", fault)
        pointer = (*level.pointer, key)
        if key in level.holder:
            first = self.keys[pointer].line
            message = (
                f"「{printable(key)}」が二度書かれています（一度目は {first} 行目）。"
                "どちらか一つを残して、もう一つを消してください。"
            )
            self._report(_location(event), "duplicate-key", message)
        else:
            self.keys[pointer] = _location(event)
        level.key = key

    def _add(self, value: Any, event: yaml.Event) -> Pointer:
        if not self.levels:
            self.root = value
            self.values[()] = _location(event)
            return ()
        level = self.levels[-1]
        if isinstance(level.holder, list):
            pointer: Pointer = (*level.pointer, len(level.holder))
            level.holder.append(value)
        elif level.key is None:
            message = (
                "項目名には文字だけを書けます。一覧や入れ子は使えません。"
                "「項目: 値」の形に直し、記号で始まる値は引用符で囲んでください。"
            )
            self._report(_location(event), "key", message)
            raise _StopError
        else:
            pointer = (*level.pointer, level.key)
            level.holder.setdefault(level.key, value)
            level.key = None
        self.values.setdefault(pointer, _location(event))
        if len(self.values) > MOST_VALUES:
            message = f"値が多すぎます。一つのファイルに {MOST_VALUES:,} 個までにしてください。"
            self._report(_location(event), "size", message)
            raise _StopError
        return pointer

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            message = (
                f"アンカー「&{printable(event.anchor)}」は使えません。取り除いて、"
                "同じ内容でもそのまま書いてください。「&」で始まる文字なら引用符で囲みます。"
            )
            self._report(_location(event), "alias", message)
        if event.tag not in {None, "!"}:
            message = (
                f"タグ「{printable(event.tag)}」は使えません。取り除いてください。"
                "「!」で始まる文字なら引用符で囲みます。"
            )
            self._report(_location(event), "tag", message)

    def _refuse_alias(self, event: yaml.AliasEvent) -> None:
        message = (
            f"エイリアス「*{printable(event.anchor)}」は使えません。参照先の内容をそのまま書くか、"
            "「*」で始まる文字なら引用符で囲んでください。"
        )
        self._report(_location(event), "alias", message)
        level = self.levels[-1] if self.levels else None
        if level is not None and isinstance(level.holder, dict) and level.key is None:
            raise _StopError
        self._add("", event)

    def _report(self, location: Location, rule: TextRule, message: str) -> None:
        self.problems.append(Problem(self.path, *location, rule, message))
        if len(self.problems) > MOST_PROBLEMS:
            more = "誤りが多すぎるので、ここまでを示しました。直してからもう一度調べてください。"
            self.problems.append(Problem(self.path, *location, "many", more))
            raise _StopError


def _location(event: Any) -> Location:
    mark = event.start_mark
    return Location(mark.line + 1, mark.column + 1)
