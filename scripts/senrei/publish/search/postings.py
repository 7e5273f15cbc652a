"""Postings: which pages hold which pair of characters, and in which slots of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Numbers are written in base 32, lowest digit first; a digit of the second half says that more
# follow. All characters stand in a script's string as they are.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_PAIR = re.compile(r"(?=(\w\w))")
# Three in a row where two tell little: numbers, Latin letters and, in readings, kana; and what
# tells one date from another.
_TRIPLE = re.compile(r"(?=([0-9]{2}\w|[^\W0-9][0-9][^\W0-9]|[a-z]{3}))")
_DATE = re.compile(r"(?=([0-9]{1,2}[年月][0-9]{1,2}[月日]))")
_KANA_TRIPLE = re.compile(r"(?=([ぁ-ん]{3}))")
_LAST = re.compile(r"\w(?!\w)")


def encoded(number: int) -> str:
    """Write a number."""
    text = ""
    while number > 31:  # noqa: PLR2004 - base 32
        text += DIGITS[32 + (number & 31)]
        number >>= 5
    return text + DIGITS[number]


def _mark(masks: dict[str, int], keys: set[str], bit: int) -> None:
    """Set a bit for each key; those that are new need no look."""
    again = masks.keys() & keys
    before = [masks[key] for key in again]
    masks.update(dict.fromkeys(keys, bit))
    for key, mask in zip(again, before, strict=True):
        masks[key] = mask | bit


class _Codes(dict[int, bytes]):
    """Numbers as they are written, each worked out once."""

    def __missing__(self, number: int) -> bytes:
        code = self[number] = encoded(number).encode()
        return code


class Postings:
    """Gathers postings page by page; pages must come in the order of their numbers."""

    def __init__(self, reading_slots: frozenset[int] = frozenset()) -> None:
        self._reading_slots = reading_slots
        self._written: dict[str, list[Any]] = {}  # what is written, and the last page of it
        self._codes = _Codes()

    def add(self, page: int, folded_by_slot: Mapping[int, str]) -> None:
        """Take a page's folded texts by slot.

        A key is a pair of neighbours, or three of them where pairs tell little. The last character
        of a word is a key where no pair of the page begins with it, so that a character alone is
        found by the keys that begin with it.
        """
        masks: dict[str, int] = {}
        ends: dict[str, int] = {}
        for slot, folded in folded_by_slot.items():
            bit = 1 << slot
            keys = {*_PAIR.findall(folded), *_TRIPLE.findall(folded), *_DATE.findall(folded)}
            if slot in self._reading_slots:
                keys.update(_KANA_TRIPLE.findall(folded))
            _mark(masks, keys, bit)
            _mark(ends, set(_LAST.findall(folded)), bit)
        for key in ends.keys() - {key[0] for key in masks}:
            masks[key] = ends[key]
        written, codes = self._written, self._codes
        for key, mask in masks.items():
            found = written.get(key)
            if found is None:
                written[key] = [bytearray(codes[page] + codes[mask]), page]
            else:
                found[0] += codes[page - found[1] - 1] + codes[mask]
                found[1] = page

    def in_order(self) -> Iterator[tuple[str, str]]:
        """Give each key and its postings, in the order in which a script compares texts."""
        for key in sorted(self._written, key=lambda key: key.encode("utf-16-be")):
            yield key, self._written[key][0].decode()
