"""Absences: what the papers do not say is told in one line, not field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from senrei.model.record import ABSENCES, UNSTATED

if TYPE_CHECKING:
    from collections.abc import Iterable

Absences = tuple[tuple[str, tuple[str, ...]], ...]
"""Each way of having nothing (`unstated`, `none` …) with the fields that have nothing so."""


def absences_of(holder: Any, fields: Iterable[str]) -> Absences:
    """Return what a part of a case says nothing of; a field that may be left out is None."""
    ways = {name: _way(getattr(holder, name)) for name in fields}
    return tuple(
        (way, tuple(name for name, its in ways.items() if its == way))
        for way in sorted(ABSENCES, reverse=True)
        if way in ways.values()
    )


def _way(value: Any) -> str | None:
    if value is None:
        return UNSTATED
    return value if isinstance(value, str) else getattr(value, "absence", None)


def with_said(holder: Any, fields: Iterable[str], optional: Iterable[str]) -> tuple[str, ...]:
    """Return fields, and those of the optional ones of which more is known than no word."""
    return (*fields, *(name for name in optional if getattr(holder, name).absence != UNSTATED))


def is_said(field: str, absences: Absences) -> bool:
    """Whether a field has something to show."""
    return all(field not in fields for _, fields in absences)
