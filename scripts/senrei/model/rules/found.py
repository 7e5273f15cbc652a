"""Found: what a rule says, by the place in the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.source.problem import Severity

if TYPE_CHECKING:
    from senrei.source.rule_id import RuleId
    from senrei.source.yaml_text import Pointer


@dataclass(frozen=True)
class Found:
    """One thing that a rule found in a document."""

    pointer: Pointer
    rule: RuleId
    message: str
    severity: Severity = Severity.ERROR


def warning(pointer: Pointer, rule: RuleId, message: str) -> Found:
    """Make something found that does not stop a build."""
    return Found(pointer, rule, message, Severity.WARNING)
