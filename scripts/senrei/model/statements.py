"""Statements: what the matters of a case say one by one, each with its number and its pointer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.contracting import CaseContractor, CertificationClaim, ConsortiumMember
    from senrei.model.matter import (
        CaseDataItem,
        ControlEntry,
        ControlGroup,
        DataItemGroup,
        Matter,
    )
    from senrei.source.yaml_text import Pointer

    Matters = tuple[Matter, ...]


@dataclass(frozen=True)
class ItemStatement:
    """A data item of a matter, its own or one that it has in common with another matter."""

    matter: Matter
    group: DataItemGroup
    number: int
    """Counts from 1 through all groups of the matter."""
    item: CaseDataItem

    @property
    def where(self) -> str:
        """Where the paper says it."""
        return self.item.where or self.group.where

    @property
    def terms(self) -> tuple[str, ...]:
        """The term of the item and those of its parts."""
        return self.item.term, *(part.term for part in self.item.parts)


@dataclass(frozen=True)
class Participant:
    """An organisation in a matter: a contractor, or with `member` one of its consortium."""

    matter: Matter
    number: int
    """Counts the contractors of the matter from 1; a member has its contractor's."""
    contractor: CaseContractor
    pointer: Pointer
    member: ConsortiumMember | None = None

    @property
    def organisation(self) -> str | None:
        """The id of the organisation; None where the paper does not name it."""
        return self.said.contractor

    @property
    def said(self) -> CaseContractor | ConsortiumMember:
        """What the paper says of this very organisation."""
        return self.member or self.contractor


@dataclass(frozen=True)
class ClaimStatement:
    """What is said of a certification: by a participant, or of all where the matter requires it."""

    matter: Matter
    participant: Participant | None
    claim: CertificationClaim
    pointer: Pointer

    @property
    def field(self) -> str:
        """The field of the case's schema that holds it."""
        return "matters.contractors" if self.participant else "matters.certification_requirements"


@dataclass(frozen=True)
class ControlStatement:
    """A safeguard of a matter."""

    matter: Matter
    group: ControlGroup
    position: tuple[int, int]
    """Counts the groups of the matter and the entries of the group, both from 1."""
    entry: ControlEntry
    pointer: Pointer

    @property
    def where(self) -> str:
        """Where the paper says it: where the group stands, and the entry's number or row."""
        entry = self.entry
        position = entry.at or (f"{entry.row}行目" if entry.row else "")
        return f"{self.group.where} {position}".rstrip()

    @property
    def terms(self) -> tuple[str, ...]:
        """The term of the safeguard, and others that a row of a checklist holds."""
        return self.entry.term, *self.entry.also


def item_statements(matters: Matters) -> Iterator[ItemStatement]:
    """Yield the items of all matters.

    'The same as' another matter means the items which that matter's list holds; what the text
    handles there without listing it is not meant, nor ever what is only mentioned.
    """
    by_id = {matter.id: matter for matter in matters}
    for matter in matters:
        numbers = count(1)
        for group in matter.data_items:
            meant = tuple(_listed_groups(by_id[group.same_as])) if group.same_as else (group,)
            for holder in meant:
                for item in holder.items:
                    if item.handled:
                        yield ItemStatement(matter, holder, next(numbers), item)


def mentioned_items(matter: Matter) -> tuple[tuple[CaseDataItem, DataItemGroup], ...]:
    """Return the items that the paper only mentions, each with its group."""
    return tuple(
        (item, group) for group in matter.data_items for item in group.items if not item.handled
    )


def _listed_groups(matter: Matter) -> Iterator[DataItemGroup]:
    for group in matter.data_items:
        yield replace(group, items=tuple(item for item in group.items if item.listed))


def participants(matters: Matters) -> Iterator[Participant]:
    """Yield the contractors of all matters, each before the members of its consortium."""
    for index, matter in enumerate(matters):
        for number, contractor in enumerate(matter.contractors, start=1):
            pointer = ("matters", index, "contractors", number - 1)
            yield Participant(matter, number, contractor, pointer)
            for position, member in enumerate(contractor.members):
                inside = (*pointer, "members", position)
                yield Participant(matter, number, contractor, inside, member)


def claim_statements(
    matters: Matters, everybody: tuple[Participant, ...]
) -> Iterator[ClaimStatement]:
    """Yield the claims of each matter's participants, then the marks that it requires of all."""
    for index, matter in enumerate(matters):
        for participant in everybody:
            if participant.matter is matter:
                for position, claim in enumerate(participant.said.certifications):
                    inside = (*participant.pointer, "certifications", position)
                    yield ClaimStatement(matter, participant, claim, inside)
        for position, claim in enumerate(matter.certification_requirements):
            pointer = ("matters", index, "certification_requirements", position)
            yield ClaimStatement(matter, None, claim, pointer)


def control_statements(matters: Matters) -> Iterator[ControlStatement]:
    """Yield the safeguards of all matters."""
    for index, matter in enumerate(matters):
        for number, group in enumerate(matter.controls, start=1):
            for row, entry in enumerate(group.entries, start=1):
                pointer = ("matters", index, "controls", number - 1, "entries", row - 1)
                yield ControlStatement(matter, group, (number, row), entry, pointer)
