"""A case as values: what one paper says, matter by matter."""

from __future__ import annotations

from dataclasses import dataclass, replace

from senrei.model.data_flow import DataFlow
from senrei.model.dates import Date
from senrei.model.record import (
    CertificationClaim,
    Listed,
    Period,
    Quoted,
    Statement,
)


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
class LegalBasis:
    """An article that a matter rests on."""

    article: str
    as_written: str
    where: str


@dataclass(frozen=True)
class Task:
    """A piece of work within a matter."""

    as_written: str
    where: str
    summary: str | None = None
    by: str | None = None
    handles_personal_data: bool | None = None


@dataclass(frozen=True)
class CaseDataSubject:
    """Whose data it is."""

    as_written: str
    term: str
    where: str
    includes: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class DataItemPart:
    """What stands in brackets behind an item."""

    as_written: str
    term: str


@dataclass(frozen=True)
class CaseDataItem:
    """One item exactly as written, tied to the vocabulary."""

    as_written: str
    term: str
    number: int | None = None
    whose: str | None = None
    parts: tuple[DataItemPart, ...] = ()
    listed: bool = True
    open_ended: bool = False
    where: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class DataItemGroup:
    """A group of items as the paper groups them, or a pointer to another matter's items."""

    where: str
    items: tuple[CaseDataItem, ...] = ()
    group: str | None = None
    scope: str | None = None
    same_as: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Medium:
    """What the data is recorded on."""

    as_written: str
    carrier: str
    where: str


@dataclass(frozen=True)
class Volume:
    """How many: a number or a range, of what, as of when."""

    what: str
    unit: str
    as_written: str
    where: str
    value: int | None = None
    min: int | None = None
    max: int | None = None
    per: str | None = None
    approximate: bool = False
    as_of: Date | None = None
    note: str | None = None


@dataclass(frozen=True)
class ConsortiumMember:
    """One organisation of a joint venture."""

    contractor: str
    position: str
    address: str | None
    certifications: Listed[CertificationClaim]
    where: str
    scope: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class TrackRecord:
    """An achievement that the paper names."""

    summary: str
    where: str
    date: Date | None = None


@dataclass(frozen=True)
class CaseContractor:
    """An organisation outside the ward and its part in a matter; it may be unnamed."""

    as_written: str
    role: str
    status: str
    address: str | None
    certifications: Listed[CertificationClaim]
    where: str
    contractor: str | None = None
    scope: str | None = None
    since: Date | None = None
    members: tuple[ConsortiumMember, ...] = ()
    track_record: tuple[TrackRecord, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Reoutsourcing:
    """Whether work may be handed on."""

    policy: str
    where: str
    summary: str | None = None


@dataclass(frozen=True)
class ControlEntry:
    """One safeguard as this paper has it."""

    term: str
    summary: str
    at: str | None = None
    row: int | None = None
    also: tuple[str, ...] = ()
    mark: str | None = None
    reason: str | None = None
    method: str | None = None
    policy_refs: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class ControlGroup:
    """Safeguards that stand together in the paper, all on one side."""

    group: str
    side: str
    where: str
    entries: tuple[ControlEntry, ...]
    note: str | None = None

    def where_of(self, entry: ControlEntry) -> str:
        """Say where one entry stands: the group's place and the entry's number or row."""
        position = entry.at or (f"{entry.row}行目" if entry.row else "")
        return f"{self.where} {position}".rstrip()


@dataclass(frozen=True)
class Matter:
    """One matter laid before the council; nearly everything hangs on it."""

    id: str
    type: str
    title: str
    nature: str
    summary: str
    reason: Statement | None
    legal_basis: Listed[LegalBasis]
    period: Period | None
    tasks: Listed[Task]
    place: Quoted | None
    data_subjects: Listed[CaseDataSubject]
    data_items: Listed[DataItemGroup]
    volumes: Listed[Volume]
    contractors: Listed[CaseContractor]
    certification_requirements: Listed[CertificationClaim]
    reoutsourcing: Reoutsourcing | None
    controls: Listed[ControlGroup]
    new: str | None = None
    method: Statement | None = None
    media: Listed[Medium] = Listed()  # noqa: RUF009 - frozen and empty
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
