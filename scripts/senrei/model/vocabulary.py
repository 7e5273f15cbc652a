"""Terms of the vocabulary that cases point to, and the words of the search."""

from __future__ import annotations

from dataclasses import dataclass

from senrei.model.record import Record, Standing
from senrei.model.words import (
    ContractorRoleZone,
    ControlGroup,
    DataItemGroup,
    DataSubjectGroup,
    MediumCarrier,
    ProtectionLock,
    SensitivityAssignedBy,
    SensitivityLevel,
)


@dataclass(frozen=True)
class TermLink:
    """The same idea in a public vocabulary."""

    vocabulary: str
    term: str


@dataclass(frozen=True)
class Sensitivity:
    """The editors' mark, never the ward's statement: how careful, why, who says so."""

    level: SensitivityLevel
    reason: str
    assigned_by: SensitivityAssignedBy


@dataclass(frozen=True, kw_only=True)
class Term(Record):
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

    KIND = "matter-type"

    glyph: str
    """The character that stands for cases of this type in results of a search."""
    draft_fields: tuple[str, ...]
    """The fields of a case that a draft of this type lays out from the start."""
    entrusts: bool = False
    not_demanded: tuple[str, ...] = ()
    """The fields of a case that matters of this type never have, and may leave out."""
    particulars: tuple[str, ...] = ()
    """What else is asked of matters of this type, as labels of their particulars."""


@dataclass(frozen=True, kw_only=True)
class DataItemTerm(TermWithPage):
    """A kind of personal data."""

    KIND = "data-item"

    group: DataItemGroup
    sensitivity: Sensitivity | None = None


@dataclass(frozen=True, kw_only=True)
class DataSubjectTerm(TermWithPage):
    """A kind of person."""

    KIND = "data-subject"

    group: DataSubjectGroup


@dataclass(frozen=True, kw_only=True)
class ControlTerm(TermWithPage):
    """A safeguard, whoever has to take it."""

    KIND = "control"

    group: ControlGroup
    iso27001: tuple[str, ...] = ()
    ppc: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CertificationTerm(TermWithPage):
    """A mark or certificate, with what it shows and what it does not."""

    KIND = "certification"

    issuer: str
    certifies: str
    does_not_certify: str
    standard: str | None = None


@dataclass(frozen=True, kw_only=True)
class MediumTerm(Term):
    """A way for data to travel."""

    KIND = "medium"

    carrier: MediumCarrier
    short: str
    portable: bool = False


@dataclass(frozen=True, kw_only=True)
class ProtectionTerm(Term):
    """How data is protected on its way."""

    KIND = "protection"

    lock: ProtectionLock


@dataclass(frozen=True, kw_only=True)
class RoleTerm(Term):
    """A part that an office plays in keeping data."""

    KIND = "role"


@dataclass(frozen=True, kw_only=True)
class ContractorRoleTerm(Term):
    """The part an organisation plays; `entrusted` where it is handed the work of a ward."""

    KIND = "contractor-role"

    zone: ContractorRoleZone
    entrusted: bool = False


@dataclass(frozen=True)
class SynonymGroup(Record):
    """Words that a search reads as one; what `finds` names is found too, but not back."""

    KIND = "synonym"

    id: str
    words: tuple[str, ...]
    finds: tuple[str, ...] = ()
    note: str | None = None

    @property
    def label(self) -> str:
        """The word that stands for the group."""
        return self.words[0]


@dataclass(frozen=True)
class ReadingOfWords(Record):
    """What a search in kana may stand for: a reading and the words that are read so."""

    KIND = "reading"

    id: str
    reading: str
    words: tuple[str, ...]
    note: str | None = None

    @property
    def label(self) -> str:
        """The reading itself."""
        return self.reading
