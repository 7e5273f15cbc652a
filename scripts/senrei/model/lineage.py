"""Lineage: when a case was, and the earlier rulings that it builds on as tracks of events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.model.dates import Date, fiscal_year_in_era
from senrei.model.organisations import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from senrei.model.act import Act
    from senrei.model.case import Case, Lineage
    from senrei.model.case_systems import WardSystem
    from senrei.model.catalog import Catalog


@dataclass(frozen=True)
class CaseDate:
    """When a case was."""

    date: Date
    of: str
    """What the date is the date of: a meeting, a paper, something planned."""
    fiscal_year: int
    """The western year in which the fiscal year of the case began."""
    is_planned: bool = False
    """Whether it is only the date of something to come, as of a case whose acts have none."""


def case_date(case: Case, catalog: Catalog) -> CaseDate | None:
    """Return when a case was; None where the paper has no date at all.

    The date of its principal act counts, then that of the first act that has one, then the
    earliest that the schedule or a period names.
    """
    dated = (when for act in (case.principal, *case.acts) if (when := act_date(act, catalog)))
    earliest = min(_planned(case, catalog), key=lambda plan: plan.date.first_day, default=None)
    return next(dated, earliest)


def act_date(act: Act, catalog: Catalog) -> CaseDate | None:
    """Date an act; None where neither a meeting nor the act nor one of its papers has a date.

    The meeting decides the year. The day is that of the meeting, else of the act, else of the
    first dated paper, as far as they are of that year.
    """
    told = [
        (act.date, f"acts.act.{act.act}"),
        *((paper.date, f"documents.kind.{paper.kind}") for paper in act.documents),
    ]
    said = [CaseDate(date, catalog.word(name), date.fiscal_year) for date, name in told if date]
    meeting = catalog.of(Meeting)[act.meeting.value] if act.meeting.value else None
    if meeting is None or meeting.year is None:
        return next(iter(said), None)
    if meeting.held_on:
        return CaseDate(meeting.held_on, meeting.name, meeting.year)
    in_year = (when for when in said if when.fiscal_year == meeting.year)
    whole = Date(f"FY{meeting.year}", fiscal_year_in_era(meeting.year))
    return next(in_year, CaseDate(whole, meeting.name, meeting.year))


def _planned(case: Case, catalog: Catalog) -> Iterator[CaseDate]:
    for entry in case.schedule:
        if entry.date:
            of = catalog.word(f"schedule.kind.{entry.kind}")
            yield CaseDate(entry.date, of, entry.date.fiscal_year, is_planned=True)
    for matter in case.matters:
        period = matter.period.value
        if period and period.start:
            start = period.start
            of = catalog.title("matters.period")
            yield CaseDate(start, of, start.fiscal_year, is_planned=True)


@dataclass(frozen=True)
class Event:
    """A ruling or a case on a track; `case` is None where the ruling is only cited.

    `word` says what a case's date is the date of.
    """

    date: Date
    case: str | None = None
    word: str = ""


@dataclass(frozen=True)
class LineageTrack:
    """Events on one subject, the oldest first; `case` names the case that the track is about."""

    label: str
    events: tuple[Event, ...]
    case: str | None = None


def case_tracks(case: Case, when: CaseDate | None) -> tuple[LineageTrack, ...]:
    """Return a track for each subject of a case's lineage, each ending in the case itself."""
    names = {system.id: system.name for system in case.systems}

    def subject(event: Lineage) -> str:
        return names[event.system] if event.system else event.what

    subjects = dict.fromkeys(map(subject, case.lineage))
    return tuple(
        LineageTrack(label, _events((e for e in case.lineage if subject(e) == label), case, when))
        for label in subjects
    )


def system_tracks(
    system: WardSystem, dates: Mapping[str, CaseDate | None]
) -> tuple[LineageTrack, ...]:
    """Return a track for each dated case that speaks of a system, the oldest first.

    `dates` are those of the cases, by their ids.
    """
    tracks = (
        LineageTrack(
            case.label,
            _events((e for e in case.lineage if e.system == system.id), case, dates[case.id]),
            case.id,
        )
        for case, _ in system.uses
    )
    dated = [track for track in tracks if track.events]
    return tuple(sorted(dated, key=lambda track: track.events[0].date.first_day))


def _events(cited: Iterable[Lineage], case: Case, when: CaseDate | None) -> tuple[Event, ...]:
    earlier = [Event(event.when, event.case) for event in cited]
    events = [*earlier, Event(when.date, case.id, when.of)] if when else earlier
    return tuple(sorted(dict.fromkeys(events), key=lambda event: event.date.first_day))
