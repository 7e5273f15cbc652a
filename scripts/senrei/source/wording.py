"""Wording: faults of a schema check in the editor's words."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from senrei.source.example import example_line
from senrei.source.nearest import nearest_word
from senrei.source.printable import printable
from senrei.source.problem import Problem
from senrei.source.repair import lookalike_hint, matches, number_in, repaired

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jsonschema.exceptions import ValidationError

    from senrei.source.document import Document, Pointer
    from senrei.source.rule_id import RuleId
    from senrei.source.schema import Schema

    Readings = Callable[[str], Iterator[str]]

MOST_PROBLEMS = 200
_MANY_KEYS = 12  # more of them are named without their labels
_RANGE = re.compile(r"[〜～~]|から")


def schema_problems(
    schema: Schema, document: Document, readings: Readings | None = None
) -> Iterator[Problem]:
    """Say every fault of a document: what is wrong, where to look, and what would be right.

    `readings` gives what else a text may mean: a date in an era as a western one.
    """
    if schema.accepts(document.data):
        return
    errors = list(islice(schema.all_errors(document.data), MOST_PROBLEMS))
    misplaced = {key for error in errors for key in _meant_instead(error, schema)}
    for error in errors:
        if error.validator == "additionalProperties":
            yield from _unknown_keys(error, document, schema)
        elif not _is_explained(error, misplaced):
            yield _worded(error, document, schema, readings)
    if not errors:
        message = f"{schema.title}の記録が決まりに合いません。前後の記録と見比べてください。"
        yield document.problem((), "schema", message)


def _unknown_keys(error: ValidationError, document: Document, schema: Schema) -> Iterator[Problem]:
    pointer: Pointer = tuple(error.absolute_path)
    known = _schema_of(error).get("properties", {})
    for key in islice((key for key in _instance(error) if key not in known), MOST_PROBLEMS):
        place = document.location_of_key((*pointer, key))
        found = f"{schema.label_of(pointer)}に「{printable(key)}」という項目はありません。"
        near = _meant(key, known, _instance(error), schema)
        if near:
            cure = f"「{near}」（{schema.resolve(known[near])['title']}）ではありませんか。"
        elif above := _empty_above(pointer, key, schema, document):
            cure = f"「{above}」の項目です。字下げを空白二つ増やしてください。"
        elif _holders(pointer, key, schema, document):
            holder = schema.label_of(_holders(pointer, key, schema, document)[0])
            cure = f"{holder}の項目です。字下げを減らして、そこに書いてください。"
        else:
            names = _named(known, schema)
            cure = f"項目名を直すか、行を消してください。ここに書けるのは {names} です。"
        yield Problem(document.path, place.line, place.column, "unknown-key", found + cure)


def _named(known: Mapping[str, Any], schema: Schema) -> str:
    if len(known) > _MANY_KEYS:
        return "、".join(known)
    return "、".join(f"{name}（{schema.resolve(part)['title']}）" for name, part in known.items())


def _instance(error: ValidationError) -> dict[str, Any]:
    return cast("dict[str, Any]", error.instance)


def _meant(
    key: str, known: Mapping[str, Any], there: Mapping[str, Any], schema: Schema
) -> str | None:
    names = {str(schema.resolve(part).get("title", "")): name for name, part in known.items()}
    absent = [name for name in known if name not in there]
    near = nearest_word(key, absent, {t: n for t, n in names.items() if n in absent})
    return near if len(key) > 1 else None


def _empty_above(pointer: Pointer, key: str, schema: Schema, document: Document) -> str | None:
    """Find the empty field beside a key that may hold it."""
    data = document.at(pointer)
    empty = (name for name, part in data.items() if part == "" and name != key)
    return next((name for name in empty if schema.knows((*pointer, name, key))), None)


def _holders(pointer: Pointer, key: str, schema: Schema, document: Document) -> list[Pointer]:
    """Find the records around a place that may have a key of this name and lack it."""
    found = []
    for length in range(len(pointer) - 1, -1, -1):
        around = pointer[:length]
        data = document.at(around)
        if isinstance(data, dict) and key not in data and schema.knows((*around, key)):
            found.append(around)
    return found


def _meant_instead(error: ValidationError, schema: Schema) -> Iterator[tuple[Pointer | None, str]]:
    """Name the missing keys that a misspelt or misplaced one accounts for."""
    if error.validator != "additionalProperties":
        return
    known = _schema_of(error).get("properties", {})
    there = _instance(error)
    for key in islice(there, MOST_PROBLEMS):
        if key not in known:
            near = _meant(key, known, there, schema)
            if near:
                yield tuple(error.absolute_path), near
            yield None, key


def _is_explained(error: ValidationError, misplaced: set[tuple[Pointer | None, str]]) -> bool:
    if error.validator != "required":
        return False
    place = tuple(error.absolute_path)
    return not misplaced.isdisjoint({(place, _missing(error)), (None, _missing(error))})


def _worded(
    error: ValidationError, document: Document, schema: Schema, readings: Readings | None
) -> Problem:
    pointer: Pointer = tuple(error.absolute_path)
    if error.validator == "pattern":
        return document.problem(pointer, "pattern", _pattern(error, schema, readings))
    if error.validator == "uniqueItems":
        pointer = _repeated(error)
    if error.validator == "type":
        return document.problem(pointer, "type", _type(error, schema, readings))
    word = _WORDING.get(str(error.validator), _other)
    rule, message = word(error, schema)
    return document.problem(pointer, rule, message)


def _schema_of(error: ValidationError) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", error.schema)


def _label(error: ValidationError, schema: Schema) -> str:
    return schema.label_of(tuple(error.absolute_path))


def _line(error: ValidationError, schema: Schema) -> str:
    """Show how the field at fault is written."""
    pointer = tuple(error.absolute_path)
    field = schema.field_at(pointer)
    named = [step for step in pointer if isinstance(step, str)]
    if not named or field is None:
        return ""
    if isinstance(pointer[-1], int):
        return f"例{example_line('- ', field.schema).replace('- : ', '- ')}。"
    return f"例{example_line(named[-1], field.schema)}。"


def _missing(error: ValidationError) -> str:
    named: list[str] = cast("Any", error.validator_value)
    return next(n for n in named if error.message == f"{n!r} is a required property")


def _required(error: ValidationError, schema: Schema) -> tuple[RuleId, str]:
    name = _missing(error)
    field = schema.resolve(_schema_of(error)["properties"][name])
    described = _sentences(field["description"])
    message = (
        f"{_label(error, schema)}に「{name}」（{field['title']}）がありません。{described}"
        f"例{example_line(name, field)}を加えてください。"
    )
    return "missing", message


_KINDS = {
    "string": "文字",
    "integer": "数",
    "boolean": " true か false ",
    "array": "「- 」で始まる一覧",
    "object": "「項目: 値」の組",
}


def _type(error: ValidationError, schema: Schema, readings: Readings | None) -> str:
    wanted, instance = str(error.validator_value), cast("Any", error.instance)
    found = next(
        name
        for known, name in (
            (bool, f"真偽「{str(instance).lower()}」"),
            (int, f"数「{printable(instance)}」"),
            (str, f"文字「{printable(instance)}」"),
            (list, "一覧"),
            (dict, "「項目: 値」の組"),
            (object, "別のもの"),
        )
        if isinstance(instance, known)
    )
    cure = _line(error, schema)
    if wanted == "string" and isinstance(instance, int):
        as_text = str(instance).lower() if isinstance(instance, bool) else printable(instance)
        as_text = _meant_text(as_text, error, readings)
        cure = f'"{as_text}" のように引用符で囲んでください。'
    elif wanted == "string" and isinstance(instance, list):
        cure = f"一つだけを「- 」なしで書いてください。{cure}"
    elif wanted == "string" and isinstance(instance, dict):
        cure = (
            f"値だけを一行で書き、値に「: 」や「{{」があるなら全体を引用符で囲んでください。{cure}"
        )
    elif wanted == "object" and isinstance(instance, list):
        cure = f"行の初めの「- 」を消してください。{cure}"
    elif wanted == "array" and isinstance(instance, str):
        cure = f"次の行に「  - {printable(instance)}」と、一つずつ行を分けて書いてください。"
    elif wanted == "array" and isinstance(instance, dict) and instance:
        first = next(iter(instance))
        cure = f"最初の項目の前に「- 」を付け、「  - {printable(first)}: …」の形にしてください。"
    elif wanted == "integer" and isinstance(instance, str):
        cure = _number(instance, error, readings) or cure
        cure = f"引用符も単位も付けず、半角の数字だけを書いてください。{cure}"
    return (
        f"{_label(error, schema)}には{_KINDS[wanted]}を書きます。ここには{found}があります。{cure}"
    )


def _meant_text(text: str, error: ValidationError, readings: Readings | None) -> str:
    """Give the text that a number without quotes means: a date may have lost its form."""
    pattern = _schema_of(error).get("pattern")
    if pattern is None or matches(pattern, text):
        return text
    read = (said for said in (readings(text) if readings else ()) if matches(pattern, said))
    return next(read, None) or repaired(text, pattern) or text


def _number(text: str, error: ValidationError, readings: Readings | None) -> str:
    """Guess which number a text means: a count, or a year in an era."""
    least = _schema_of(error).get("minimum", 0)
    years = [read for said in (text, f"{text}年") for read in (readings(said) if readings else ())]
    found = [*(year.removeprefix("FY")[:4] for year in years), number_in(text)]
    meant = next((number for number in found if number and int(number) >= least), None)
    return f"「{meant}」ではありませんか。" if meant else ""


def _enum(error: ValidationError, schema: Schema) -> tuple[RuleId, str]:
    labels = schema.resolve(_schema_of(error)).get("x-labels", {})
    return "unknown-word", _not_allowed(error, schema, labels)


def _const(error: ValidationError, schema: Schema) -> tuple[RuleId, str]:
    word = str(error.validator_value)
    return "unknown-word", _not_allowed(error, schema, {word: "記載なし"})


def _not_allowed(error: ValidationError, schema: Schema, labels: Mapping[str, str]) -> str:
    word = str(error.instance)
    near = nearest_word(word, labels, {label: name for name, label in labels.items()})
    allowed = "、".join(f"{name}（{label}）" for name, label in labels.items())
    field = schema.field_at(tuple(error.absolute_path))
    content = schema.resolve(field.schema.get("else", {})) if field else {}
    kind = content.get("type")
    instead = f"内容は{_KINDS[kind]}で書きます。文字で書けるのは" if kind else "使えるのは"
    if kind == "object" and content.get("required"):
        lines = "、".join(f"「  {name}: …」" for name in content["required"])
        instead = f"内容は次の行から{lines}と書きます。文字で書けるのは"
    guess = f"「{near}」ではありませんか。" if near else ""
    if kind == "array" and not near:
        guess = "次の行に「  - 」で始めて書いてください。"
    found = f"{_label(error, schema)}に「{printable(word)}」は使えません。"
    return f"{found}{guess}{instead} {allowed} です。"


def _pattern(error: ValidationError, schema: Schema, readings: Readings | None) -> str:
    text, pattern = str(error.instance), str(error.validator_value)
    described = _described(error, schema)
    meant = repaired(text, pattern)
    if readings:
        meant = next((read for read in readings(text) if matches(pattern, read)), meant)
    seems = lookalike_hint(text)
    if schema.is_date(tuple(error.absolute_path)) and _RANGE.search(text):
        seems = "日付を一つだけ書き、終わりは end（時期なら until）に分けます。"
    quoted = f'"{meant}"' if meant and meant[:1].isdigit() else meant
    guess = f"「{quoted}」ではありませんか。" if meant else ""
    found = f"{_label(error, schema)}の「{printable(text)}」は書き方が違います。"
    return f"{found}{seems}{guess}{described}"


def _described(error: ValidationError, schema: Schema) -> str:
    field = schema.field_at(tuple(error.absolute_path))
    return _sentences(field.description) if field and field.description else ""


def _sentences(description: str) -> str:
    return description.replace("　", "。").rstrip("。") + "。"


def _repeated(error: ValidationError) -> Pointer:
    """Point at the second of two equal entries of a list."""
    entries: list[Any] = cast("Any", error.instance)
    place = next(i for i, entry in enumerate(entries) if entry in entries[:i])
    return (*error.absolute_path, place)


def _size(error: ValidationError, schema: Schema) -> tuple[RuleId, str]:
    limit, instance = error.validator_value, cast("Any", error.instance)
    stated = schema.may_be_unstated(tuple(error.absolute_path))
    otherwise = " unstated と書きます" if stated else "この項目ごと省きます"
    described = _described(error, schema) if isinstance(instance, int) else ""
    long = f"が長すぎます（{len(instance)} 字）。" if isinstance(instance, str) else ""
    said = {
        "minLength": f"が空です。内容を書いてください。資料に記載がなければ{otherwise}。",
        "maxLength": f"{long}{limit} 字までにしてください。",
        "minItems": f"には {limit} 件以上を書きます。資料に記載がなければ{otherwise}。",
        "uniqueItems": "に同じものが二度あります。一つを残して、もう一つを消してください。",
        "minimum": f"の {printable(instance)} は小さすぎます。{limit} 以上にします。{described}",
        "maximum": f"の {printable(instance)} は大きすぎます。{limit} までにします。{described}",
    }[str(error.validator)]
    return "size", f"{_label(error, schema)}{said}"


def _one_of(error: ValidationError, schema: Schema) -> tuple[RuleId, str]:
    """Say which keys exclude each other."""
    properties = _schema_of(error)["properties"]
    names = [name for branch in cast("Any", error.validator_value) for name in branch["required"]]
    named = " と ".join(f"{name}（{schema.resolve(properties[name])['title']}）" for name in names)
    there = [name for name in names if name in _instance(error)]
    cure = "一つを残して、ほかの行を消してください。" if there else "どれかを加えてください。"
    example = example_line(names[0], schema.resolve(properties[names[0]]))
    return "schema", f"{named}は、どれか一つだけを書きます。{cure}例{example}。"


def _other(error: ValidationError, schema: Schema) -> tuple[RuleId, str]:
    return "schema", (
        f"{_label(error, schema)}が決まりに合いません（{error.validator}）。"
        f"記録の項目の説明を見て直してください。{_line(error, schema)}"
    )


_WORDING: Mapping[str, Callable[[ValidationError, Schema], tuple[RuleId, str]]] = {
    "required": _required,
    "enum": _enum,
    "const": _const,
    "minLength": _size,
    "maxLength": _size,
    "minItems": _size,
    "uniqueItems": _size,
    "minimum": _size,
    "maximum": _size,
    "oneOf": _one_of,
}
