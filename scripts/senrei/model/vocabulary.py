"""Vocabulary terms and organisations: what cases point to."""

from __future__ import annotations

from dataclasses import dataclass

from senrei.model.dates import Date
from senrei.model.record import Standing


@dataclass(frozen=True)
class TermLink:
    """The same idea in a public vocabulary."""

    vocabulary: str
    term: str


@dataclass(frozen=True)
class Sensitivity:
    """The editors' mark, never the ward's statement: how careful, why, who says so."""

    level: str
    reason: str
    assigned_by: str


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word of a vocabulary."""

    id: str
    label: str
    reading: str
    definition: str
    synonyms: tuple[str, ...] = ()
    links: tuple[TermLink, ...] = ()
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class TermWithPage(Term):
    """A word of a vocabulary that has a page of its own, and may have had another id."""

    aliases: tuple[str, ...] = ()
    standing: Standing | None = None


@dataclass(frozen=True, kw_only=True)
class MatterTypeTerm(TermWithPage):
    """A kind of matter; `entrusts` where it hands the ward's work to somebody else."""

    entrusts: bool = False


@dataclass(frozen=True, kw_only=True)
class DataItemTerm(TermWithPage):
    """A kind of personal data."""

    group: str
    sensitivity: Sensitivity | None = None


@dataclass(frozen=True, kw_only=True)
class DataSubjectTerm(TermWithPage):
    """A kind of person."""

    group: str


@dataclass(frozen=True, kw_only=True)
class ControlTerm(TermWithPage):
    """A safeguard, whoever has to take it."""

    group: str
    iso27001: tuple[str, ...] = ()
    ppc: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CertificationTerm(TermWithPage):
    """A mark or certificate, with what it shows and what it does not."""

    issuer: str
    certifies: str
    does_not_certify: str
    standard: str | None = None


@dataclass(frozen=True, kw_only=True)
class MediumTerm(Term):
    """A way for data to travel."""

    carrier: str
    short: str
    portable: bool = False


@dataclass(frozen=True, kw_only=True)
class ProtectionTerm(Term):
    """How data is protected on its way."""

    lock: str


@dataclass(frozen=True, kw_only=True)
class ContractorRoleTerm(Term):
    """The part an organisation plays."""

    zone: str


@dataclass(frozen=True)
class SynonymGroup:
    """Words that a search reads as one; what `finds` names is found too, but not back."""

    id: str
    words: tuple[str, ...]
    finds: tuple[str, ...] = ()
    note: str | None = None

    @property
    def label(self) -> str:
        """The word that stands for the group."""
        return self.words[0]


@dataclass(frozen=True)
class ReadingOfWords:
    """What a search in kana may stand for: a reading and the words that are read so."""

    id: str
    reading: str
    words: tuple[str, ...]
    note: str | None = None

    @property
    def label(self) -> str:
        """The reading itself."""
        return self.reading


@dataclass(frozen=True)
class Contractor:
    """An organisation outside the ward."""

    id: str
    name: str
    reading: str
    legal_form: str | None = None
    synonyms: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    note: str | None = None
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def label(self) -> str:
        """The name that lists show."""
        return self.name


@dataclass(frozen=True)
class Body:
    """A council or board that hears cases."""

    id: str
    name: str
    reading: str
    kind: str
    definition: str
    note: str | None = None

    @property
    def label(self) -> str:
        """The name that lists show."""
        return self.name


@dataclass(frozen=True)
class Department:
    """A department of a ward."""

    id: str
    name: str
    reading: str
    note: str | None = None
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def label(self) -> str:
        """The name that lists show."""
        return self.name


@dataclass(frozen=True)
class Ward:
    """A ward with its bodies and departments."""

    id: str
    name: str
    reading: str
    bodies: tuple[Body, ...]
    departments: tuple[Department, ...]
    note: str | None = None
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def label(self) -> str:
        """The name that lists show."""
        return self.name


@dataclass(frozen=True)
class MeetingCoverage:
    """Which agenda items of a meeting are in the records."""

    source_has: str
    complete: str


@dataclass(frozen=True)
class Meeting:
    """One meeting of a body."""

    id: str
    ward: str
    body: str
    fiscal_year: int
    number: int
    label: str
    held_on: Date | None
    coverage: MeetingCoverage
    note: str | None = None
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None


@dataclass(frozen=True)
class Article:
    """An article, paragraph or item of a law."""

    id: str
    article: str
    label: str
    definition: str
    paragraph: str | None = None
    item: str | None = None
    note: str | None = None
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None


@dataclass(frozen=True)
class Law:
    """An act, ordinance or rule."""

    id: str
    name: str
    reading: str
    kind: str
    regime: str
    articles: tuple[Article, ...]
    ward: str | None = None
    note: str | None = None

    @property
    def label(self) -> str:
        """The name that lists show."""
        return self.name
