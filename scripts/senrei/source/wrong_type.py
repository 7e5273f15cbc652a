"""Wrong types: a number for a text, a text for a list, and how each is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.source.characters import printable
from senrei.source.nearest import matches, number_in, repaired

if TYPE_CHECKING:
    from senrei.source.fault import Fault

TYPES = {
    "string": "文字",
    "integer": "数",
    "boolean": " true か false ",
    "array": "「- 」で始まる一覧",
    "object": "「項目: 値」の組",
}
"""What is written for each type, in words."""


def wrong_type(fault: Fault) -> str:
    """Say which type is wanted, which one stands there, and what to write instead."""
    return (
        f"{fault.label}には{TYPES[fault.wanted]}を書きます。"
        f"ここには{_found(fault.value)}があります。{_fix(fault)}"
    )


def _found(value: object) -> str:
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
