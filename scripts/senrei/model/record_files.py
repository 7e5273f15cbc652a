"""Files: what stands in a folder of records, and what their names must say; no link is followed."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from senrei.model.kinds import is_one_per_file
from senrei.source.characters import printable, visible
from senrei.source.problem import Problem
from senrei.source.raw_text import MOST_BYTES, size_problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from senrei.model.kinds import Kinds
    from senrei.model.rules.finding import RuleId
    from senrei.source.document import Document


_VALID_NAME = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*[a-z0-9]+(?:-[a-z0-9]+)*\.yml")
_ID_LINE = re.compile(r"""^[ -]*id:[ ]+["']?([a-z0-9-]+)""", re.MULTILINE)
_MOST_DEPTH = 5


@dataclass(frozen=True)
class RecordFile:
    """One file: its name inside the folder, its path as it is shown, and its bytes or a fault."""

    name: str
    path: str
    raw: bytes = b""
    fault: Problem | None = None

    @property
    def possible_ids(self) -> frozenset[str]:
        """The ids that the file may declare, even where it cannot be read."""
        ids = _ID_LINE.findall(self.raw.decode("utf-8", "replace"))
        return frozenset((*ids, self.name.rsplit("/", 1)[-1].split(".")[0]))


def files_below(folder: Path | str, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield what stands below a folder, in order, each with its path from there after `prefix`.

    No link is followed. A folder that lies too deep comes as an entry of its own.
    """
    with os.scandir(folder) as listed:
        entries = sorted(listed, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False) and name.count("/") < _MOST_DEPTH:
            yield from files_below(entry.path, f"{name}/")
        else:
            yield name, entry


def read_file(folder: str, name: str, entry: os.DirEntry[str]) -> RecordFile:
    """Return the file of an entry, with a fault where its name, sort or size is not a record's.

    `name` is its path below the records; messages show it below `folder`. Only the bytes of plain
    files of no more than `MOST_BYTES` are read.
    """
    path = visible(f"{folder}/{name}")
    message = _refusal(name, entry)
    fault = Problem(path, 1, 1, *message) if message else None
    status = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(status.st_mode):
        return RecordFile(name, path, fault=fault)
    if status.st_size > MOST_BYTES:
        return RecordFile(name, path, fault=fault or size_problem(path, status.st_size))
    with open(entry.path, "rb") as file:  # noqa: PTH123 - a Path costs twice as much
        return RecordFile(name, path, file.read(MOST_BYTES + 1), fault)


def _refusal(name: str, entry: os.DirEntry[str]) -> tuple[RuleId, str] | None:
    if entry.is_symlink():
        return "symlink", (
            "ほかの場所を指すリンク（シンボリックリンク）は読みません。"
            "リンクを消し、記録のファイルそのものを置いてください。"
        )
    if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
        return "place", "普通のファイルではありません。取り除いてください。"
    lowered = entry.name.lower()
    if not lowered.endswith(".yml"):
        if lowered.endswith((".yaml", ".yml.txt", ".yaml.txt")):
            return "place", (
                "記録のファイルの名前は「.yml」で終わります。"
                f"「{visible(lowered.split('.')[0])}.yml」に変えてください。"
            )
        return "place", (
            "records/ には記録（.yml）だけを置きます。ほかの場所に移すか、消してください。"
        )
    if not _VALID_NAME.fullmatch(name):
        return "place", (
            f"名前「{visible(name)}」は使えません。フォルダとファイルの名前は、英小文字・数字の語を"
            "ハイフンでつなぎます。例「sakura-r04-11.yml」。"
        )
    return None


_ID = re.compile(r"[a-z0-9-]+")


def name_problems(documents: Iterable[tuple[str, Document]], kinds: Kinds) -> Iterator[Problem]:
    """Yield a problem where the name of a file or folder and the record in it differ."""
    for schema, document in documents:
        data, path = document.data, PurePosixPath(document.path)
        if not is_one_per_file(schema, kinds) or not isinstance(data, dict):
            continue
        entry_id, ward = data.get("id"), data.get("ward")
        if _is_id(entry_id) and entry_id != path.stem:
            message = (
                f"識別子「{printable(entry_id)}」とファイル名「{path.name}」が違います。"
                f"公開した識別子は変えません。「id: {path.stem}」に直すか、"
                "新しい記録なら識別子と同じ名前のファイルにしてください。"
            )
            yield document.problem(("id",), "file-name", message)
        if schema == "case" and _is_id(ward) and ward != path.parent.name:
            name = printable(ward)
            message = (
                f"自治体「{name}」の案件のファイルは records/cases/{name}/ に置きます。"
                f"ファイルを移すか、「ward: {path.parent.name}」に直してください。"
            )
            yield document.problem(("ward",), "file-name", message)


def _is_id(data: Any) -> bool:
    return isinstance(data, str) and _ID.fullmatch(data) is not None


def named_after_its_file(schema: str, document: Document, kinds: Kinds) -> bool:
    """Return whether a record bears the name of its file, as far as its kind must."""
    data = document.data
    return not is_one_per_file(schema, kinds) or (
        isinstance(data, dict) and data.get("id") == PurePosixPath(document.path).stem
    )
