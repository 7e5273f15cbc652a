"""Open data: the records as JSON, references resolved to id and label, lists unstated as null."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from senrei.model.case import Case
from senrei.model.kinds import with_pages
from senrei.model.organisations import Article
from senrei.publish.address import data_path, page_path
from senrei.publish.case_data import CaseData
from senrei.publish.plain_data import SCHEMA_VERSION, PlainData
from senrei.publish.tables import csv_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from senrei.model.catalog import Catalog
    from senrei.model.kinds import Kind
    from senrei.model.links import Links
    from senrei.publish.site_model import SiteModel
    from senrei.source.schema import Schemas

BASE = "api/v1"
_SHORT_CASE = (
    "id", "title", "short_title", "ward", "body", "act", "legal_regime", "outcome", "meeting",
    "agenda_number", "page",
)  # fmt: skip


def open_data(model: SiteModel, schemas: Schemas) -> Iterator[tuple[str, str]]:
    """Yield every file of the open data: its path in the site and its text.

    Below a former id stand the record's own data, so that a program goes on working;
    `redirected_from` tells it.
    """
    catalog = model.catalog
    tables = csv_tables(catalog, model.links)
    data = _OpenData(catalog, model.links, schemas)
    yield f"{BASE}/index.json", _text(data.index(tables))
    for kind in with_pages(catalog.kinds):
        entries = [data.entry(kind, entry_id) for entry_id in catalog.of_kind(kind.id)]
        short = [data.short(kind, entry) for entry in entries]
        listed = {"schema_version": SCHEMA_VERSION, "total": len(short), kind.segment: short}
        yield f"{BASE}/{kind.segment}.json", _text(listed)
        for entry in entries:
            yield data_path(kind, entry["id"]), _text(entry)
            for former in entry["aliases"] or ():
                moved = {**entry, "redirected_from": former}
                yield data_path(kind, former), _text(moved)
    for schema in schemas.by_name.values():
        yield f"{BASE}/schemas/{schema.name}.json", _text(schema.contents)
    shared = next(iter(schemas.by_name.values())).shared
    yield f"{BASE}/schemas/common.json", _text(shared)
    for name, text in tables.items():
        yield f"{BASE}/tables/{name}.csv", text


def _words(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the label of each fixed word, those at the top of a case by their names there too."""
    for name, label in catalog.words.items():
        yield name, label
        at_top = name.replace("outcome.result.", "outcome.").removeprefix("acts.")
        if at_top.startswith(("act.", "outcome.")):
            yield at_top, label


def _text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


class _OpenData:
    """Turns records into plain data, with what stands behind each reference."""

    def __init__(self, catalog: Catalog, links: Links, schemas: Schemas) -> None:
        self._catalog = catalog
        self._links = links
        self._schemas = schemas
        self._plain = PlainData(catalog, schemas)
        self._cases = CaseData(self._plain)

    def index(self, tables: Iterable[str]) -> dict[str, Any]:
        """Return what there is, how many of each, and what the fixed words mean."""
        kinds = tuple(with_pages(self._catalog.kinds))
        return {
            "schema_version": SCHEMA_VERSION,
            "title": "先例",
            "licence": "CC BY 4.0",
            "counts": {kind.segment: len(self._catalog.of_kind(kind.id)) for kind in kinds},
            "lists": {kind.segment: f"{kind.segment}.json" for kind in kinds},
            "schemas": [f"schemas/{name}.json" for name in ("common", *self._schemas.by_name)],
            "tables": [f"tables/{name}.csv" for name in tables],
            "words": dict(_words(self._catalog)),
        }

    def entry(self, kind: Kind, entry_id: str) -> dict[str, Any]:
        """Return one record, whole."""
        entry = self._catalog.of_kind(kind.id)[entry_id]
        if isinstance(entry, Case):
            return self._cases.of(entry)
        plain: dict[str, Any] = self._plain.of(entry, kind.path, kind)
        plain |= {"label": entry.label, "page": page_path(kind, entry_id)}
        if isinstance(entry, Article):
            law = self._plain.of(self._catalog.law_of_article[entry.id], (), kind)
            plain["law"] = {name: said for name, said in law.items() if name != "articles"}
        plain["cases"] = [
            self._plain.named("case", case) for case in self._links.cases_using(kind.id, entry_id)
        ]
        return plain

    def short(self, kind: Kind, entry: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a list shows of a record."""
        if kind.id != "case":
            return {
                "id": entry["id"],
                "label": entry["label"],
                "cases": len(entry["cases"]),
                "url": f"{entry['id']}.json",
            }
        types = [matter["type"] for matter in entry["matters"]]
        return {key: entry[key] for key in _SHORT_CASE} | {"matter_types": types}
