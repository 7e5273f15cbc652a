"""Site state: one version of the records with everything that is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from senrei.model.check import read_project
from senrei.publish.site import Site, make_site
from senrei.source.yaml_text import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from senrei.model.loading import LoadedRecords
    from senrei.model.use import Key
    from senrei.source.schema import Schemas

Cell = tuple[str, str]  # control and case


@dataclass(frozen=True)
class State:
    """The data of every file, the valid records, and the site."""

    files: Mapping[str, tuple[str, Any]]
    """By path: the name of the file's schema, and its data."""
    loaded: LoadedRecords
    site: Site

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """The bodies of the pages by address, without those that only repeat others."""
        return {page.path: page.body for page in self.site.pages if page.is_searched}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of the pages by address."""
        return {page.path: page.title for page in self.site.pages}

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The path of every page and file that somebody may have noted down."""
        return frozenset(self.pages) | {path for path, _ in self.site.files}

    @cached_property
    def names(self) -> Mapping[Key, str]:
        """The Japanese name of every record."""
        catalog = self.loaded.catalog
        return {key: catalog.label(*key) for key in catalog.files}

    @cached_property
    def coverage(self) -> Mapping[Cell, str]:
        """What each case says of each control: who takes it, and the paper's marks, in words."""
        catalog = self.loaded.catalog
        return {
            (row.control, cell.case): "、".join(
                dict.fromkeys(
                    catalog.word(use.status.name)
                    + (f"（{catalog.word(f'entries.mark.{use.mark}')}）" if use.mark else "")
                    for use in cell.uses
                    if use.status
                )
            )
            for group in self.site.model.coverage
            for row in group.rows
            for cell in row.cells
            if cell.uses
        }

    @cached_property
    def diagrams(self) -> Mapping[str, str]:
        """The picture of each case's data flow, as SVG."""
        return {
            case: "".join(view.flow.ladder)
            for case, view in self.site.model.views.items()
            if view.flow
        }

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str]]:
        """The anchors of each page by its path, which somebody may have noted down."""
        return {page.path: page.parts.anchors for page in self.site.pages if page.is_searched}


def read_state(root: Path, schemas: Schemas) -> State:
    """Read the records of a project's folder and make their site in memory.

    A file that cannot be read is left out of `files`.
    """
    loaded = read_project(root)
    files = {}
    for file in sorted((root / "records").rglob("*.yml")):
        name = file.relative_to(root / "records").as_posix()
        schema = schemas.for_file(name)
        document, _ = parse_yaml(file.read_bytes(), name)
        if schema is not None and document is not None:
            files[f"records/{name}"] = (schema.name, document.data)
    return State(files, loaded, make_site(loaded.catalog, schemas, None))
