"""Repair: the nearest text that a pattern would accept."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Return the nearest text that fits a pattern, if a small change leads there."""
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
    """Say which letter only looks like a Latin one, as an addition to a message."""
    odd = next((letter for letter in text if letter in _LOOKALIKES), None)
    return f"「{odd}」（U+{ord(odd):04X}）は英字に似た別の文字です。" if odd else ""


def number_in(text: str) -> str | None:
    """Find the whole number that a text means: `1,000件` is 1000."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    found = re.findall(r"\d+", plain)
    return str(int(found[0])) if len(found) == 1 and len(found[0]) <= _MOST_DIGITS else None
