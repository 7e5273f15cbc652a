"""Latin names: how a name in kana is written in Latin letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_VOWELS = "aiueo"
_ROWS = {
    "": "アイウエオ",
    "k": "カキクケコ",
    "s": "サシスセソ",
    "t": "タチツテト",
    "n": "ナニヌネノ",
    "h": "ハヒフヘホ",
    "m": "マミムメモ",
    "y": "ヤ　ユ　ヨ",
    "r": "ラリルレロ",
    "w": "ワ　　　ヲ",
    "g": "ガギグゲゴ",
    "z": "ザジズゼゾ",
    "d": "ダヂヅデド",
    "b": "バビブベボ",
    "p": "パピプペポ",
}
_LETTERS = {
    kana: consonant + vowel
    for consonant, row in _ROWS.items()
    for kana, vowel in zip(row, _VOWELS, strict=True)
} | {"シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヅ": "zu", "ン": "n"}
_SMALL = {"ャ": "a", "ュ": "u", "ョ": "o"}


def latin_names(names: Iterable[str]) -> Iterator[str]:
    """Give the spellings of names, with long vowels written out and without."""
    for name in names:
        whole = _spelt(name)
        yield whole
        yield re.sub(r"(?<=o)[ou]|(?<=u)u", "", whole)


def _spelt(name: str) -> str:
    spelt = ""
    for kana in name:
        if kana in _SMALL:
            consonant = spelt[:-1]
            glide = "" if consonant.endswith(("sh", "ch", "j")) else "y"
            spelt = consonant + glide + _SMALL[kana]
        else:
            spelt += _LETTERS[kana]
    return spelt.capitalize()
