"""Schemas: what a file may say, the labels of its words, and faults in the editor's words."""

from __future__ import annotations

import fnmatch
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from senrei.source.fault import each_required, strict_pattern
from senrei.source.problem import FaultySchemaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

    from senrei.source.document import Pointer

ANY = "*"  # stands for every position of a list in a field's path

FieldPath = tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """One field of a kind of record, as its schema describes it."""

    path: FieldPath
    title: str
    description: str
    required: bool
    schema: Mapping[str, Any]

    @property
    def is_demanded(self) -> bool:
        """Whether it must be there where a type of matter has it."""
        return "x-demanded" in self.schema


@dataclass(frozen=True)
class Schema:
    """The contract of one kind of record."""

    name: str
    title: str
    description: str
    files: str
    contents: dict[str, Any]
    shared: dict[str, Any]

    @cached_property
    def _validator(self) -> Draft202012Validator:
        # Imported lazily: valid records never need it, and it takes its time.
        import jsonschema  # noqa: PLC0415
        from referencing import Registry, Resource  # noqa: PLC0415

        shared = Resource.from_contents(self.shared)
        registry: Registry[Any] = Registry().with_resource("common.json", shared)
        strict: Any = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
            jsonschema.Draft202012Validator,
            {"pattern": strict_pattern, "required": each_required},
        )
        validator: Draft202012Validator = strict(self.contents, registry=registry)
        return validator

    @cached_property
    def _screen(self) -> Any:
        registry = jsonschema_rs.Registry([("common.json", self.shared)])
        return jsonschema_rs.validator_for(self.contents, registry=registry)

    def accepts(self, data: Any) -> bool:
        """Return quickly whether data keeps the contract."""
        return bool(self._screen.is_valid(data))

    def all_errors(self, data: Any) -> Iterator[ValidationError]:
        """Yield every fault of data as the validator says it."""
        return self._validator.iter_errors(data)

    @property
    def absences(self) -> Mapping[str, str]:
        """The Japanese labels of the words for what is not there: `unstated`, `none`."""
        labels: Mapping[str, str] = self.shared["$defs"]["absence"]["x-labels"]
        return labels

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields, outermost first, with references between schemas followed."""
        return tuple(self._walk(self.contents, ()))

    def paths_with(self, keyword: str) -> Iterator[tuple[str, FieldPath]]:
        """Yield the value of a keyword of ours and the path of each field that bears it."""
        yield from self._marked.get(keyword, ())

    @cached_property
    def _marked(self) -> Mapping[str, list[tuple[str, FieldPath]]]:
        marked: dict[str, list[tuple[str, FieldPath]]] = {}
        for field in self.fields:
            stated = {**field.schema, **field.schema.get("else", {})}
            for keyword, value in stated.items():
                if keyword.startswith("x-"):
                    marked.setdefault(keyword, []).append((value, field.path))
        return marked

    @cached_property
    def _by_path(self) -> Mapping[FieldPath, Field]:
        return {field.path: field for field in self.fields}

    def label_of(self, pointer: Pointer) -> str:
        """Return the name of the field at a pointer: its key and its Japanese title."""
        named = [step for step in pointer if isinstance(step, str)]
        if not named:
            return self.title
        whole = pointer[:-1] if isinstance(pointer[-1], int) else pointer
        field = self.field_at(pointer) or self.field_at(whole)
        return f"{named[-1]}（{field.title}）" if field and field.title else named[-1]

    def may_be_unstated(self, pointer: Pointer) -> bool:
        """Return whether the field at a pointer may say `unstated` instead."""
        field = self.field_at(pointer)
        return field is not None and field.schema.get("x-stated", False)

    def is_date(self, pointer: Pointer) -> bool:
        """Return whether the field at a pointer holds a western date."""
        field = self.field_at(pointer)
        return field is not None and "FY" in str(field.schema.get("pattern", ""))

    def knows(self, pointer: Pointer) -> bool:
        """Return whether there is a field at a pointer."""
        return self.field_at(pointer) is not None

    def field_at(self, pointer: Pointer) -> Field | None:
        """Return the field at a pointer; None where the schema has none."""
        return self._by_path.get(tuple(ANY if isinstance(step, int) else step for step in pointer))

    def resolve(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a schema with its reference to the shared parts followed; its own words win."""
        reference = schema.get("$ref")
        if reference is None:
            return schema
        target = self.shared["$defs"][reference.rsplit("/", 1)[1]]
        return {**target, **{key: value for key, value in schema.items() if key != "$ref"}}

    def _walk(self, schema: Mapping[str, Any], path: FieldPath) -> Iterator[Field]:
        schema = self.resolve(schema)
        branch = self.resolve(schema.get("else", schema))
        if "items" in branch:
            items = self.resolve(branch["items"])
            if "properties" not in items:
                title = items.get("title", "")
                described = items.get("description", "")
                yield Field((*path, ANY), title, described, required=False, schema=items)
            yield from self._walk(items, (*path, ANY))
        for name, part in branch.get("properties", {}).items():
            resolved = self.resolve(part)
            required = name in branch.get("required", ())
            named = f"「{'.'.join((*path, name))}」"
            _require(("title", "description"), resolved, self.name, named)
            title, described = resolved["title"], resolved["description"]
            yield Field((*path, name), title, described, required=required, schema=resolved)
            yield from self._walk(resolved, (*path, name))


@dataclass(frozen=True)
class Schemas:
    """All contracts, by name."""

    by_name: Mapping[str, Schema]

    def for_file(self, path: str) -> Schema | None:
        """Return the contract of a file by its path below the folder of records; None without."""
        matching = (
            schema
            for schema in self.by_name.values()
            if fnmatch.fnmatchcase(path, schema.files)
            and path.count("/") == schema.files.count("/")
        )
        return next(matching, None)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Japanese labels of all fixed words, by holder, field and word: `controls.side.ward`."""
        absences = next(iter(self.by_name.values())).absences
        return {f"absence.{word}": label for word, label in absences.items()} | self._told(
            "x-labels"
        )

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """What some fixed words mean for a reader, by the same names as their labels."""
        return self._told("x-meanings")

    def _told(self, keyword: str) -> dict[str, str]:
        return {
            ".".join((*[step for step in field.path if step != ANY][-2:], word)): text
            for schema in self.by_name.values()
            for field in schema.fields
            for part in (field.schema, field.schema.get("then", {}))
            for word, text in part.get(keyword, {}).items()
        }

    def titles(self, name: str) -> Mapping[str, str]:
        """Return the Japanese titles of a kind's fields, by path without list positions."""
        return {
            ".".join(step for step in field.path if step != ANY): field.title
            for field in self.by_name[name].fields
            if field.path[-1] != ANY
        }


def load_schemas(folder: Path) -> Schemas:
    """Read every schema of a folder.

    OSError or JSONDecodeError where one cannot be read, FaultySchemaError where one lacks its head.
    """
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))}
    contents = {name: json.loads(text) for name, text in texts.items()}
    shared = contents.pop("common")
    for name, body in contents.items():
        _require(("title", "description", "x-files"), body, name, "最上位")
    return Schemas(
        {
            name: Schema(name, body["title"], body["description"], body["x-files"], body, shared)
            for name, body in contents.items()
        }
    )


def _require(keys: Iterable[str], body: Mapping[str, Any], name: str, where: str) -> None:
    for key in keys:
        if key not in body:
            raise FaultySchemaError(name, f"{where}に {key} がありません。加えてください。")
