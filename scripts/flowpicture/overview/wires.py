"""The lines of an overview: steps with the same ends become one line."""

from dataclasses import dataclass, replace

from flowpicture.marks import State, state
from flowpicture.picture import Carrier, Change, Node, Picture, Step, is_in

_STRONGEST: tuple[State, ...] = ("care", "data", "unknown", "none")


@dataclass(frozen=True)
class Wire:
    """One line from `source` to `target` for all `steps` between the two."""

    source: str
    target: str
    steps: tuple[Step, ...]

    @property
    def leading(self) -> Step:
        """The step whose state and carrier the line shows."""
        return min(self.steps, key=lambda step: _STRONGEST.index(state(step)))

    @property
    def look(self) -> tuple[State, Carrier]:
        """State and carrier of the line."""
        return state(self.leading), self.leading.carrier

    @property
    def is_gone(self) -> bool:
        """Whether every step of the line is removed."""
        return all(step.change == "removed" for step in self.steps)

    @property
    def change(self) -> Change | None:
        """What is new: all that the line carries, or some of it."""
        changes = {step.change for step in self.steps} - {"removed"}
        if changes == {None} or not changes:
            return None
        return "added" if changes == {"added"} else "changed"

    @property
    def ends(self) -> frozenset[str]:
        """Both nodes, without a direction."""
        return frozenset((self.source, self.target))


def wires_of(picture: Picture) -> tuple[Wire, ...]:
    """Lines between two different nodes, in the order of their first steps."""
    return tuple(wire for wire in _wires(picture) if wire.source != wire.target)


def loops_of(picture: Picture) -> dict[str, Wire]:
    """Lines that come back to the node they leave, by the node."""
    return {wire.source: wire for wire in _wires(picture) if wire.source == wire.target}


def last_version(picture: Picture) -> Picture:
    """Return the picture as it is in its last version, with what was removed left out."""
    if not picture.is_comparison:
        return picture
    last = picture.versions[-1]
    steps = tuple(
        step for step in picture.steps if is_in(step.versions, last) and step.change != "removed"
    )
    touched = {end for step in steps for end in (step.source, step.target)}
    nodes = tuple(node for node in picture.nodes if node.id in touched or _stays(node, picture))
    peopled = {node.party for node in nodes}
    parties = tuple(party for party in picture.parties if party.id in peopled)
    return replace(picture, steps=steps, nodes=nodes, parties=parties)


def _stays(node: Node, picture: Picture) -> bool:
    """Whether a node without steps belongs to the last version all the same."""
    used_before = any(node.id in {step.source, step.target} for step in picture.steps)
    return is_in(node.versions, picture.versions[-1]) and not used_before


def _wires(picture: Picture) -> tuple[Wire, ...]:
    found: dict[tuple[str, str], list[Step]] = {}
    for step in picture.steps:
        found.setdefault((step.source, step.target), []).append(step)
    return tuple(Wire(*ends, tuple(steps)) for ends, steps in found.items())
