"""A new case: where its file goes and what stands in it at first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.editing.case_template import case_template
from senrei.editing.copied_case import Start, copied_case
from senrei.editing.draft_text import draft_text
from senrei.editing.issue_form import record_of_issue
from senrei.model.organisations import Ward
from senrei.model.vocabulary import MatterTypeTerm
from senrei.source.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from senrei.model.loading import LoadedRecords
    from senrei.source.schema import Schemas

SCHEMA_LINE = "# yaml-language-server: $schema=../../../schemas/case.json"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 80

USUAL_TYPE = "outsourcing"
"""The type of matter of most papers, for drafts where nobody names one."""


class CannotStartError(Exception):
    """The case cannot be started so; the message says what to write instead."""


@dataclass(frozen=True)
class NewFile:
    """A file to be written, with its path from the project's folder."""

    path: str
    text: str


def new_case(
    loaded: LoadedRecords, schemas: Schemas, start: Start, *, like: str | None, matter_type: str
) -> NewFile:
    """Return the file of a new case, a template, or the structure of the case `like`.

    CannotStartError where its id cannot be used or is taken, or where ward, type or `like` are
    not known.
    """
    catalog = loaded.catalog
    path = _free_path(loaded, start)
    schema = schemas.by_name["case"]
    if like is None:
        types = catalog.of(MatterTypeTerm)
        _must_be_known(matter_type, catalog.kinds["matter-type"].title, types)
        block = case_template(schema, start, types[matter_type])
    else:
        _must_be_known(like, "案件", catalog.cases)
        block = copied_case(loaded.documents["case", like].data, schema, catalog.kinds, start)
    return NewFile(path, draft_text(block, SCHEMA_LINE))


def case_of_issue(loaded: LoadedRecords, schemas: Schemas, start: Start, issue: str) -> NewFile:
    """Return the file of a case from the text of an issue.

    CannotStartError where its id cannot be used or is taken, or where the ward is not known.
    """
    path = _free_path(loaded, start)
    return NewFile(path, record_of_issue(issue, schemas.by_name["case"], SCHEMA_LINE))


def _free_path(loaded: LoadedRecords, start: Start) -> str:
    """Return the path of the new file; CannotStartError where id or ward cannot be used."""
    catalog = loaded.catalog
    if not _ID.fullmatch(start.id) or len(start.id) > _LONGEST_ID:
        message = (
            f"識別子「{start.id}」は使えません。英小文字と数字の語をハイフンでつなぎ、"
            f"{_LONGEST_ID} 字までにしてください。例: sakura-r05-3"
        )
        raise CannotStartError(message)
    _must_be_known(start.ward, "自治体", catalog.of(Ward))
    if start.id in catalog.cases:
        message = f"識別子「{start.id}」の案件はもうあります。別の識別子にしてください。"
        raise CannotStartError(message)
    return f"records/cases/{start.ward}/{start.id}.yml"


def _must_be_known(word: str, what: str, known: Iterable[str]) -> None:
    known = tuple(known)
    if word not in known:
        near = nearest(word, known)
        others = near or f"使えるのは {'、'.join(known)} です。"
        message = f"{what}「{word}」は登録されていません。{others}"
        raise CannotStartError(message)
