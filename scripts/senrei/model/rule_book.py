"""The book of rules: what each rule is about, and what people typically write wrong."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from senrei.model.rules.finding import RuleId

_RULES = Path(__file__).parent / "rules"


@dataclass(frozen=True)
class Rule:
    """A rule: `id` stands in messages, `about` says what it wants and why."""

    id: RuleId
    group: str
    title: str
    about: str


def load_rules() -> tuple[Rule, ...]:
    """Read the book beside the rules, group by group."""
    book = tomllib.loads((_RULES / "book.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(rule_id, group, **told)
        for group, rules in book.items()
        for rule_id, told in rules.items()
    )


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """A pair of texts: put in place of `base` in a sound file, `right` passes, `wrong` does not.

    `line` counts from 1 in the wrong text; the first message stands there. `saved` names another
    encoding or line end of the wrong file, `wrong_file` another place; then `keeps` tells whether
    the sound file stays where it was. `shown_in` names another file where the first message
    stands; `line` counts in that one then. `extra_file` is put beside both.
    """

    name: str
    title: str
    rule: str
    file: str
    wrong: str
    right: str
    line: int
    message: str
    base: str | None = None
    saved: str | None = None
    wrong_file: str | None = None
    keeps: bool = False
    severity: str = "error"
    shown_in: str | None = None
    extra_file: str | None = None
    extra: str = ""

    @property
    def replaced(self) -> str:
        """The part of the sound file that both texts stand for."""
        return self.right if self.base is None else self.base


def load_mistakes() -> tuple[Mistake, ...]:
    """Read the examples beside the rules; FileNotFoundError where the package lost them."""
    files = sorted((_RULES / "examples").glob("*.toml"))
    if not files:
        raise FileNotFoundError(f"no examples of rules in {_RULES}")
    return tuple(
        Mistake(name=file.stem, **tomllib.loads(file.read_text(encoding="utf-8"))) for file in files
    )
