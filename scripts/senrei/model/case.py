"""A case as values: what one paper says, matter by matter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from senrei.model.data_flow import DataFlow
from senrei.model.dates import Date
from senrei.model.matter import DataItemGroup, Matter
from senrei.model.record import (
    Listed,
    Standing,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.matter import CaseDataItem


@dataclass(frozen=True)
class Paper:
    """A letter or paper with its own number and date."""

    kind: str
    number: str | None
    date: Date | None
    where: str
    sender: str | None = None
    recipient: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class CaseDepartment:
    """A department that answers for the case."""

    department: str
    as_written: str
    where: str


@dataclass(frozen=True)
class Brief:
    """What a council member reads first, in the editors' words."""

    asked: str
    why: str
    new: str


@dataclass(frozen=True)
class ScheduleEntry:
    """Something that happens, and when."""

    event: str
    kind: str
    date: Date
    where: str
    until: Date | None = None
    open_end: str | None = None
    planned: bool = False
    matters: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class SystemFunction:
    """What a system does, as written."""

    as_written: str
    where: str
    group: str | None = None
    number: str | None = None
    added: bool = False
    contents: tuple[str, ...] = ()


@dataclass(frozen=True)
class SystemComponent:
    """Hardware, software or network of a system."""

    kind: str
    summary: str
    where: str


@dataclass(frozen=True)
class System:
    """A system that the case builds, changes or uses."""

    id: str
    name: str
    owner: str | None
    functions: Listed[SystemFunction]
    components: Listed[SystemComponent]
    server_location: Statement | None
    cloud: str
    maintenance: Statement | None
    where: str
    matters: tuple[str, ...] = ()
    summary: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class ResponsibleOffice:
    """A role and the office that holds it; never a person's name."""

    role: str
    as_written: str
    office: str
    where: str
    matters: tuple[str, ...] = ()
    system: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class SystemUser:
    """Who may use a system."""

    as_written: str
    where: str
    system: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class AccessLevel:
    """A level of access, who has it and what it allows."""

    name: str
    who: str
    may: str
    where: str
    matters: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class FacilityMember:
    """A facility that belongs to another."""

    name: str
    number: str | None = None


@dataclass(frozen=True)
class Facility:
    """A facility that the paper lists."""

    name: str
    where: str
    number: str | None = None
    operator: str | None = None
    members: tuple[FacilityMember, ...] = ()


@dataclass(frozen=True)
class Lineage:
    """An earlier ruling, often known only by its date."""

    relation: str
    what: str
    when: Date
    as_written: str
    where: str
    case: str | None = None
    system: str | None = None
    matters: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Annex:
    """Something attached, present in the source or not."""

    label: str
    title: str
    present: str
    pages: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class EditorNote:
    """A misprint, a contradiction, a lost part."""

    kind: str
    text: str
    where: str


@dataclass(frozen=True)
class SourceSection:
    """A heading of the source and what became of it."""

    at: str
    heading: str
    pages: str | None = None
    recorded_as: tuple[str, ...] = ()
    nothing_because: str | None = None


@dataclass(frozen=True)
class Source:
    """A document that the record was made from."""

    document: str
    title: str
    sections: tuple[SourceSection, ...]
    extraction: str | None = None


@dataclass(frozen=True)
class SecondReading:
    """A reading against the source by someone who did not transcribe it."""

    date: Date
    by: str
    result: str


@dataclass(frozen=True)
class ReadingRecord:
    """When and by whom (as a role) the record was made and read again."""

    transcribed_on: Date
    transcribed_by: str
    second_reading: SecondReading | None


@dataclass(frozen=True)
class Case:
    """One case: what was laid before a council."""

    id: str
    title: str
    short_title: str
    reading: str
    ward: str
    body: str
    act: str
    legal_regime: str
    regime_reason: str
    outcome: str
    meeting: str | None
    agenda_number: str | None
    documents: Listed[Paper]
    departments: tuple[CaseDepartment, ...]
    brief: Brief
    purpose: Statement | None
    schedule: Listed[ScheduleEntry]
    matters: tuple[Matter, ...]
    systems: Listed[System]
    responsible_offices: Listed[ResponsibleOffice]
    system_users: Listed[SystemUser]
    access_levels: Listed[AccessLevel]
    facilities: Listed[Facility]
    data_flow: DataFlow | None
    lineage: Listed[Lineage]
    annexes: Listed[Annex]
    sources: tuple[Source, ...]
    reading_record: ReadingRecord
    agenda_as_written: str | None = None
    notes: tuple[EditorNote, ...] = ()
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def label(self) -> str:
        """The short name that lists show."""
        return self.short_title

    def matter(self, matter_id: str) -> Matter:
        """Find a matter by its id; KeyError where there is none."""
        for matter in self.matters:
            if matter.id == matter_id:
                return matter
        raise KeyError(matter_id)

    def data_item_groups(self, matter: Matter) -> tuple[DataItemGroup, ...]:
        """Give a matter's groups of items.

        'The same as' another matter is replaced by the items which that matter's list holds; what
        the text handles there without listing it is not meant.
        """
        return tuple(
            meant
            for group in matter.data_items
            for meant in (self._listed_groups(group.same_as) if group.same_as else (group,))
        )

    def numbered_items(
        self, matter: Matter
    ) -> Iterator[tuple[DataItemGroup, tuple[tuple[int, CaseDataItem], ...]]]:
        """Yield a matter's groups with their items, counted from 1 through all groups."""
        numbers = count(1)
        for group in self.data_item_groups(matter):
            yield group, tuple((next(numbers), item) for item in group.items)

    def _listed_groups(self, matter_id: str) -> tuple[DataItemGroup, ...]:
        groups = self.data_item_groups(self.matter(matter_id))
        listed = (
            replace(group, items=tuple(item for item in group.items if item.listed))
            for group in groups
        )
        return tuple(group for group in listed if group.items)

    def dates(self) -> tuple[Date, ...]:
        """Give the dates of the letters and of the schedule, in the paper's order."""
        letters = tuple(paper.date for paper in self.documents if paper.date)
        return letters + tuple(entry.date for entry in self.schedule)
