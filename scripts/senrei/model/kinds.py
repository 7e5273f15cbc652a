"""Kinds of records, as the schemas tell them in `x-kind`: only this module reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from senrei.model.words import KindId
from senrei.source.schema import ANY

if TYPE_CHECKING:
    from senrei.source.schema import FieldPath, Schema, Schemas


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of record: how it is called, and what the site and the check do with it."""

    id: KindId
    order: int
    """Its position wherever kinds are listed, counted from 1."""
    title: str
    """The Japanese name, one everywhere."""
    short: str
    """The name where there is little room: navigation, facets, completion."""
    schema: str
    """The name of the schema that describes its files."""
    files: str
    """Where its files are, below `records/`."""
    path: FieldPath
    """Where a record stands in its file: nothing where the file is the record."""
    references: Mapping[FieldPath, KindId]
    """Which kind of record a text at a path of its files points to."""
    segment: str | None = None
    """The folder of its pages and its open data; None where it has none."""
    intro: str = ""
    """What its list says first."""
    glyph: str = ""
    """The character that stands for it in results of a search."""
    sorted_by_reading: bool = False
    """Its list goes by readings, not in the order of the files."""
    must_be_used: bool = False
    """A record that no case uses is worth a warning."""
    read_aloud: bool = False
    """A case is found by the readings of the records that it uses."""
    dictionary: bool = False
    """A search takes its synonyms for its label."""
    only_for_search: bool = False
    """Nobody but the search reads it, so that its ids may come and go."""
    glossary: int | None = None
    """Its position in the glossary, counted from 1; None where it has none."""
    copied: Literal["always", "within_ward", "never"] = "always"
    """Whether a new case in the shape of another points to the same record."""

    @property
    def is_whole_file(self) -> bool:
        """Whether each of its files holds one record and bears its id as name."""
        return not self.path

    @property
    def id_path(self) -> FieldPath:
        """Where the id of a record stands in its file."""
        return (*self.path, "id")


Kinds = Mapping[KindId, Kind]


def read_kinds(schemas: Schemas) -> Kinds:
    """Return all kinds by their ids, as the schemas tell them, in their order."""
    kinds = (kind for schema in schemas.by_name.values() for kind in _kinds_of(schema))
    return {kind.id: kind for kind in sorted(kinds, key=lambda kind: kind.order)}


def _kinds_of(schema: Schema) -> Iterator[Kind]:
    for path, node in _nodes(schema):
        if "x-kind" in node:
            told = {"title": node["title"], **node["x-kind"]}
            told = {"short": told["title"], **told}
            pointers = references(schema)
            yield Kind(
                schema=schema.name, files=schema.files, path=path, references=pointers, **told
            )


def _nodes(schema: Schema) -> Iterator[tuple[FieldPath, Mapping[str, Any]]]:
    """Yield the schemas of all mappings that may be records: the file and the parts of lists."""
    yield (), schema.contents
    for field in schema.fields:
        yield (*field.path, ANY), schema.resolve(field.schema.get("items", {}))


def references(schema: Schema) -> Mapping[FieldPath, KindId]:
    """Return which kind of record a text at a path of a schema's files points to."""
    return {path: cast("KindId", kind) for kind, path in schema.paths_with("x-ref")}


def declared_in(schema: str, kinds: Kinds) -> Iterator[Kind]:
    """Yield the kinds that the files of a schema declare."""
    return (kind for kind in kinds.values() if kind.schema == schema)


def is_one_per_file(schema: str, kinds: Kinds) -> bool:
    """Return whether each file of a schema is one record and bears its id as name."""
    return any(kind.is_whole_file for kind in declared_in(schema, kinds))


def with_pages(kinds: Kinds) -> Iterator[Kind]:
    """Yield the kinds whose records have pages."""
    return (kind for kind in kinds.values() if kind.segment)
