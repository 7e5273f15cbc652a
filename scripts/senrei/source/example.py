"""Example: how a field is written, as a line that an editor can copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_GIVEN = re.compile(r"例[:：]\s*([^、。　]+)")
_QUOTED = re.compile(r"年月日なら (\"[^\"]+\")")
_NEEDS_QUOTES = re.compile(r"[0-9]+|.*(?:: | #).*|[\[{*&!%@`|>].*")


def example_line(key: str, schema: Mapping[str, Any]) -> str:
    """Show a field as it may be written; `schema` has its references followed."""
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
