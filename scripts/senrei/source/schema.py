"""Schemas: what a file may say, the labels of its words, and faults in the editor's words."""

from __future__ import annotations

import difflib
import fnmatch
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from senrei.source.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from jsonschema.exceptions import ValidationError

    from senrei.source.yaml_text import Document, Pointer

ANY = "*"  # stands for every position of a list in a field's path

FieldPath = tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """One field of a kind of record, as its schema describes it."""

    path: FieldPath
    title: str
    description: str
    required: bool
    schema: Mapping[str, Any]


@dataclass(frozen=True)
class Schema:
    """The contract of one kind of record."""

    name: str
    title: str
    description: str
    files: str
    contents: Mapping[str, Any]
    shared: Mapping[str, Any]

    @cached_property
    def _validator(self) -> Draft202012Validator:
        shared = Resource.from_contents(self.shared)
        registry: Registry[Any] = Registry().with_resource("common.json", shared)
        return Draft202012Validator(self.contents, registry=registry)

    @cached_property
    def _screen(self) -> Any:
        registry = jsonschema_rs.Registry([("common.json", self.shared)])
        return jsonschema_rs.validator_for(self.contents, registry=registry)

    def accepts(self, data: Any) -> bool:
        """Tell quickly whether data keeps the contract."""
        return bool(self._screen.is_valid(data))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Give every fault of a document, in the editor's words."""
        if self.accepts(document.data):
            return
        for error in self._validator.iter_errors(document.data):
            yield from _worded(error, document, self)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields, outermost first, with references between schemas followed."""
        return tuple(self._walk(self.contents, ()))

    def paths_with(self, keyword: str) -> Iterator[tuple[str, FieldPath]]:
        """Give the value of a keyword of ours and the path of each field that bears it."""
        for field in self.fields:
            stated = {**field.schema, **field.schema.get("else", {})}
            if keyword in stated:
                yield stated[keyword], field.path

    @cached_property
    def _by_path(self) -> Mapping[FieldPath, Field]:
        return {field.path: field for field in self.fields}

    def label_of(self, pointer: Pointer) -> str:
        """Name the field at a place in the data: its key and its Japanese title."""
        named = [step for step in pointer if isinstance(step, str)]
        if not named:
            return self.title
        path = tuple(ANY if isinstance(step, int) else step for step in pointer)
        field = self._by_path.get(path)
        return f"{named[-1]}（{field.title}）" if field and field.title else named[-1]

    def resolve(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Follow a reference to the shared parts; what stands beside it wins."""
        reference = schema.get("$ref")
        if reference is None:
            return schema
        target = self.shared["$defs"][reference.rsplit("/", 1)[1]]
        return {**target, **{key: value for key, value in schema.items() if key != "$ref"}}

    def _walk(self, schema: Mapping[str, Any], path: FieldPath) -> Iterator[Field]:
        schema = self.resolve(schema)
        branch = self.resolve(schema.get("else", schema))
        if "items" in branch:
            items = self.resolve(branch["items"])
            if "properties" not in items:
                title = items.get("title", "")
                described = items.get("description", "")
                yield Field((*path, ANY), title, described, required=False, schema=items)
            yield from self._walk(items, (*path, ANY))
        for name, part in branch.get("properties", {}).items():
            resolved = self.resolve(part)
            required = name in branch.get("required", ())
            title, described = resolved["title"], resolved["description"]
            yield Field((*path, name), title, described, required=required, schema=resolved)
            yield from self._walk(resolved, (*path, name))


@dataclass(frozen=True)
class Schemas:
    """All contracts, by name."""

    by_name: Mapping[str, Schema]

    def for_file(self, path: str) -> Schema | None:
        """Find the contract of a file from its path inside the folder of records."""
        found = (
            schema
            for schema in self.by_name.values()
            if fnmatch.fnmatchcase(path, schema.files)
            and path.count("/") == schema.files.count("/")
        )
        return next(found, None)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Japanese labels of all fixed words, by holder, field and word: `controls.side.ward`."""
        shared = next(iter(self.by_name.values())).shared["$defs"]["absence"]["x-labels"]
        return {f"absence.{word}": label for word, label in shared.items()} | {
            ".".join((*[step for step in field.path if step != ANY][-2:], word)): label
            for schema in self.by_name.values()
            for field in schema.fields
            for word, label in field.schema.get("x-labels", {}).items()
        }

    def titles(self, name: str) -> Mapping[str, str]:
        """Give the Japanese titles of a kind's fields, by path without list positions."""
        return {
            ".".join(step for step in field.path if step != ANY): field.title
            for field in self.by_name[name].fields
            if field.path[-1] != ANY
        }


def load_schemas(folder: Path) -> Schemas:
    """Read every schema of a folder."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))}
    contents = {name: json.loads(text) for name, text in texts.items()}
    shared = contents.pop("common")
    return Schemas(
        {
            name: Schema(
                name, body["title"], body["description"], body["x-files"], body, shared
            )
            for name, body in contents.items()
        }
    )


def nearest(word: str, known: Mapping[str, Any] | list[str]) -> str:
    """Say which known word may have been meant, as an addition to a message."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"「{close[0]}」ではありませんか。" if close else ""


def _worded(error: ValidationError, document: Document, schema: Schema) -> Iterator[Problem]:
    pointer: Pointer = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        for key in error.instance:
            if key not in known:
                place = document.place_of_key((*pointer, key))
                allowed = "、".join(known)
                message = (
                    f"「{key}」という項目はありません。"
                    f"{nearest(key, known) or f'ここに書けるのは {allowed} です。'}"
                )
                yield Problem(document.path, place.line, place.column, "unknown-key", message)
        return
    word = _WORDING.get(str(error.validator), _other)
    rule, message = word(error, schema)
    yield document.problem(pointer, rule, message)


def _label(error: ValidationError, schema: Schema) -> str:
    return schema.label_of(tuple(error.absolute_path))


def _required(error: ValidationError, schema: Schema) -> tuple[str, str]:
    named = error.validator_value
    name = next(n for n in named if error.message == f"{n!r} is a required property")
    field = schema.resolve(error.schema["properties"][name])
    message = f"「{name}」（{field['title']}）がありません。{field['description']}"
    return "missing", message


def _type(error: ValidationError, schema: Schema) -> tuple[str, str]:
    kinds = {
        "string": "文字",
        "integer": "数",
        "boolean": "true か false",
        "array": "「- 」で始まる一覧",
        "object": "「項目: 値」の組",
    }
    wanted = kinds.get(error.validator_value, str(error.validator_value))
    found = next(
        name
        for known, name in (
            (bool, "true か false"),
            (int, "数"),
            (str, "文字"),
            (list, "一覧"),
            (dict, "「項目: 値」の組"),
            (object, "別のもの"),
        )
        if isinstance(error.instance, known)
    )
    cure = ""
    if error.validator_value == "string" and isinstance(error.instance, int):
        cure = f'"{error.instance}" のように引用符で囲んでください。'
    message = f"{_label(error, schema)}には{wanted}を書きます。ここには{found}があります。{cure}"
    return "type", message


def _enum(error: ValidationError, schema: Schema) -> tuple[str, str]:
    labels = schema.resolve(error.schema).get("x-labels", {})
    allowed = "、".join(f"{word}（{label}）" for word, label in labels.items())
    near = nearest(str(error.instance), labels)
    message = f"{_label(error, schema)}に「{error.instance}」は使えません。{near}使えるのは {allowed} です。"
    return "unknown-word", message


def _const(error: ValidationError, schema: Schema) -> tuple[str, str]:
    message = (
        f"{_label(error, schema)}に「{error.instance}」は使えません。"
        f"内容を書くか、{error.validator_value} と書きます。"
    )
    return "unknown-word", message


def _pattern(error: ValidationError, schema: Schema) -> tuple[str, str]:
    described = schema.resolve(error.schema).get("description", "")
    message = f"{_label(error, schema)}の「{error.instance}」は書き方が違います。{described}"
    return "pattern", message


def _size(error: ValidationError, schema: Schema) -> tuple[str, str]:
    limit = error.validator_value
    said = {
        "minLength": "が空です。",
        "maxLength": f"が長すぎます。{limit} 字までにしてください。",
        "minItems": f"には {limit} 件以上を書きます。記載がなければ unstated と書きます。",
        "uniqueItems": "に同じものが二度あります。一つにしてください。",
        "minimum": f"は {limit} 以上にします。",
        "maximum": f"は {limit} までです。",
    }[str(error.validator)]
    return "size", f"{_label(error, schema)}{said}"


def _other(error: ValidationError, schema: Schema) -> tuple[str, str]:
    return "schema", f"{_label(error, schema)}が決まりに合いません（{error.validator}）。"


_WORDING: Mapping[str, Callable[[ValidationError, Schema], tuple[str, str]]] = {
    "required": _required,
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minLength": _size,
    "maxLength": _size,
    "minItems": _size,
    "uniqueItems": _size,
    "minimum": _size,
    "maximum": _size,
}
