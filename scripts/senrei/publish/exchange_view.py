"""Exchange view: which party gives what to which, as the page of a case shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.model.flow_graph import party_graph
from senrei.model.vocabulary import DataItemTerm, ProtectionTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.catalog import Catalog
    from senrei.model.data_flow import DataFlow, Flow


@dataclass(frozen=True)
class Exchange:
    """All that goes from one party to another.

    `protections` counts the steps by the words for their encryption; steps without personal data
    are left out of it.
    """

    giver: str
    taker: str
    steps: tuple[int, ...]
    items: tuple[str, ...]
    is_sensitive: bool
    protections: tuple[tuple[str, int], ...]


def exchanges(flow: DataFlow, catalog: Catalog) -> Iterator[Exchange]:
    """Yield the exchanges of the last state, in the order of their first steps."""
    labels = {party.id: party.label for party in flow.parties}
    edges: list[tuple[str, str, tuple[Flow, ...]]] = list(party_graph(flow).edges(data="steps"))
    for giver, taker, steps in sorted(edges, key=lambda edge: edge[2][0].step):
        items = tuple(dict.fromkeys(item for step in steps for item in step.items))
        yield Exchange(
            labels[giver],
            labels[taker],
            tuple(step.step for step in steps),
            items,
            any(catalog.of(DataItemTerm)[item].sensitivity for item in items),
            tuple(_protections(steps, catalog).items()),
        )


def _protections(steps: tuple[Flow, ...], catalog: Catalog) -> Counter[str]:
    return Counter(
        catalog.of(ProtectionTerm)[step.encryption].label for step in steps if step.carries_data
    )
