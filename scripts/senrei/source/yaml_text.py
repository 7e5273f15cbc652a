"""YAML text to plain data, with the place of every value.

Only the plain part of YAML is taken: mappings with text keys, lists, text, whole numbers and
true/false. What YAML would turn silently into something else (dates, `no`, empty values,
repeated keys, aliases, tags) is refused with the line and the cure. The text is read as a
stream of events, so neither depth nor size can exhaust the machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml

from senrei.source.problem import Problem, Severity
from senrei.source.yaml_syntax import syntax_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Pointer = tuple[str | int, ...]

MOST_BYTES = 2_000_000
MOST_DEPTH = 40
MOST_VALUES = 200_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS: Mapping[str, list[tuple[str, re.Pattern[str]]]] = (
    yaml.SafeLoader.yaml_implicit_resolvers
)
_TAG = "tag:yaml.org,2002:"
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")


@dataclass(frozen=True)
class Place:
    """A line and a column, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """What a file says: plain data, and where each value and each key stands."""

    path: str
    data: Any
    values: Mapping[Pointer, Place]
    keys: Mapping[Pointer, Place]

    def place_of(self, pointer: Pointer) -> Place:
        """Find the place of a value, or of the nearest thing around it."""
        while pointer and pointer not in self.values:
            pointer = pointer[:-1]
        return self.values.get(pointer, Place(1, 1))

    def place_of_key(self, pointer: Pointer) -> Place:
        """Find the place of the key that names a value."""
        return self.keys.get(pointer) or self.place_of(pointer)

    @cached_property
    def leaves(self) -> tuple[tuple[Pointer, str, Any], ...]:
        """Every single value, with its pointer and the nearest key that names it."""
        return tuple(_leaves(self.data, (), ""))

    def problem(
        self, pointer: Pointer, rule: str, message: str, severity: Severity = Severity.ERROR
    ) -> Problem:
        """Make a problem that stands at a value."""
        place = self.place_of(pointer)
        return Problem(self.path, place.line, place.column, rule, message, severity)


def parse_yaml(raw: bytes, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read one file's bytes.

    The document is None where the text cannot be read to its end. Where single values are at
    fault it is given all the same, so that the rest of the file can be checked in the same run.
    """
    if len(raw) > MOST_BYTES:
        size = f"{len(raw) // 1000:,} KB"
        most = f"{MOST_BYTES // 1000:,} KB"
        message = f"ファイルが大きすぎます（{size}）。{most} までにしてください。"
        return None, (Problem(path, 1, 1, "size", message),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。"
        return None, (Problem(path, line, 1, "encoding", message),)
    reading = _Reading(path)
    try:
        reading.read(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        return None, (*reading.problems, syntax_problem(error, text, path))
    except _StopReadingError:
        return None, tuple(reading.problems)
    if reading.documents == 0:
        return None, tuple(reading.problems)
    document = Document(path, reading.root, reading.values, reading.keys)
    return document, tuple(reading.problems)


def _leaves(data: Any, pointer: Pointer, name: str) -> Iterator[tuple[Pointer, str, Any]]:
    if isinstance(data, dict):
        for key, part in data.items():
            yield from _leaves(part, (*pointer, key), key)
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from _leaves(part, (*pointer, index), name)
    else:
        yield pointer, name, data


class _StopReadingError(Exception):
    """The rest of the file is not worth reading."""


@dataclass
class _Level:
    """One open mapping or list."""

    holder: Any
    pointer: Pointer
    key: str | None = None


@dataclass
class _Reading:
    """The state of reading one file: builds data and keeps the places."""

    path: str
    root: Any = None
    values: dict[Pointer, Place] = field(default_factory=dict)
    keys: dict[Pointer, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    documents: int = 0

    def read(self, events: Iterator[yaml.Event]) -> None:
        """Take all events of a file in."""
        for event in events:
            match event:
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.MappingStartEvent():
                    self._open(event, {})
                case yaml.SequenceStartEvent():
                    self._open(event, [])
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._close()
                case yaml.AliasEvent():
                    self._refuse_alias(event)
                case yaml.DocumentStartEvent():
                    self._begin_document(event)
        if self.documents == 0:
            self._report(Place(1, 1), "empty", "ファイルが空です。記録を書いてください。")

    def _begin_document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents > 1:
            message = (
                "一つのファイルに記録は一つです。「---」より後を別のファイルに分けてください。"
            )
            self._report(_place(event), "documents", message)
            raise _StopReadingError

    def _open(self, event: Any, holder: Any) -> None:
        self._refuse_marks(event)
        pointer = self._add(holder, event)
        if len(self.levels) >= MOST_DEPTH:
            message = f"入れ子が深すぎます。{MOST_DEPTH} 段までにしてください。"
            self._report(_place(event), "depth", message)
            raise _StopReadingError
        self.levels.append(_Level(holder, pointer))

    def _close(self) -> None:
        self.levels.pop()

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_marks(event)
        level = self.levels[-1] if self.levels else None
        if level is not None and isinstance(level.holder, dict) and level.key is None:
            self._key(event, level)
            return
        self._add(self._value_of(event), event)

    def _key(self, event: yaml.ScalarEvent, level: _Level) -> None:
        key = event.value
        meant_as = _implicit_tag(event)
        if meant_as:
            message = (
                f"項目名「{key}」は YAML では文字として読まれません。"
                "別の名前にするか、引用符で囲んでください。"
            )
            self._report(_place(event), "key", message)
        pointer = (*level.pointer, key)
        if key in level.holder:
            first = self.keys[pointer].line
            message = (
                f"「{key}」が二度書かれています（一度目は {first} 行目）。"
                "どちらか一つにしてください。"
            )
            self._report(_place(event), "duplicate-key", message)
        else:
            self.keys[pointer] = _place(event)
        level.key = key

    def _add(self, value: Any, event: yaml.Event) -> Pointer:
        if not self.levels:
            self.root = value
            self.values[()] = _place(event)
            return ()
        level = self.levels[-1]
        if isinstance(level.holder, list):
            pointer: Pointer = (*level.pointer, len(level.holder))
            level.holder.append(value)
        elif level.key is None:
            message = "項目名には文字だけを書けます。一覧や入れ子は使えません。"
            self._report(_place(event), "key", message)
            raise _StopReadingError
        else:
            pointer = (*level.pointer, level.key)
            level.holder.setdefault(level.key, value)
            level.key = None
        self.values.setdefault(pointer, _place(event))
        if len(self.values) > MOST_VALUES:
            message = f"値が多すぎます。{MOST_VALUES:,} 個までにしてください。"
            self._report(_place(event), "size", message)
            raise _StopReadingError
        return pointer

    def _value_of(self, event: yaml.ScalarEvent) -> Any:
        tag = _implicit_tag(event)
        text = event.value
        match tag:
            case None:
                return text
            case "int" if _INTEGER.fullmatch(text):
                return int(text)
            case "bool" if text in {"true", "false"}:
                return text == "true"
            case "null":
                message = "値が空です。値を書くか、記載がなければ unstated と書いてください。"
            case _:
                kind = _KINDS.get(tag, "別のもの")
                message = (
                    f"「{text}」は YAML では{kind}として読まれます。"
                    f'文字として書くには "{text}" のように引用符で囲んでください。'
                )
        self._report(_place(event), "implicit-value", message)
        return text

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            message = (
                f"アンカー「&{event.anchor}」は使えません。同じ内容でもそのまま書いてください。"
            )
            self._report(_place(event), "alias", message)
        if event.tag not in {None, "!"}:
            message = f"タグ「{event.tag}」は使えません。取り除いてください。"
            self._report(_place(event), "tag", message)

    def _refuse_alias(self, event: yaml.AliasEvent) -> None:
        message = (
            f"エイリアス「*{event.anchor}」は使えません。参照先の内容をそのまま書くか、"
            "文字なら引用符で囲んでください。"
        )
        self._report(_place(event), "alias", message)
        level = self.levels[-1] if self.levels else None
        if level is not None and isinstance(level.holder, dict) and level.key is None:
            raise _StopReadingError
        self._add("", event)

    def _report(self, place: Place, rule: str, message: str) -> None:
        self.problems.append(Problem(self.path, place.line, place.column, rule, message))


_KINDS = {"timestamp": "日付", "bool": "真偽（はい・いいえ）", "float": "小数", "int": "数"}


def _place(event: yaml.Event) -> Place:
    mark: Any = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def _implicit_tag(event: yaml.ScalarEvent) -> str | None:
    """Name what a plain scalar would become in YAML 1.1; None for text."""
    if not event.implicit[0] or event.tag is not None:
        return None
    value = event.value
    for tag, pattern in _RESOLVERS.get(value[:1], ()):
        if pattern.match(value):
            return tag.removeprefix(_TAG)
    return None
