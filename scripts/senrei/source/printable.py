"""Printable: words of a file as a message may show them, short, with nothing invisible in them."""

from __future__ import annotations

import re

from senrei.source.characters import HIDDEN

_LONGEST = 40
_BREAKS = re.compile(r"[\t\n\r]+")


def printable(value: object) -> str:
    """Return a value as a message may show it: one line, not too long, all of it visible."""
    text = str(value)
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return visible(_BREAKS.sub(" ", short))


def visible(text: str) -> str:
    """Write invisible characters as their code points, so that no output is led astray."""
    return HIDDEN.sub(lambda found: f"U+{ord(found[0]):04X}", text)
