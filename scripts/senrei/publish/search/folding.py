"""Folding: one normal form of a text, the same for the index and for what a person types.

The table stands in `folding.json` and goes to the browser as it is; the steps around it are written
twice, here and in `search-core.js`, and a test holds the two equal on every page of the site.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Each begins with what is seldom, so that most of a text is passed by fast.
_STEPS = (
    (re.compile(r"-(?<=[ぁ-ん]-)-*(?=[ぁ-ん])"), ""),  # a hyphen for a long vowel: マ－ク
    (re.compile(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))"), ""),  # 1,234
    (re.compile(r"[^\S\n](?<=[ぁ-ん々一-鿿][^\S\n])[^\S\n]*(?=[0-9a-z])"), ""),  # 第 14 条
    (re.compile(r"[^\S\n](?<=[0-9a-z][^\S\n])[^\S\n]*(?=[ぁ-ん々一-鿿])"), ""),
)
_BETWEEN = "\0"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Folding:
    """The table: characters that are read as another one, and characters that do not count."""

    text: str
    table: dict[str, str]

    def fold(self, text: str) -> str:
        """Return the normal form of a text."""
        folded = unicodedata.normalize("NFKC", text).lower()
        folded = self._in_table.sub(lambda match: self.table[match[0]], folded)
        for pattern, put in _STEPS:
            folded = pattern.sub(put, folded)
        return folded

    def fold_all(self, texts: Iterable[str]) -> list[str]:
        """Return the normal forms of many texts in one go.

        NFKC is slow unless a text has its form already, so each is asked alone: most have it.
        """
        composed = (unicodedata.normalize("NFKC", text) for text in texts)
        return self.fold(_BETWEEN.join(composed)).split(_BETWEEN)

    @cached_property
    def _in_table(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(''.join(self.table))}]")

    def words(self, text: str) -> list[str]:
        """Return the runs of word characters of a text, in their normal form."""
        return _WORD.findall(self.fold(text))


def load_folding() -> Folding:
    """Read the table that the browser gets too."""
    text = files("senrei.publish.search").joinpath("folding.json").read_text(encoding="utf-8")
    table = json.loads(text)
    folds = dict(zip(table["from"], table["to"], strict=True))
    return Folding(text, folds | dict.fromkeys(table["drop"], ""))
