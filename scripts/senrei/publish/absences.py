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
    return UNSTATED if value is None else getattr(value, "absence", None)


def is_said(field: str, absences: Absences) -> bool:
    """Whether a field has something to show."""
    return all(field not in fields for _, fields in absences)
