"""Open data: the records as JSON, references resolved to id and label, lists unstated as null."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from senrei.model.case import Case
from senrei.model.data_flow import RENAMED
from senrei.model.dates import Date
from senrei.model.kinds import with_pages
from senrei.model.organisations import Article, Body, Meeting, Ward
from senrei.model.record import DOES_NOT_APPLY, NONE, Listed, Stated, inapplicable
from senrei.model.statements import mentioned_items
from senrei.model.vocabulary import ControlTerm, DataItemTerm
from senrei.publish.address import data_path, page_path
from senrei.publish.tables import csv_tables
from senrei.source.schema import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from senrei.model.catalog import Catalog
    from senrei.model.contracting import CaseContractor
    from senrei.model.kinds import Kind
    from senrei.model.links import Links
    from senrei.model.matter import Matter
    from senrei.model.statements import ControlStatement, ItemStatement
    from senrei.model.words import KindId
    from senrei.publish.site_model import SiteModel
    from senrei.source.schema import FieldPath, Schemas

SCHEMA_VERSION = "1.0"
BASE = "api/v1"
_SHORT_CASE = (
    "id", "title", "short_title", "ward", "body", "act", "legal_regime", "outcome", "meeting",
    "agenda_number", "page",
)  # fmt: skip


# What a case says of its principal act at the top, as everybody reads it.
_OF_THE_CASE = ("body", "act", "meeting", "agenda_number", "agenda_as_written", "documents")


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
        self._unpublished = {
            (name, path)
            for name, schema in schemas.by_name.items()
            for _, path in schema.paths_with("x-unpublished")
        }

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
            return self._case(entry)
        plain: dict[str, Any] = self._plain(entry, kind.path, kind)
        plain |= {"label": entry.label, "page": page_path(kind, entry_id)}
        if isinstance(entry, Article):
            law = self._plain(self._catalog.law_of_article[entry.id], (), kind)
            plain["law"] = {name: said for name, said in law.items() if name != "articles"}
        plain["cases"] = [
            self._named("case", case) for case in self._links.cases_using(kind.id, entry_id)
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

    def _named(self, kind: KindId, entry_id: str) -> dict[str, str]:
        return {"id": entry_id, "label": self._catalog.label(kind, entry_id)}

    def _case(self, case: Case) -> dict[str, Any]:
        plain: dict[str, Any] = self._plain(case, (), self._catalog.kinds["case"])
        ward = self._catalog.of(Ward)[case.ward]
        plain["schema_version"] = SCHEMA_VERSION
        plain["page"] = page_path(self._catalog.kinds["case"], case.id)
        plain["ward"] = {"id": ward.id, "name": ward.name}
        for act, said in zip(case.acts, plain["acts"], strict=True):
            said["body"] = self._body(act.body.value)
            said["meeting"] = self._meeting(act.meeting.value)
        principal = plain["acts"][case.acts.index(case.principal)]
        plain |= {name: principal[name] for name in _OF_THE_CASE}
        outcome = case.principal.outcome
        plain["outcome"] = outcome.value.result if outcome.value else outcome.absence
        for matter, said in zip(case.matters, plain["matters"], strict=True):
            said["data_items"] = self._items(case, matter, listed=True)
            said["unlisted_items"] = self._items(case, matter, listed=False)
            said["mentioned_items"] = [
                {
                    "as_written": item.as_written,
                    "term": self._named("data-item", item.term),
                    "where": item.where or group.where,
                    "note": item.note,
                }
                for item, group in mentioned_items(matter)
            ] or None
            said["controls"] = self._controls(case, matter)
            if matter.contractors.entries:
                said["contractors"] = [
                    self._contractor(contractor, part)
                    for contractor, part in zip(
                        matter.contractors, said["contractors"], strict=True
                    )
                ]
        told = plain["sources"]
        plain["sources"] = [
            {"document": source["document"], "title": source["title"], "section": at, **section}
            for source in told
            for at, section in ((part.pop("at"), part) for part in source.pop("sections"))
        ]
        plain["source_documents"] = told
        plain["unstated_means"] = "not_in_hand" if case.is_held_in_part else "not_written"
        return plain

    def _body(self, body_id: str | None) -> dict[str, Any] | None:
        if body_id is None:
            return None
        body = self._catalog.of(Body)[body_id]
        return {"id": body.id, "name": body.name, "kind": body.kind}

    def _meeting(self, meeting_id: str | None) -> dict[str, Any] | None:
        if meeting_id is None:
            return None
        meeting = self._catalog.of(Meeting)[meeting_id]
        return {
            "id": meeting.id,
            "label": meeting.label,
            "fiscal_year": meeting.year,
            "number": meeting.number,
        }

    def _items(self, case: Case, matter: Matter, *, listed: bool) -> list[dict[str, Any]] | None:
        """Return the items that the paper lists, or those that only its text handles."""
        said = case.items_of(matter)
        if said.absence == NONE and listed:
            return []
        return [
            self._item(statement) for statement in said if statement.item.listed == listed
        ] or None

    def _item(self, said: ItemStatement) -> dict[str, Any]:
        item = said.item
        mark = self._catalog.of(DataItemTerm)[item.term].sensitivity
        parts = [
            {"as_written": part.as_written, "term": self._named("data-item", part.term)}
            for part in item.parts
        ]
        return {
            "number": item.number,
            "as_written": item.as_written,
            "term": self._named("data-item", item.term),
            "group": said.group.group,
            "scope": said.group.scope,
            "whose": self._named("data-subject", item.whose) if item.whose else None,
            "parts": parts or None,
            "open_ended": item.open_ended,
            "retention": self._plain(
                item.retention or said.group.retention, (), self._catalog.kinds["case"]
            ),
            "sensitive": mark is not None,
            "sensitivity": self._plain(mark, (), self._catalog.kinds["data-item"]),
            "where": said.where,
            "note": item.note,
        }

    def _controls(self, case: Case, matter: Matter) -> list[dict[str, Any]] | None:
        if not matter.controls.entries:
            return [] if matter.controls.absence == NONE else None
        return [self._control(said) for said in case.controls if said.matter is matter]

    def _control(self, said: ControlStatement) -> dict[str, Any]:
        entry = said.entry
        return {
            "term": self._named("control", entry.term),
            "also": [self._named("control", term) for term in entry.also] or None,
            "side": said.group.side,
            "group": self._catalog.of(ControlTerm)[entry.term].group,
            "group_as_written": said.group.group,
            "summary": entry.summary,
            "where": said.where,
            "row": entry.row,
            "mark": entry.mark,
            "reason": entry.reason,
            "method": entry.method,
            "policy_refs": list(entry.policy_refs) or None,
            "note": entry.note,
        }

    def _contractor(self, contractor: CaseContractor, said: dict[str, Any]) -> dict[str, Any]:
        name = contractor.as_written
        if contractor.contractor:
            name = self._catalog.label("contractor", contractor.contractor)
        said.pop("contractor")
        return {"id": contractor.contractor, "name": name, **said}

    def _plain(self, value: Any, path: FieldPath, kind: Kind) -> Any:
        """Turn a value into plain data; a text at a reference's path becomes id and label."""
        value = value.value if isinstance(value, Stated) else value
        match value:
            case Date():
                return {**asdict(value), "precision": str(value.precision)}
            case Listed() if value.absence:
                return [] if value.absence == NONE else None
            case Listed() | tuple():
                return [self._plain(part, (*path, ANY), kind) for part in value] or None
            case str() if path in kind.references:
                return self._named(kind.references[path], value)
            case _ if is_dataclass(value):
                renamed = RENAMED.get(type(value), {})
                keys = {field.name: renamed.get(field.name, field.name) for field in fields(value)}
                plain = {
                    key: self._plain(getattr(value, name), (*path, key), kind)
                    for name, key in keys.items()
                    if (kind.schema, (*path, key)) not in self._unpublished
                }
                out = [keys[name] for name in inapplicable(value)]
                return plain | ({DOES_NOT_APPLY: out} if out else {})
            case _:
                return value
