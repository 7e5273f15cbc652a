"""Lineage: the earlier rulings that cases build on, told as tracks of dated events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from senrei.model.case import Case, Lineage
    from senrei.model.case_date import CaseDate
    from senrei.model.dates import Date
    from senrei.model.systems import WardSystem


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
