"""Where information is kept: bars on the life lines of systems, devices and paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from flowpicture.picture import Kind, Node, Step

_KEEPS_TO_THE_END: frozenset[Kind] = frozenset({"server", "db", "cloud"})


@dataclass(frozen=True)
class Stay:
    """Information rests at a node from one row to another, both included.

    `first` None: since before the first row; `last` None: beyond the last row.
    """

    first: int | None
    last: int | None


def stays(node: Node, steps: tuple[Step, ...]) -> tuple[Stay, ...]:
    """Stretches of rows in which `node` keeps information."""
    return tuple(_stays(node, steps)) if node.keeps else ()


def is_given_up(node: Node, steps: tuple[Step, ...]) -> bool:
    """Whether every step that touches the node is removed."""
    touching = [step for step in steps if node.id in {step.source, step.target}]
    return bool(touching) and all(step.change == "removed" for step in touching)


def _stays(node: Node, steps: tuple[Step, ...]) -> Iterator[Stay]:
    lasting = node.kind in _KEEPS_TO_THE_END
    is_open, first, last, has_touched = False, None, 0, False
    for row, step in enumerate(steps):
        if node.id not in {step.source, step.target}:
            continue
        if not is_open:
            held_before = lasting and not has_touched and step.target != node.id
            is_open, first = True, None if held_before else row
        last, has_touched = row, True
        if step.ends and step.source == node.id:
            yield Stay(first, row)
            is_open = False
    if is_open:
        yield Stay(first, None if lasting else last)
