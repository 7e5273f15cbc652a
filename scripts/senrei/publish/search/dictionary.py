"""Dictionary: which words a search reads as which others, from the records that editors keep.

A line is a list of words. `=` before it: each word also finds the others. `>`: each later word
also finds the first. `+` after a line of `=`: the words of that line find these too, from afar:
what they find comes after. A line of readings is a reading and the words that are read so; the
readings of terms and organisations stand in the index itself, beside what they read.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from senrei.model.organisations import Ward
from senrei.model.vocabulary import ReadingOfWords, SynonymGroup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.catalog import Catalog
    from senrei.publish.search.folding import Folding

_TOO_MANY = 3  # a word that stands for more terms than this tells nothing


def dictionary_lines(catalog: Catalog, folding: Folding) -> tuple[str, ...]:
    """Return the dictionary, synonym groups first."""
    groups = tuple(_groups(catalog))
    terms = tuple(_terms(catalog))
    said = Counter(
        word for _, *synonyms in terms for word in {folding.fold(synonym) for synonym in synonyms}
    )
    lines = [line for sign, words in groups for line in (sign + "|".join(words),)]
    for first, *synonyms in terms:
        label = folding.fold(first)
        kept = {folding.fold(synonym): synonym for synonym in reversed(synonyms)}
        words = [
            word
            for folded, word in reversed(kept.items())
            if folded not in label and said[folded] <= _TOO_MANY and len(folded) > 1
        ]
        if words:
            lines.append(">" + "|".join((first, *words)))
    return tuple(lines)


def reading_lines(catalog: Catalog, folding: Folding) -> tuple[str, ...]:
    """Return the readings of words, folded."""
    entries = catalog.of(ReadingOfWords).values()
    return tuple("|".join((folding.fold(entry.reading), *entry.words)) for entry in entries)


def _groups(catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    for group in catalog.of(SynonymGroup).values():
        yield "=", group.words
        if group.finds:
            yield "+", group.finds
    for ward in catalog.of(Ward).values():
        for term in ward.local_terms:
            yield "=", (term.word, *term.same_as)


def _terms(catalog: Catalog) -> Iterator[tuple[str, ...]]:
    for kind in catalog.kinds.values():
        if kind.dictionary:
            for entry in catalog.of_kind(kind.id).values():
                yield (entry.label, *entry.synonyms)
