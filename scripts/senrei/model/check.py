"""Check a project's records: everything that reading and the rules find, in one run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from senrei.model.catalog import Reading, load_records
from senrei.model.rules import rule_problems
from senrei.source.problem import Severity
from senrei.source.schema import load_schemas

if TYPE_CHECKING:
    from pathlib import Path

    from senrei.source.problem import Problem


def read_project(root: Path) -> Reading:
    """Read the records of a project folder and apply the rules to them."""
    folder, schemas = root / "records", load_schemas(root / "schemas")
    reading = load_records(folder, schemas)
    found = tuple(rule_problems(reading))
    broken = frozenset(problem.path for problem in found if problem.severity is Severity.ERROR)
    if broken:
        reading = load_records(folder, schemas, broken)
    problems = sorted({*reading.problems, *found})
    return replace(reading, problems=tuple(problems))


def check_records(root: Path) -> tuple[Problem, ...]:
    """Give all problems of a project's records, in the order of files and lines."""
    return read_project(root).problems
