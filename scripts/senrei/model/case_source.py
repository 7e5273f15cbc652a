"""Sources: the documents of a record, what of them is in hand, and who read them."""

from __future__ import annotations

from dataclasses import dataclass

from senrei.model.dates import Date
from senrei.model.words import AnnexesPresent, NotesKind, SourcesDocumentType, SourcesHeld


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
class PageSpan:
    """The pages of a source that speak of the case, first and last."""

    first: int
    last: int


@dataclass(frozen=True)
class MissingPart:
    """What of a source is not in hand, and why."""

    what: str
    why: str


@dataclass(frozen=True)
class Source:
    """A document that the record was made from."""

    document: str
    title: str
    sections: tuple[SourceSection, ...]
    extraction: str | None = None
    document_type: SourcesDocumentType | None = None
    publisher: str | None = None
    url: str | None = None
    published: Date | None = None
    accessed: Date | None = None
    pages: PageSpan | None = None
    held: SourcesHeld | None = None
    missing: MissingPart | None = None
    sha256: str | None = None


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
