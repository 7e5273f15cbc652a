"""Links: which case uses what, as a graph, and how alike that makes two cases."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from senrei.model.uses import uses_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from senrei.model.catalog import Catalog
    from senrei.model.use import Key, Use
    from senrei.model.words import KindId


class Links:
    """The graph from cases to what they use; each edge carries one `Use`."""

    def __init__(self, catalog: Catalog) -> None:
        import networkx as nx  # noqa: PLC0415 - takes its time, and a check of one file needs none

        self._graph: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
        self._graph.add_nodes_from(catalog.files)
        for case in catalog.cases.values():
            for target, use in uses_of(case, catalog.kinds["case"].references):
                self._graph.add_edge(("case", case.id), target, use=use)

    def uses(self, kind: KindId, entry_id: str) -> tuple[Use, ...]:
        """Return every use of a record, in the order of the cases."""
        edges: Any = self._graph.in_edges((kind, entry_id), data="use")
        return tuple(sorted((use for _, _, use in edges), key=_order))

    def cases_using(self, kind: KindId, entry_id: str) -> tuple[str, ...]:
        """Return the ids of the cases that use a record, each once."""
        return tuple(dict.fromkeys(use.case for use in self.uses(kind, entry_id)))

    def used_by(self, case_id: str, kind: KindId) -> tuple[str, ...]:
        """Return the ids of the records of a kind that a case uses, each once, in its order."""
        edges = self._graph.out_edges(("case", case_id))
        return tuple(dict.fromkeys(target[1] for _, target in edges if target[0] == kind))


def _order(use: Use) -> tuple[str, str]:
    return use.case, use.matter or ""


_ALIKE_BY: tuple[KindId, ...] = ("matter-type", "data-subject", "data-item", "control")
COMPARED: tuple[KindId, ...] = (*_ALIKE_BY, "certification", "contractor")
_LEAST, _PAIRS = 3, 1200  # each pair is a page with two pictures


@dataclass(frozen=True)
class Shared:
    """The ids of the records of a kind that two cases use: both, or only one of them."""

    kind: KindId
    both: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Neighbour:
    """Another case that can be compared with the case at hand, and how many terms they share."""

    case: str
    pair: tuple[str, str]
    """Both cases in the site's order."""
    terms: int
    data_items: int
    controls: int

    @property
    def is_near(self) -> bool:
        """Whether the cases have anything in common."""
        return self.terms > 0


def shared(left: str, right: str, links: Links) -> Iterator[Shared]:
    """Yield for each kind what two cases, named by their ids, use, in the order of each paper."""
    for kind in COMPARED:
        ours, theirs = links.used_by(left, kind), links.used_by(right, kind)
        yield Shared(
            kind,
            tuple(term for term in ours if term in theirs),
            tuple(term for term in ours if term not in theirs),
            tuple(term for term in theirs if term not in ours),
        )


def neighbours(
    catalog: Catalog, links: Links, pairs: int = _PAIRS
) -> Mapping[str, tuple[Neighbour, ...]]:
    """Return for each case the cases to compare it with, the most terms in common first.

    All others, while that makes no more pairs than `pairs`; of more cases only the nearest.
    """
    terms = {case: _terms(case, links) for case in catalog.cases}
    number = len(terms)
    most = number if number * (number - 1) <= 2 * pairs else max(_LEAST, pairs // number)
    return {case: tuple(_nearest(case, terms))[:most] for case in terms}


def _nearest(case: str, terms: dict[str, frozenset[Key]]) -> Iterator[Neighbour]:
    """Yield all other cases, the most alike first; `terms` are in the site's order."""
    order = {peer: number for number, peer in enumerate(terms)}
    alike = {peer: _likeness(terms[case], terms[peer]) for peer in order if peer != case}
    for peer in sorted(alike, key=alike.__getitem__, reverse=True):
        common = Counter(kind for kind, _ in terms[case] & terms[peer])
        first, second = sorted((case, peer), key=order.__getitem__)
        yield Neighbour(
            peer, (first, second), common.total(), common["data-item"], common["control"]
        )


def _terms(case: str, links: Links) -> frozenset[Key]:
    return frozenset((kind, term) for kind in _ALIKE_BY for term in links.used_by(case, kind))


def _likeness(left: frozenset[Key], right: frozenset[Key]) -> float:
    """Return the share of common terms in all terms of both, after Jaccard: 0 to 1."""
    common = len(left & right)
    return common / (len(left) + len(right) - common) if common else 0.0
