"""Coverage: what each case says of each safeguard, and which meetings are on record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from senrei.model.organisations import Meeting
from senrei.model.record import DOES_NOT_APPLY
from senrei.model.vocabulary import ControlTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.links import Links
    from senrei.model.use import Use

State = Literal["stated", "dash", "does_not_apply", "not_in_hand", "unstated"]


@dataclass(frozen=True)
class Mark:
    """How a state is told: the sign in a table, its name, and what the sign means."""

    sign: str
    name: str
    meaning: str


MARKS: dict[State, Mark] = {
    "stated": Mark("●", "記載あり", "書かれていること"),
    "dash": Mark("－", "対策の必要がない", "対策の必要がないとして理由が書かれていること"),
    "does_not_apply": Mark("／", "対象外", "対策の項目がない案件であること"),
    "not_in_hand": Mark(
        "？", "手元の資料にない", "資料の一部だけが手元にあり、その中に記載がないこと"
    ),
    "unstated": Mark("", "記載なし", "資料に記載がないこと"),
}


@dataclass(frozen=True)
class Cell:
    """What one case says of one safeguard, in the order of its matters."""

    case: str
    uses: tuple[Use, ...]
    applies: bool = True
    """Whether any matter of the case is one that safeguards are told of."""
    in_hand: bool = True
    """Whether all of the case's sources are."""

    @property
    def state(self) -> State:
        """Stated, a dash where all that is said is that it is not needed, or nothing, and why."""
        if self.use is None:
            if not self.applies:
                return "does_not_apply"
            return "unstated" if self.in_hand else "not_in_hand"
        return "dash" if self.use.mark == "dash" else "stated"

    @property
    def mark(self) -> Mark:
        """How the state is told."""
        return MARKS[self.state]

    @property
    def use(self) -> Use | None:
        """The first use that states the safeguard, else the first of all."""
        stated = (use for use in self.uses if use.mark != "dash")
        return next(stated, next(iter(self.uses), None))


@dataclass(frozen=True)
class CoverageRow:
    """One safeguard against all cases."""

    control: str
    cells: tuple[Cell, ...]

    @property
    def count(self) -> int:
        """How many cases state the safeguard."""
        return sum(cell.state == "stated" for cell in self.cells)


@dataclass(frozen=True)
class CoverageGroup:
    """The safeguards of one national grouping."""

    title: str
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True)
class CoveredMeeting:
    """What is recorded of one meeting, or of a body's papers without a meeting; all by ids."""

    ward: str
    meeting: Meeting | None
    body: str | None
    """None for papers that name no body."""
    cases: tuple[str, ...]


def coverage(catalog: Catalog, links: Links) -> tuple[CoverageGroup, ...]:
    """Return every safeguard against every case, in the order of the vocabulary."""
    groups: dict[str, list[CoverageRow]] = {}
    for control in catalog.of(ControlTerm).values():
        groups.setdefault(control.group, []).append(_row(control.id, catalog, links))
    return tuple(
        CoverageGroup(catalog.word(f"terms.group.{group}"), tuple(rows))
        for group, rows in groups.items()
    )


def _row(control: str, catalog: Catalog, links: Links) -> CoverageRow:
    by_case: dict[str, list[Use]] = {case: [] for case in catalog.cases}
    for use in links.uses("control", control):
        by_case[use.case].append(use)
    return CoverageRow(
        control,
        tuple(
            Cell(
                case,
                tuple(uses),
                applies=_has_safeguards(catalog.cases[case]),
                in_hand=not catalog.cases[case].is_held_in_part,
            )
            for case, uses in by_case.items()
        ),
    )


def _has_safeguards(case: Case) -> bool:
    return any(matter.controls.absence != DOES_NOT_APPLY for matter in case.matters)


def covered_meetings(catalog: Catalog) -> Iterator[CoveredMeeting]:
    """Yield every meeting with its cases, then the papers of each body that name no meeting."""
    groups: dict[tuple[str, str | None, str | None], list[str]] = {
        (meeting.ward, meeting.id, meeting.body): [] for meeting in catalog.of(Meeting).values()
    }
    for case in catalog.cases.values():
        acts = [act for act in case.acts if act.body.value] or [case.principal]
        for meeting, body in dict.fromkeys((act.meeting.value, act.body.value) for act in acts):
            groups.setdefault((case.ward, meeting, body), []).append(case.id)
    for (ward, meeting, body), cases in groups.items():
        held = catalog.of(Meeting)[meeting] if meeting else None
        yield CoveredMeeting(ward, held, body, tuple(cases))
