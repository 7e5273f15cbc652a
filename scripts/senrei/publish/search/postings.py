"""Postings: which pages hold which pair of characters, and in which slots of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Numbers are written in base 32, lowest digit first; a digit of the second half says that more
# follow. All characters stand in a script's string as they are.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_WORD = re.compile(r"\w+")


def pairs_of(folded: str) -> set[str]:
    """Give the keys of a folded text: each pair of neighbours, and each word's last character."""
    keys: set[str] = set()
    for word in _WORD.findall(folded):
        keys.update(map("".join, zip(word, word[1:], strict=False)))
        keys.add(word[-1])  # so that one character alone is found wherever it stands
    return keys


def encoded(number: int) -> str:
    """Write a number."""
    text = ""
    while number > 31:  # noqa: PLR2004 - base 32
        text += DIGITS[32 + (number & 31)]
        number >>= 5
    return text + DIGITS[number]


class Postings:
    """Gathers postings page by page; pages must come in the order of their numbers."""

    def __init__(self) -> None:
        self._written: dict[str, bytearray] = {}
        self._last: dict[str, int] = {}
        self._codes: dict[int, bytes] = {}

    def add(self, page: int, folded_by_slot: Mapping[int, Iterable[str]]) -> None:
        """Take a page's texts by slot."""
        masks: dict[str, int] = {}
        for slot, texts in folded_by_slot.items():
            keys: set[str] = set()
            for text in texts:
                keys |= pairs_of(text)
            bit = 1 << slot
            for key in keys:
                masks[key] = masks.get(key, 0) | bit
        first = {key[0] for key in masks if len(key) > 1}
        written, last, codes = self._written, self._last, self._codes
        for key, mask in masks.items():
            if len(key) == 1 and key in first:
                continue
            gap = page - last.get(key, -1) - 1
            last[key] = page
            code = codes.get(gap)
            if code is None:
                code = codes[gap] = encoded(gap).encode()
            code_of_mask = codes.get(mask)
            if code_of_mask is None:
                code_of_mask = codes[mask] = encoded(mask).encode()
            if key in written:
                written[key] += code + code_of_mask
            else:
                written[key] = bytearray(code + code_of_mask)

    def in_order(self) -> Iterator[tuple[str, str]]:
        """Give each key and its postings, in the order in which a script compares texts."""
        for key in sorted(self._written, key=lambda key: key.encode("utf-16-be")):
            yield key, self._written[key].decode()
