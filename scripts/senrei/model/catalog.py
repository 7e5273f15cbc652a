"""The catalog: every sound record, by kind and id."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from senrei.model.case import Case
    from senrei.model.vocabulary import Law, Ward


@dataclass(frozen=True)
class Catalog:
    """All records by kind and id; `files` names the file that declares each of them."""

    by_kind: Mapping[str, Mapping[str, Any]]
    files: Mapping[tuple[str, str], str]
    words: Mapping[str, str]
    titles: Mapping[str, str]

    def of_kind(self, kind: str) -> Mapping[str, Any]:
        """Give the records of a kind by id; empty where there are none."""
        return self.by_kind.get(kind, {})

    def entry(self, kind: str, entry_id: str) -> Any:
        """Find one record; KeyError where there is none."""
        return self.by_kind[kind][entry_id]

    def label(self, kind: str, entry_id: str) -> str:
        """Give the Japanese name of a record."""
        return str(self.entry(kind, entry_id).label)

    def word(self, name: str) -> str:
        """Give the Japanese label of a fixed word, named by its field: `controls.side.ward`."""
        return self.words[name]

    def title(self, field: str) -> str:
        """Give the Japanese title of a field of a case: `matters.controls`."""
        return self.titles[field]

    @property
    def cases(self) -> Mapping[str, Case]:
        """The cases by id."""
        return self.of_kind("case")

    @cached_property
    def ward_of_body(self) -> Mapping[str, Ward]:
        """The ward of each council or board."""
        return {body.id: ward for ward in self.of_kind("ward").values() for body in ward.bodies}

    @cached_property
    def ward_of_department(self) -> Mapping[str, Ward]:
        """The ward of each department."""
        return {
            department.id: ward
            for ward in self.of_kind("ward").values()
            for department in ward.departments
        }

    @cached_property
    def law_of_article(self) -> Mapping[str, Law]:
        """The law of each article."""
        return {article.id: law for law in self.of_kind("law").values() for article in law.articles}
