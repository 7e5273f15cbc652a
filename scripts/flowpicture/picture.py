"""What a picture shows: parties, nodes and steps, with every label already resolved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

Zone = Literal["subject", "ward", "contractor", "subcontractor", "other"]
NodeType = Literal[
    "person", "office", "server", "db", "cloud", "terminal", "tablet", "paper", "media", "facility"
]
Carrier = Literal["electronic", "paper", "voice", "goods", "unstated"]
Lock = Literal["closed", "open", "other", "question", "hidden"]
Change = Literal["added", "removed", "changed"]


@dataclass(frozen=True)
class Words:
    """What the marks are called in the caption, the legend and the table."""

    carriers: tuple[tuple[Carrier, str], ...]
    """What each style of line stands for, in the order of the legend."""
    changes: tuple[tuple[Change, str], ...]
    """The words of the tags on steps that are new, gone or different in the last version."""
    care: str
    """A step with items that need care."""
    unknown: str
    """A step whose items the paper does not say."""
    nothing: str
    """A step that carries no personal data."""
    manual: str
    """A step that a person carries out."""
    inside: str
    """Who keeps the matter and stands within the edge: 区, 市, 組合."""


@dataclass(frozen=True)
class Version:
    """A state of the matter in time, such as 従来 or 変更後."""

    id: str
    label: str


@dataclass(frozen=True)
class Party:
    """Who holds nodes: a lane of the overview, the head over columns of the ladder."""

    id: str
    zone: Zone
    zone_label: str
    label: str
    href: str | None = None


@dataclass(frozen=True)
class Node:
    """A person, office, system or store; `versions` empty means all of them.

    `keeps`: what arrives here stays.
    """

    id: str
    party: str
    type: NodeType
    label: str
    href: str | None = None
    versions: tuple[str, ...] = ()
    keeps: bool = False


@dataclass(frozen=True)
class Step:
    """A movement from `source` to `target`, both ids of nodes.

    `number` stands in the badge; steps of several versions may share it. `act` is what is done.
    `items` are labels; None: the paper does not say which; (): no personal data moves.
    `protection` is the name of the protection that `lock` draws; a hidden one is not named.
    `ends`: nothing stays at the source after this step.
    `versions` empty means all of them.
    """

    number: int
    source: str
    target: str
    act: str
    items: tuple[str, ...] | None
    carrier: Carrier
    medium_label: str
    lock: Lock
    protection: str
    sensitive: bool = False
    manual: bool = False
    phase: str | None = None
    change: Change | None = None
    ends: bool = False
    versions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """Everything that is drawn; `uid` is unique on the page and starts every id.

    Steps keep the order given here. `note` is printed under the legend, for
    instance that the picture was rebuilt from prose.
    """

    title: str
    uid: str
    parties: tuple[Party, ...]
    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]
    words: Words
    versions: tuple[Version, ...] = ()
    note: str = ""

    @cached_property
    def party_by_id(self) -> dict[str, Party]:
        """Parties by their id."""
        return {party.id: party for party in self.parties}

    @cached_property
    def node_by_id(self) -> dict[str, Node]:
        """Nodes by their id."""
        return {node.id: node for node in self.nodes}

    def party_of(self, node_id: str) -> Party:
        """Return the party that holds a node; KeyError for an unknown id."""
        return self.party_by_id[self.node_by_id[node_id].party]

    @property
    def is_comparison(self) -> bool:
        """Whether no single version holds every step."""
        return bool(self.versions) and not any(
            all(is_in(step.versions, version) for step in self.steps) for version in self.versions
        )

    def versions_to_name(self, versions: tuple[str, ...]) -> tuple[str, ...]:
        """Labels of the versions with these ids; () unless they are only some of those compared."""
        if not self.is_comparison or not versions or len(versions) == len(self.versions):
            return ()
        return tuple(version.label for version in self.versions if version.id in versions)


def is_in(versions: tuple[str, ...], version: Version) -> bool:
    """Whether something with these `versions` exists in `version`."""
    return not versions or version.id in versions


def step_key(picture: Picture, step: Step) -> str:
    """Return a steady name for the step that is unique in the picture.

    It is the number (`6`), with the ids of the versions where several steps have it (`6-before`),
    or with a count from 1 where these are equal too (`6-2`).
    """
    namesakes = [namesake for namesake in picture.steps if namesake.number == step.number]
    if len(namesakes) == 1:
        return str(step.number)
    by_version = ["-".join((str(namesake.number), *namesake.versions)) for namesake in namesakes]
    if len(set(by_version)) == len(namesakes):
        return by_version[namesakes.index(step)]
    return f"{step.number}-{namesakes.index(step) + 1}"


def last_version(picture: Picture) -> Picture:
    """Return the picture as it is in its last version, without what was removed.

    A picture that compares no versions is returned as it is.
    """
    if not picture.is_comparison:
        return picture
    last = picture.versions[-1]
    steps = tuple(
        step for step in picture.steps if is_in(step.versions, last) and step.change != "removed"
    )
    touched = {end for step in steps for end in (step.source, step.target)}
    nodes = tuple(node for node in picture.nodes if node.id in touched or _stays(node, picture))
    occupied = {node.party for node in nodes}
    parties = tuple(party for party in picture.parties if party.id in occupied)
    return replace(picture, steps=steps, nodes=nodes, parties=parties)


def _stays(node: Node, picture: Picture) -> bool:
    """Whether a node without steps belongs to the last version all the same."""
    used_before = any(node.id in {step.source, step.target} for step in picture.steps)
    return is_in(node.versions, picture.versions[-1]) and not used_before
