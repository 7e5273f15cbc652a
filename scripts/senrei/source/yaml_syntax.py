"""Faults of YAML syntax in the editor's words, at the line where a person would look.

The reader of YAML notices many mistakes only far below them. So the lines above are looked at
first, one by one, for what people really do; the reader's own words come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.source.problem import Problem
from senrei.source.suspect_lines import ENTRY, NO_COLON, indent_of, suspect_in

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    import yaml

    from senrei.source.rule_id import RuleId


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Say a syntax error in the editor's words, at the line where a person would look."""
    lines = text.split("\n")
    noticed, column = _noticed(error, text)
    for number in range(min(noticed, len(lines))):
        suspect = suspect_in(number, lines)
        if suspect:
            return Problem(path, number + 1, suspect.column, suspect.rule, suspect.message)
    indented = _bad_indent(noticed, lines)
    if indented is not None:
        return Problem(path, *indented)
    return Problem(path, noticed, column, "yaml", _said(error))


def _noticed(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return text.count("\n", 0, getattr(error, "position", 0) or 0) + 1, 1
    return mark.line + 1, mark.column + 1


def _bad_indent(noticed: int, lines: Sequence[str]) -> tuple[int, int, RuleId, str] | None:
    """Find the line whose indent fits neither the line above nor any line that holds it."""
    levels: list[int] = []
    above: re.Match[str] | None = None
    for number, line in enumerate(lines[:noticed], start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = ENTRY.match(line)
        at = indent_of(line)
        if levels and at > levels[-1] and above is not None and above["value"]:
            message = (
                f"字下げが深すぎます（空白 {at} 文字）。上の行とそろえて空白 {levels[-1]} 文字に"
                "してください。"
            )
            return number, at + 1, "indent", message
        if levels and at not in levels and at < levels[-1]:
            fitting = min(levels, key=lambda level: (abs(level - at), -level))
            message = (
                f"字下げがどの行ともそろっていません（空白 {at} 文字）。"
                f"仲間の行とそろえて空白 {fitting} 文字にしてください。"
            )
            return number, at + 1, "indent", message
        if above is not None and (above["value"] or "") in {"|", ">"} and at <= levels[-1]:
            message = (
                f"「{above['value']}」で始めた文の行は、上の項目名より空白二つ深く書きます。"
                "一行で足りる文なら、項目名と同じ行に書いてください。"
            )
            return number, at + 1, "indent", message
        if not found and not line.lstrip().startswith("- ") and above is not None:
            word = NO_COLON.match(line)
            name = word[1] if word else ""
            cure = f"「{name}: 値」のように" if name else "「項目: 値」のように"
            message = (
                f"「項目: 値」の形になっていません。{cure}半角の「: 」で区切り、"
                "上の値の続きなら上の行につなげてください。"
            )
            return number, at + 1, "colon", message
        levels = [level for level in levels if level < at] + [at]
        if found and found["dash"]:
            levels.append(at + len(found["dash"]))
        above = found
    return None


_BACKSLASH = (
    "二重引用符の中の「\\」は特別な意味になります。' ' で囲むか、「\\\\」と二つ書いてください。"
)
_CURES = (
    ("could not find expected ':'", "項目名の後に半角の「: 」がありません。補ってください。"),
    (
        "did not find expected '-' indicator",
        "字下げがそろっていません。一覧の「-」と同じ位置から書いてください。",
    ),
    (
        "did not find expected ',' or",
        (
            "[ ] や { } が閉じていないか、区切りの「,」がありません。"
            "一覧は「- 値」と一行ずつ書けます。"
        ),
    ),
    (
        "mapping values are not allowed",
        (
            "ここに「:」は置けません。上の行の字下げと引用符を確かめ、"
            "値に「: 」を含むときは全体を引用符で囲んでください。"
        ),
    ),
    ("unknown escape character", _BACKSLASH),
    ("did not find expected hexdecimal number", _BACKSLASH),
)


def _said(error: yaml.YAMLError) -> str:
    said = str(getattr(error, "problem", None) or error)
    cure = next((cure for start, cure in _CURES if start in said), None)
    return cure or (
        "YAML の書き方に誤りがあります。この行と上の行の字下げ（空白 2 文字ずつ）、"
        "引用符、「: 」を確かめてください。"
    )
