"""Two pictures made alike: what plays the same part in both gets the same id.

One layout then serves both, and the same part stands at the same place in either drawing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from flowpicture.picture import Node, NodeType, Party, Picture, Step, last_version

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_Named = TypeVar("_Named", Party, Node)
_SAME, _PART, _TYPE = 8, 4, 2
_ROLE: dict[NodeType, str] = {
    "person": "people",
    "office": "people",
    "facility": "place",
    "server": "store",
    "db": "store",
    "cloud": "store",
    "terminal": "device",
    "tablet": "device",
    "paper": "medium",
    "media": "medium",
}


@dataclass(frozen=True)
class PicturePair:
    """Two pictures with shared ids, and `both`: all their parties, nodes and steps at once."""

    one: Picture
    other: Picture
    both: Picture


def pair_up(one: Picture, other: Picture) -> PicturePair:
    """Match the last versions: parties of a zone, then their nodes by name and type."""
    sides = _own_ids(_last(one), "a"), _own_ids(_last(other), "b")
    parties = _matches(sides[0].parties, sides[1].parties, _party_likeness)
    alike = {theirs.id: ours.id for ours, theirs in parties}
    renamed = _renamed(sides[1], alike, {})
    nodes = _matches(sides[0].nodes, renamed.nodes, _node_likeness)
    second = _renamed(renamed, {}, {theirs.id: ours.id for ours, theirs in nodes})
    first = sides[0]
    both = replace(
        first,
        parties=_united(first.parties, second.parties),
        nodes=_united(first.nodes, second.nodes),
        steps=(*first.steps, *second.steps),
    )
    return PicturePair(first, second, both)


def _last(picture: Picture) -> Picture:
    """Take the last version, which the note then names."""
    shown = last_version(picture)
    if not picture.is_comparison:
        return shown
    return replace(shown, note=f"{picture.versions[-1].label}の図です。{picture.note}")


def _own_ids(picture: Picture, prefix: str) -> Picture:
    """Return parties and nodes ids that no other picture has."""
    parties = {party.id: f"{prefix}-{party.id}" for party in picture.parties}
    return _renamed(picture, parties, {node.id: f"{prefix}-{node.id}" for node in picture.nodes})


def _renamed(picture: Picture, parties: dict[str, str], nodes: dict[str, str]) -> Picture:
    """Return parties and nodes other ids, as far as these have them."""

    def ends(step: Step) -> Step:
        source, target = (nodes.get(end, end) for end in (step.source, step.target))
        return replace(step, source=source, target=target)

    return replace(
        picture,
        parties=tuple(replace(one, id=parties.get(one.id, one.id)) for one in picture.parties),
        nodes=tuple(
            replace(one, id=nodes.get(one.id, one.id), party=parties.get(one.party, one.party))
            for one in picture.nodes
        ),
        steps=tuple(map(ends, picture.steps)),
    )


def _matches(
    ours: Sequence[_Named], theirs: Sequence[_Named], likeness: Callable[[_Named, _Named], int]
) -> list[tuple[_Named, _Named]]:
    """Pair the most alike first; of equals those that come first."""
    tried = sorted(
        (-likeness(one, other), at, place)
        for at, one in enumerate(ours)
        for place, other in enumerate(theirs)
        if likeness(one, other) > 0
    )
    taken: list[tuple[int, int]] = []
    for _, at, place in tried:
        if all(at != one and place != other for one, other in taken):
            taken.append((at, place))
    return [(ours[at], theirs[place]) for at, place in taken]


def _party_likeness(one: Party, other: Party) -> int:
    if one.zone != other.zone:
        return 0
    same_page = one.href is not None and one.href == other.href
    return _SAME if same_page or one.label == other.label else 1


def _node_likeness(one: Node, other: Node) -> int:
    if one.party != other.party:
        return 0
    alike = _TYPE if one.type == other.type else _ROLE[one.type] == _ROLE[other.type]
    if one.label == other.label:
        return _SAME + alike
    return alike + (_PART if one.label in other.label or other.label in one.label else 0)


def _united(ours: tuple[_Named, ...], theirs: tuple[_Named, ...]) -> tuple[_Named, ...]:
    return ours + tuple(one for one in theirs if all(one.id != known.id for known in ours))
