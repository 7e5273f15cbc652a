"""Kinds of records, as the schemas tell them in `x-kind`: only this module reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, cast, get_args, get_origin, get_type_hints

from senrei.model.words import KindId
from senrei.source.nearest import nearest
from senrei.source.problem import FaultySchemaError
from senrei.source.schema import ANY, FieldPath

if TYPE_CHECKING:
    from senrei.source.schema import Schema, Schemas


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
    zone: str = "other"
    """The zone of the search for the line that names it in the box of a case."""
    facet: bool = False
    """A search is narrowed by it; those that say more than that a case uses it have their own."""
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
    """Return all kinds by their ids, as the schemas tell them, in their order.

    FaultySchemaError where they tell of a kind what cannot be.
    """
    kinds = tuple(kind for schema in schemas.by_name.values() for kind in _kinds_of(schema))
    _refuse(_copied(kinds))
    _refuse(_miscounted(kinds))
    for schema in schemas.by_name.values():
        _refuse(_misnamed(schema, kinds))
    return {kind.id: kind for kind in sorted(kinds, key=lambda kind: kind.order)}


def _kinds_of(schema: Schema) -> Iterator[Kind]:
    for path, node in _nodes(schema):
        if "x-kind" in node:
            told = {"title": node.get("title"), **node["x-kind"]}
            _refuse((schema.name, fault) for fault in _mistold(told))
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


def _refuse(faults: Iterable[tuple[str, str]]) -> None:
    for name, fault in faults:
        raise FaultySchemaError(name, fault)


_TOLD = {
    name: hint
    for name, hint in {**get_type_hints(Kind), "id": str}.items()
    if name not in {"schema", "files", "path", "references"}  # the schema itself says these
}
_NEEDED = {field.name for field in fields(Kind) if field.default is MISSING} - {"short"}
_WRITTEN = {int: "整数", bool: "true か false", str: "文字"}


def _mistold(told: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the members of one `x-kind`."""
    for name in _TOLD.keys() - told.keys() & _NEEDED:
        yield f"x-kind に {name} がありません。加えてください。"
    for name, value in told.items():
        if name not in _TOLD:
            known = "、".join(_TOLD)
            yield f"x-kind に {name} は書けません。{nearest(name, _TOLD)}書けるのは {known} です。"
        elif not _fits(value, _TOLD[name]):
            words = " か ".join(_WRITTEN.get(part, str(part)) for part in _parts(_TOLD[name]))
            yield f"x-kind の {name} が {value!r} です。{words} を書いてください。"


def _parts(hint: Any) -> tuple[Any, ...]:
    return tuple(part for part in get_args(hint) or (hint,) if part is not type(None))


def _fits(value: Any, hint: Any) -> bool:
    parts = _parts(hint)
    return value in parts if get_origin(hint) is Literal else type(value) in parts


def _copied(kinds: Iterable[Kind]) -> Iterator[tuple[str, str]]:
    """Yield what two kinds have in common that tells one from the other."""
    for member in ("id", "order", "title", "short", "segment", "glyph", "glossary"):
        seen: dict[Any, str] = {}
        for kind in kinds:
            value = getattr(kind, member)
            if value and value in seen:
                other = f"schemas/{seen[value]}.json"
                fault = f"{member} の {value} は {other} にもあります。どちらかを変えてください。"
                yield kind.schema, fault
            seen[value] = kind.schema


def _miscounted(kinds: Iterable[Kind]) -> Iterator[tuple[str, str]]:
    """Yield numbers that do not go on from 1 without a gap."""
    for member in ("order", "glossary"):
        numbers = {n: kind for kind in kinds if (n := getattr(kind, member)) is not None}
        free = set(range(1, len(numbers) + 1)) - numbers.keys()
        for number in numbers.keys() - set(range(1, len(numbers) + 1)):
            fault = f"x-kind の {member} が {number} です。空いている番号は {min(free)} です。"
            yield numbers[number].schema, fault


def _misnamed(schema: Schema, kinds: tuple[Kind, ...]) -> Iterator[tuple[str, str]]:
    """Yield ids of kinds in a schema that are not those they must be, and its own wrong name."""
    ids = [kind.id for kind in kinds]
    for kind in (kind for kind in kinds if kind.schema == schema.name):
        if kind.glyph and not kind.segment:
            fault = "x-kind に segment がありません。加えるか、使われない glyph を消してください。"
            yield schema.name, fault
        for keyword, path in (
            ("x-declares", kind.id_path),
            ("x-aliases", (*kind.path, "aliases", ANY)),
            ("x-ref", (*kind.path, "standing", "by")),
        ):
            field = schema.field_at(path)
            if field and field.schema.get(keyword) != kind.id:
                fault = f'{".".join(path)} に「"{keyword}": "{kind.id}"」と書いてください。'
                yield schema.name, fault
    for path, target in references(schema).items():
        if target not in ids:
            near = nearest(target, ids)
            fault = f"{'.'.join(path)} の x-ref の {target} という種類はありません。{near}"
            yield schema.name, f"{fault}種類は、そのスキーマの x-kind で加えます。"
    if schema.contents.get("$id") != f"{schema.name}.json":
        yield schema.name, f"$id に「{schema.name}.json」と書いてください。"


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
