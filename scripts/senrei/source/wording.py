"""Wording: faults of a schema check in the editor's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from senrei.source.nearest import nearest
from senrei.source.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jsonschema.exceptions import ValidationError

    from senrei.source.schema import Schema
    from senrei.source.yaml_text import Document, Pointer


def schema_problems(schema: Schema, document: Document) -> Iterator[Problem]:
    """Say every fault of a document: what is wrong, where to look, and what would be right."""
    if schema.accepts(document.data):
        return
    for error in schema.all_errors(document.data):
        yield from _worded(error, document, schema)


def _worded(error: ValidationError, document: Document, schema: Schema) -> Iterator[Problem]:
    pointer: Pointer = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = _schema_of(error).get("properties", {})
        for key in cast("dict[str, Any]", error.instance):
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


def _schema_of(error: ValidationError) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", error.schema)


def _label(error: ValidationError, schema: Schema) -> str:
    return schema.label_of(tuple(error.absolute_path))


def _required(error: ValidationError, schema: Schema) -> tuple[str, str]:
    named: list[str] = cast("Any", error.validator_value)
    name = next(n for n in named if error.message == f"{n!r} is a required property")
    field = schema.resolve(_schema_of(error)["properties"][name])
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
    wanted = kinds[str(error.validator_value)]
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
    labels = schema.resolve(_schema_of(error)).get("x-labels", {})
    allowed = "、".join(f"{word}（{label}）" for word, label in labels.items())
    near = nearest(str(error.instance), labels)
    message = (
        f"{_label(error, schema)}に「{error.instance}」は使えません。"
        f"{near}使えるのは {allowed} です。"
    )
    return "unknown-word", message


def _const(error: ValidationError, schema: Schema) -> tuple[str, str]:
    message = (
        f"{_label(error, schema)}に「{error.instance}」は使えません。"
        f"内容を書くか、{error.validator_value} と書きます。"
    )
    return "unknown-word", message


def _pattern(error: ValidationError, schema: Schema) -> tuple[str, str]:
    described = schema.resolve(_schema_of(error)).get("description", "")
    message = f"{_label(error, schema)}の「{error.instance}」は書き方が違います。{described}"
    return "pattern", message


def _size(error: ValidationError, schema: Schema) -> tuple[str, str]:
    limit = error.validator_value
    stated = schema.may_be_unstated(tuple(error.absolute_path))
    otherwise = "unstated と書きます" if stated else "この項目ごと省きます"
    said = {
        "minLength": "が空です。",
        "maxLength": f"が長すぎます。{limit} 字までにしてください。",
        "minItems": f"には {limit} 件以上を書きます。資料に記載がなければ{otherwise}。",
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
