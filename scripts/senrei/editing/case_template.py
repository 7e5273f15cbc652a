"""A commented template of a case for one type of matter, made from the schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from senrei.editing.copied_case import OUTCOME, UNDECIDED
from senrei.editing.draft_text import BLANK, Block, Entry, Items, Node, Value
from senrei.source.schema import ANY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from senrei.editing.copied_case import Start
    from senrei.model.vocabulary import MatterTypeTerm
    from senrei.source.schema import Field, FieldPath, Schema


@dataclass(frozen=True)
class _Shaping:
    schema: Schema
    added: frozenset[str]
    left_out: frozenset[str]
    known: Mapping[FieldPath, Node]
    children: Mapping[FieldPath, tuple[Field, ...]]

    def block(self, path: FieldPath) -> Block:
        entries, left_out = [], []
        for field in self.children[path]:
            if self._is_asked(field) or self._is_laid_out(field):
                comments = (f"{field.title}: {field.description}", *_words(field))
                entries.append(Entry(field.path[-1], self._node(field), comments))
            elif not path or field.path[-1] != "note":
                left_out.append(f"（省けます）{field.path[-1]}: {field.title}")
        return Block(tuple(entries), tuple(left_out))

    def _node(self, field: Field) -> Node:
        if field.path in self.known:
            return self.known[field.path]
        waits = field.schema.get("x-stated") and "else" in field.schema
        if waits and not self._is_laid_out(field):
            return Value("unstated", copied=True)
        return self._parts(field.path, field.schema)

    def _is_asked(self, field: Field) -> bool:
        demanded = field.is_demanded and _name(field) not in self.left_out
        return field.required or demanded or field.path in self.known

    def _is_laid_out(self, field: Field) -> bool:
        """Whether papers state it: those of every type (`x-draft`), or those of this one."""
        name = _name(field)
        return name in self.added or ("x-draft" in field.schema and name not in self.left_out)

    def _parts(self, path: FieldPath, schema: Mapping[str, Any]) -> Node:
        branch = self.schema.resolve(schema.get("else", schema))
        if "properties" in branch:
            return self.block(path)
        if "items" in branch:
            items = self.schema.resolve(branch["items"])
            fewest = branch.get("minItems", 1)
            return Items((self._parts((*path, ANY), items),) * fewest)
        return BLANK


def case_template(schema: Schema, start: Start, matter_type: MatterTypeTerm) -> Block:
    """Return the draft of a case with one matter of a type; every value waits to be written.

    Fields that papers of the type rarely fill begin as `unstated`.
    """
    children: dict[FieldPath, list[Field]] = {}
    for field in schema.fields:
        if field.path[-1] != ANY:
            children.setdefault(field.path[:-1], []).append(field)
    known: dict[FieldPath, Node] = {
        ("id",): Value(start.id),
        ("ward",): Value(start.ward),
        OUTCOME: UNDECIDED,
        ("matters", ANY, "id"): Value(matter_type.id, copied=True),
        ("matters", ANY, "type"): Value(matter_type.id, copied=True),
        ("reading_record", "second_reading"): Value("unstated"),
    }
    if matter_type.particulars:
        known["matters", ANY, "particulars"] = Items(
            tuple(_particular(label) for label in matter_type.particulars)
        )
    parts = {path: tuple(fields) for path, fields in children.items()}
    added, left_out = frozenset(matter_type.draft_fields), frozenset(matter_type.not_demanded)
    block = _Shaping(schema, added, left_out, known, parts).block(())
    return _without_repeated_comments(block, set())


def _particular(label: str) -> Block:
    said = Entry("label", Value(label, copied=True))
    return Block((said, Entry("as_written", BLANK), Entry("where", BLANK)))


def _name(field: Field) -> str:
    return ".".join(step for step in field.path if step != ANY)


def _without_repeated_comments(block: Block, seen: set[str]) -> Block:
    """Leave out comments that stand further up already."""
    entries = []
    for entry in block.entries:
        comments = tuple(comment for comment in entry.comments if comment not in seen)
        seen.update(comments)
        entries.append(
            Entry(entry.key, _node_without_repeated_comments(entry.node, seen), comments)
        )
    return Block(tuple(entries), block.tail)


def _node_without_repeated_comments(node: Node, seen: set[str]) -> Node:
    match node:
        case Block():
            return _without_repeated_comments(node, seen)
        case Items():
            return Items(tuple(_node_without_repeated_comments(part, seen) for part in node.nodes))
        case Value():
            return node


def _words(field: Field) -> Iterator[str]:
    labels = field.schema.get("x-labels", {})
    if labels:
        yield "使える語: " + "、".join(f"{word}（{label}）" for word, label in labels.items())
