"""Rules within a matter: nothing that its type has is left out; how long data are kept."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from senrei.model.case import Case
from senrei.model.matter import Matter
from senrei.model.record import NO_SUCH_LIST, NO_SUCH_VALUE
from senrei.model.rules.finding import Finding
from senrei.model.vocabulary import MatterTypeTerm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from senrei.model.catalog import Catalog
    from senrei.source.yaml_text import Document, Pointer

DEMANDED = frozenset(
    (*holder, field.name)
    for holder, said in (((), Case), (("matters",), Matter))
    for field in fields(said)
    if field.default in (NO_SUCH_LIST, NO_SUCH_VALUE)
)
"""The fields that a record may leave out where no type of its matters has them."""


def _nothing_is_left_out(case: Case, catalog: Catalog, document: Document) -> Iterator[Finding]:
    types = [catalog.of(MatterTypeTerm)[matter.type] for matter in case.matters]
    yield from _left_out((), types, catalog, document)
    for index, term in enumerate(types):
        yield from _left_out(("matters", index), [term], catalog, document)


def _left_out(
    holder: Pointer, types: Sequence[MatterTypeTerm], catalog: Catalog, document: Document
) -> Iterator[Finding]:
    """Yield the fields that a mapping leaves out although a type of matter has them."""
    there = document.at(holder)
    for path in sorted(DEMANDED):
        name = ".".join(path)
        asking = [term.label for term in types if name not in term.not_demanded]
        if path[:-1] == holder[:1] and path[-1] not in there and asking:
            message = (
                f"「{path[-1]}」（{catalog.title(name)}）がありません。事項の種類「{asking[0]}」では"
                f"必ず書きます。例「{path[-1]}: unstated」（資料に書かれていないとき）か"
                f"「{path[-1]}: does_not_apply」（当てはまらないとき）を加えてください。"
            )
            yield Finding(holder, "missing", message)


_UNCOUNTED = (
    "value（数）と unit（単位）は組で書きます。例「value: 5」「unit: year」。"
    "永年なら「unit: permanent」だけにし、数え方が書かれていなければ両方とも消してください。"
)


def _retentions_are_counted(_: Case, __: Catalog, document: Document) -> Iterator[Finding]:
    for pointer, name, _value in document.leaves:
        if name == "as_written" and "retention" in pointer[-2:-1]:
            said = document.at(pointer[:-1])
            if ("value" in said) != (said.get("unit", "permanent") != "permanent"):
                yield Finding(pointer[:-1], "retention", _UNCOUNTED)


MATTER_RULES = (_nothing_is_left_out, _retentions_are_counted)
