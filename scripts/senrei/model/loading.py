"""Loading: from a folder of records to the catalog and all its problems."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from cattrs.errors import ForbiddenExtraKeysError

import senrei.model.vocabulary  # noqa: F401 - its classes are known once it is loaded
from senrei.model.catalog import Catalog
from senrei.model.class_faults import class_faults
from senrei.model.data_flow import RENAMED
from senrei.model.dates import western_values
from senrei.model.identity import identity_problems
from senrei.model.kinds import read_kinds
from senrei.model.record import Builder, record_classes
from senrei.model.record_files import files_below, name_problems, read_file
from senrei.model.references import Declarations, reference_problems, values_at
from senrei.model.unconfirmed import unconfirmed_problems, without_unconfirmed
from senrei.source.problem import FaultySchemaError, Problem, Severity
from senrei.source.wording import schema_problems
from senrei.source.yaml_text import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from senrei.model.kinds import Kind, Kinds
    from senrei.model.record import Record
    from senrei.model.record_files import RecordFile
    from senrei.model.words import KindId
    from senrei.source.schema import Schemas
    from senrei.source.yaml_text import Document


@dataclass(frozen=True)
class LoadedRecords:
    """What came of reading a folder: a catalog of the valid records, and all problems."""

    catalog: Catalog
    documents: Mapping[tuple[KindId, str], Document]
    """By kind and id of a valid record, the document that declares it."""
    problems: tuple[Problem, ...]
    parsed: tuple[Document, ...] = ()  # valid or not, in the order of files
    only: frozenset[str] | None = None  # the paths that matter; None where all do

    @property
    def has_errors(self) -> bool:
        """Whether any problem is an error: then the site must not be built."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass
class _RecordsByKind:
    """Records by kind while they are read."""

    kinds: Kinds
    schemas: Schemas
    builder: Builder
    classes: Mapping[KindId, type[Record]] = field(default_factory=record_classes)
    by_kind: dict[KindId, dict[str, Any]] = field(default_factory=dict)
    files: dict[tuple[KindId, str], str] = field(default_factory=dict)
    documents: dict[tuple[KindId, str], Document] = field(default_factory=dict)

    def take(self, schema_name: str, document: Document) -> None:
        for kind in self.kinds.values():
            if kind.schema == schema_name:
                for _, data in values_at(document.data, kind.path):
                    self._add(kind.id, self._built(kind, data), document)

    def _built(self, kind: Kind, data: Any) -> Record:
        try:
            return self.builder.build(self.classes[kind.id], data)
        except (ForbiddenExtraKeysError, KeyError, TypeError) as error:
            for fault in class_faults(kind, self.schemas.by_name[kind.schema]):
                raise FaultySchemaError(kind.schema, fault) from error
            raise

    def _add(self, kind: KindId, entry: Record, document: Document) -> None:
        self.by_kind.setdefault(kind, {})[entry.id] = entry
        self.files[kind, entry.id] = document.path
        self.documents[kind, entry.id] = document


@dataclass
class _Texts:
    """What the files say by themselves, before they are compared with each other."""

    documents: list[tuple[str, Document]] = field(default_factory=list)  # schema's name first
    problems: list[Problem] = field(default_factory=list)
    unconfirmed: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)  # ids that faulty files may declare
    skipped: set[str] = field(default_factory=set)  # ids of cases that do not matter this time

    def take(self, file: RecordFile, schemas: Schemas) -> None:
        schema = schemas.for_file(file.name)
        if file.fault is not None or schema is None:
            self.problems.append(file.fault or Problem(file.path, 1, 1, "place", _NO_RECORD_HERE))
            self.unread |= file.possible_ids
            return
        document, faults = parse_yaml(file.raw, file.path)
        self.problems.extend(faults)
        if document is None:
            self.unread |= file.possible_ids
            return
        self.documents.append((schema.name, document))
        marks = unconfirmed_problems(document, file.raw, schema)
        self.unconfirmed.extend(marks)
        said = schema_problems(schema, document, western_values)
        self.problems.extend(_independent(said, (*faults, *marks)))


_NO_RECORD_HERE = (
    "この場所のファイルは記録として読まれません。"
    "案件は records/cases/自治体の名前/識別子.yml に置きます。"
)


@cache
def _builder() -> Builder:
    """Return the builder, whose functions for each class are made at their first use."""
    return Builder(RENAMED)


def load_records(
    folder: Path,
    schemas: Schemas,
    rules: Callable[[LoadedRecords], Iterable[Problem]],
    only: frozenset[str] | None = None,
) -> LoadedRecords:
    """Read and check every record below a folder; paths are shown from the folder's parent.

    `rules` check of the valid records what a schema cannot. `only` names files by their paths
    below the folder: other cases are known by their file names alone then. Faulty files and
    whatever points to something in them are not in the catalog, so that the rest of it is whole.
    Nothing is raised for a faulty file; OSError where a file or folder cannot be opened.
    """
    texts, kinds = _Texts(), read_kinds(schemas)
    for name, entry in files_below(folder):
        if only is None or name in only or not name.startswith("cases/"):
            texts.take(read_file(folder.name, name, entry), schemas)
        else:
            texts.skipped.add(PurePosixPath(name).stem)
    paths = None if only is None else frozenset(f"{folder.name}/{name}" for name in only)
    problems = _problems_of_all(texts, schemas, kinds)
    loaded = _loaded(texts, schemas, kinds, problems, paths)
    findings = set(rules(loaded))
    if any(problem.severity is Severity.ERROR for problem in findings):
        return _loaded(texts, schemas, kinds, problems | findings, paths)
    return replace(loaded, problems=tuple(sorted(problems | findings)))


def _loaded(
    texts: _Texts,
    schemas: Schemas,
    kinds: Kinds,
    problems: set[Problem],
    only: frozenset[str] | None,
) -> LoadedRecords:
    faulty = {problem.path for problem in problems if problem.severity is Severity.ERROR}
    gathered = _RecordsByKind(kinds, schemas, _builder())
    for schema_name, document in _whole(texts, schemas, kinds, faulty):
        gathered.take(schema_name, document)
    return LoadedRecords(
        Catalog(
            gathered.by_kind,
            gathered.files,
            kinds,
            schemas.labels,
            schemas.meanings,
            schemas.titles("case"),
        ),
        gathered.documents,
        tuple(sorted(problems)),
        tuple(document for _, document in texts.documents),
        only,
    )


def _problems_of_all(texts: _Texts, schemas: Schemas, kinds: Kinds) -> set[Problem]:
    """Return the problems of each file and those between files, each fault once."""
    documents = texts.documents
    declared = Declarations.of(documents, kinds)
    copied = {(problem.path, problem.line) for problem in declared.problems}
    misplaced = (
        problem
        for problem in without_unconfirmed(name_problems(documents, kinds), texts.unconfirmed)
        if (problem.path, problem.line) not in copied
    )
    known = texts.unread | texts.skipped
    references = reference_problems(documents, schemas, kinds, declared, known)
    dangling = tuple(without_unconfirmed(references, texts.unconfirmed))
    seen = {(problem.path, problem.line, problem.column) for problem in dangling}
    of_texts = (
        problem
        for problem in texts.problems
        if problem.rule != "pattern" or (problem.path, problem.line, problem.column) not in seen
    )
    identity = identity_problems(documents, schemas, declared)
    return {*of_texts, *texts.unconfirmed, *declared.problems, *misplaced, *dangling, *identity}


def _whole(
    texts: _Texts, schemas: Schemas, kinds: Kinds, faulty: set[str]
) -> list[tuple[str, Document]]:
    """Leave out faulty documents, then those that point to them, and so on."""
    documents = texts.documents
    while faulty:
        documents = [named for named in documents if named[1].path not in faulty]
        declared = Declarations.of(documents, kinds)
        dangling = reference_problems(documents, schemas, kinds, declared, texts.skipped)
        faulty = {problem.path for problem in dangling}
    return documents


def _independent(problems: Iterator[Problem], faults: tuple[Problem, ...]) -> Iterator[Problem]:
    """Leave out what only follows from a fault that the text itself has."""
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    said = {(fault.line, fault.column) for fault in errors}
    swallows = any(fault.rule in _SWALLOWING for fault in errors)
    for problem in problems:
        follows = swallows and problem.rule == "missing"
        if not follows and (problem.line, problem.column) not in said:
            yield problem


_SWALLOWING = {"line-break", "quote", "key"}
