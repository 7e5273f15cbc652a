"""A new case in the shape of another: structure copied and marked, facts blanked, notes left out.

What may be copied is decided by the schema: classifications (references and fixed words), where
something stands, headings, numbers that only order things. Whatever the other paper states is
blanked, and so is everything that was decided of the other case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from senrei.editing.draft_text import BLANK, Block, Entry, Items, Node, Value
from senrei.model.record import ABSENCES
from senrei.source.schema import ANY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.kinds import Kinds
    from senrei.source.schema import Field, FieldPath, Schema

_LEFT_OUT = {
    "note", "notes", "aliases", "standing", "lost", "extraction", "received", "opinions",
}  # fmt: skip
_ORDERING = {"step", "row", "number"}
_WITHIN_THE_RECORD = {"id", "party", "from", "to", "in", "matters", "system", "same_as"}
_PLACES = {"where", "at", "heading", "recorded_as"}
_DECIDED = {"status", "legal_regime", "present"}

OUTCOME = ("acts", ANY, "outcome")
UNDECIDED = Value("unknown", copied=True)
"""The outcome of an act in any draft."""


@dataclass(frozen=True)
class Start:
    """What is known of the new case: its id, and the id of its ward."""

    id: str
    ward: str


def copied_case(source: Any, schema: Schema, kinds: Kinds, start: Start) -> Block:
    """Return the draft of a case that takes its structure from `source`, the data of another.

    KeyError where `source` is no valid case.
    """
    fields = {field.path: field for field in schema.fields}
    copying = _Copying(fields, kinds, same_ward=source["ward"] == start.ward)
    block = copying.block(source, ())
    replaced: dict[str, Node] = {
        "id": Value(start.id),
        "ward": Value(start.ward),
        "lineage": Value("unstated", copied=True),
        "reading_record": _reading_record(),
    }
    return Block(
        tuple(
            Entry(entry.key, replaced.get(entry.key, entry.node), (_said_of(fields[(entry.key,)]),))
            for entry in block.entries
        )
    )


def _said_of(field: Field) -> str:
    return f"{field.title}: {field.description}"


def _reading_record() -> Block:
    date = Block((Entry("value", BLANK), Entry("as_written", BLANK)))
    return Block(
        (
            Entry("transcribed_on", date),
            Entry("transcribed_by", BLANK),
            Entry("second_reading", Value("unstated")),
        )
    )


@dataclass(frozen=True)
class _Copying:
    fields: dict[FieldPath, Field]
    kinds: Kinds
    same_ward: bool

    def block(self, data: dict[str, Any], path: FieldPath) -> Block:
        return Block(tuple(self._entries(data, path)))

    def _entries(self, data: dict[str, Any], path: FieldPath) -> Iterator[Entry]:
        for key, value in data.items():
            if key not in _LEFT_OUT:
                yield Entry(key, self._node(value, (*path, key)))

    def _node(self, data: Any, path: FieldPath) -> Node:
        if path == OUTCOME:
            return UNDECIDED
        if isinstance(data, dict):
            return self.block(data, path)
        if isinstance(data, list):
            nodes = tuple(self._node(part, (*path, ANY)) for part in data)
            return Items(tuple(dict.fromkeys(nodes)) if BLANK in nodes else nodes)
        if data in ABSENCES or self._may_be_copied(path):
            return Value(data, copied=True)
        return BLANK

    def _may_be_copied(self, path: FieldPath) -> bool:
        name = next(step for step in reversed(path) if step != ANY)
        schema = self.fields[path].schema if path in self.fields else {}
        if name in _DECIDED:
            return False
        kind = self.kinds["case"].references.get(path)
        if kind is not None:
            copied = self.kinds[kind].copied
            return copied == "always" or (copied == "within_ward" and self.same_ward)
        return (
            name in _WITHIN_THE_RECORD | _PLACES
            or "x-labels" in schema
            or schema.get("type") == "boolean"
            or (name in _ORDERING and schema.get("type") == "integer")
        )
