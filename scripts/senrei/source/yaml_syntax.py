"""Faults of YAML syntax in the editor's words, at the line where a person would look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.source.problem import Problem

if TYPE_CHECKING:
    import yaml

_CURES = (
    (
        "mapping values are not allowed",
        (
            "ここに「:」は置けません。値に「: 」を含むときは全体を引用符で囲み、"
            "前の行の字下げと全角コロン「：」も確かめてください。"
        ),
    ),
    (
        "found character '\\t'",
        "タブ文字は使えません。字下げは半角の空白 2 文字にしてください。",
    ),
    (
        "found unexpected end of stream",
        "引用符が閉じていません。この値の終わりに引用符を補ってください。",
    ),
    (
        "did not find expected '-' indicator",
        "字下げがそろっていません。一覧の「-」と同じ位置から書いてください。",
    ),
    (
        "did not find expected key",
        "字下げか引用符が正しくありません。前後の行と字下げをそろえてください。",
    ),
    ("could not find expected ':'", "項目名の後に半角の「: 」がありません。"),
    (
        "did not find expected ',' or",
        "[ ] や { } が閉じていないか、区切りの「,」がありません。",
    ),
    (
        "cannot start any token",
        "この記号で値を始めることはできません。値を引用符で囲んでください。",
    ),
    ("control characters are not allowed", "使えない制御文字があります。取り除いてください。"),
)


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Say a syntax error in the editor's words, at the line where a person would look."""
    said = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None)
    if "unexpected end of stream" in said:
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    if mark is None:
        position = getattr(error, "position", 0) or 0
        line = text.count("\n", 0, position) + 1
    lines = text.splitlines()
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in written[: max(column, 1)]:
        said = "found character '\\t'"
    cure = next((cure for start, cure in _CURES if start in said), None)
    message = cure or "YAML の書き方に誤りがあります。前後の行の字下げと記号を確かめてください。"
    return Problem(path, line, column, "yaml", message)
