"""Act view: what pages, lists and tables show of each act of a case."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.model.lineage import act_date
from senrei.publish.absences import absences_of, is_said, with_said
from senrei.publish.anchors import act_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.act import Act, Opinion
    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.lineage import CaseDate
    from senrei.publish.absences import Absences


@dataclass(frozen=True)
class ActView:
    """One act with its name, its date, and what came of it in words."""

    act: Act
    anchor: str
    name: str
    """What it is called: by the paper, where that says more than our word."""
    when: CaseDate | None
    outcome: str
    """The result as a word, or that there is nothing to say."""
    is_principal: bool

    @property
    def when_of(self) -> str:
        """What the date is the date of, where only a paper tells it."""
        is_of_paper = self.when and any(
            paper.date is self.when.date for paper in self.act.documents
        )
        return self.when.of if self.when and is_of_paper else ""

    @property
    def absences(self) -> Absences:
        """What the papers say nothing of, and why."""
        fields = ("body", "meeting", "agenda_number", "outcome", "documents")
        dated = fields if self.when else ("date", *fields)
        return absences_of(self.act, with_said(self.act, dated, ("opinions",)))

    def says(self, field: str) -> bool:
        """Whether the papers say something of a field of the act."""
        return is_said(field, self.absences)


def act_views(case: Case, catalog: Catalog) -> Iterator[ActView]:
    """Yield the acts of a case in their order."""
    seen: Counter[str] = Counter()
    for act in case.acts:
        seen[act.act] += 1
        yield ActView(
            act,
            act_anchor(act.act, seen[act.act]),
            act.as_written or catalog.word(f"acts.act.{act.act}"),
            act_date(act, catalog),
            outcome_word(case, act, catalog),
            act is case.principal,
        )


def outcome_word(case: Case, act: Act, catalog: Catalog) -> str:
    """Return what came of an act, or that there is nothing to say, as one word."""
    if act.outcome.value:
        return catalog.word(f"outcome.result.{act.outcome.value.result}")
    return catalog.word_in(case, f"acts.outcome.{act.outcome.absence}")


def speaker(opinion: Opinion, catalog: Catalog) -> str:
    """Return who gave an opinion: the paper's word, else the role; how many, if it says so."""
    by = opinion.by
    count = f"（{by.count}人）" if by.count else ""
    return f"{by.as_written or catalog.word(f'by.role.{by.role}')}{count}"
