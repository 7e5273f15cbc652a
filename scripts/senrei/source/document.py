"""Document: what a file says as plain data, with the place of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from senrei.source.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from senrei.source.rule_id import RuleId

Pointer = tuple[str | int, ...]


class Place(NamedTuple):
    """A line and a column, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """What a file says: plain data, and where each value and each key stands."""

    path: str
    data: Any
    values: Mapping[Pointer, Place]
    keys: Mapping[Pointer, Place] = field(default_factory=dict)
    comments: tuple[tuple[int, str], ...] = ()  # lines that are nothing but a comment

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

    def _holds_more(self, pointer: Pointer) -> bool:
        data = self.data
        for step in pointer:
            data = data[step]
        return isinstance(data, dict | list)

    def problem(
        self, pointer: Pointer, rule: RuleId, message: str, severity: Severity = Severity.ERROR
    ) -> Problem:
        """Make a problem that stands at a value."""
        place = self.place_of(pointer)
        key = self.keys.get(pointer)
        if key is not None and key.line < place.line and self._holds_more(pointer):
            place = key  # a list or mapping stands below the key that names it
        return Problem(self.path, place.line, place.column, rule, message, severity)


def _leaves(data: Any, pointer: Pointer, name: str) -> Iterator[tuple[Pointer, str, Any]]:
    if isinstance(data, dict):
        for key, part in data.items():
            yield from _leaves(part, (*pointer, key), key)
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from _leaves(part, (*pointer, index), name)
    else:
        yield pointer, name, data
