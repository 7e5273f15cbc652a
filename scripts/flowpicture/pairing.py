"""Two pictures made alike: what plays the same part in both gets the same id.

One layout then serves both, and the same part stands at the same position in either drawing.
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
    "facility": "site",
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

    left: Picture
    right: Picture
    both: Picture


def pair_up(left: Picture, right: Picture) -> PicturePair:
    """Match the last versions: parties of a zone, then their nodes by name and type.

    The ids are new: those of the left picture begin with `a-`, and what plays the same part in the
    right one shares them; the rest of the right one begins with `b-`.
    """
    sides = _own_ids(_last(left), "a"), _own_ids(_last(right), "b")
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
    """Begin the ids of parties and nodes with `prefix`, so that no other picture has them."""
    parties = {party.id: f"{prefix}-{party.id}" for party in picture.parties}
    return _renamed(picture, parties, {node.id: f"{prefix}-{node.id}" for node in picture.nodes})


def _renamed(picture: Picture, parties: dict[str, str], nodes: dict[str, str]) -> Picture:
    """Replace the ids of parties and nodes that `parties` and `nodes` map."""

    def ends(step: Step) -> Step:
        source, target = (nodes.get(end, end) for end in (step.source, step.target))
        return replace(step, source=source, target=target)

    return replace(
        picture,
        parties=tuple(
            replace(party, id=parties.get(party.id, party.id)) for party in picture.parties
        ),
        nodes=tuple(
            replace(node, id=nodes.get(node.id, node.id), party=parties.get(node.party, node.party))
            for node in picture.nodes
        ),
        steps=tuple(map(ends, picture.steps)),
    )


def _matches(
    ours: Sequence[_Named], theirs: Sequence[_Named], likeness: Callable[[_Named, _Named], int]
) -> list[tuple[_Named, _Named]]:
    """Pair the most alike first; of equals those that come first."""
    tried = sorted(
        (-likeness(left, right), at, index)
        for at, left in enumerate(ours)
        for index, right in enumerate(theirs)
        if likeness(left, right) > 0
    )
    taken: list[tuple[int, int]] = []
    for _, at, index in tried:
        if all(at != left and index != right for left, right in taken):
            taken.append((at, index))
    return [(ours[at], theirs[index]) for at, index in taken]


def _party_likeness(left: Party, right: Party) -> int:
    if left.zone != right.zone:
        return 0
    same_page = left.href is not None and left.href == right.href
    return _SAME if same_page or left.label == right.label else 1


def _node_likeness(left: Node, right: Node) -> int:
    if left.party != right.party:
        return 0
    alike = _TYPE if left.type == right.type else _ROLE[left.type] == _ROLE[right.type]
    if left.label == right.label:
        return _SAME + alike
    return alike + (_PART if left.label in right.label or right.label in left.label else 0)


def _united(ours: tuple[_Named, ...], theirs: tuple[_Named, ...]) -> tuple[_Named, ...]:
    known = {named.id for named in ours}
    return ours + tuple(named for named in theirs if named.id not in known)
