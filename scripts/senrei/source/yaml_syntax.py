"""Faults of YAML syntax in the editor's words, at the line where a person would look.

The reader of YAML notices many mistakes only far below them. So the lines above are looked at
first, one by one, for what people really do; the reader's own words come last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from senrei.source.problem import Problem
from senrei.source.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import yaml

    from senrei.source.rule_id import RuleId

_ENTRY = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[A-Za-z_]+):(?: +(?P<value>.*))?$")
_WIDE_SPACE = re.compile(r"^[ -]*　")
_WIDE_COLON = re.compile(r"^ *(?:- +)?([A-Za-z_]+)[ 　]*：")
_NO_SPACE = re.compile(r"^ *(?:- +)?([A-Za-z_]+):(?=[^\s:/])")
_NO_COLON = re.compile(r"^ *(?:- +)?([a-z_]+)[ 　]+(\S.*)$")
_NO_DASH_SPACE = re.compile(r"^ *-(?=[^\s-])")
_WIDE_DASH = re.compile(r"^ *([・‐–—−－])[ 　]*\S")
_VALUE = re.compile(r"^ *(?:- +)*(?:[A-Za-z_]+: +)?(?P<value>\S.*)$")
_START = re.compile(r"[@`%|>\[{*&!]")


class _Suspect(NamedTuple):
    """What may be wrong with a line; `column` counts from 1."""

    column: int
    rule: RuleId
    message: str


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Say a syntax error in the editor's words, at the line where a person would look."""
    lines = text.split("\n")
    noticed, column = _noticed(error, text)
    for number in range(min(noticed, len(lines))):
        suspect = _suspect(number, lines)
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


def _suspect(number: int, lines: Sequence[str]) -> _Suspect | None:
    line = lines[number]
    if not line.strip() or line.lstrip().startswith("#") or _inside_block(number, lines):
        return None
    return next((found for look in _LOOKS if (found := look(line))), None)


def _inside_block(number: int, lines: Sequence[str]) -> bool:
    """Tell whether a line belongs to a text that `|` or `>` began."""
    indent = _indent(lines[number])
    for above in reversed(lines[max(number - 200, 0) : number]):
        if above.strip() and _indent(above) < indent:
            return bool(re.search(r"(?:^|\s)[|>][+-]?\d?\s*$", above))
    return False


def _unclosed_quote(line: str) -> _Suspect | None:
    found = _VALUE.match(line)
    if not found or found["value"][0] not in "\"'":
        return None
    value, quote = found["value"], found["value"][0]
    pattern = r'"(?:[^"\\]|\\.)*"' if quote == '"' else r"'(?:[^']|'')*'"
    closed = re.match(pattern, value)
    column = found.start("value") + 1
    if not closed:
        message = f"引用符 {quote} が閉じていません。この値の終わりに {quote} を補ってください。"
        return _Suspect(column, "quote", message)
    if re.match(r"\s*(?:#.*|:(?: .*)?|,.*)?$", value[closed.end() :]):
        return None
    inner, other = value[closed.end() :].strip(), "'" if quote == '"' else '"'
    message = (
        f"引用符 {quote} が値の途中で閉じ、「{shown(inner)}」が余っています。"
        f"値の中の {quote} を「」に替えるか、全体を {other} で囲んでください。"
    )
    return _Suspect(column, "quote", message)


def _wide_space(line: str) -> _Suspect | None:
    found = _WIDE_SPACE.match(line)
    if not found:
        return None
    message = "字下げに全角の空白があります。半角の空白 2 文字ずつに直してください。"
    return _Suspect(found.end(), "full-width", message)


def _wide_colon(line: str) -> _Suspect | None:
    found = _WIDE_COLON.match(line)
    if not found:
        return None
    message = (
        "項目名の後が全角の「：」です。"
        f"「{found[1]}: 」のように半角の「:」と半角の空白にしてください。"
    )
    return _Suspect(found.end(), "full-width", message)


def _no_space_after_colon(line: str) -> _Suspect | None:
    found = _NO_SPACE.match(line)
    if not found or line.rstrip().endswith(":"):
        return None
    wide = "全角の空白は半角にします。" if line[found.end() : found.end() + 1] == "　" else ""
    message = (
        f"「{found[1]}:」の後に半角の空白がありません。「{found[1]}: 値」と書いてください。{wide}"
    )
    return _Suspect(found.end(), "colon", message)


def _wide_space_after_colon(line: str) -> _Suspect | None:
    found = re.match(r"^ *(?:- +)?([A-Za-z_]+):　", line)
    if not found:
        return None
    message = (
        f"「{found[1]}:」の後が全角の空白です。「{found[1]}: 値」のように半角の空白にしてください。"
    )
    return _Suspect(found.end(), "full-width", message)


def _no_space_after_dash(line: str) -> _Suspect | None:
    found = _NO_DASH_SPACE.match(line)
    if not found or line.strip().startswith("---"):
        return None
    message = "「-」の後に半角の空白がありません。「- 値」と書いてください。"
    return _Suspect(found.end(), "dash", message)


def _wide_dash(line: str) -> _Suspect | None:
    found = _WIDE_DASH.match(line)
    if not found:
        return None
    message = f"一覧の始まりが「{found[1]}」です。半角の「- 」にしてください。"
    return _Suspect(found.start(1) + 1, "full-width", message)


def _colon_in_value(line: str) -> _Suspect | None:
    found = _ENTRY.match(line)
    value = found["value"] if found else None
    if not found or not value or value[0] in "\"'[{|>#":
        return None
    bare = value.split(" #", 1)[0]
    if not re.search(r":(?= |$)", bare):
        return None
    message = (
        "値の中に「: 」があります。"
        f'値の全体を "{shown(bare.strip())}" のように引用符で囲んでください。'
    )
    return _Suspect(found.start("value") + 1, "colon", message)


def _odd_start(line: str) -> _Suspect | None:
    found = _VALUE.match(line)
    if not found or not _START.match(found["value"]):
        return None
    value = found["value"].rstrip()
    first = value[0]
    if first in "|>" and re.fullmatch(r"[|>][+-]?\d?", value):
        return None
    if first in "[{" and _is_balanced(value):
        return None
    message = (
        f"値を「{first}」で始めることはできません。文字なら "
        f'"{shown(value)}" のように引用符で囲んでください。'
    )
    if first in "[{":
        message = (
            f"「{first}」が閉じていません。一覧は一行に一つずつ「- 値」と書き、"
            f"「{first}」で始まる文字なら引用符で囲んでください。"
        )
    return _Suspect(found.start("value") + 1, "symbol", message)


def _is_balanced(value: str) -> bool:
    return value.count("[") == value.count("]") and value.count("{") == value.count("}")


_LOOKS: tuple[Callable[[str], _Suspect | None], ...] = (
    _wide_space,
    _wide_colon,
    _wide_space_after_colon,
    _no_space_after_colon,
    _wide_dash,
    _no_space_after_dash,
    _unclosed_quote,
    _colon_in_value,
    _odd_start,
)


def _bad_indent(noticed: int, lines: Sequence[str]) -> tuple[int, int, RuleId, str] | None:
    """Find the line whose indent fits neither the line above nor any line that holds it."""
    levels: list[int] = []
    above: re.Match[str] | None = None
    for number, line in enumerate(lines[:noticed], start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _ENTRY.match(line)
        at = _indent(line)
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
        if not found and not line.lstrip().startswith("- ") and above is not None:
            word = _NO_COLON.match(line)
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


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


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
    (
        "unknown escape character",
        (
            "二重引用符の中の「\\」は特別な意味になります。"
            "' ' で囲むか、「\\\\」と二つ書いてください。"
        ),
    ),
)


def _said(error: yaml.YAMLError) -> str:
    said = str(getattr(error, "problem", None) or error)
    cure = next((cure for start, cure in _CURES if start in said), None)
    return cure or (
        "YAML の書き方に誤りがあります。この行と上の行の字下げ（空白 2 文字ずつ）、"
        "引用符、「: 」を確かめてください。"
    )
