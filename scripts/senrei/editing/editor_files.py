"""Files made from the schemas and the vocabulary: settings for editors, types for mypy.

What stays in the repository depends on the schemas alone: which schema goes with which file, what a
field may say. What changes with every new term (completion by Japanese name) is made where it is
used, not committed.
"""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from senrei.source.schema import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from senrei.model.catalog import Catalog
    from senrei.model.kinds import Kinds
    from senrei.source.schema import FieldPath, Schemas

SETTINGS = ".vscode/settings.json"
RETIRED = "schemas/retired.json"
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


def editor_settings(schemas: Schemas) -> str:
    """Return the text of VS Code's settings: each schema with the files it describes."""
    settings = {
        "yaml.schemas": {
            f"./schemas/{name}.json": f"records/{schema.files}"
            for name, schema in sorted(schemas.by_name.items())
        },
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
        "[yaml]": {
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.detectIndentation": False,
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
            "editor.unicodeHighlight.ambiguousCharacters": True,
        },
    }
    return _text(settings)


def retired_schema(schemas: Schemas, kinds: Kinds) -> str:
    """Return the text of the schema of retired ids, which names every kind."""
    contents = deepcopy(schemas.by_name["retired"].contents)
    names = {kind.id: kind.short for kind in kinds.values() if not kind.only_for_search}
    contents["properties"]["retired"]["items"]["properties"]["kind"] |= {
        "enum": list(names),
        "x-labels": names,
    }
    return _text(contents)


def completion_files(schemas: Schemas, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Return files that complete terms by their Japanese names: paths below a folder, and texts."""
    yield "senrei.code-snippets", _text(dict(_snippets(catalog)))
    for name, schema in schemas.by_name.items():
        yield f"schemas/{name}.json", _text(_with_terms(schema.contents, catalog))
    shared = next(iter(schemas.by_name.values())).shared
    yield "schemas/common.json", _text(_with_terms(shared, catalog))


def _snippets(catalog: Catalog) -> Iterator[tuple[str, dict[str, Any]]]:
    kinds = catalog.kinds
    for target in dict.fromkeys(to for kind in kinds.values() for to in kind.references.values()):
        for entry in catalog.of_kind(target).values():
            names = (entry.label, *entry.synonyms, entry.kana)
            yield (
                f"{kinds[target].short} {entry.id}",
                {
                    "scope": "yaml",
                    "prefix": [*dict.fromkeys(name for name in (*names, entry.id) if name)],
                    "body": entry.id,
                    "description": f"{kinds[target].short}「{entry.label}」{entry.explanation}",
                },
            )


def _with_terms(schema: Any, catalog: Catalog) -> Any:
    """Replace each pointer to a term by the list of terms, each with its Japanese name."""
    if isinstance(schema, list):
        return [_with_terms(part, catalog) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _with_terms(part, catalog) for key, part in schema.items()}
    labels = schema.get("x-labels")
    if isinstance(schema.get("x-ref"), str):
        labels = _labels(catalog, schema)
        made.pop("pattern", None)
    if labels:
        made |= {"enum": list(labels), "enumDescriptions": list(labels.values())}
    return made


def _labels(catalog: Catalog, schema: Mapping[str, Any]) -> dict[str, str]:
    entries = catalog.of_kind(schema["x-ref"])
    labels = {entry_id: catalog.label(schema["x-ref"], entry_id) for entry_id in entries}
    for word in schema.get("x-absences", ()):
        labels[word] = catalog.word(f"absence.{word}")
    return labels


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def word_types(schemas: Schemas, kinds: Kinds) -> str:
    """Return the text of the module of types."""
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
