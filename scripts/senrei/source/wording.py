"""Wording: the faults of a schema check in the editor's words."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from senrei.source.characters import printable
from senrei.source.fault import Fault, example_line, no_meanings, sentences
from senrei.source.nearest import lookalike_hint, matches, nearest_word, number_in, repaired
from senrei.source.unknown_key import MOST_PROBLEMS, accounted_for, unknown_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from senrei.source.document import Document, Pointer
    from senrei.source.fault import Meanings
    from senrei.source.problem import Problem, TextRule
    from senrei.source.schema import Schema


_RANGE = re.compile(r"[〜～~]|から")


def schema_problems(
    schema: Schema, document: Document, meanings: Meanings = no_meanings
) -> Iterator[Problem]:
    """Yield every fault of a document: what is wrong, where to look, and what would be right.

    `meanings` tells what else a text may mean: a date in an era as a western one.
    """
    if schema.accepts(document.data):
        return
    errors = islice(schema.all_errors(document.data), MOST_PROBLEMS)
    faults = [Fault(error, schema, document, meanings) for error in errors]
    explained = accounted_for(faults)
    for fault in faults:
        if fault.keyword == "additionalProperties":
            yield from unknown_keys(fault)
        elif fault.keyword != "required" or explained.isdisjoint(
            {(fault.pointer, fault.wanted), (None, fault.wanted)}
        ):
            rule, wording = _WORDING.get(fault.keyword, ("schema", _other))
            pointer = _repeated(fault) if fault.keyword == "uniqueItems" else fault.pointer
            yield document.problem(pointer, rule, wording(fault))
    if not faults:
        message = f"{schema.title}の記録が決まりに合いません。前後の記録と見比べてください。"
        yield document.problem((), "schema", message)


def _repeated(fault: Fault) -> Pointer:
    """Point at the second of two equal entries of a list."""
    entries = fault.value
    index = next(i for i, entry in enumerate(entries) if entry in entries[:i])
    return (*fault.pointer, index)


def _required(fault: Fault) -> str:
    name, field = fault.wanted, fault.property_of(fault.wanted)
    return (
        f"{fault.label}に「{name}」（{field['title']}）がありません。"
        f"{sentences(field['description'])}例{example_line(name, field)}を加えてください。"
    )


def _enum(fault: Fault) -> str:
    return _not_allowed(fault, fault.rules.get("x-labels", {}))


def _const(fault: Fault) -> str:
    return _not_allowed(fault, {fault.wanted: fault.schema.absences[fault.wanted]})


def _not_allowed(fault: Fault, labels: Mapping[str, str]) -> str:
    word = str(fault.value)
    near = nearest_word(word, labels, {label: name for name, label in labels.items()})
    allowed = "、".join(f"{name}（{label}）" for name, label in labels.items())
    content = fault.schema.resolve(fault.field.schema.get("else", {})) if fault.field else {}
    wanted = content.get("type")
    instead = f"内容は{_TYPES[wanted]}で書きます。文字で書けるのは" if wanted else "使えるのは"
    if wanted == "object" and content.get("required"):
        lines = "、".join(f"「  {name}: …」" for name in content["required"])
        instead = f"内容は次の行から{lines}と書きます。文字で書けるのは"
    guess = f"「{near}」ではありませんか。" if near else _said_inside(word, content)
    if wanted == "array" and not near:
        guess = "次の行に「  - 」で始めて書いてください。"
    wrong = f"{fault.label}に「{printable(word)}」は使えません。"
    return f"{wrong}{guess}{instead} {allowed} です。"


def _said_inside(word: str, content: Mapping[str, Any]) -> str:
    """Say where in a mapping a word belongs: `approved` in the result of an outcome."""
    for name, part in content.get("properties", {}).items():
        labels = part.get("x-labels", {})
        near = nearest_word(word, labels, {label: key for key, label in labels.items()})
        if near:
            return f"次の行に「  {name}: {near}」と書いてください。"
    return ""


def _pattern(fault: Fault) -> str:
    text, pattern = str(fault.value), str(fault.wanted)
    read = (said for said in fault.meanings(text) if matches(pattern, said))
    meant = next(read, None) or repaired(text, pattern)
    seems = lookalike_hint(text)
    if fault.schema.is_date(fault.pointer) and _RANGE.search(text):
        seems = "日付を一つだけ書き、終わりは end（時期なら until）に分けます。"
    quoted = f'"{meant}"' if meant and meant[:1].isdigit() else meant
    guess = f"「{quoted}」ではありませんか。" if meant else ""
    wrong = f"{fault.label}の「{printable(text)}」は書き方が違います。"
    return f"{wrong}{seems}{guess}{fault.description}"


def _size(fault: Fault) -> str:
    limit, value = fault.wanted, fault.value
    stated = fault.schema.may_be_unstated(fault.pointer)
    otherwise = " unstated と書きます" if stated else "この項目ごと省きます"
    description = fault.description if isinstance(value, int) else ""
    long = f"が長すぎます（{len(value)} 字）。" if isinstance(value, str) else ""
    said = {
        "minLength": f"が空です。内容を書いてください。資料に記載がなければ{otherwise}。",
        "maxLength": f"{long}{limit} 字までにしてください。",
        "minItems": f"には {limit} 件以上を書きます。資料に記載がなければ{otherwise}。",
        "uniqueItems": "に同じものが二度あります。一つを残して、もう一つを消してください。",
        "minimum": f"の {printable(value)} は小さすぎます。{limit} 以上にします。{description}",
        "maximum": f"の {printable(value)} は大きすぎます。{limit} までにします。{description}",
    }
    return f"{fault.label}{said[fault.keyword]}"


def _one_of(fault: Fault) -> str:
    """Say which keys exclude each other."""
    names = [name for branch in fault.wanted for name in branch["required"]]
    named = " と ".join(f"{name}（{fault.property_of(name)['title']}）" for name in names)
    there = any(name in fault.value for name in names)
    fix = "一つを残して、ほかの行を消してください。" if there else "どれかを加えてください。"
    example = example_line(names[0], fault.property_of(names[0]))
    return f"{named}は、どれか一つだけを書きます。{fix}例{example}。"


def _other(fault: Fault) -> str:
    return (
        f"{fault.label}が決まりに合いません（{fault.keyword}）。"
        f"記録の項目の説明を見て直してください。{fault.example}"
    )


_TYPES = {
    "string": "文字",
    "integer": "数",
    "boolean": " true か false ",
    "array": "「- 」で始まる一覧",
    "object": "「項目: 値」の組",
}
"""What is written for each type, in words."""


def wrong_type(fault: Fault) -> str:
    """Return which type is wanted, which one stands there, and what to write instead."""
    return (
        f"{fault.label}には{_TYPES[fault.wanted]}を書きます。"
        f"ここには{_actual(fault.value)}があります。{_fix(fault)}"
    )


def _actual(value: object) -> str:
    match value:
        case bool():
            return f"真偽「{str(value).lower()}」"
        case int():
            return f"数「{printable(value)}」"
        case str():
            return f"文字「{printable(value)}」"
        case list():
            return "一覧"
        case dict():
            return "「項目: 値」の組"
        case _:
            return "別のもの"


def _fix(fault: Fault) -> str:
    fix = fault.example
    match fault.wanted, fault.value:
        case "string", int() as number:
            fix = f'"{_as_text(number, fault)}" のように引用符で囲んでください。'
        case "string", list():
            fix = f"一つだけを「- 」なしで書いてください。{fix}"
        case "string", dict():
            fix = (
                "値だけを一行で書き、値に「: 」や「{」があるなら全体を引用符で囲んでください。"
                f"{fix}"
            )
        case "object", list():
            fix = f"行の初めの「- 」を消してください。{fix}"
        case "array", str() as text:
            fix = f"次の行に「  - {printable(text)}」と、一つずつ行を分けて書いてください。"
        case "array", dict() as entry if entry:
            first = printable(next(iter(entry)))
            fix = f"最初の項目の前に「- 」を付け、「  - {first}: …」の形にしてください。"
        case "integer", str() as text:
            guess = _number(text, fault) or fix
            fix = f"引用符も単位も付けず、半角の数字だけを書いてください。{guess}"
    return fix


def _as_text(number: int, fault: Fault) -> str:
    """Return the text that a number without quotes means: a date may have lost its form."""
    text = str(number).lower() if isinstance(number, bool) else printable(number)
    pattern = fault.rules.get("pattern")
    if pattern is None or matches(pattern, text):
        return text
    read = next((said for said in fault.meanings(text) if matches(pattern, said)), None)
    return read or repaired(text, pattern) or text


def _number(text: str, fault: Fault) -> str:
    """Guess which number a text means: a count, or a year in an era."""
    least = fault.rules.get("minimum", 0)
    years = [read for said in (text, f"{text}年") for read in fault.meanings(said)]
    numbers = [*(year.removeprefix("FY")[:4] for year in years), number_in(text)]
    meant = next((number for number in numbers if number and int(number) >= least), None)
    return f"「{meant}」ではありませんか。" if meant else ""


_WORDING: Mapping[str, tuple[TextRule, Callable[[Fault], str]]] = {
    "type": ("type", wrong_type),
    "pattern": ("pattern", _pattern),
    "required": ("missing", _required),
    "enum": ("unknown-word", _enum),
    "const": ("unknown-word", _const),
    "minLength": ("size", _size),
    "maxLength": ("size", _size),
    "minItems": ("size", _size),
    "uniqueItems": ("size", _size),
    "minimum": ("size", _size),
    "maximum": ("size", _size),
    "oneOf": ("schema", _one_of),
}
