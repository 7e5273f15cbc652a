"""With what a case works, as values: systems, offices, users, levels of access, facilities.

What each field means is told in `schemas/case.json`, under the same name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from senrei.model.organisations import Ward
from senrei.model.record import Listed, Retention, Stated, Statement
from senrei.model.words import ComponentsKind, SystemsCloud

if TYPE_CHECKING:
    from senrei.model.case import Case
    from senrei.model.catalog import Catalog


@dataclass(frozen=True)
class SystemFunction:
    """What a system does, as written."""

    as_written: str
    where: str
    group: str | None = None
    number: str | None = None
    added: bool = False
    contents: tuple[str, ...] = ()


@dataclass(frozen=True)
class SystemComponent:
    """Hardware, software or network of a system."""

    kind: ComponentsKind
    summary: str
    where: str


@dataclass(frozen=True)
class System:
    """A system that the case builds, changes or uses."""

    id: str
    name: str
    owner: Stated[str]
    functions: Listed[SystemFunction]
    components: Listed[SystemComponent]
    server_location: Stated[Statement]
    cloud: SystemsCloud
    maintenance: Stated[Statement]
    where: str
    retention: Retention | None = None
    matters: tuple[str, ...] = ()
    summary: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class ResponsibleOffice:
    """A role and the office that holds it; never a person's name."""

    role: str
    as_written: str
    office: str
    where: str
    matters: tuple[str, ...] = ()
    system: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class SystemUser:
    """Who may use a system."""

    as_written: str
    where: str
    system: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class AccessLevel:
    """A level of access, who has it and what it allows."""

    name: str
    who: str
    may: str
    where: str
    matters: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class FacilityMember:
    """A facility that belongs to another."""

    name: str
    number: str | None = None


@dataclass(frozen=True)
class Facility:
    """A facility that the paper lists."""

    name: str
    where: str
    number: str | None = None
    operator: str | None = None
    members: tuple[FacilityMember, ...] = ()


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
    """Return all systems, ward by ward, in the order in which the cases first name them."""
    uses_by_key: dict[tuple[str, str], list[tuple[Case, System]]] = {}
    for ward in catalog.of(Ward):
        for case in catalog.cases.values():
            if case.ward == ward:
                for system in case.systems:
                    uses_by_key.setdefault((ward, system.id), []).append((case, system))
    return tuple(WardSystem(*key, tuple(uses)) for key, uses in uses_by_key.items())
