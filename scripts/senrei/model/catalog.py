"""The catalog: every valid record, by kind and id."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from senrei.model.case import Case
from senrei.model.organisations import Law, Ward
from senrei.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from senrei.model.kinds import Kinds
    from senrei.model.words import KindId

R = TypeVar("R", bound=Record)

_LEFT_OPEN = {"absence.unstated", "acts.outcome.unknown", "systems.cloud.unstated"}
ANY_BODY = "自治体"  # what is written for all of them calls each of them so


@dataclass(frozen=True)
class Catalog:
    """All valid records, and the words of their schemas. What is not known is a KeyError."""

    by_kind: Mapping[KindId, Mapping[str, Any]]
    files: Mapping[tuple[KindId, str], str]
    """The path of the file that declares each record, from the project's folder."""
    kinds: Kinds
    words: Mapping[str, str]
    """The labels of fixed words, by their names: `controls.side.ward`."""
    meanings: Mapping[str, str]
    titles: Mapping[str, str]
    """The titles of a case's fields, by their names: `matters.controls`."""

    def of(self, record: type[R]) -> Mapping[str, R]:
        """Return the records of a class by id, none where there are no such records.

        `catalog.of(Meeting)["sakura-r04-2"].held_on`
        """
        return self.by_kind.get(record.KIND, {})

    def of_kind(self, kind: KindId) -> Mapping[str, Record]:
        """Return the records of a kind by id, for callers that learn the kind only as they run."""
        return self.by_kind.get(kind, {})

    def label(self, kind: KindId, entry_id: str) -> str:
        """Return the Japanese name of a record."""
        return self.of_kind(kind)[entry_id].label

    def word(self, name: str) -> str:
        """Return the Japanese label of a fixed word, named by its field: `controls.side.ward`."""
        return self.words[name]

    def own_word(self, ward: str) -> str:
        """Return what a ward, city, prefecture or union is called in its own papers: 区, 市, 県."""
        return self.word(f"type.{self.of(Ward)[ward].type}")

    def word_of(self, ward: str, name: str) -> str:
        """Return the label of a fixed word as a ward says it of itself: 市の条例による制度."""
        return self.word(name).replace(ANY_BODY, self.own_word(ward))

    def word_in(self, case: Case, name: str) -> str:
        """Return the label of a fixed word as the page of a case says it.

        What a source that is held in part leaves open is not in hand; it may be written elsewhere.
        """
        if case.is_held_in_part and name in _LEFT_OPEN:
            return self.meaning("sources.held.part")
        return self.word_of(case.ward, name)

    def meaning(self, name: str) -> str:
        """Return what a fixed word means for a reader, by its name: `entries.mark.circle`."""
        return self.meanings[name]

    def title(self, field: str) -> str:
        """Return the Japanese title of a field of a case: `matters.controls`."""
        return self.titles[field]

    @property
    def cases(self) -> Mapping[str, Case]:
        """The cases by id."""
        return self.of(Case)

    @cached_property
    def ward_of_body(self) -> Mapping[str, Ward]:
        """The ward of each council or board."""
        return {body.id: ward for ward in self.of(Ward).values() for body in ward.bodies}

    @cached_property
    def ward_of_department(self) -> Mapping[str, Ward]:
        """The ward of each department."""
        return {part.id: ward for ward in self.of(Ward).values() for part in ward.departments}

    @cached_property
    def law_of_article(self) -> Mapping[str, Law]:
        """The law of each article."""
        return {article.id: law for law in self.of(Law).values() for article in law.articles}
