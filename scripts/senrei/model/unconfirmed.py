"""Unconfirmed: marks of a record that was started from a template or from another case.

A value that is the mark alone waits to be written; a comment with the mark stands behind a value
that was copied and has to be compared with the paper. While a mark remains, the record is at fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.source.problem import Problem
from senrei.source.yaml_comments import comments_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.source.schema import Schema
    from senrei.source.yaml_text import Document

MARK = "要確認"

_COPIED = (
    f"この行は写したままです。資料と突き合わせ、正しければ「# {MARK}」を消し、"
    "違えば直してから消してください。"
)


def unconfirmed_problems(document: Document, raw: bytes, schema: Schema) -> tuple[Problem, ...]:
    """Return a problem for each mark that remains in a file, at most one in a line."""
    text = raw.decode("utf-8-sig", errors="replace")
    if MARK not in text:
        return ()
    by_line: dict[int, Problem] = {}
    for pointer, _, value in document.leaves:
        if value == MARK:
            message = (
                f"{schema.label_of(pointer)}がまだ書かれていません。"
                f"「{MARK}」の代わりに、資料で確かめた内容を書いてください。"
            )
            problem = document.problem(pointer, "unconfirmed", message)
            by_line.setdefault(problem.line, problem)
    for comment in comments_of(text.replace("\r\n", "\n")):
        if comment.text.lstrip("# \t").startswith(MARK):
            problem = Problem(document.path, comment.line, comment.column, "unconfirmed", _COPIED)
            by_line.setdefault(comment.line, problem)
    return tuple(by_line[line] for line in sorted(by_line))


def without_unconfirmed(problems: Iterable[Problem], marks: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems but those of values that are still marks."""
    waiting = {(mark.path, mark.line, mark.column) for mark in marks}
    return (
        problem
        for problem in problems
        if (problem.path, problem.line, problem.column) not in waiting
    )
