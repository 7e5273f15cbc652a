"""Systems of the wards: one system, as one or more cases of its ward speak of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.model.organisations import Ward

if TYPE_CHECKING:
    from senrei.model.case import Case
    from senrei.model.case_systems import System
    from senrei.model.catalog import Catalog


@dataclass(frozen=True)
class WardSystem:
    """A system; cases of a ward that mean the same one give it the same id.

    `uses` pairs each case with what its paper says of the system, in the order of the cases.
    """

    ward: str
    id: str
    uses: tuple[tuple[Case, System], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names that the papers use."""
        return tuple(dict.fromkeys(system.name for _, system in self.uses))

    @property
    def label(self) -> str:
        """The name that lists show."""
        return self.names[0]


def ward_systems(catalog: Catalog) -> tuple[WardSystem, ...]:
    """Return all systems, ward by ward, in the order in which the cases name them."""
    found: dict[tuple[str, str], list[tuple[Case, System]]] = {}
    for ward in catalog.of(Ward):
        for case in catalog.cases.values():
            if case.ward == ward:
                for system in case.systems:
                    found.setdefault((ward, system.id), []).append((case, system))
    return tuple(WardSystem(*key, tuple(uses)) for key, uses in found.items())
