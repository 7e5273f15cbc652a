"""Case date: when a case was, the one answer for pages, lists, timelines and the search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.model.dates import Date, fiscal_year_in_era
from senrei.model.organisations import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog


@dataclass(frozen=True)
class CaseDate:
    """When a case was."""

    date: Date
    of: str
    """What the date is the date of: a meeting, a paper, something planned."""
    fiscal_year: int
    """The western year in which the fiscal year of the case began."""


def case_date(case: Case, catalog: Catalog) -> CaseDate | None:
    """Date a case; None where the paper has no date at all.

    The meeting that the case was laid before decides its year. The day is that of the meeting,
    else of the first dated paper of that year. Without a meeting the first dated paper counts,
    then the earliest that the schedule or a period names.
    """
    papers = tuple(
        CaseDate(paper.date, catalog.word(f"documents.kind.{paper.kind}"), paper.date.fiscal_year)
        for paper in case.documents
        if paper.date
    )
    if case.meeting is None:
        earliest = min(_planned(case, catalog), key=lambda plan: plan.date.first_day, default=None)
        return next(iter(papers), earliest)
    meeting = catalog.of(Meeting)[case.meeting]
    year = meeting.fiscal_year
    held_on = meeting.held_on or Date(f"FY{year}", fiscal_year_in_era(year))
    laid_before = CaseDate(held_on, meeting.label, year)
    if meeting.held_on:
        return laid_before
    return next((paper for paper in papers if paper.fiscal_year == year), laid_before)


def _planned(case: Case, catalog: Catalog) -> Iterator[CaseDate]:
    for entry in case.schedule:
        of = catalog.word(f"schedule.kind.{entry.kind}")
        yield CaseDate(entry.date, of, entry.date.fiscal_year)
    for matter in case.matters:
        start = matter.period and matter.period.start
        if start:
            yield CaseDate(start, catalog.title("matters.period"), start.fiscal_year)
