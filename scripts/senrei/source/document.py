"""Document: what a file says as plain data, with the location of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from senrei.source.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


Pointer = tuple[str | int, ...]
"""The keys and list positions that lead to a value: `("matters", 0, "id")`."""


class Location(NamedTuple):
    """A line and a column, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """What a file says: plain data, and where each value and each key stands."""

    path: str
    data: Any
    values: Mapping[Pointer, Location]
    keys: Mapping[Pointer, Location] = field(default_factory=dict)
    comments: tuple[tuple[int, str], ...] = ()  # lines that are nothing but a comment

    def location_of(self, pointer: Pointer) -> Location:
        """Return where a value stands, or the nearest thing around it."""
        while pointer and pointer not in self.values:
            pointer = pointer[:-1]
        return self.values.get(pointer, Location(1, 1))

    def location_of_key(self, pointer: Pointer) -> Location:
        """Return where the key stands that names a value, or the value itself."""
        return self.keys.get(pointer) or self.location_of(pointer)

    @cached_property
    def leaves(self) -> tuple[tuple[Pointer, str, Any], ...]:
        """Every single value, with its pointer and the nearest key that names it."""
        return tuple(_leaves(self.data, (), ""))

    def at(self, pointer: Pointer) -> Any:
        """Return the value that a pointer leads to; KeyError or IndexError where nothing stands."""
        data = self.data
        for step in pointer:
            data = data[step]
        return data

    def pointer_to(self, entry_id: str) -> Pointer:
        """Return where the document declares an id: in one of its lists, else on top."""
        for key, parts in self.data.items():
            if isinstance(parts, list):
                for index, part in enumerate(parts):
                    if isinstance(part, dict) and part.get("id") == entry_id:
                        return (key, index, "id")
        return ("id",)

    def problem(
        self, pointer: Pointer, rule: str, message: str, severity: Severity = Severity.ERROR
    ) -> Problem:
        """Return a problem that stands at a value."""
        location, key = self.location_of(pointer), self.keys.get(pointer)
        if key and key.line < location.line and isinstance(self.at(pointer), dict | list):
            location = key  # a list or mapping stands below the key that names it
        return Problem(self.path, *location, rule, message, severity)


def _leaves(data: Any, pointer: Pointer, name: str) -> Iterator[tuple[Pointer, str, Any]]:
    if isinstance(data, dict):
        for key, part in data.items():
            yield from _leaves(part, (*pointer, key), key)
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from _leaves(part, (*pointer, index), name)
    else:
        yield pointer, name, data
