"""The source of a case as values: its documents and sections, and how the record was made."""

from __future__ import annotations

from dataclasses import dataclass

from senrei.model.dates import Date
from senrei.model.words import AnnexesPresent, NotesKind


@dataclass(frozen=True)
class Annex:
    """Something attached, present in the source or not."""

    label: str
    title: str
    present: AnnexesPresent
    pages: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class EditorNote:
    """A misprint, a contradiction, a lost part."""

    kind: NotesKind
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
