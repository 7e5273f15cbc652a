"""Faults of YAML syntax in the editor's words, at the line where a person would look.

The reader of YAML notices many mistakes only far below them. So the lines above are looked at
first, one by one, for what people really do; the reader's own words come last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.source.indents import wrong_indent
from senrei.source.problem import Problem
from senrei.source.suspect_lines import speaking_lines, suspect_in

if TYPE_CHECKING:
    import yaml


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Say a syntax error in the editor's words, at the line where a person would look."""
    lines = text.split("\n")
    noticed, column = _noticed(error, text)
    for number, line in speaking_lines(lines[:noticed]):
        suspect = suspect_in(line)
        if suspect:
            return Problem(path, number, suspect.column, suspect.rule, suspect.message)
    indented = wrong_indent(lines[:noticed])
    if indented is not None:
        return Problem(path, *indented)
    return Problem(path, noticed, column, "yaml", _said(error))


def _noticed(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return text.count("\n", 0, getattr(error, "position", 0) or 0) + 1, 1
    return mark.line + 1, mark.column + 1


_BACKSLASH = (
    "二重引用符の中の「\\」は特別な意味になります。' ' で囲むか、「\\\\」と二つ書いてください。"
)
_FIXES = (
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
    fix = next((fix for start, fix in _FIXES if start in said), None)
    return fix or (
        "YAML の書き方に誤りがあります。この行と上の行の字下げ（空白 2 文字ずつ）、"
        "引用符、「: 」を確かめてください。"
    )
