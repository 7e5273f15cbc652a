"""What holds of every style sheet: one scope, one home for each colour and for each rule."""

import re
from collections import Counter
from pathlib import Path

import pytest

SHEETS = sorted((Path(__file__).parents[1] / "docs/assets/stylesheets").glob("*.css"))
TOKENS = next(sheet for sheet in SHEETS if sheet.name == "tokens.css")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

pytestmark = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)


def rules(text):
    """Yield (at-rules around it, selector, declarations) for each rule of a sheet."""
    around = []
    for before, mark in re.findall(r"([^{}]*)([{}])", COMMENT.sub("", text)):
        if mark == "{":
            around.append(" ".join(before.split()))
            continue
        if before.strip():
            yield tuple(around[:-1]), around[-1], before
        around.pop()


def test_no_selector_has_two_rules_in_one_place(sheet):
    counts = Counter((around, selector) for around, selector, _ in rules(sheet.read_text("utf-8")))
    assert [rule for rule, count in counts.items() if count > 1] == []


def test_the_scope_is_our_own(sheet):
    assert ".md-typeset" not in sheet.read_text("utf-8")


def test_only_the_tokens_know_how_the_theme_says_dark(sheet):
    known = {"tokens.css", "diagram.css"}  # pictures bring their own colours
    assert sheet.name in known or "color-scheme" not in sheet.read_text("utf-8")


def test_tokens_are_defined_once_and_without_a_second_value(sheet):
    text = sheet.read_text("utf-8")
    defined = set(re.findall(r"(--[\w-]+):", TOKENS.read_text("utf-8") + text))
    assert set(re.findall(r"var\((--[\w-]+)", text)) - defined == set()
    assert re.findall(r"var\([^()]*,", text) == []


def test_a_sheet_is_about_one_thing(sheet):
    assert len(sheet.read_text("utf-8").splitlines()) <= 360
