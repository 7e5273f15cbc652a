"""Found: what a rule says, by the place in the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.source.problem import Severity
from senrei.source.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from senrei.source.rule_id import RuleId
    from senrei.source.yaml_text import Pointer


@dataclass(frozen=True)
class Found:
    """One thing that a rule found in a document."""

    pointer: Pointer
    rule: RuleId
    message: str
    severity: Severity = Severity.ERROR


def twice(ids: Sequence[str], holder: Pointer) -> Iterator[Found]:
    """Say which ids of a list's entries are used a second time."""
    for index, entry_id in enumerate(ids):
        if entry_id in ids[:index]:
            message = (
                f"識別子「{shown(entry_id)}」がこの一覧で二度使われています。"
                f"例「id: {shown(entry_id)}-2」のように別の識別子に直してください。"
            )
            yield Found((*holder, index, "id"), "duplicate-id", message)


def warning(pointer: Pointer, rule: RuleId, message: str) -> Found:
    """Make something found that does not stop a build."""
    return Found(pointer, rule, message, Severity.WARNING)
