"""Places: a record's file is named after its id, a case's folder after its ward."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from senrei.model.kinds import is_one_per_file
from senrei.source.characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.model.kinds import Kinds
    from senrei.source.document import Document
    from senrei.source.problem import Problem

_ID = re.compile(r"[a-z0-9-]+")


def place_problems(documents: Iterable[tuple[str, Document]], kinds: Kinds) -> Iterator[Problem]:
    """Say where the name of a file or folder and the record in it differ."""
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
                f"区「{name}」の案件のファイルは records/cases/{name}/ に置きます。"
                f"ファイルを移すか、「ward: {path.parent.name}」に直してください。"
            )
            yield document.problem(("ward",), "file-name", message)


def _is_id(data: Any) -> bool:
    return isinstance(data, str) and _ID.fullmatch(data) is not None


def named_after_its_file(schema: str, document: Document, kinds: Kinds) -> bool:
    """Tell whether a record bears the name of its file, as far as its kind must."""
    data = document.data
    return not is_one_per_file(schema, kinds) or (
        isinstance(data, dict) and data.get("id") == PurePosixPath(document.path).stem
    )
