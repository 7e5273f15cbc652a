"""Found: what a rule says, by the place in the data; and a walk over all places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from senrei.source.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.source.yaml_text import Pointer


@dataclass(frozen=True)
class Found:
    """One thing that a rule found in a document."""

    pointer: Pointer
    rule: str
    message: str
    severity: Severity = Severity.ERROR


def warning(pointer: Pointer, rule: str, message: str) -> Found:
    """Make something found that does not stop a build."""
    return Found(pointer, rule, message, Severity.WARNING)


def leaves(data: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str, Any]]:
    """Give every single value with its pointer and the nearest key that names it."""
    if isinstance(data, dict):
        for key, part in data.items():
            yield from leaves(part, (*pointer, key))
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from leaves(part, (*pointer, index))
    else:
        name = next((step for step in reversed(pointer) if isinstance(step, str)), "")
        yield pointer, name, data
