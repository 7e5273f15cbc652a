"""Fault: what a schema objects to, with the field it stands in and how that is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from senrei.source.nearest import matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jsonschema.exceptions import ValidationError

    from senrei.source.document import Document, Pointer
    from senrei.source.schema import Field, Schema

    Meanings = Callable[[str], Iterator[str]]


def no_meanings(_: str) -> Iterator[str]:
    """Yield nothing: the text has no other meaning."""
    return iter(())


@dataclass(frozen=True)
class Fault:
    """One error of a schema in its document."""

    error: ValidationError
    schema: Schema
    document: Document
    meanings: Meanings = no_meanings
    """What else a text may mean: a date in an era as a western one."""

    @property
    def keyword(self) -> str:
        """The keyword of JSON Schema that is not kept: `pattern`."""
        return str(self.error.validator)

    @property
    def wanted(self) -> Any:
        """What the keyword demands; of `required`, the key that is missing."""
        return self.error.validator_value

    @property
    def value(self) -> Any:
        """What stands there instead."""
        return self.error.instance

    @property
    def pointer(self) -> Pointer:
        """Where it stands."""
        return tuple(self.error.absolute_path)

    @property
    def rules(self) -> Mapping[str, Any]:
        """The part of the schema that holds the keyword."""
        rules: Any = self.error.schema
        return self.schema.resolve(rules)

    @property
    def field(self) -> Field | None:
        """The field at fault; None where it is the whole record."""
        return self.schema.field_at(self.pointer)

    @property
    def label(self) -> str:
        """The name of the field: its key and its Japanese title."""
        return self.schema.label_of(self.pointer)

    @property
    def description(self) -> str:
        """What the schema says of the field, as sentences."""
        field = self.field
        return sentences(field.description) if field and field.description else ""

    @property
    def example(self) -> str:
        """How the field is written, as a sentence."""
        names = [step for step in self.pointer if isinstance(step, str)]
        if not names or self.field is None:
            return ""
        if isinstance(self.pointer[-1], int):
            return f"例{example_line('- ', self.field.schema).replace('- : ', '- ')}。"
        return f"例{example_line(names[-1], self.field.schema)}。"

    def property_of(self, name: str) -> Mapping[str, Any]:
        """Return the schema of a key that may stand there."""
        return self.schema.resolve(self.rules["properties"][name])


def sentences(description: str) -> str:
    """Return a description as whole sentences."""
    return description.replace("　", "。").rstrip("。") + "。"


_GIVEN = re.compile(r"例[:：]\s*([^、。　]+)")
_QUOTED = re.compile(r"年月日なら (\"[^\"]+\")")
_NEEDS_QUOTES = re.compile(r"[0-9]+|.*(?:: | #).*|[\[{*&!%@`|>].*")


def example_line(key: str, schema: Mapping[str, Any]) -> str:
    """Return a field as it may be written; `schema` has its references followed."""
    return f"「{key}: {_value(schema)}」"


def _value(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return str(schema["enum"][0])
    described = schema.get("description", "")
    quoted, given = _QUOTED.search(described), _GIVEN.search(described)
    if quoted:
        return quoted[1]
    written_as = schema.get("type") or schema.get("else", {}).get("type")
    if given and written_as == "string":
        value = given[1].strip()
        return f'"{value}"' if _NEEDS_QUOTES.fullmatch(value) else value
    if "examples" in schema:
        return str(schema["examples"][0])
    if "x-ref" in schema or schema.get("title") == "識別子":
        return "識別子"
    return {
        "integer": str(schema.get("minimum", 1)),
        "boolean": "true",
        "array": "（改行して「  - 値」を並べる）",
        "object": "（改行して「  項目: 値」を並べる）",
    }.get(str(written_as), str(schema.get("title", "値")))


def strict_pattern(
    _: Any, pattern: str, instance: Any, __: Mapping[str, Any]
) -> Iterator[ValidationError]:
    """Read a pattern as JSON Schema means it: Python takes a line break before `$`."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415

    if isinstance(instance, str) and not matches(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def each_required(
    _: Any, names: Sequence[str], instance: Any, __: Mapping[str, Any]
) -> Iterator[ValidationError]:
    """Name each missing key as a value; the validator's own error has it in its message only."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415

    for name in names if isinstance(instance, dict) else ():
        if name not in instance:
            yield ValidationError(f"{name!r} is missing", validator_value=name)
