"""Check a project's records: everything that reading and the rules find, in one run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from senrei.model.catalog import Reading, load_records
from senrei.model.rules import rule_problems
from senrei.source.schema import load_schemas

if TYPE_CHECKING:
    from pathlib import Path

    from senrei.source.problem import Problem


def read_project(root: Path) -> Reading:
    """Read the records of a project folder and apply the rules to them."""
    reading = load_records(root / "records", load_schemas(root / "schemas"))
    problems = sorted({*reading.problems, *rule_problems(reading)})
    return replace(reading, problems=tuple(problems))


def check_records(root: Path) -> tuple[Problem, ...]:
    """Give all problems of a project's records, in the order of files and lines."""
    return read_project(root).problems
