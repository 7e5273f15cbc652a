"""Organisations: wards with their bodies, departments, meetings and laws, and those outside."""

from __future__ import annotations

from dataclasses import dataclass

from senrei.model.dates import Date
from senrei.model.record import Named, Record, Standing
from senrei.model.words import BodyKind, CoverageComplete, LawKind, LawRegime, WardType


@dataclass(frozen=True)
class Contractor(Named, Record):
    """An organisation outside the ward."""

    KIND = "contractor"

    id: str
    name: str
    reading: str
    legal_form: str | None = None
    synonyms: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    note: str | None = None
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None


@dataclass(frozen=True)
class Body(Named, Record):
    """A council or board that hears cases."""

    KIND = "body"

    id: str
    name: str
    reading: str
    kind: BodyKind
    definition: str
    note: str | None = None


@dataclass(frozen=True)
class Department(Named, Record):
    """A department of a ward."""

    KIND = "department"

    id: str
    name: str
    reading: str
    note: str | None = None
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None


@dataclass(frozen=True)
class LocalTerm:
    """A word that only one body uses, and the words that mean the same elsewhere."""

    word: str
    same_as: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True)
class Ward(Named, Record):
    """A ward, city, prefecture or union with its bodies and departments."""

    KIND = "ward"

    id: str
    name: str
    reading: str
    type: WardType
    bodies: tuple[Body, ...]
    departments: tuple[Department, ...]
    local_terms: tuple[LocalTerm, ...] = ()
    note: str | None = None
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None


@dataclass(frozen=True)
class MeetingCoverage:
    """Which agenda items of a meeting are in the records."""

    source_has: str
    complete: CoverageComplete


@dataclass(frozen=True)
class Meeting(Record):
    """One meeting of a body; not every body counts its meetings."""

    KIND = "meeting"

    id: str
    ward: str
    body: str
    name: str
    held_on: Date | None
    coverage: MeetingCoverage
    fiscal_year: int | None = None
    number: int | None = None
    note: str | None = None
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def label(self) -> str:
        """Its name, with the day where only that tells it from the next meeting."""
        day = self.held_on.as_written if self.held_on and not self.number else ""
        return f"{self.name}（{day}）" if day and day not in self.name else self.name

    @property
    def year(self) -> int | None:
        """The western year in which its fiscal year began, as far as the paper tells."""
        return self.fiscal_year or (self.held_on.fiscal_year if self.held_on else None)


@dataclass(frozen=True)
class Article(Record):
    """An article, paragraph or item of a law."""

    KIND = "article"

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
class Law(Named, Record):
    """An act, ordinance or rule."""

    KIND = "law"

    id: str
    name: str
    reading: str
    kind: LawKind
    articles: tuple[Article, ...]
    ward: str | None = None
    regime: LawRegime | None = None
    """The way of protecting personal data that it belongs to; None where it is about others."""
    number: str | None = None
    promulgated: Date | None = None
    in_force: Date | None = None
    ended: Date | None = None
    version: str | None = None
    note: str | None = None
