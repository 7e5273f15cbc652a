"""The catalog: every record that could be read, by kind and id, and every problem found."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from senrei.model.case import Case
from senrei.model.data_flow import RENAMED
from senrei.model.dates import western_values
from senrei.model.places import place_problems
from senrei.model.record import Builder
from senrei.model.references import Declarations, reference_problems
from senrei.model.vocabulary import (
    Article,
    Body,
    CertificationTerm,
    Contractor,
    ContractorRoleTerm,
    ControlTerm,
    DataItemTerm,
    DataSubjectTerm,
    Department,
    Law,
    MediumTerm,
    Meeting,
    ProtectionTerm,
    Term,
    Ward,
)
from senrei.source.files import record_files
from senrei.source.problem import Problem, Severity
from senrei.source.wording import schema_problems
from senrei.source.yaml_text import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from senrei.source.schema import Schemas
    from senrei.source.yaml_text import Document

_RECORDS: Mapping[str, type] = {
    "case": Case,
    "contractor": Contractor,
    "ward": Ward,
    "meeting": Meeting,
    "law": Law,
}
_TERMS: Mapping[str, type[Term]] = {
    "data-items": DataItemTerm,
    "data-subjects": DataSubjectTerm,
    "controls": ControlTerm,
    "certifications": CertificationTerm,
    "matter-types": Term,
    "mediums": MediumTerm,
    "protections": ProtectionTerm,
    "roles": Term,
    "contractor-roles": ContractorRoleTerm,
}


@dataclass(frozen=True)
class Catalog:
    """All records by kind and id; `files` names the file that declares each of them."""

    by_kind: Mapping[str, Mapping[str, Any]]
    files: Mapping[tuple[str, str], str]
    words: Mapping[str, str]
    titles: Mapping[str, str]

    def of_kind(self, kind: str) -> Mapping[str, Any]:
        """Give the records of a kind by id; empty where there are none."""
        return self.by_kind.get(kind, {})

    def entry(self, kind: str, entry_id: str) -> Any:
        """Find one record; KeyError where there is none."""
        return self.by_kind[kind][entry_id]

    def label(self, kind: str, entry_id: str) -> str:
        """Give the Japanese name of a record."""
        return str(self.entry(kind, entry_id).label)

    def word(self, name: str) -> str:
        """Give the Japanese label of a fixed word, named by its field: `controls.side.ward`."""
        return self.words[name]

    def title(self, field: str) -> str:
        """Give the Japanese title of a field of a case: `matters.controls`."""
        return self.titles[field]

    @property
    def cases(self) -> Mapping[str, Case]:
        """The cases by id."""
        return self.of_kind("case")

    @cached_property
    def ward_of_body(self) -> Mapping[str, Ward]:
        """The ward of each council or board."""
        return {body.id: ward for ward in self.of_kind("ward").values() for body in ward.bodies}

    @cached_property
    def ward_of_department(self) -> Mapping[str, Ward]:
        """The ward of each department."""
        return {
            department.id: ward
            for ward in self.of_kind("ward").values()
            for department in ward.departments
        }

    @cached_property
    def law_of_article(self) -> Mapping[str, Law]:
        """The law of each article."""
        return {article.id: law for law in self.of_kind("law").values() for article in law.articles}


@dataclass(frozen=True)
class Reading:
    """What came of reading a folder: a catalog of the sound records, and all problems."""

    catalog: Catalog
    documents: Mapping[tuple[str, str], Document]
    problems: tuple[Problem, ...]
    parsed: tuple[Document, ...] = ()  # sound or not, in the order of files
    is_whole: bool = True  # False where cases were left unread, since only some files matter

    @property
    def has_errors(self) -> bool:
        """Tell whether anything must be mended before the site may be built."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass
class _Gathering:
    """Records by kind while they are read."""

    builder: Builder
    by_kind: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[tuple[str, str], str] = field(default_factory=dict)
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)

    def add(self, kind: str, entry: Any, document: Document) -> None:
        self.by_kind.setdefault(kind, {})[entry.id] = entry
        self.files[kind, entry.id] = document.path
        self.documents[kind, entry.id] = document

    def take(self, schema_name: str, document: Document) -> None:
        if schema_name in _TERMS:
            kind = schema_name.removesuffix("s")
            for data in document.data["terms"]:
                self.add(kind, self.builder.build(_TERMS[schema_name], data), document)
            return
        entry: Any = self.builder.build(_RECORDS[schema_name], document.data)
        self.add(schema_name, entry, document)
        match entry:
            case Ward():
                self._add_parts("body", entry.bodies, document)
                self._add_parts("department", entry.departments, document)
            case Law():
                self._add_parts("article", entry.articles, document)

    def _add_parts(
        self, kind: str, parts: tuple[Body | Department | Article, ...], document: Document
    ) -> None:
        for part in parts:
            self.add(kind, part, document)


def load_records(
    folder: Path,
    schemas: Schemas,
    left_out: frozenset[str] = frozenset(),
    only: frozenset[str] | None = None,
) -> Reading:
    """Read and check every record below a folder; paths are shown from the folder's parent.

    `only` names the files that matter: other cases are known by their file names alone then.
    Faulty files, those named in `left_out`, and whatever points to something in them are not in
    the catalog, so that the rest of it is whole.
    """
    problems: list[Problem] = []
    documents: list[tuple[str, Document]] = []
    unread: set[str] = set()
    skipped: set[str] = set()
    for file in record_files(folder, _is_needed(only, skipped)):
        schema = schemas.for_file(file.name)
        if file.fault is not None or schema is None:
            message = (
                "この場所のファイルは記録として読まれません。"
                "案件は records/cases/区の名前/識別子.yml に置きます。"
            )
            problems.append(file.fault or Problem(file.path, 1, 1, "place", message))
            unread |= file.possible_ids
            continue
        document, faults = parse_yaml(file.raw, file.path)
        problems.extend(faults)
        if document is None:
            unread |= file.possible_ids
        else:
            documents.append((schema.name, document))
            said = schema_problems(schema, document, western_values)
            problems.extend(_not_said_yet(said, faults))
    declared = Declarations.of(documents, schemas)
    problems.extend(declared.problems)
    copied = {(problem.path, problem.line) for problem in declared.problems}
    places = place_problems(documents)
    problems.extend(found for found in places if (found.path, found.line) not in copied)
    dangling = tuple(reference_problems(documents, schemas, declared, unread | skipped))
    told = {(problem.path, problem.line, problem.column) for problem in dangling}
    problems = [
        problem
        for problem in problems
        if problem.rule != "pattern" or (problem.path, problem.line, problem.column) not in told
    ]
    problems.extend(dangling)
    gathering = _Gathering(Builder(RENAMED))
    errors = (problem for problem in problems if problem.severity is Severity.ERROR)
    faulty = {problem.path for problem in errors} | left_out
    for schema_name, document in _whole(documents, schemas, faulty, skipped):
        gathering.take(schema_name, document)
    catalog = Catalog(gathering.by_kind, gathering.files, schemas.labels, schemas.titles("case"))
    parsed = tuple(document for _, document in documents)
    found = tuple(sorted(set(problems)))
    return Reading(catalog, gathering.documents, found, parsed, is_whole=only is None)


def _is_needed(only: frozenset[str] | None, skipped: set[str]) -> Callable[[str], bool]:
    """Tell of each file whether it must be read; note the names of cases that need not."""

    def is_needed(name: str) -> bool:
        if only is None or name in only or not name.startswith("cases/"):
            return True
        skipped.add(PurePosixPath(name).stem)
        return False

    return is_needed


def _whole(
    documents: list[tuple[str, Document]], schemas: Schemas, faulty: set[str], known: set[str]
) -> list[tuple[str, Document]]:
    """Leave out faulty documents, then those that point to them, and so on."""
    while faulty:
        documents = [named for named in documents if named[1].path not in faulty]
        declared = Declarations.of(documents, schemas)
        faulty = {
            problem.path for problem in reference_problems(documents, schemas, declared, known)
        }
    return documents


def _not_said_yet(found: Iterator[Problem], faults: tuple[Problem, ...]) -> Iterator[Problem]:
    """Leave out what only follows from a fault that the text itself has."""
    said = {(fault.line, fault.column) for fault in faults}
    swallows = any(fault.rule in _SWALLOWING for fault in faults)
    for problem in found:
        follows = swallows and problem.rule == "missing"
        if not follows and (problem.line, problem.column) not in said:
            yield problem


_SWALLOWING = {"line-break", "quote", "key"}
