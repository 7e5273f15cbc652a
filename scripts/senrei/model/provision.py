"""Data that goes beyond its purpose, as values: other uses, provisions, and their assessment."""

from __future__ import annotations

from dataclasses import dataclass

from senrei.model.dates import Date
from senrei.model.record import Listed, Period, Stated, Statement
from senrei.model.words import (
    CounterpartType,
    ImpactAssessmentLevel,
    ProvisionsDirection,
    RisksJudgement,
    ThresholdHandlers,
    ThresholdIncidents,
    ThresholdSubjects,
)


@dataclass(frozen=True)
class Counterpart:
    """Who gets the data or gives it; no contractor, who works for the body."""

    as_written: str
    type: CounterpartType


@dataclass(frozen=True)
class Ground:
    """The article that allows it; `article` where the law is on record."""

    as_written: str
    where: str
    article: str | None = None


@dataclass(frozen=True)
class ProvidedItem:
    """An item that is handed over or used."""

    as_written: str
    term: str


@dataclass(frozen=True)
class Provision:
    """One use for another purpose, or one provision: who, for what, on which ground.

    Either `items` are listed, or `same_as` names the matter whose items are meant.
    """

    direction: ProvisionsDirection
    counterpart: Counterpart
    to_purpose: Stated[str]
    ground: Listed[Ground]
    where: str
    from_purpose: str | None = None
    same_as: str | None = None
    items: Listed[ProvidedItem] = Listed()  # noqa: RUF009 - frozen and empty
    subjects: str | None = None
    period: Period | None = None
    frequency: str | None = None
    medium: tuple[str, ...] = ()
    consent: Stated[Statement] = Stated()  # noqa: RUF009 - frozen and empty
    notice: Stated[Statement] = Stated()  # noqa: RUF009 - frozen and empty
    conditions: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Threshold:
    """The answers by which it was decided how deep the assessment has to go."""

    where: str
    subjects: ThresholdSubjects | None = None
    handlers: ThresholdHandlers | None = None
    incidents: ThresholdIncidents | None = None
    as_of: Date | None = None


@dataclass(frozen=True)
class Risk:
    """A risk, what is done about it, and how the paper judges that."""

    risk: str
    summary: str
    where: str
    section: str | None = None
    judgement: RisksJudgement | None = None
    note: str | None = None


@dataclass(frozen=True)
class ImpactAssessment:
    """What an assessment of files with the Individual Number says of itself and of the risks."""

    level: ImpactAssessmentLevel
    where: str
    number: str | None = None
    name: str | None = None
    by: str | None = None
    files: tuple[str, ...] = ()
    threshold: Threshold | None = None
    risks: tuple[Risk, ...] = ()
    published_on: Date | None = None
    reassess_by: Date | None = None
    reassessment: str | None = None
    note: str | None = None
