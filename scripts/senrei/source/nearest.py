"""Nearest: which known word may have been meant."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LONGEST = 80


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which known word may have been meant, as an addition to a message."""
    found = nearest_word(word, known)
    if not found:
        return ""
    return (
        f'「"{found}"」ではありませんか。' if found.isdigit() else f"「{found}」ではありませんか。"
    )


def nearest_word(
    word: str, known: Iterable[str], names: Mapping[str, str] | None = None
) -> str | None:
    """Find the known word that was meant.

    `names` gives other names of known words: what the editor wrote may be a Japanese label or an
    abbreviation instead of the word itself.
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
