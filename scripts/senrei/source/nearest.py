"""Nearest: which known word may have been meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which known word may have been meant, as an addition to a message."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"「{close[0]}」ではありませんか。" if close else ""
