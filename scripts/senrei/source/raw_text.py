"""Raw text: from the bytes of a file to text; size, encoding, line ends, leftovers of Git."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from senrei.source.characters import HIDDEN, hidden_message
from senrei.source.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 2_000_000

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)
_INDENTING_TAB = re.compile(r"(?:^|\r)[ -]*\t[\t ]*[^\s]", re.MULTILINE)
_MOST_LINES = 20  # of one kind of fault
_TAB_BEFORE = "タブ文字は使えません。タブを消し、字下げは半角の空白 2 文字ずつにしてください。"
_TAB_INSIDE = (
    "タブ文字は使えません。タブを消すか、半角の空白一つに直してください。"
    "表から貼り付けたものなら、一行に一つずつ「項目: 値」と書いてください。"
)
_KANA = re.compile(r"[ぁ-んァ-ヶ一-龠]")
_HALF_KANA = re.compile(r"[｡-ﾟ]")


def read_text(raw: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return one file's text and its problems; None for it where reading on would only mislead."""
    if len(raw) > MOST_BYTES:
        return None, (size_problem(path, len(raw)),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_encoding_problem(raw, error.start, path),)
    problems = tuple(_text_problems(text.removeprefix("\ufeff"), path))
    if text.startswith("\ufeff"):
        message = (
            "ファイルの先頭に目印（BOM）が付いています。"
            "「UTF-8（BOM なし）」を選んで保存し直してください。"
        )
        problems = (Problem(path, 1, 1, "bom", message, Severity.WARNING), *problems)
    if _CONFLICT.search(text) or _INDENTING_TAB.search(text):
        return None, problems
    return _readable(text), problems


def _readable(text: str) -> str:
    """Leave out what has been said already, so that the rest can be read."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    spaced = text.replace("\t", " ").replace("\u00a0", " ")
    return HIDDEN.sub("", spaced) if HIDDEN.search(spaced) else spaced


def size_problem(path: str, size: int) -> Problem:
    """Return the problem of a file that is too large to be read; `size` counts bytes."""
    message = (
        f"ファイルが大きすぎます（{size // 1000:,} KB）。{MOST_BYTES // 1000:,} KB までにし、"
        "案件一つにつき一つのファイルに分けてください。"
    )
    return Problem(path, 1, 1, "size", message)


def _encoding_problem(raw: bytes, start: int, path: str) -> Problem:
    line = raw.count(b"\n", 0, start) + 1
    guessed = _guessed_encoding(raw)
    known = f"（{guessed} のようです）" if guessed else ""
    message = (
        f"文字コードが UTF-8 ではありません{known}。編集ソフトの「名前を付けて保存」で"
        "文字コードに UTF-8 を選び、保存し直してください。"
    )
    return Problem(path, line, 1, "encoding", message)


def _guessed_encoding(raw: bytes) -> str | None:
    """Name the encoding in which the bytes read as Japanese."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    for codec, name in (("euc-jp", "EUC-JP"), ("cp932", "Shift_JIS")):
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if _KANA.search(text) and not _HALF_KANA.search(text):
            return name
    return None


def _text_problems(text: str, path: str) -> Iterator[Problem]:
    conflict = _CONFLICT.search(text)
    if conflict:
        message = (
            "ほかの人の変更とぶつかった印が残っています。「<<<<<<<」から「>>>>>>>」までのうち"
            "正しい方の行だけを残し、印の行（<<<<<<<、=======、>>>>>>>）を消してください。"
        )
        yield Problem(path, _line(text, conflict.start()), 1, "merge-conflict", message)
        return
    if HIDDEN.search(text):
        yield from _hidden_problems(text, path)
    if "\t" in text:
        yield from _tab_problems(text, path)
    if "\r" in text:
        message = (
            "改行が Windows の形（CRLF）です。編集ソフトの改行の設定を LF にして"
            "保存し直してください。"
        )
        line = _line(text, text.index("\r"))
        yield Problem(path, line, 1, "line-ending", message, Severity.WARNING)


def _hidden_problems(text: str, path: str) -> Iterator[Problem]:
    first_in_line = {_line(text, match.start()): match.start() for match in _first(HIDDEN, text)}
    for line, at in first_in_line.items():
        column = at - text.rfind("\n", 0, at)
        yield Problem(path, line, column, "hidden-character", hidden_message(text, at))


def _first(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(text), _MOST_LINES)


def _tab_problems(text: str, path: str) -> Iterator[Problem]:
    lines = ((number, line) for number, line in enumerate(text.split("\n"), 1) if "\t" in line)
    for number, line in islice(lines, _MOST_LINES):
        message = _TAB_BEFORE if not line[: line.index("\t")].strip(" -") else _TAB_INSIDE
        yield Problem(path, number, line.index("\t") + 1, "tab", message)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
