"""Faults of YAML syntax in the editor's words, at the line where a person would look.

The reader of YAML notices many mistakes only far below them. So the lines above are looked at
first, one by one, for what people really do; the reader's own words come last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.source.problem import Problem
from senrei.source.suspect_lines import (
    ENTRY,
    NO_COLON,
    TEXT_MARK,
    indent_of,
    lines_of_content,
    suspect_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import yaml

    from senrei.source.problem import TextRule


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Return a syntax error in the editor's words, at the line where a person would look."""
    lines = text.split("\n")
    noticed, column = _noticed(error, text)
    for number, line in lines_of_content(lines[:noticed]):
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


WrongLine = tuple[int, int, "TextRule", str]  # line, column, rule, message


@dataclass(frozen=True)
class _Line:
    """A line that says something; `key` is where its first key or value begins."""

    number: int
    indent: int
    key: int
    value: str
    is_entry: bool
    text: str

    @property
    def is_listed(self) -> bool:
        return self.text.startswith("- ") or self.text == "-"

    def wrong(self, rule: TextRule, message: str) -> WrongLine:
        return self.number, self.indent + 1, rule, message


def wrong_indent(lines: Sequence[str]) -> WrongLine | None:
    """Return the first line that stands wrong, and where it should stand; None without one."""
    levels: dict[int, bool] = {}  # columns of open levels; True where only a list's dashes stand
    above: _Line | None = None
    before: _Line | None = None
    for line in _written(lines):
        if above is not None:
            wrong_line = (
                _too_deep(line, above, before, levels)
                or _on_no_level(line, levels)
                or _text_not_below(line, above)
                or _no_pair(line)
            )
            if wrong_line:
                return wrong_line
        is_dash = line.is_listed and levels.get(line.indent, True)
        levels = {column: shape for column, shape in levels.items() if column < line.indent}
        levels[line.indent] = is_dash
        levels.setdefault(line.key, False)
        above, before = line, above
    return None


def _written(lines: Sequence[str]) -> Iterator[_Line]:
    for number, line in lines_of_content(lines):
        match = ENTRY.match(line)
        indent = indent_of(line)
        key = indent + len(match["dash"]) if match else indent
        value = ((match["value"] if match else "") or "").strip()
        yield _Line(number, indent, key, value, match is not None, line.strip())


def _too_deep(
    line: _Line, above: _Line, before: _Line | None, levels: dict[int, bool]
) -> WrongLine | None:
    deepest = max(levels)
    if line.indent <= deepest or not above.value or TEXT_MARK.fullmatch(above.value):
        return None
    is_odd_one_out = before is not None and before.key == line.indent > above.indent
    if is_odd_one_out or (above.indent % 2 and line.indent == above.indent + 1):
        message = (
            f"字下げが前後の行とそろっていません（空白 {above.indent} 文字）。"
            f"仲間の行とそろえて空白 {line.indent} 文字にしてください。"
        )
        return above.wrong("indent", message)
    message = (
        f"字下げが深すぎます（空白 {line.indent} 文字）。上の行とそろえて空白 {deepest} 文字に"
        "してください。"
    )
    return line.wrong("indent", message)


def _on_no_level(line: _Line, levels: dict[int, bool]) -> WrongLine | None:
    if line.indent > max(levels):
        return None
    if line.indent not in levels:
        fitting = min(levels, key=lambda level: (abs(level - line.indent), -level))
        message = (
            f"字下げがどの行ともそろっていません（空白 {line.indent} 文字）。"
            f"仲間の行とそろえて空白 {fitting} 文字にしてください。"
        )
        return line.wrong("indent", message)
    if levels[line.indent] and not line.is_listed:
        message = (
            f"字下げが浅すぎます（空白 {line.indent} 文字）。上の「- 」に続く項目なら"
            f"空白 {line.indent + 2} 文字に、新しい一つなら「- 」で始めてください。"
        )
        return line.wrong("indent", message)
    return None


def _text_not_below(line: _Line, above: _Line) -> WrongLine | None:
    if not TEXT_MARK.fullmatch(above.value) or line.is_entry:
        return None
    message = (
        f"「{above.value}」で始めた文の行は、上の項目名より空白二つ深く書きます。"
        "一行で足りる文なら、項目名と同じ行に書いてください。"
    )
    return line.wrong("indent", message)


def _no_pair(line: _Line) -> WrongLine | None:
    if line.is_entry or line.is_listed:
        return None
    word = NO_COLON.match(line.text)
    message = (
        f"「項目: 値」の形になっていません。「{word[1] if word else '項目'}: 値」のように"
        "半角の「: 」で区切り、上の値の続きなら上の行につなげてください。"
    )
    return line.wrong("colon", message)
