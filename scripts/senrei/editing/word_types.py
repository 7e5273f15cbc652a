"""Types of the fixed words, made from the schemas, so that mypy knows what a field may say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from senrei.source.schema import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from senrei.model.kinds import Kinds
    from senrei.source.schema import FieldPath, Schemas

WORDS = "scripts/senrei/model/words.py"
_HEAD = '''\
"""The fixed words of the schemas as types, written by `senrei editor-files`: change the schemas.

A type is named after the holder of its field and the field: `ControlsSide`. Fields with the same
words share a type.
"""

from __future__ import annotations

from typing import Literal

'''
_LINE = 100


def word_types(schemas: Schemas, kinds: Kinds) -> str:
    """Give the text of the module of types."""
    types: dict[tuple[str, ...], str] = {tuple(kinds): "KindId"}
    for name, words in _fields(schemas, kinds):
        types.setdefault(words, name)
    return _HEAD + "".join(_literal(name, words) for words, name in types.items())


def _literal(name: str, words: Iterable[str]) -> str:
    quoted = [f'"{word}"' for word in words]
    line = f"{name} = Literal[{', '.join(quoted)}]\n"
    if len(line) <= _LINE:
        return line
    return f"{name} = Literal[\n" + "".join(f"    {word},\n" for word in quoted) + "]\n"


def _fields(schemas: Schemas, kinds: Kinds) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a name and the words of each field, those of the shared parts first."""
    shared = next(iter(schemas.by_name.values())).shared["$defs"]
    for part, schema in shared.items():
        yield from _worded(_camel(part), schema)
        for field, inner in schema.get("properties", {}).items():
            yield from _worded(_camel(part, field), inner)
    holders = {(kind.schema, kind.path): kind.id for kind in kinds.values()}
    described = {kind.schema for kind in kinds.values()}
    for schema in (schemas.by_name[name] for name in sorted(described)):
        for field in schema.fields:
            holder = holders.get((schema.name, field.path[:-1])) or _last(field.path[:-1])
            yield from _worded(_camel(holder, field.path[-1]), field.schema)


def _worded(name: str, schema: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if "x-labels" in schema:
        yield name, tuple(schema["x-labels"])


def _last(path: FieldPath) -> str:
    return next((step for step in reversed(path) if step != ANY), "")


def _camel(*names: str) -> str:
    words = "-".join(names).replace("_", "-").split("-")
    return "".join(word.capitalize() for word in words)
