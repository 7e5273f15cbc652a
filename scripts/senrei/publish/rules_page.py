"""The page of rules: every rule with wrong and right examples."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from senrei.model.mistakes import load_mistakes
from senrei.model.rule_book import RULES
from senrei.publish.page import Page
from senrei.publish.rule_text import examples_of, shown_text, wrong_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from senrei.model.mistakes import Mistake
    from senrei.model.rule_book import Rule
    from senrei.publish.rendering import Renderer

PATH = "reference/rules/index.html"


@dataclass(frozen=True)
class ShownMistake:
    """A mistake as the page shows it."""

    title: str
    place: str
    wrong: str
    message: str
    right_place: str
    right: str


@dataclass(frozen=True)
class ShownRule:
    """A rule with its examples."""

    rule: Rule
    mistakes: tuple[ShownMistake, ...]


def rules_page(renderer: Renderer) -> Page:
    """Return the page that explains every rule with its examples."""
    mistakes = load_mistakes()
    groups = tuple(
        (group, tuple(_shown(rule, mistakes) for rule in rules))
        for group, rules in groupby(RULES, key=lambda rule: rule.group)
    )
    body = renderer.render("rules.html", PATH, groups=groups)
    return Page(PATH, "検査の決まり", body, "検査の決まりと、誤った例、正しい例")


def _shown(rule: Rule, mistakes: Sequence[Mistake]) -> ShownRule:
    return ShownRule(
        rule,
        tuple(
            ShownMistake(
                mistake.title,
                wrong_place(mistake),
                shown_text(mistake.wrong),
                mistake.message,
                mistake.file,
                shown_text(mistake.right),
            )
            for mistake in examples_of(rule, mistakes)
        ),
    )
