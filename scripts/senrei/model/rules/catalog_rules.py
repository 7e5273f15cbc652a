"""Rules across records: terms that say the same, records that nothing uses."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from senrei.model.organisations import Contractor
from senrei.model.rules.finding import Finding, warning
from senrei.model.vocabulary import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.links import Links
    from senrei.model.loading import LoadedRecords
    from senrei.model.use import Key


def _terms_differ(loaded: LoadedRecords, _: Links) -> Iterator[tuple[Key, Finding]]:
    """No two terms of a vocabulary may bear the same name or synonym, however it is spelt."""
    taken: dict[tuple[str, str], str] = {}
    for kind, entries in loaded.catalog.by_kind.items():
        for entry in entries.values():
            if not isinstance(entry, Term | Contractor):
                continue
            for name in dict.fromkeys(_folded(name) for name in (entry.label, *entry.synonyms)):
                holder = taken.setdefault((kind, name), entry.id)
                if holder != entry.id:
                    message = (
                        f"「{entry.label}」の名前か同じ意味の語が、「{holder}」と重なります。"
                        "一つの語にまとめるか、違いが分かる名前にしてください。"
                    )
                    document = loaded.documents[kind, entry.id]
                    pointer = document.pointer_to(entry.id)
                    yield (kind, entry.id), Finding(pointer, "same-term", message)


def _folded(name: str) -> str:
    return re.sub(r"[\s・ー－\-]", "", unicodedata.normalize("NFKC", name)).casefold()


def _everything_is_used(loaded: LoadedRecords, links: Links) -> Iterator[tuple[Key, Finding]]:
    members = {
        member
        for contractor in loaded.catalog.of(Contractor).values()
        for member in contractor.members
    }
    kinds = loaded.catalog.kinds
    for (kind, entry_id), document in loaded.documents.items():
        if not kinds[kind].must_be_used or entry_id in members or links.uses(kind, entry_id):
            continue
        label = loaded.catalog.label(kind, entry_id)
        message = (
            f"「{label}」を使う案件がありません。案件から使うか、要らなければ取り除いてください。"
        )
        yield (kind, entry_id), warning(document.pointer_to(entry_id), "unused", message)


CATALOG_RULES = (_terms_differ, _everything_is_used)
