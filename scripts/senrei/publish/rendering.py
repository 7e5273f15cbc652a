"""Rendering: Jinja templates with autoescape, and the links and labels that templates ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from markupsafe import Markup

from senrei.model.record import UNSTATED, Listed, Stated
from senrei.publish import anchors
from senrei.publish.address import (
    comparison_path,
    data_path,
    flow_png_paths,
    index_path,
    page_path,
    pdf_path,
    relative,
    system_path,
)

if TYPE_CHECKING:
    from jinja2.runtime import Context

    from senrei.model.catalog import Catalog
    from senrei.model.history import Change, History
    from senrei.model.words import KindId


@dataclass(frozen=True)
class Here:
    """Links as seen from one page."""

    path: str
    catalog: Catalog

    def to(self, target: str) -> str:
        """Return the link to a path of the site."""
        return relative(self.path, target)

    def page(self, kind: KindId, entry_id: str, anchor: str = "") -> str:
        """Return the link to a record's page, or to an anchor on it."""
        return self.to(
            page_path(self.catalog.kinds[kind], entry_id) + (f"#{anchor}" if anchor else "")
        )

    def system(self, ward: str, system_id: str) -> str:
        """Return the link to the page of a ward's system."""
        return self.to(system_path(ward, system_id))

    def comparison(self, pair: tuple[str, str]) -> str:
        """Return the link to the page that compares two cases."""
        return self.to(comparison_path(pair))

    def index(self, kind: KindId) -> str:
        """Return the link to the list of a kind."""
        return self.to(index_path(self.catalog.kinds[kind]))

    def data(self, kind: KindId, entry_id: str) -> str:
        """Return the link to a record's open data."""
        return self.to(data_path(self.catalog.kinds[kind], entry_id))

    def link(self, kind: KindId, entry_id: str) -> Markup:
        """Return the name of a record, as a link where it has a page."""
        label = self.catalog.label(kind, entry_id)
        if not self.catalog.kinds[kind].segment:
            return Markup("{}").format(label)
        return Markup('<a href="{}">{}</a>').format(self.page(kind, entry_id), label)


class Renderer:
    """Turns values into HTML, one page at a time."""

    def __init__(
        self, catalog: Catalog, history: History | None = None, *, has_figures: bool = False
    ) -> None:
        self._catalog = catalog
        self._last_changes = history.last if history else {}
        self._environment = Environment(
            loader=PackageLoader("senrei.publish"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["absence"] = _absence
        self._environment.globals |= {
            "word": catalog.word,
            "meaning": catalog.meaning,
            "title": catalog.title,
            "label": catalog.label,
            "changed": self._changed,
            "anchors": anchors,
            "cells": _cells,
            "has_figures": has_figures,
            "pdf_path": pdf_path,
            "flow_png_paths": flow_png_paths,
        }

    def render(self, template: str, path: str, **values: Any) -> str:
        """Return the HTML of a template as the body of the page at a path.

        Raises what Jinja raises: UndefinedError where the template asks for a value that is not
        given.
        """
        here = Here(path, self._catalog)
        return self._environment.get_template(template).render(here=here, **values)

    def _changed(self, kind: KindId, entry_id: str) -> Change | None:
        """Tell when and why a record last changed; None where no history tells it."""
        return self._last_changes.get((kind, entry_id))


@pass_context
def _absence(page: Context, said: object) -> str:
    """Say in the words of a page why there is nothing: not stated, none, or not applying."""
    absence = said.absence if isinstance(said, Listed | Stated) else UNSTATED
    return str(page["word"](f"absence.{absence}")) if absence else ""


def _cells(columns: list[str], heading: int) -> tuple[Markup, list[Markup]]:
    """Return the attributes of a row and of its cells, by which it stays a table as cards."""
    cell, head = Markup('role="cell"'), Markup('role="rowheader" scope="row"')
    return Markup('role="row"'), [
        Markup('{} data-label="{}"').format(head if position == heading else cell, column)
        for position, column in enumerate(columns)
    ]
