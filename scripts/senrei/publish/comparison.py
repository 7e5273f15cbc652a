"""Comparison: what two cases have in common, and which cases are worth comparing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.catalog import Catalog
    from senrei.model.links import Key, Links

KINDS = ("matter-type", "data-subject", "data-item", "control", "certification", "contractor")
_MOST, _LEAST, _PAIRS = 12, 3, 1200


@dataclass(frozen=True)
class Shared:
    """Records of a kind that both cases use, and those that only one of them uses."""

    kind: str
    both: tuple[str, ...]
    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True)
class Neighbour:
    """Another case, with what it shares with the case at hand; `pair` is in the site's order."""

    case: str
    pair: tuple[str, str]
    data_items: int
    controls: int


def shared(one: str, other: str, links: Links) -> Iterator[Shared]:
    """Set the terms of two cases side by side, in the order of each paper."""
    for kind in KINDS:
        ours, theirs = links.used_by(one, kind), links.used_by(other, kind)
        yield Shared(
            kind,
            tuple(term for term in ours if term in theirs),
            tuple(term for term in ours if term not in theirs),
            tuple(term for term in theirs if term not in ours),
        )


def neighbours(catalog: Catalog, links: Links) -> dict[str, tuple[Neighbour, ...]]:
    """Give for each case those that share the greatest part of its terms, the nearest first.

    Terms are types of matters, data subjects, data items and controls. Few cases are all compared;
    of many only the nearest are, for each pair is a page with two pictures.
    """
    order = list(catalog.cases)
    terms = {case: _terms(case, links) for case in order}
    most = max(_LEAST, min(_MOST, _PAIRS // len(order)))
    return {case: tuple(_nearest(case, terms))[:most] for case in order}


def _nearest(case: str, terms: dict[str, frozenset[Key]]) -> Iterator[Neighbour]:
    """Give all other cases, the most alike first; `terms` are in the site's order."""
    order = list(terms)
    alike = {other: _likeness(terms[case], terms[other]) for other in order if other != case}
    for other in sorted(alike, key=alike.__getitem__, reverse=True):
        common = Counter(kind for kind, _ in terms[case] & terms[other])
        first = min(case, other, key=order.index)
        pair = (first, other if first == case else case)
        yield Neighbour(other, pair, common["data-item"], common["control"])


def _terms(case: str, links: Links) -> frozenset[Key]:
    kinds = ("matter-type", "data-subject", "data-item", "control")
    return frozenset((kind, term) for kind in kinds for term in links.used_by(case, kind))


def _likeness(one: frozenset[Key], other: frozenset[Key]) -> float:
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0
