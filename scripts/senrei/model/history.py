"""History: when and why each record last changed, read from Git and never typed.

A file that holds one record changed when its last commit changed it. Of a file that holds many
terms, each term changed with the newest commit among its own lines.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from senrei.source.git import GitError, git, has_whole_history

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from senrei.model.loading import LoadedRecords
    from senrei.model.use import Key
    from senrei.source.yaml_text import Document

_COMMIT = re.compile(r"([0-9a-f]{40,64}) [0-9]+ ([0-9]+)")


@dataclass(frozen=True, order=True)
class Change:
    """A change as its commit tells it."""

    day: str
    """As `2026-07-13`, in the time zone of whoever committed."""
    reason: str
    """The subject of the commit."""
    commit: str
    """The whole hash."""


@dataclass(frozen=True)
class ChangeOfFiles:
    """A change with the records' files it touched."""

    change: Change
    files: tuple[tuple[str, str], ...]
    """Each with A (added), M (modified) or D (deleted) before its path from the project."""


@dataclass(frozen=True)
class History:
    """The last change of each record, and all changes, newest first; empty without Git."""

    last: Mapping[Key, Change] = field(default_factory=dict)
    changes: tuple[ChangeOfFiles, ...] = ()


def read_history(root: Path, loaded: LoadedRecords) -> History:
    """Read the history of a project's records; empty where there is none or only a part."""
    if not has_whole_history(root):
        return History()
    try:
        changes = tuple(_changes(root))
        last = dict(_last_changes(root, loaded, changes))
    except GitError:
        return History()
    return History(last, changes)


def _changes(root: Path) -> Iterator[ChangeOfFiles]:
    told = git(
        root,
        "log",
        "--format=%x01%H%x02%cs%x02%s",
        "--name-status",
        "--no-renames",
        "--relative",
        "--",
        "records",
    ).decode("utf-8", "replace")
    for part in told.split("\x01")[1:]:
        head, *lines = part.split("\n")
        commit, day, reason = head.split("\x02", 2)
        files = tuple((line[0], line.split("\t", 1)[1]) for line in lines if "\t" in line)
        yield ChangeOfFiles(Change(day, reason, commit), files)


def _last_changes(
    root: Path, loaded: LoadedRecords, changes: tuple[ChangeOfFiles, ...]
) -> Iterator[tuple[Key, Change]]:
    of_file: dict[str, Change] = {}
    for change in changes:
        for _, name in change.files:
            of_file.setdefault(name, change.change)
    shared: dict[str, list[Key]] = {}
    for key, document in loaded.documents.items():
        if loaded.catalog.kinds[key[0]].is_whole_file:
            if document.path in of_file:
                yield key, of_file[document.path]
        elif document.path in of_file:
            shared.setdefault(document.path, []).append(key)
    order = {change.change.commit: position for position, change in enumerate(changes)}
    for name, keys in shared.items():
        lines = _changes_of_lines(root, name)
        spans = _spans(loaded.documents[keys[0]])
        for key in keys:
            pointer = loaded.documents[key].pointer_to(key[1])[:2]
            first, last = spans.get(pointer, (0, -1))
            of_lines = [lines[line] for line in range(first, last + 1) if line in lines]
            if of_lines:
                yield key, min(of_lines, key=lambda change: order.get(change.commit, len(order)))


def _spans(document: Document) -> Mapping[tuple[str | int, ...], tuple[int, int]]:
    """Return the first and the last line of each entry of a file's lists."""
    spans: dict[tuple[str | int, ...], tuple[int, int]] = {}
    for pointer, location in document.values.items():
        if len(pointer) > 1:
            first, last = spans.get(pointer[:2], (location.line, location.line))
            spans[pointer[:2]] = (min(first, location.line), max(last, location.line))
    return spans


def _changes_of_lines(root: Path, name: str) -> dict[int, Change]:
    """Return the change that each line of a file comes from; lines not committed are left out."""
    said = git(root, "blame", "-w", "--porcelain", "--", name).decode("utf-8", "replace")
    about: dict[str, dict[str, str]] = {}
    commits: dict[int, str] = {}
    current = ""
    for line in said.split("\n"):
        if line.startswith("\t"):
            continue
        match = _COMMIT.match(line)
        if match:
            current = match[1]
            commits[int(match[2])] = current
        elif current:
            word, _, value = line.partition(" ")
            about.setdefault(current, {})[word] = value
    return {
        line: _told(commit, about[commit]) for line, commit in commits.items() if commit.strip("0")
    }


def _told(commit: str, about: Mapping[str, str]) -> Change:
    offset = about["committer-tz"]
    minutes = int(offset[1:3]) * 60 + int(offset[3:])
    zone = dt.timezone(dt.timedelta(minutes=-minutes if offset[0] == "-" else minutes))
    day = dt.datetime.fromtimestamp(int(about["committer-time"]), zone).date()
    return Change(day.isoformat(), about["summary"], commit)
