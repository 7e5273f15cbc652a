"""Coverage matrix: what each case says of each safeguard, or that it says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from senrei.publish.anchors import anchor_of

if TYPE_CHECKING:
    from senrei.model.catalog import Catalog
    from senrei.model.links import Links


@dataclass(frozen=True)
class Cell:
    """What one case says of one safeguard: `stated`, `dash` (not needed) or `unstated`."""

    case: str
    state: str
    anchor: str = ""


@dataclass(frozen=True)
class MatrixRow:
    """One safeguard against all cases; `count` is the number of cases that state it."""

    control: str
    cells: tuple[Cell, ...]

    @property
    def count(self) -> int:
        """How many cases state the safeguard."""
        return sum(cell.state == "stated" for cell in self.cells)


@dataclass(frozen=True)
class MatrixGroup:
    """The safeguards of one national grouping."""

    title: str
    rows: tuple[MatrixRow, ...]


def coverage_matrix(catalog: Catalog, links: Links) -> tuple[MatrixGroup, ...]:
    """Set every safeguard against every case, in the order of the vocabulary."""
    groups = groupby(catalog.of_kind("control").values(), key=lambda control: control.group)
    return tuple(
        MatrixGroup(
            catalog.word(f"terms.group.{group}"),
            tuple(_row(control.id, catalog, links) for control in controls),
        )
        for group, controls in groups
    )


def _row(control: str, catalog: Catalog, links: Links) -> MatrixRow:
    uses = links.uses("control", control)
    cells = []
    for case in catalog.cases:
        mine = [use for use in uses if use.case == case]
        stated = [use for use in mine if use.mark != "dash"]
        if stated:
            cells.append(Cell(case, "stated", anchor_of(stated[0])))
        elif mine:
            cells.append(Cell(case, "dash", anchor_of(mine[0])))
        else:
            cells.append(Cell(case, "unstated"))
    return MatrixRow(control, tuple(cells))
