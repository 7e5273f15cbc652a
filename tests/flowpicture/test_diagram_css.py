"""Contrast and classes of the stylesheet, computed from the file itself."""

import re
from pathlib import Path

import pytest

from flowpicture import WIDE, glyph_svg, overview_svg

CSS = Path(__file__).parents[2] / "docs/assets/stylesheets/diagram.css"
ZONES = ("subject", "ward", "contractor", "subcontractor", "other")
TINTS = tuple(f"{zone}-tint" for zone in ZONES)
HEADS = tuple(f"{zone}-head" for zone in ZONES)
TEXT = (
    *[(ink, "bg") for ink in ("ink", "muted", "blue", "red", "gone")],
    *[(ink, tint) for ink in ("ink", "muted") for tint in TINTS],
    *[("on", plate) for plate in (*HEADS, "blue", "red", "gone")],
    ("ink", "chip"),
    ("muted", "phase"),
    ("on-tag", "tag"),
)
LINES = (
    *[
        (line, ground)
        for line in ("blue", "red", "plain", "gone", "bar", "boundary", "ink")
        for ground in (*TINTS, "bg")
    ],
    *[(head, "bg") for head in HEADS],
    ("red", "chip"),
    ("gone", "chip"),
    ("ink", "chip"),
)
# Classes that need no rule: the plain look is meant.
PLAIN = {
    "df-electronic",
    "df-lock-open",
    "df-lock-other",
    "df-lock-question",
    "df-node",
    "df-step",
    "df-tag-plain",
    "df-word-plain",
    "df-chip-word",
    "df-wire",
    "df-way-1",
}


def css():
    return CSS.read_text(encoding="utf-8")


def colours(selector):
    block = re.search(re.escape(selector) + r"\s*\{([^}]*)\}", css())[1]
    return dict(re.findall(r"--df-([\w-]+):\s*(#[0-9a-f]{6});", block))


THEMES = {"light": colours(":root"), "dark": colours('[data-md-color-scheme="slate"]')}


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink, ground):
    darker, lighter = sorted((luminance(ink), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(theme, pairs, least):
    ratios = {
        (ink, ground): contrast(THEMES[theme][ink], THEMES[theme][ground]) for ink, ground in pairs
    }
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read(theme):
    assert too_weak(theme, TEXT, 4.5) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_lines_can_be_seen(theme):
    assert too_weak(theme, LINES, 3.0) == {}


def test_both_themes_define_the_same_colours():
    assert THEMES["light"].keys() == THEMES["dark"].keys()


def test_every_variable_used_is_defined():
    used = set(re.findall(r"var\(--df-([\w-]+)\)", css()))
    defined = set(re.findall(r"--df-([\w-]+):", css()))
    assert used - defined == set()


def test_colours_stand_only_in_the_two_themes():
    assert len(re.findall(r"#[0-9a-f]{3,6}\b", css())) == 2 * len(THEMES["light"])


def test_every_class_of_a_picture_has_a_rule(all_drawn):
    others = [
        svg
        for ladder in all_drawn
        for svg in (overview_svg(ladder.picture, WIDE), glyph_svg(ladder.picture))
        if ladder.width == WIDE
    ]
    classes = {
        name
        for svg in (*others, *(svg for ladder in all_drawn for svg in ladder.svgs))
        for names in re.findall(r'class="([^"]*)"', svg)
        for name in names.split()
    }
    ruled = set(re.findall(r"\.(df-[\w-]+)", css()))
    assert classes - ruled - PLAIN == set()
