"""Exact text widths: half-width advances from a table, everything else one em.

The table holds advances of IPAexGothic in the units of that font;
`tests/flowpicture/half_width_table.py` makes it again from the font.
"""

import json
from functools import cache
from importlib.resources import files

_TABLE = "half_width.json"


def text_width(text: str, size: float) -> float:
    """Width of `text` in px at a font size of `size` px."""
    return sum(advances(text)) * size


def advances(text: str) -> list[float]:
    """Width of every character of `text` in em."""
    half_width = _half_width()
    return [half_width.get(character, 1.0) for character in text]


def has_half_width(text: str) -> bool:
    """Whether the width depends on the reader's font, so that it must be fixed."""
    return any(character in _half_width() for character in text)


@cache
def _half_width() -> dict[str, float]:
    table = json.loads((files(__package__) / _TABLE).read_text(encoding="utf-8"))
    em = table["unitsPerEm"]
    return {
        character: int(advance) / em
        for advance, characters in table["advances"].items()
        for character in characters
    }
