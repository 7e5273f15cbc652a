"""Problem: one fault in a file, with the location where a person should look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from senrei.source.characters import one_line, visible


class FaultySchemaError(Exception):
    """A schema, or what follows from it in the code, is at fault; no record is.

    Its text is for who changes schemas: the file, what is wrong, and what would be right.
    """

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(f"schemas/{name}.json: {fault}")


class Severity(StrEnum):
    """How much a problem weighs: errors stop a build, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault; line and column count from 1, the path is as it should be shown."""

    path: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity = Severity.ERROR

    def as_text(self) -> str:
        """Return `path:line:column: error[rule] message`."""
        location = f"{one_line(self.path)}:{self.line}:{self.column}"
        return f"{location}: {self.severity}[{self.rule}] {one_line(self.message)}"

    def as_github(self) -> str:
        """Return a GitHub Actions annotation."""
        message = _escaped(visible(self.message))
        path = _escaped(self.path).replace(":", "%3A").replace(",", "%2C")
        return (
            f"::{self.severity} file={path},line={self.line},col={self.column},"
            f"title={self.rule}::{message}"
        )

    def as_json(self) -> dict[str, Any]:
        """Return the members as plain data."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "severity": str(self.severity),
            "rule": self.rule,
            "message": self.message,
        }


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


TextRule = Literal[
    "alias",
    "bom",
    "colon",
    "comment",
    "dash",
    "depth",
    "documents",
    "duplicate-key",
    "empty",
    "encoding",
    "full-width",
    "hidden-character",
    "implicit-value",
    "indent",
    "key",
    "line-break",
    "line-ending",
    "many",
    "merge-conflict",
    "missing",
    "pattern",
    "quote",
    "schema",
    "size",
    "symbol",
    "tab",
    "tag",
    "type",
    "unknown-key",
    "unknown-word",
    "yaml",
]
