"""A use: one place where a case speaks of another record, and the word that tells uses apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, get_args

from senrei.model.words import (
    ActsAct,
    CertificationClaimStatus,
    ContractorsStatus,
    ControlsSide,
    EntriesMark,
    KindId,
)

Key = tuple[KindId, str]


class Status(NamedTuple):
    """A fixed word that tells the uses of a record apart; it sorts as in the schema."""

    rank: int
    field: str
    word: str

    @property
    def name(self) -> str:
        """Its name among the words of the catalog: `controls.side.ward`."""
        return f"{self.field}.{self.word}"


def side_status(word: ControlsSide) -> Status:
    """Return whose a safeguard is."""
    return Status(get_args(ControlsSide).index(word), "controls.side", word)


def part_status(word: ContractorsStatus) -> Status:
    """Return how far a contractor is chosen."""
    return Status(get_args(ContractorsStatus).index(word), "contractors.status", word)


def act_status(word: ActsAct) -> Status:
    """Return which act was laid before a meeting."""
    return Status(get_args(ActsAct).index(word), "acts.act", word)


def claim_status(word: CertificationClaimStatus) -> Status:
    """Return whether a mark is held."""
    return Status(get_args(CertificationClaimStatus).index(word), "certifications.status", word)


@dataclass(frozen=True)
class Use:
    """One place where a case speaks of something: in which matter, how, and where it says so.

    `by` is the record that stands between: who holds a mark, in which role.
    """

    case: str
    field: str
    """The path of the field in the case's schema: `matters.controls`."""
    matter: str | None = None
    position: tuple[int, ...] = ()
    """Where it stands in the field, counted from 1."""
    where: str | None = None
    as_written: str | None = None
    summary: str | None = None
    status: Status | None = None
    """Which act it is, whose safeguard, how far a contractor is chosen, whether a mark is held."""
    mark: EntriesMark | None = None
    by: Key | None = None
    either: bool = False
