"""Check a project's records: the problems of all files and of all rules, in one run."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from senrei.model.loading import LoadedRecords, load_records
from senrei.model.rules import rule_problems
from senrei.source.problem import Problem
from senrei.source.schema import load_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def read_project(root: Path, only: frozenset[str] | None = None) -> LoadedRecords:
    """Read the records of a project folder and apply the rules to them.

    `only` names the files that matter, by their paths below `records/`, so that others need not
    all be read. An error of a schema is raised as it comes.
    """
    return load_records(root / "records", load_schemas(root / "schemas"), rule_problems, only)


def check_records(root: Path, paths: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Return the problems of a project's records, in the order of files and lines.

    `paths` of files or folders narrow what is told of; without any it is everything. A path
    outside `records/` is a problem itself.
    """
    with _without_garbage_collection():
        return _problems_of(root, paths)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Keep Python from looking for garbage again and again: nothing read is let go of here."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _problems_of(root: Path, paths: Sequence[Path]) -> tuple[Problem, ...]:
    if not paths:
        return read_project(root).problems
    folder = (root / "records").resolve()
    wanted = [_plain(path) for path in paths]
    outside = [path for path in wanted if not path.is_relative_to(folder)]
    if outside:
        return tuple(_not_a_record(path) for path in outside)
    only = None
    if all(path.is_file() for path in wanted):
        only = frozenset(path.relative_to(folder).as_posix() for path in wanted)
    return tuple(
        problem
        for problem in read_project(root, only).problems
        if any((folder.parent / problem.path).is_relative_to(path) for path in wanted)
    )


def _plain(path: Path) -> Path:
    """Return the whole path; the file itself may be a link and is not followed."""
    return path.parent.resolve() / path.name


def _not_a_record(path: Path) -> Problem:
    message = (
        "records/ の外のファイルは調べられません。記録は records/ に置きます。"
        "例「records/cases/sakura/sakura-r04-11.yml」。"
    )
    return Problem(path.name, 1, 1, "place", message)
