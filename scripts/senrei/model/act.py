"""Acts of a case: each step of its procedure, with papers, outcome, and opinions with answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from senrei.model.dates import Date
from senrei.model.record import Listed, Stated
from senrei.model.words import ActsAct, ByRole, DocumentsKind, OutcomeResult


@dataclass(frozen=True)
class Paper:
    """A letter or paper with its own number and date."""

    kind: DocumentsKind
    number: str | None
    date: Date | None
    where: str
    sender: str | None = None
    recipient: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Condition:
    """A condition or a wish that a body joined to its answer, in the editors' words."""

    text: str
    where: str
    note: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of an act."""

    result: OutcomeResult
    where: str
    as_written: str | None = None
    date: Date | None = None
    number: str | None = None
    """The number of the letter that tells it."""
    conditions: Listed[Condition] = field(default_factory=Listed)
    note: str | None = None


@dataclass(frozen=True)
class Speaker:
    """Who said something, as a role and never by name."""

    role: ByRole
    as_written: str | None = None
    count: int | None = None


@dataclass(frozen=True)
class Opinion:
    """An opinion, the answer to it and what changed, in the editors' words."""

    by: Speaker
    opinion: str
    answer: Stated[str]
    changed: Stated[str]
    where: str
    note: str | None = None


@dataclass(frozen=True)
class Received:
    """How many people sent in how many opinions."""

    as_written: str
    where: str
    persons: int | None = None
    opinions: int | None = None
    note: str | None = None


@dataclass(frozen=True)
class Act:
    """One step of the procedure of a case: laid before a body, put to the public, answered."""

    act: ActsAct
    body: Stated[str]
    meeting: Stated[str]
    agenda_number: Stated[str]
    documents: Listed[Paper]
    outcome: Stated[Outcome]
    """Where there is none, its absence says `unknown` or `does_not_apply`."""
    as_written: str | None = None
    principal: bool = False
    date: Date | None = None
    """When it was, where no meeting says so."""
    until: Date | None = None
    agenda_as_written: str | None = None
    received: Received | None = None
    opinions: Listed[Opinion] = field(default_factory=Listed)
    where: str | None = None
    note: str | None = None
