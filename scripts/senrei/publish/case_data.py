"""A case in the open data: whole, with what stands behind each reference and under one matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from senrei.model.organisations import Body, Meeting, Ward
from senrei.model.record import NONE
from senrei.model.statements import mentioned_items
from senrei.model.vocabulary import ControlTerm, DataItemTerm
from senrei.publish.address import page_path
from senrei.publish.plain_data import SCHEMA_VERSION

if TYPE_CHECKING:
    from senrei.model.case import Case
    from senrei.model.contracting import CaseContractor
    from senrei.model.matter import Matter
    from senrei.model.statements import ControlStatement, ItemStatement
    from senrei.publish.plain_data import PlainData

# What a case says of its principal act at the top, as everybody reads it.
_OF_THE_CASE = ("body", "act", "meeting", "agenda_number", "agenda_as_written", "documents")


class CaseData:
    """Turns cases into plain data."""

    def __init__(self, plain: PlainData) -> None:
        self._plain = plain
        self._catalog = plain.catalog

    def of(self, case: Case) -> dict[str, Any]:
        """Return a case, whole."""
        plain: dict[str, Any] = self._plain.of(case, (), self._catalog.kinds["case"])
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
                    "term": self._plain.named("data-item", item.term),
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
            {"as_written": part.as_written, "term": self._plain.named("data-item", part.term)}
            for part in item.parts
        ]
        return {
            "number": item.number,
            "as_written": item.as_written,
            "term": self._plain.named("data-item", item.term),
            "group": said.group.group,
            "scope": said.group.scope,
            "whose": self._plain.named("data-subject", item.whose) if item.whose else None,
            "parts": parts or None,
            "open_ended": item.open_ended,
            "retention": self._plain.of(
                item.retention or said.group.retention, (), self._catalog.kinds["case"]
            ),
            "sensitive": mark is not None,
            "sensitivity": self._plain.of(mark, (), self._catalog.kinds["data-item"]),
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
            "term": self._plain.named("control", entry.term),
            "also": [self._plain.named("control", term) for term in entry.also] or None,
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
