"""A case as values: what one paper says, matter by matter, and how the record was made.

What each field means is told in `schemas/case.json`, under the same name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from senrei.model.act import Act
from senrei.model.case_source import Annex, EditorNote, ReadingRecord, Source
from senrei.model.case_systems import AccessLevel, Facility, ResponsibleOffice, System, SystemUser
from senrei.model.data_flow import DataFlow
from senrei.model.dates import Date
from senrei.model.matter import Matter
from senrei.model.record import (
    NO_SUCH_LIST,
    Listed,
    Record,
    Standing,
    Statement,
    common_absence,
)
from senrei.model.statements import (
    ClaimStatement,
    ControlStatement,
    ItemStatement,
    Participant,
    claim_statements,
    control_statements,
    item_statements,
    participants,
)
from senrei.model.words import (
    CaseLegalRegime,
    LineageRelation,
    ScheduleKind,
)


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
    kind: ScheduleKind
    date: Date | None
    where: str
    as_written: str | None = None
    until: Date | None = None
    open_end: str | None = None
    planned: bool = False
    matters: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class RelatedLaw:
    """An article that the paper names, but not as the basis on which it is laid."""

    article: str
    as_written: str
    where: str
    note: str | None = None


@dataclass(frozen=True)
class Lineage:
    """An earlier ruling, often known only by its date."""

    relation: LineageRelation
    what: str
    when: Date
    as_written: str
    where: str
    case: str | None = None
    system: str | None = None
    matters: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Case(Record):
    """One case: what was laid before a council."""

    KIND = "case"

    id: str
    title: str
    short_title: str
    reading: str
    ward: str
    acts: tuple[Act, ...]
    legal_regime: CaseLegalRegime
    regime_reason: str
    departments: tuple[CaseDepartment, ...]
    brief: Brief
    purpose: Statement | None
    schedule: Listed[ScheduleEntry]
    matters: tuple[Matter, ...]
    responsible_offices: Listed[ResponsibleOffice]
    data_flow: DataFlow | None
    lineage: Listed[Lineage]
    annexes: Listed[Annex]
    sources: tuple[Source, ...]
    reading_record: ReadingRecord
    systems: Listed[System] = NO_SUCH_LIST
    system_users: Listed[SystemUser] = NO_SUCH_LIST
    access_levels: Listed[AccessLevel] = NO_SUCH_LIST
    facilities: Listed[Facility] = NO_SUCH_LIST
    related_laws: tuple[RelatedLaw, ...] = ()
    notes: tuple[EditorNote, ...] = ()
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def label(self) -> str:
        """The short name that lists show."""
        return self.short_title

    @property
    def principal(self) -> Act:
        """The act that stands for the case: the one that says so, else the first."""
        return next((act for act in self.acts if act.principal), self.acts[0])

    @property
    def is_held_in_part(self) -> bool:
        """Whether something that the record leaves open may stand in a part not in hand."""
        return any(source.held == "part" for source in self.sources)

    def matter(self, matter_id: str) -> Matter:
        """Find a matter by its id; KeyError where there is none."""
        for matter in self.matters:
            if matter.id == matter_id:
                return matter
        raise KeyError(matter_id)

    @cached_property
    def items(self) -> tuple[ItemStatement, ...]:
        """The data items of all matters, in the order of the paper."""
        return tuple(item_statements(self.matters))

    @cached_property
    def participants(self) -> tuple[Participant, ...]:
        """The contractors of all matters and the members of their consortia."""
        return tuple(participants(self.matters))

    @cached_property
    def claims(self) -> tuple[ClaimStatement, ...]:
        """What is said of certifications in all matters."""
        return tuple(claim_statements(self.matters, self.participants))

    @cached_property
    def controls(self) -> tuple[ControlStatement, ...]:
        """The safeguards of all matters."""
        return tuple(control_statements(self.matters))

    def items_of(self, matter: Matter) -> Listed[ItemStatement]:
        """Return the items of one matter.

        Where it only points to another matter, whose list is empty, it takes over why that is.
        """
        entries = tuple(said for said in self.items if said.matter is matter)
        if entries or matter.data_items.absence:
            return Listed(entries, matter.data_items.absence)
        meant = (self.matter(group.same_as) for group in matter.data_items if group.same_as)
        return Listed(absence=common_absence(target.data_items for target in meant))
