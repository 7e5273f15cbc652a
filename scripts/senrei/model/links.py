"""Links: which case uses what, as a graph, and the questions that pages ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from senrei.model.uses import uses_of

if TYPE_CHECKING:
    import networkx as nx

    from senrei.model.catalog import Catalog
    from senrei.model.uses import Key, Use
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
        """Give every use of a record, in the order of the cases."""
        found: Any = self._graph.in_edges((kind, entry_id), data="use")
        return tuple(sorted((use for _, _, use in found), key=_order))

    def cases_using(self, kind: KindId, entry_id: str) -> tuple[str, ...]:
        """Give the ids of the cases that use a record, each once."""
        return tuple(dict.fromkeys(use.case for use in self.uses(kind, entry_id)))

    def used_by(self, case_id: str, kind: KindId) -> tuple[str, ...]:
        """Give the ids of the records of a kind that a case uses, each once, in its order."""
        found = self._graph.out_edges(("case", case_id))
        return tuple(dict.fromkeys(target[1] for _, target in found if target[0] == kind))


def _order(use: Use) -> tuple[str, str]:
    return use.case, use.matter or ""
