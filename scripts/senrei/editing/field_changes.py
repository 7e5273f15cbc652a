"""Field changes: what differs between two versions of a record, field by field, in words."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from senrei.source.schema import ANY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from senrei.model.kinds import Kind, Kinds
    from senrei.model.use import Key
    from senrei.source.schema import Schema
    from senrei.source.yaml_text import Pointer

_TELLING = (
    "text",
    "label",
    "title",
    "name",
    "as_written",
    "heading",
    "event",
    "summary",
    "term",
    "what",
)
_LONGEST = 300


@dataclass(frozen=True)
class FieldChange:
    """One difference: where it is in words, what stood there, what stands there now.

    None where nothing stood, or stands. `kind` is set where a whole record of that kind came or
    went: a term of a vocabulary, a department.
    """

    where: str
    old: str | None
    new: str | None
    kind: Kind | None = None


@dataclass(frozen=True)
class Wording:
    """How a record's data are said in words: titles and fixed words from its schema, names."""

    schema: Schema
    names: Mapping[Key, str]
    kinds: Kinds

    def title_of(self, pointer: Pointer, data: Any) -> str:
        """Return the titles on the way to a pointer, parts of lists by id or position."""
        said: list[str] = []
        path: list[str] = []
        for step in pointer:
            data = data[step]
            if isinstance(step, int):
                path.append(ANY)
                named = data.get("id") if isinstance(data, dict) else None
                said[-1] += f" {named or step + 1}"
            else:
                path.append(step)
                said.append(self._field(tuple(path)).get("title", step))
        return " › ".join(said)

    def value(self, pointer: Pointer, data: Any) -> str:
        """Return a value in words: fixed words and references with their names, parts by name."""
        if isinstance(data, dict):
            telling = next((key for key in _TELLING if isinstance(data.get(key), str)), None)
            said = self.value((*pointer, telling), data[telling]) if telling else _json(data)
            return f"{data['id']} {said}" if isinstance(data.get("id"), str) else said
        if isinstance(data, list):
            return "、".join(self.value((*pointer, 0), part) for part in data)
        field = self._field(path_of(pointer))
        words = {**field.get("x-labels", {}), **field.get("then", {}).get("x-labels", {})}
        label = words.get(data)
        label = label or self.names.get((field.get("x-ref", ""), data))
        text = _json(data) if isinstance(data, bool) else str(data)
        text = f"{text}（{label}）" if label else text
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

    def declared(self, pointer: Pointer) -> Kind | None:
        """Return the kind of the record at a pointer; None where no record stands there."""
        here = (self.schema.name, path_of(pointer))
        return next((k for k in self.kinds.values() if (k.schema, k.path) == here), None)

    def _field(self, path: tuple[str, ...]) -> Mapping[str, Any]:
        return next((field.schema for field in self.schema.fields if field.path == path), {})


def path_of(pointer: Pointer) -> tuple[str, ...]:
    """Return the field that a pointer leads to.

    >>> path_of(("matters", 0, "id"))
    ('matters', '*', 'id')
    """
    return tuple(ANY if isinstance(step, int) else step for step in pointer)


def field_changes(old: Any, new: Any, wording: Wording) -> Iterator[FieldChange]:
    """Yield every difference between two versions of a record's data."""
    yield from _Comparing(old, new, wording).changes(old, new, (), ())


@dataclass(frozen=True)
class _Comparing:
    """Two versions of one record; what a change is called is read off the version it is in."""

    old_root: Any
    new_root: Any
    wording: Wording

    def changes(self, old: Any, new: Any, at: Pointer, now_at: Pointer) -> Iterator[FieldChange]:
        if old == new and type(old) is type(new):
            return
        if isinstance(old, dict) and isinstance(new, dict):
            for key in dict.fromkeys((*old, *new)):
                if key not in new:
                    yield self._gone(old[key], (*at, key))
                elif key not in old:
                    yield self._came(new[key], (*now_at, key))
                else:
                    yield from self.changes(old[key], new[key], (*at, key), (*now_at, key))
        elif isinstance(old, list) and isinstance(new, list):
            for before, after in _paired(old, new):
                if after is None:
                    yield self._gone(old[before or 0], (*at, before or 0))
                elif before is None:
                    yield self._came(new[after], (*now_at, after))
                else:
                    yield from self.changes(
                        old[before], new[after], (*at, before), (*now_at, after)
                    )
        else:
            yield FieldChange(
                self.wording.title_of(now_at, self.new_root),
                self.wording.value(at, old),
                self.wording.value(now_at, new),
            )

    def _gone(self, data: Any, at: Pointer) -> FieldChange:
        where = self.wording.title_of(at, self.old_root)
        return FieldChange(where, self.wording.value(at, data), None, self._kind(at))

    def _came(self, data: Any, at: Pointer) -> FieldChange:
        where = self.wording.title_of(at, self.new_root)
        return FieldChange(where, None, self.wording.value(at, data), self._kind(at))

    def _kind(self, at: Pointer) -> Kind | None:
        return self.wording.declared(at) if isinstance(at[-1], int) else None


def _paired(old: list[Any], new: list[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Pair the parts of two lists: by id where they have one, else by what is alike."""
    if all(isinstance(part, dict) and "id" in part for part in (*old, *new)):
        before = {str(part["id"]): index for index, part in enumerate(old)}
        after = {str(part["id"]): index for index, part in enumerate(new)}
        for name in dict.fromkeys((*before, *after)):
            yield before.get(name), after.get(name)
        return
    matcher = difflib.SequenceMatcher(None, [_json(p) for p in old], [_json(p) for p in new], False)  # noqa: FBT003
    for _, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        yield from zip_longest(range(old_from, old_to), range(new_from, new_to))


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)
