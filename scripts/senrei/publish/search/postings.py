"""Postings: which pages hold which pair of characters, in which slots of the page, in shards."""

from __future__ import annotations

import re
import zlib
from array import array
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Numbers are written in base 32, lowest digit first, and slots as one digit each; a digit of the
# second half says that more follow. All characters stand in a script's string as they are.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_PAIR = re.compile(r"(?=(\w\w))")
# Three in a row where two tell little: numbers, Latin letters and, in readings, kana; and what
# tells one date from another.
_TRIPLE = re.compile(r"(?=([0-9]{2}\w|[^\W0-9][0-9][^\W0-9]|[a-z]{3}))")
_DATE = re.compile(r"(?=([0-9]{1,2}[年月][0-9]{1,2}[月日]))")
_KANA_TRIPLE = re.compile(r"(?=([ぁ-ん]{3}))")
_LAST = re.compile(r"\w(?!\w)")
_SHORT = 64  # characters of a list that is not worth compressing alone
_KEY = 6  # bytes of a key and its signs


@cache
def encoded(number: int) -> str:
    """Return a number, 0 or more, in the digits of the index.

    >>> encoded(31), encoded(32)
    ('f', 'gB')
    """
    text = ""
    while number > 31:  # noqa: PLR2004 - base 32
        text += DIGITS[32 + (number & 31)]
        number >>= 5
    return text + DIGITS[number]


@cache
def _slots(mask: int) -> str:
    """Write the slots of a mask: most pages hold a pair in one or two of them."""
    slots = [slot for slot in range(mask.bit_length()) if mask >> slot & 1]
    return "".join(DIGITS[32 + slot] for slot in slots[:-1]) + DIGITS[slots[-1]]


class Postings:
    """Gathers postings page by page; pages must come in the order of their numbers."""

    def __init__(self, reading_slots: frozenset[int] = frozenset()) -> None:
        self._reading_slots = reading_slots
        self._lists: dict[str, array[int]] = {}  # page and mask, in turns

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
            keys = _PAIR.findall(folded) + _TRIPLE.findall(folded) + _DATE.findall(folded)
            if slot in self._reading_slots:
                keys += _KANA_TRIPLE.findall(folded)
            for key in set(keys):
                masks[key] = masks.get(key, 0) | bit
            for key in set(_LAST.findall(folded)):
                ends[key] = ends.get(key, 0) | bit
        for key in ends.keys() - {key[0] for key in masks}:
            masks[key] = ends[key]
        for key, mask in masks.items():
            numbers = self._lists.get(key)
            if numbers is None:
                numbers = self._lists[key] = array("I")
            numbers.append(page)
            numbers.append(mask)

    def in_order(self) -> Iterator[tuple[str, str]]:
        """Yield each key and its postings, in the order in which a script compares texts."""
        for key in sorted(self._lists, key=lambda key: key.encode("utf-16-be")):
            numbers, last, written = self._lists[key], -1, []
            for page, mask in zip(numbers[::2], numbers[1::2], strict=True):
                written.append(encoded(page - last - 1) + _slots(mask))
                last = page
            yield key, "".join(written)


def cut(postings: Iterable[tuple[str, str]], weight: int) -> Iterator[tuple[dict[str, str], int]]:
    """Yield postings in shards of about `weight` compressed bytes, each with what it weighs."""
    part: dict[str, str] = {}
    weighed = 0
    for key, written in postings:
        # A list weighs a little less inside its shard than alone.
        added = len(written)
        if added > _SHORT:
            added = min(added, len(zlib.compress(written.encode(), 1)) - 8)
        added += _KEY
        if part and weighed + added > weight:
            yield part, weighed
            part, weighed = {}, 0
        part[key] = written
        weighed += added
    if part:
        yield part, weighed
