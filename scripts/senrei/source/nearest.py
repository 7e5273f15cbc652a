"""Nearest: which known word may have been meant, or which text that a pattern would accept."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


_LONGEST = 80


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a sentence on which known word may have been meant; empty where none is near."""
    meant = nearest_word(word, known)
    if not meant:
        return ""
    return (
        f'「"{meant}"」ではありませんか。' if meant.isdigit() else f"「{meant}」ではありませんか。"
    )


def nearest_word(
    word: str, known: Iterable[str], names: Mapping[str, str] | None = None
) -> str | None:
    """Return the known word that was meant; None where none is near.

    `names` maps other names to known words: what the editor wrote may be a Japanese label or an
    abbreviation instead of the word itself.

    >>> nearest_word("contrcat", ["contract", "audit"])
    'contract'
    """
    words = list(known)
    if not word or len(word) > _LONGEST:
        return None
    plain = folded(word)
    by_fold = {folded(name): meant for name, meant in (names or {}).items()}
    by_fold |= {folded(name): name for name in words}
    if plain in by_fold:
        return by_fold[plain]
    initials = {"".join(part[0] for part in name.split("-") if part): name for name in words}
    if len(plain) > 1 and plain in initials:
        return initials[plain]
    close = difflib.get_close_matches(plain, by_fold, n=1, cutoff=0.6)
    if close:
        return by_fold[close[0]]
    within = [name for name in by_fold if len(plain) > 1 and plain in name]
    return by_fold[min(within, key=len)] if within else None


def folded(word: str) -> str:
    """Return a word without differences of width, case, and joining marks."""
    plain = unicodedata.normalize("NFKC", word).casefold().strip(" \"'“”’‘「」")
    return re.sub(r"[\s_‐−–—-]+", "-", plain)


_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ"))}
_MOST_DIGITS = 15
_DATE = re.compile(r"(\d{4})[-/.年]\s*(\d{1,2})(?:[-/.月]\s*(\d{1,2}))?日?")
_RUN_TOGETHER = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?")
_LOOKALIKES = dict(zip("аеорсухіјѕԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aeopcyxijsdhlABEZHIKMNOPTYXo", strict=True))


def matches(pattern: str, text: str) -> bool:
    """Return whether a text fits a pattern as JSON Schema means it: `$` is the very end."""
    return re.search(_strict(pattern), text) is not None


def _strict(pattern: str) -> str:
    exact = pattern.replace(r"\d", "[0-9]")
    return f"{exact[:-1]}\\Z" if exact.endswith("$") else exact


def repaired(text: str, pattern: str) -> str | None:
    """Return the nearest text that fits a pattern; None where no small change leads there."""
    return next(
        (tried for tried in _changes(text) if tried != text and matches(pattern, tried)), None
    )


def _changes(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKC", text).strip(" \n\"'“”’‘「」")
    yield plain
    yield " ".join(text.split())
    yield text.translate(_KATAKANA)
    yield plain.translate(_KATAKANA)
    date = _DATE.fullmatch(plain) or _RUN_TOGETHER.fullmatch(plain)
    if date:
        yield "-".join(part.zfill(2) for part in date.groups() if part)
    year = re.fullmatch(r"(\d{4})年?(度)?", plain)
    if year:
        yield f"FY{year[1]}" if year[2] else year[1]
    latin = "".join(_LOOKALIKES.get(letter, letter) for letter in plain).lower()
    yield re.sub(r"[^a-z0-9]+", "-", latin).strip("-")


def lookalike_hint(text: str) -> str:
    """Return a sentence on the first letter that only looks like a Latin one; empty without one."""
    odd = next((letter for letter in text if letter in _LOOKALIKES), None)
    return f"「{odd}」（U+{ord(odd):04X}）は英字に似た別の文字です。" if odd else ""


def number_in(text: str) -> str | None:
    """Return the digits of the one whole number in a text, None without one: `1,000件` is 1000."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    numbers = re.findall(r"\d+", plain)
    return str(int(numbers[0])) if len(numbers) == 1 and len(numbers[0]) <= _MOST_DIGITS else None
