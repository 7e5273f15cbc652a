"""Finding: what a rule says, by the pointer into the data; every id that a rule may bear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from senrei.source.characters import printable
from senrei.source.problem import Severity, TextRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from senrei.source.yaml_text import Pointer


RuleId = (
    TextRule
    | Literal[
        "act",
        "also",
        "blacked-out",
        "certification",
        "certification-basis",
        "contractor",
        "date",
        "date-order",
        "duplicate-id",
        "file-name",
        "flow",
        "flow-direction",
        "flow-item",
        "flow-remark",
        "former-id",
        "items",
        "mail-address",
        "mark",
        "matter",
        "my-number",
        "outcome",
        "person-name",
        "phone-number",
        "place",
        "reference",
        "regime",
        "retention",
        "retired-id",
        "same-term",
        "section",
        "section-coverage",
        "source",
        "standing",
        "symlink",
        "system",
        "unconfirmed",
        "unused",
        "volume",
        "ward",
    ]
)


@dataclass(frozen=True)
class Finding:
    """One fault that a rule sees in a document, at a pointer."""

    pointer: Pointer
    rule: RuleId
    message: str
    severity: Severity = Severity.ERROR


def duplicate_ids(ids: Sequence[str], holder: Pointer) -> Iterator[Finding]:
    """Yield the ids of a list's entries that are used a second time; `holder` is the list."""
    for index, entry_id in enumerate(ids):
        if entry_id in ids[:index]:
            message = (
                f"識別子「{printable(entry_id)}」がこの一覧で二度使われています。"
                f"例「id: {printable(entry_id)}-2」のように別の識別子に直してください。"
            )
            yield Finding((*holder, index, "id"), "duplicate-id", message)


def warning(pointer: Pointer, rule: RuleId, message: str) -> Finding:
    """Return a finding that does not stop a build."""
    return Finding(pointer, rule, message, Severity.WARNING)
