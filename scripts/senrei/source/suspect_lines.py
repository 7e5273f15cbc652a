"""Suspect lines: what people do that YAML cannot read, each told from its line alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from senrei.source.characters import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from senrei.source.problem import TextRule

ENTRY = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[A-Za-z_]+):(?: +(?P<value>.*))?$")
NO_COLON = re.compile(r"^ *(?:- +)?([a-z_]+)[ 　]+(\S.*)$")
_VALUE = re.compile(r"^ *(?:- +)*(?:[A-Za-z_]+: +)?(?P<value>\S.*)$")
_DASHES = re.compile(r" *(?:- +)*")
TEXT_MARK = re.compile(r"[|>][+-]?\d?")
_TEXT_BEGINS = re.compile(rf"(?:^|\s){TEXT_MARK.pattern}$")
_START = re.compile(r"[@`%|>\[{*&!]|\?(?= |$)|-(?= )")
_REMARK = re.compile(r"^ *(//|<!--|/\*|＃|※|;|--(?!-))")
_JSON = re.compile(r'^ *(?P<pair>"(?P<key>[A-Za-z_]+)" *: *(?P<value>.*?)),? *$')


class Suspect(NamedTuple):
    """What may be wrong with a line; `column` counts from 1."""

    column: int
    rule: TextRule
    message: str


def suspect_in(line: str) -> Suspect | None:
    """Return what may be wrong with a line; None where nothing is."""
    return next((suspect for look in _LOOKS if (suspect := look(line))), None)


def lines_of_content(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield numbered lines without blank ones, comments, and texts that `|` or `>` began."""
    text_below = -1
    for number, line in enumerate(lines, start=1):
        text, indent = line.strip(), indent_of(line)
        if not text or text.startswith("#") or 0 <= text_below < indent:
            continue
        listed = _DASHES.match(line)
        text_below = listed.end() if _TEXT_BEGINS.search(text) and listed else -1
        yield number, line


def _unclosed_quote(line: str) -> Suspect | None:
    match = _VALUE.match(line)
    if not match or match["value"][0] not in "\"'":
        return None
    value, quote = match["value"], match["value"][0]
    pattern = r'"(?:[^"\\]|\\.)*"' if quote == '"' else r"'(?:[^']|'')*'"
    closed = re.match(pattern, value)
    column = match.start("value") + 1
    if not closed:
        message = f"引用符 {quote} が閉じていません。この値の終わりに {quote} を補ってください。"
        return Suspect(column, "quote", message)
    after = value[closed.end() :].strip()
    if after == "," and ENTRY.match(line):
        message = f"{closed[0]} の後に「,」があります。「,」を消してください。"
        return Suspect(column + closed.end(), "quote", message)
    if re.match(r"(?:#.*|:(?: .*)?|,.*)?$", after):
        return None
    inner, outer = after, "'" if quote == '"' else '"'
    message = (
        f"引用符 {quote} が値の途中で閉じ、「{printable(inner)}」が余っています。"
        f"値の中の {quote} を「」に替えるか、全体を {outer} で囲んでください。"
    )
    return Suspect(column, "quote", message)


def _miswritten(line: str) -> Suspect | None:
    for pattern, rule, message in _MISWRITTEN:
        match = pattern.match(line)
        if match:
            return Suspect(match.end(), rule, message.format(*match.groups()))
    return None


# How a line begins, up to the character at fault; the message may show what the pattern holds.
_MISWRITTEN: tuple[tuple[re.Pattern[str], TextRule, str], ...] = (
    (
        re.compile(r"^[ -]*　"),
        "full-width",
        "字下げに全角の空白があります。半角の空白 2 文字ずつに直してください。",
    ),
    (
        re.compile(r"^ *(?:- +)?([A-Za-z_]+)[ 　]*："),
        "full-width",
        ("項目名の後が全角の「：」です。「{0}: 」のように半角の「:」と半角の空白にしてください。"),
    ),
    (
        re.compile(r"^ *(?:- +)?([A-Za-z_]+):　"),
        "full-width",
        "「{0}:」の後が全角の空白です。「{0}: 値」のように半角の空白にしてください。",
    ),
    (
        re.compile(r"^ *(?:- +)?([A-Za-z_]+):(?=[^\s:/])(?!.*:\s*$)"),
        "colon",
        "「{0}:」の後に半角の空白がありません。「{0}: 値」と書いてください。",
    ),
    (
        re.compile(r"^ *([・‐–—−－])(?=[ 　]*\S)"),
        "full-width",
        "一覧の始まりが「{0}」です。半角の「- 」にしてください。",
    ),
    (
        re.compile(r"^ *-(?=[^\s-])"),
        "dash",
        "「-」の後に半角の空白がありません。「- 値」と書いてください。",
    ),
)


def _colon_in_value(line: str) -> Suspect | None:
    match = ENTRY.match(line)
    value = match["value"] if match else None
    if not match or not value or value[0] in "\"'[{|>#":
        return None
    bare = value.split(" #", 1)[0]
    if not re.search(r":(?= |$)", bare):
        return None
    message = (
        "値の中に「: 」があります。"
        f'値の全体を "{printable(bare.strip())}" のように引用符で囲んでください。'
    )
    return Suspect(match.start("value") + 1, "colon", message)


def _odd_start(line: str) -> Suspect | None:
    match = _VALUE.match(line)
    if not match or not _START.match(match["value"]):
        return None
    value = match["value"].rstrip()
    first = value[0]
    if first in "|>" and TEXT_MARK.fullmatch(value):
        return None
    if first in "[{" and _is_list_or_mapping(value):
        return None
    message = (
        f"値を「{first}」で始めることはできません。文字なら "
        f'"{printable(value)}" のように引用符で囲んでください。'
    )
    if first in "[{" and not _is_balanced(value):
        message = (
            f"「{first}」が閉じていません。一覧は一行に一つずつ「- 値」と書き、"
            f"「{first}」で始まる文字なら引用符で囲んでください。"
        )
    return Suspect(match.start("value") + 1, "symbol", message)


def _is_list_or_mapping(value: str) -> bool:
    """Return whether brackets hold the whole value, as far as one line shows."""
    last = value.split(" #", 1)[0].rstrip(" ,")[-1]
    return _is_balanced(value) and last in "]}[{"


def _is_balanced(value: str) -> bool:
    return value.count("[") == value.count("]") and value.count("{") == value.count("}")


def _remark(line: str) -> Suspect | None:
    match = _REMARK.match(line)
    if not match:
        return None
    said = line.strip().removeprefix(match[1]).removesuffix("-->").removesuffix("*/").strip()
    message = (
        f"「{match[1]}」で覚え書きは書けません。"
        f"半角の「# 」で始めて「# {printable(said)}」と書いてください。"
    )
    return Suspect(match.start(1) + 1, "comment", message)


def _json(line: str) -> Suspect | None:
    match = _JSON.match(line)
    if not match or not line.rstrip().endswith(","):
        return None
    value = match["value"].rstrip(",")
    message = (
        "JSON の書き方です。項目名の引用符と行の終わりの「,」を消して、"
        f"「{match['key']}: {printable(value)}」と書いてください。"
    )
    return Suspect(match.start("pair") + 1, "quote", message)


_LOOKS: tuple[Callable[[str], Suspect | None], ...] = (
    _remark,
    _json,
    _miswritten,
    _unclosed_quote,
    _colon_in_value,
    _odd_start,
)


def indent_of(line: str) -> int:
    """Return the number of blanks before a line's text."""
    return len(line) - len(line.lstrip(" "))
