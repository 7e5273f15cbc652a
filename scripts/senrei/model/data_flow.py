"""The flow of data in a case: parties, the nodes where data rests, and the steps between them.

What each field means is told in `schemas/case.json`, under the same name or that in `RENAMED`.
"""

from __future__ import annotations

from dataclasses import dataclass

from senrei.model.record import Listed, Retention
from senrei.model.words import (
    ConfirmedRemark,
    DataFlowOrigin,
    FlowsChange,
    FlowsEnd,
    NodesKind,
    PartiesZone,
)

STORES = frozenset({"server", "db", "cloud", "terminal", "tablet", "paper", "media"})


@dataclass(frozen=True)
class Version:
    """A state of the flow that the paper shows: before, after."""

    id: str
    label: str


@dataclass(frozen=True)
class Party:
    """Who holds some of the nodes: a lane of the picture."""

    id: str
    zone: PartiesZone
    label: str
    contractor: str | None = None
    department: str | None = None


@dataclass(frozen=True)
class Node:
    """A person, office, system or medium where data is."""

    id: str
    party: str
    kind: NodesKind
    label: str
    system: str | None = None
    holds: tuple[str, ...] = ()
    place: str | None = None
    retention: Retention | None = None
    versions: tuple[str, ...] = ()

    @property
    def is_store(self) -> bool:
        """Whether what arrives here stays."""
        return self.kind in STORES


@dataclass(frozen=True)
class Flow:
    """One step: something goes from one node to another."""

    step: int
    source: str
    target: str
    act: str
    items: Listed[str]
    medium: tuple[str, ...]
    encryption: str
    where: str
    creates: tuple[str, ...] = ()
    manual: bool = False
    phase: str | None = None
    versions: tuple[str, ...] = ()
    change: FlowsChange | None = None
    end: FlowsEnd | None = None
    note: str | None = None

    @property
    def carries_data(self) -> bool:
        """Whether personal data moves, or the paper does not tell."""
        return bool(self.items) or not self.items.is_stated


@dataclass(frozen=True)
class Confirmed:
    """Remarks that the editors looked into; the record is right, and why."""

    remark: ConfirmedRemark
    reason: str
    steps: tuple[int, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class DataFlow:
    """All steps of a case, in the order of the paper."""

    summary: str
    origin: DataFlowOrigin
    parties: tuple[Party, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    where: str
    versions: tuple[Version, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    lost: str | None = None
    note: str | None = None


RENAMED = {
    Flow: {"source": "from", "target": "to", "versions": "in"},
    Node: {"versions": "in"},
}
