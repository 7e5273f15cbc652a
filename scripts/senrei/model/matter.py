"""A matter as values: one thing laid before a council, on which nearly everything hangs.

What each field means is told in `schemas/case.json`, under the same name.
"""

from __future__ import annotations

from dataclasses import dataclass

from senrei.model.contracting import CaseContractor, CertificationClaim, Reoutsourcing
from senrei.model.dates import Date
from senrei.model.provision import ImpactAssessment, Provision
from senrei.model.record import (
    NO_SUCH_LIST,
    NO_SUCH_VALUE,
    Listed,
    Period,
    Quoted,
    Retention,
    Stated,
    Statement,
)
from senrei.model.words import (
    ControlsSide,
    DataItemsScope,
    EntriesMark,
    MattersNature,
    MediaCarrier,
    VolumesPer,
)


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
    handled: bool = True
    """False for what the paper only mentions: it belongs to another function, or is not kept."""
    open_ended: bool = False
    retention: Retention | None = None
    where: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class DataItemGroup:
    """A group of items as the paper groups them, or a pointer to another matter's items."""

    where: str
    items: tuple[CaseDataItem, ...] = ()
    group: str | None = None
    scope: DataItemsScope | None = None
    same_as: str | None = None
    retention: Retention | None = None
    note: str | None = None


@dataclass(frozen=True)
class Medium:
    """What the data is recorded on."""

    as_written: str
    carrier: MediaCarrier
    where: str
    retention: Retention | None = None


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
    per: VolumesPer | None = None
    approximate: bool = False
    as_of: Date | None = None
    note: str | None = None


@dataclass(frozen=True)
class ControlEntry:
    """One safeguard as this paper has it."""

    term: str
    summary: str
    at: str | None = None
    row: int | None = None
    also: tuple[str, ...] = ()
    mark: EntriesMark | None = None
    reason: str | None = None
    method: str | None = None
    policy_refs: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class ControlGroup:
    """Safeguards that stand together in the paper, all on one side."""

    group: str
    side: ControlsSide
    where: str
    entries: tuple[ControlEntry, ...]
    note: str | None = None


@dataclass(frozen=True)
class Particular:
    """An answer to what is asked of matters of some type only: of a camera, how many there are."""

    label: str
    as_written: str
    where: str
    note: str | None = None


@dataclass(frozen=True)
class Money:
    """What something costs, in yen where it can be counted."""

    what: str
    as_written: str
    where: str
    amount: int | None = None
    approximate: bool = False
    per: str | None = None
    fiscal_year: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class Matter:
    """One matter laid before the council; nearly everything hangs on it.

    What its type does not have may be left out of the record and does not apply.
    """

    id: str
    type: str
    title: str
    nature: MattersNature
    summary: str
    reason: Stated[Statement] = NO_SUCH_VALUE
    legal_basis: Listed[LegalBasis] = NO_SUCH_LIST
    period: Stated[Period] = NO_SUCH_VALUE
    tasks: Listed[Task] = NO_SUCH_LIST
    place: Stated[Quoted] = NO_SUCH_VALUE
    data_subjects: Listed[CaseDataSubject] = NO_SUCH_LIST
    data_items: Listed[DataItemGroup] = NO_SUCH_LIST
    volumes: Listed[Volume] = NO_SUCH_LIST
    contractors: Listed[CaseContractor] = NO_SUCH_LIST
    certification_requirements: Listed[CertificationClaim] = NO_SUCH_LIST
    reoutsourcing: Stated[Reoutsourcing] = NO_SUCH_VALUE
    controls: Listed[ControlGroup] = NO_SUCH_LIST
    new: str | None = None
    method: Stated[Statement] = Stated()  # noqa: RUF009 - frozen and empty
    media: Listed[Medium] = Listed()  # noqa: RUF009 - frozen and empty
    provisions: Listed[Provision] = Listed()  # noqa: RUF009 - frozen and empty
    impact_assessment: ImpactAssessment | None = None
    particulars: tuple[Particular, ...] = ()
    money: Listed[Money] = Listed()  # noqa: RUF009 - frozen and empty
    note: str | None = None
