"""Rules with their examples: as a page, and as text for a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from senrei.model.rule_book import load_mistakes, load_rules
from senrei.publish.page import Page
from senrei.source.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from senrei.model.rule_book import Mistake, Rule
    from senrei.publish.rendering import Renderer

PATH = "reference/rules/index.html"
_SAVED = {
    "crlf": "改行が CRLF のファイル",
    "utf-8-sig": "BOM の付いたファイル",
    "cp932": "Shift_JIS のファイル",
    "utf-16": "UTF-16 のファイル",
    "empty": "空のファイル",
    "large": "3,000 KB のファイル",
    "symlink": "リンク",
}


@dataclass(frozen=True)
class Example:
    """A mistake with its right form, both as texts to be looked at."""

    title: str
    wrong_in: str
    """In which file, or in what kind of file, the wrong text stands."""
    wrong: str
    message: str
    right_in: str
    right: str


def rules_page(renderer: Renderer) -> Page:
    """Return the page that explains every rule with its examples."""
    mistakes = load_mistakes()
    groups = tuple(
        (group, tuple((rule, tuple(_examples(rule, mistakes))) for rule in rules))
        for group, rules in groupby(load_rules(), key=lambda rule: rule.group)
    )
    body = renderer.render("rules.html", PATH, groups=groups)
    return Page(PATH, "検査の決まり", body, "検査の決まりと、誤った例、正しい例")


def listed(rules: Iterable[Rule]) -> str:
    """Return all rules, one a line, by their groups."""
    lines = []
    for group, members in groupby(rules, key=lambda rule: rule.group):
        lines += ["", group, *(f"  {rule.id:<20} {rule.title}" for rule in members)]
    return "\n".join([*lines[1:], "", "例を見るには「senrei explain tab」のように書きます。"])


def explained(rule: Rule, mistakes: Sequence[Mistake]) -> str:
    """Return one rule as text, with a wrong and a right example of each mistake it notices."""
    lines = [f"{rule.id}（{rule.title}）", "", rule.about]
    for example in _examples(rule, mistakes):
        lines += [
            "",
            f"■ {example.title}",
            f"  誤り（{example.wrong_in}）",
            *_indented(example.wrong),
        ]
        lines += ["  検査の言葉", f"    {example.message}", f"  正しい例（{example.right_in}）"]
        lines += _indented(example.right)
    return "\n".join(lines)


def _examples(rule: Rule, mistakes: Sequence[Mistake]) -> Iterator[Example]:
    for mistake in mistakes:
        if mistake.rule == rule.id:
            saved = _SAVED.get(mistake.saved or "")
            wrong_in = mistake.wrong_file or mistake.file
            yield Example(
                mistake.title,
                f"{wrong_in}、{saved}" if saved else wrong_in,
                _shown(mistake.wrong),
                mistake.message,
                mistake.file,
                _shown(mistake.right),
            )


def _shown(text: str) -> str:
    """Make a text fit to be looked at: tabs and invisible characters are named."""
    return visible(text.replace("\t", "⇥")).rstrip("\n")


def _indented(text: str) -> Iterator[str]:
    return (f"    {line}" for line in text.split("\n"))
