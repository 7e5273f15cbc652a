"""Draft text: a tree of fields, comments and marks written as a YAML record."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from senrei.model.unconfirmed import MARK
from senrei.source.yaml_comments import LOADER

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Value:
    """A single value; a copied one bears the mark behind it."""

    data: str | int | bool
    copied: bool = False


@dataclass(frozen=True)
class Entry:
    """A key with its value, and the comment lines that stand above it."""

    key: str
    node: Node
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """A mapping, and comment lines at its end."""

    entries: tuple[Entry, ...]
    tail: tuple[str, ...] = ()


@dataclass(frozen=True)
class Items:
    """A list."""

    nodes: tuple[Node, ...]


Node = Value | Block | Items

BLANK = Value(MARK)


def draft_text(block: Block, schema_line: str) -> str:
    r"""Return a draft as the text of a record.

    >>> draft_text(Block((Entry("id", Value("x", copied=True), ("識別子",)),)), "# schema")
    '# schema\n# 識別子\nid: x # 要確認\n'
    """
    return "\n".join((schema_line, *_lines(block, ""))) + "\n"


def _lines(node: Node, indent: str) -> Iterator[str]:
    match node:
        case Block():
            for entry in node.entries:
                yield from (f"{indent}# {comment}" for comment in entry.comments)
                yield from _entry(entry, indent)
            yield from (f"{indent}# {comment}" for comment in node.tail)
        case Items():
            for part in node.nodes:
                yield from _item(part, indent)
        case Value():
            yield indent + _written(node)


def _entry(entry: Entry, indent: str) -> Iterator[str]:
    if isinstance(entry.node, Value):
        yield f"{indent}{entry.key}: {_written(entry.node)}"
    else:
        yield f"{indent}{entry.key}:"
        yield from _lines(entry.node, indent + "  ")


def _item(node: Node, indent: str) -> Iterator[str]:
    """Write a part of a list; its dash goes before its first line that is no comment."""
    waits = True
    for line in _lines(node, indent + "  "):
        if waits and line.lstrip().startswith("#"):
            yield indent + line.lstrip()
        elif waits:
            waits = False
            yield f"{indent}- {line[len(indent) + 2 :]}"
        else:
            yield line


def _written(value: Value) -> str:
    match value.data:
        case bool():
            text = "true" if value.data else "false"
        case int():
            text = str(value.data)
        case _:
            text = _quoted_where_needed(value.data)
    return f"{text} # {MARK}" if value.copied else text


def _quoted_where_needed(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    if not text or text != text.strip() or "\n" in text:
        return quoted
    try:
        node: Any = yaml.compose(f"k: {text}\n", Loader=LOADER)
    except yaml.YAMLError:
        return quoted
    value = node.value[0][1]
    plain = isinstance(value, yaml.ScalarNode) and value.style in {None, ""}
    same = plain and value.value == text and value.tag == "tag:yaml.org,2002:str"
    return text if same else quoted
