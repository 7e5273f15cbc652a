"""Suspect lines: what people do that YAML cannot read, each told from its line alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from senrei.source.shown import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from senrei.source.rule_id import RuleId

ENTRY = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[A-Za-z_]+):(?: +(?P<value>.*))?$")
_WIDE_SPACE = re.compile(r"^[ -]*　")
_WIDE_COLON = re.compile(r"^ *(?:- +)?([A-Za-z_]+)[ 　]*：")
_NO_SPACE = re.compile(r"^ *(?:- +)?([A-Za-z_]+):(?=[^\s:/])")
NO_COLON = re.compile(r"^ *(?:- +)?([a-z_]+)[ 　]+(\S.*)$")
_NO_DASH_SPACE = re.compile(r"^ *-(?=[^\s-])")
_WIDE_DASH = re.compile(r"^ *([・‐–—−－])[ 　]*\S")
_VALUE = re.compile(r"^ *(?:- +)*(?:[A-Za-z_]+: +)?(?P<value>\S.*)$")
_DASHES = re.compile(r" *(?:- +)*")
_TEXT_BEGINS = re.compile(r"(?:^|\s)[|>][+-]?\d?$")
_START = re.compile(r"[@`%|>\[{*&!]|\?(?= |$)|-(?= )")
_REMARK = re.compile(r"^ *(//|<!--|/\*|＃|※|;|--(?!-))")
_JSON = re.compile(r'^ *(?P<pair>"(?P<key>[A-Za-z_]+)" *: *(?P<value>.*?)),? *$')


class Suspect(NamedTuple):
    """What may be wrong with a line; `column` counts from 1."""

    column: int
    rule: RuleId
    message: str


def suspect_in(line: str) -> Suspect | None:
    """Say what may be wrong with a line."""
    return next((found for look in _LOOKS if (found := look(line))), None)


def speaking_lines(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give numbered lines without blank ones, comments, and texts that `|` or `>` began."""
    text_below = -1
    for number, line in enumerate(lines, start=1):
        text, indent = line.strip(), indent_of(line)
        if not text or text.startswith("#") or 0 <= text_below < indent:
            continue
        listed = _DASHES.match(line)
        text_below = listed.end() if _TEXT_BEGINS.search(text) and listed else -1
        yield number, line


def _unclosed_quote(line: str) -> Suspect | None:
    found = _VALUE.match(line)
    if not found or found["value"][0] not in "\"'":
        return None
    value, quote = found["value"], found["value"][0]
    pattern = r'"(?:[^"\\]|\\.)*"' if quote == '"' else r"'(?:[^']|'')*'"
    closed = re.match(pattern, value)
    column = found.start("value") + 1
    if not closed:
        message = f"引用符 {quote} が閉じていません。この値の終わりに {quote} を補ってください。"
        return Suspect(column, "quote", message)
    after = value[closed.end() :].strip()
    if after == "," and ENTRY.match(line):
        message = f"{closed[0]} の後に「,」があります。「,」を消してください。"
        return Suspect(column + closed.end(), "quote", message)
    if re.match(r"(?:#.*|:(?: .*)?|,.*)?$", after):
        return None
    inner, other = after, "'" if quote == '"' else '"'
    message = (
        f"引用符 {quote} が値の途中で閉じ、「{shown(inner)}」が余っています。"
        f"値の中の {quote} を「」に替えるか、全体を {other} で囲んでください。"
    )
    return Suspect(column, "quote", message)


def _wide_space(line: str) -> Suspect | None:
    found = _WIDE_SPACE.match(line)
    if not found:
        return None
    message = "字下げに全角の空白があります。半角の空白 2 文字ずつに直してください。"
    return Suspect(found.end(), "full-width", message)


def _wide_colon(line: str) -> Suspect | None:
    found = _WIDE_COLON.match(line)
    if not found:
        return None
    message = (
        "項目名の後が全角の「：」です。"
        f"「{found[1]}: 」のように半角の「:」と半角の空白にしてください。"
    )
    return Suspect(found.end(), "full-width", message)


def _no_space_after_colon(line: str) -> Suspect | None:
    found = _NO_SPACE.match(line)
    if not found or line.rstrip().endswith(":"):
        return None
    wide = "全角の空白は半角にします。" if line[found.end() : found.end() + 1] == "　" else ""
    message = (
        f"「{found[1]}:」の後に半角の空白がありません。「{found[1]}: 値」と書いてください。{wide}"
    )
    return Suspect(found.end(), "colon", message)


def _wide_space_after_colon(line: str) -> Suspect | None:
    found = re.match(r"^ *(?:- +)?([A-Za-z_]+):　", line)
    if not found:
        return None
    message = (
        f"「{found[1]}:」の後が全角の空白です。「{found[1]}: 値」のように半角の空白にしてください。"
    )
    return Suspect(found.end(), "full-width", message)


def _no_space_after_dash(line: str) -> Suspect | None:
    found = _NO_DASH_SPACE.match(line)
    if not found or line.strip().startswith("---"):
        return None
    message = "「-」の後に半角の空白がありません。「- 値」と書いてください。"
    return Suspect(found.end(), "dash", message)


def _wide_dash(line: str) -> Suspect | None:
    found = _WIDE_DASH.match(line)
    if not found:
        return None
    message = f"一覧の始まりが「{found[1]}」です。半角の「- 」にしてください。"
    return Suspect(found.start(1) + 1, "full-width", message)


def _colon_in_value(line: str) -> Suspect | None:
    found = ENTRY.match(line)
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
    return Suspect(found.start("value") + 1, "colon", message)


def _odd_start(line: str) -> Suspect | None:
    found = _VALUE.match(line)
    if not found or not _START.match(found["value"]):
        return None
    value = found["value"].rstrip()
    first = value[0]
    if first in "|>" and re.fullmatch(r"[|>][+-]?\d?", value):
        return None
    if first in "[{" and _is_list_or_mapping(value):
        return None
    message = (
        f"値を「{first}」で始めることはできません。文字なら "
        f'"{shown(value)}" のように引用符で囲んでください。'
    )
    if first in "[{" and not _is_balanced(value):
        message = (
            f"「{first}」が閉じていません。一覧は一行に一つずつ「- 値」と書き、"
            f"「{first}」で始まる文字なら引用符で囲んでください。"
        )
    return Suspect(found.start("value") + 1, "symbol", message)


def _is_list_or_mapping(value: str) -> bool:
    """Tell whether brackets hold the whole value, as far as one line shows."""
    last = value.split(" #", 1)[0].rstrip(" ,")[-1]
    return _is_balanced(value) and last in "]}[{"


def _is_balanced(value: str) -> bool:
    return value.count("[") == value.count("]") and value.count("{") == value.count("}")


def _remark(line: str) -> Suspect | None:
    found = _REMARK.match(line)
    if not found:
        return None
    said = line.strip().removeprefix(found[1]).removesuffix("-->").removesuffix("*/").strip()
    message = (
        f"「{found[1]}」で覚え書きは書けません。"
        f"半角の「# 」で始めて「# {shown(said)}」と書いてください。"
    )
    return Suspect(found.start(1) + 1, "comment", message)


def _json(line: str) -> Suspect | None:
    found = _JSON.match(line)
    if not found or not line.rstrip().endswith(","):
        return None
    value = found["value"].rstrip(",")
    message = (
        "JSON の書き方です。項目名の引用符と行の終わりの「,」を消して、"
        f"「{found['key']}: {shown(value)}」と書いてください。"
    )
    return Suspect(found.start("pair") + 1, "quote", message)


_LOOKS: tuple[Callable[[str], Suspect | None], ...] = (
    _remark,
    _json,
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


def indent_of(line: str) -> int:
    """Count the blanks before a line's text."""
    return len(line) - len(line.lstrip(" "))
