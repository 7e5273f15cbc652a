"""A record from an issue that was filled in by the form: its answers put into a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from senrei.editing.draft_text import BLANK, Block, Entry, Value, draft_text
from senrei.source.yaml_text import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from senrei.source.schema import Field, Schema

_HEADING = re.compile(r"^### .*（([a-z_]+)）[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"\A```ya?ml\n(.*)\n```\Z", re.DOTALL)
_NO_ANSWER = {"", "_No response_"}


def record_of_issue(text: str, schema: Schema, schema_line: str) -> str:
    """Give the text of a record from the text of an issue.

    What was not answered, or cannot be read as the field, waits as 要確認. Nothing else is checked
    here: `senrei check` says what is wrong with the record.
    """
    answers = _answers(text.replace("\r\n", "\n"))
    fields = [field for field in schema.fields if len(field.path) == 1]
    return "\n".join((schema_line, *_fields(fields, answers))) + "\n"


def _answers(text: str) -> Mapping[str, str]:
    parts = _HEADING.split(text)
    named = zip(parts[1::2], parts[2::2], strict=True)
    said = {name: answer.strip() for name, answer in named}
    return {name: answer for name, answer in said.items() if answer not in _NO_ANSWER}


def _fields(fields: list[Field], answers: Mapping[str, str]) -> Iterator[str]:
    for field in fields:
        name = field.path[0]
        if name in answers:
            yield _written(field, answers[name])
        elif field.required:
            yield _line(name, BLANK)


def _written(field: Field, answer: str) -> str:
    name = field.path[0]
    if "x-labels" in field.schema:
        return _line(name, Value(answer.partition("（")[0]))
    if field.schema.get("type") == "string":
        return _line(name, Value(" ".join(answer.split())))
    fenced = _FENCE.match(answer)
    block = fenced[1] if fenced else answer
    document, _ = parse_yaml(block.encode("utf-8"), name)
    if document is None or not isinstance(document.data, dict) or list(document.data) != [name]:
        return _line(name, BLANK)
    return block  # as it was written: comments behind values are marks that must not be lost


def _line(name: str, value: Value) -> str:
    return draft_text(Block((Entry(name, value),)), "").strip("\n")
