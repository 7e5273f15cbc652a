"""Characters that nobody sees, and texts as a message may show them: printable, short."""

from __future__ import annotations

import re

_SORTS = (
    ("文字化けした文字", "\ufffd", "もとの資料を見て正しい字を書き直してください。"),
    (
        "文字の向きを変える文字",
        "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
        "取り除いてください。",
    ),
    (
        "幅のない文字",
        (
            "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065"
            "\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e00ff"
        ),
        "取り除いてください。",
    ),
    ("改行に似た文字", "\x85\u2028\u2029", "普通の改行か「。」に直してください。"),
    ("制御文字", "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f", "取り除いてください。"),
    (
        "外字",
        "\ue000-\uf8ff\U000f0000-\U0010ffff",
        "ほかのパソコンでは読めません。標準の漢字か仮名で書いてください。",
    ),
    (
        "文字ではない番号",
        "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff",
        "取り除いてください。",
    ),
    ("切れ目のない空白", "\u00a0\u202f", "普通の半角の空白に直してください。"),
)
HIDDEN = re.compile("[" + "".join(letters for _, letters, _ in _SORTS) + "]")
_LONGEST = 40
_BREAKS = re.compile(r"[\t\n\r]+")


def printable(value: object) -> str:
    """Return a value as a message may show it: one line, not too long, all of it visible."""
    text = str(value)
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return one_line(short)


def one_line(text: str) -> str:
    """Return a text on one line, all of it visible."""
    return visible(_BREAKS.sub(" ", text))


def visible(text: str) -> str:
    """Return a text with invisible characters as their code points: `U+200B`."""
    return HIDDEN.sub(lambda match: f"U+{ord(match[0]):04X}", text)


def hidden_message(text: str, at: int) -> str:
    """Return what the hidden character at an index is, what stands around it and what to do."""
    letter = text[at]
    name, fix = next(
        (name, fix) for name, letters, fix in _SORTS if re.match(f"[{letters}]", letter)
    )
    before = text[max(at - 6, 0) : at].rsplit("\n", 1)[-1].rsplit(": ", 1)[-1].strip()
    after = text[at + 1 : at + 7].split("\n", 1)[0].strip()
    return (
        f"{_between(_clean(before), _clean(after))}目に見えない文字 U+{ord(letter):04X}"
        f"（{name}）があります。{fix}"
    )


def _between(before: str, after: str) -> str:
    if before and after:
        return f"「{before}」と「{after}」の間に"
    if before or after:
        return f"「{before}」の後に" if before else f"「{after}」の前に"
    return ""


def _clean(text: str) -> str:
    return HIDDEN.sub("", text)
