"""Whom a matter entrusts with work, as values: contractors, their certifications, their own."""

from __future__ import annotations

from dataclasses import dataclass

from senrei.model.dates import Date
from senrei.model.record import Listed, Stated
from senrei.model.words import (
    CertificationClaimStatus,
    ContractorsStatus,
    MembersPosition,
    ReoutsourcingPolicy,
)


@dataclass(frozen=True)
class CertificationClaim:
    """What a paper says of a certification: held, required, or to be obtained."""

    mark: str
    status: CertificationClaimStatus
    where: str
    either: bool = False
    as_written: str | None = None
    basis: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class ConsortiumMember:
    """One organisation of a joint venture."""

    contractor: str
    position: MembersPosition
    address: Stated[str]
    certifications: Listed[CertificationClaim]
    where: str
    scope: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class TrackRecord:
    """An achievement that the paper names."""

    summary: str
    where: str
    date: Date | None = None


@dataclass(frozen=True)
class CaseContractor:
    """An organisation outside the ward and its part in a matter; it may be unnamed."""

    as_written: str
    role: str
    status: ContractorsStatus
    address: Stated[str]
    certifications: Listed[CertificationClaim]
    where: str
    contractor: str | None = None
    scope: str | None = None
    since: Date | None = None
    members: tuple[ConsortiumMember, ...] = ()
    track_record: tuple[TrackRecord, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class Reoutsourcing:
    """Whether work may be handed on."""

    policy: ReoutsourcingPolicy
    where: str
    summary: str | None = None
