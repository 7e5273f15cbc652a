"""Rules as text for a terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from senrei.source.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from senrei.model.mistakes import Mistake
    from senrei.model.rule_book import Rule

_SAVED = {
    "crlf": "改行が CRLF のファイル",
    "utf-8-sig": "BOM の付いたファイル",
    "cp932": "Shift_JIS のファイル",
    "utf-16": "UTF-16 のファイル",
    "empty": "空のファイル",
    "large": "3,000 KB のファイル",
    "symlink": "リンク",
}


def listed(rules: Iterable[Rule]) -> str:
    """Return all rules, one a line, by their groups."""
    lines = []
    for group, members in groupby(rules, key=lambda rule: rule.group):
        lines += ["", group, *(f"  {rule.id:<20} {rule.title}" for rule in members)]
    return "\n".join([*lines[1:], "", "例を見るには「senrei explain tab」のように書きます。"])


def explained(rule: Rule, mistakes: Sequence[Mistake]) -> str:
    """Explain one rule, with a wrong and a right example of each mistake it notices."""
    lines = [f"{rule.id}（{rule.title}）", "", rule.about]
    for mistake in examples_of(rule, mistakes):
        lines += ["", f"■ {mistake.title}", f"  誤り（{wrong_place(mistake)}）"]
        lines += _indented(mistake.wrong)
        lines += ["  検査の言葉", f"    {mistake.message}", f"  正しい例（{mistake.file}）"]
        lines += _indented(mistake.right)
    return "\n".join(lines)


def examples_of(rule: Rule, mistakes: Sequence[Mistake]) -> tuple[Mistake, ...]:
    """Return the mistakes that a rule notices."""
    return tuple(mistake for mistake in mistakes if mistake.rule == rule.id)


def wrong_place(mistake: Mistake) -> str:
    """Say in which file, or in what kind of file, the wrong text stands."""
    saved = _SAVED.get(mistake.saved or "")
    place = mistake.wrong_file or mistake.file
    return f"{place}、{saved}" if saved else place


def shown_text(text: str) -> str:
    """Make a text fit to be looked at: tabs and invisible characters are named."""
    return visible(text.replace("\t", "⇥")).rstrip("\n")


def _indented(text: str) -> Iterator[str]:
    return (f"    {line}" for line in shown_text(text).split("\n"))
