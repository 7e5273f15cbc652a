"""The flat list of shapes a layout gives; the page, the checker and charts read the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from flowpicture.text import text_width

Role = Literal[
    "ground",  # tints, rules, life lines: meant to lie under everything
    "frame",  # the box around the name of a zone, a party or a phase
    "node",  # the outline of a person, office, system or store
    "label",  # free-standing text, tags, chips over arrows
    "inside",  # words and locks drawn within a frame, tag, chip or badge
    "badge",  # a step number
    "flow",  # a step's line
    "mark",  # heads of arrows, diamonds on the ward boundary, samples in the legend
    "store",  # bar: information is kept here
]
_ASCENT = 0.88


@dataclass(frozen=True)
class Box:
    """A rectangle in px, y downward."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Group:
    """Shapes that belong together; with `href` they are one link.

    `id` becomes the end of an id on the page; `key` only keeps neighbours apart. `rows` are those
    of its steps in the table beside the picture, from 1.
    """

    id: str = ""
    key: str = ""
    css: str = ""
    href: str | None = None
    rows: tuple[int, ...] = ()


NO_GROUP = Group()


@dataclass(frozen=True)
class Rect:
    """A box with corners of radius `rx` px."""

    box: Box
    css: str
    role: Role
    rx: float = 0.0
    group: Group = NO_GROUP


@dataclass(frozen=True)
class Circle:
    """A circle around `x`, `y`."""

    x: float
    y: float
    radius: float
    css: str
    role: Role
    group: Group = NO_GROUP

    @property
    def box(self) -> Box:
        """The square around the circle."""
        radius = self.radius
        return Box(self.x - radius, self.y - radius, self.x + radius, self.y + radius)


@dataclass(frozen=True)
class Line:
    """Straight pieces through `points`, two or more."""

    points: tuple[tuple[float, float], ...]
    css: str
    role: Role
    group: Group = NO_GROUP


@dataclass(frozen=True)
class Shape:
    """A drawing `d` in its own coordinates, set at `x`, `y`; `box` is where it lands.

    `scale` makes it smaller or larger.
    """

    d: str
    x: float
    y: float
    box: Box
    css: str
    role: Role
    group: Group = NO_GROUP
    scale: float = 1.0


@dataclass(frozen=True)
class Text:
    """A line of text of `size` px around the height `middle`; it begins or is centred at `x`."""

    x: float
    middle: float
    text: str
    size: float
    css: str
    role: Role = "label"
    anchor: Literal["start", "middle"] = "start"
    group: Group = NO_GROUP

    @property
    def baseline(self) -> float:
        """The y on which the characters stand."""
        return self.middle + (_ASCENT - 0.5) * self.size

    @property
    def width(self) -> float:
        """Width in px in the font of the width table."""
        return text_width(self.text, self.size)

    @property
    def box(self) -> Box:
        """The em boxes of the line."""
        left = self.x - self.width / 2 if self.anchor == "middle" else self.x
        top = self.baseline - _ASCENT * self.size
        return Box(left, top, left + self.width, top + self.size)


Item = Rect | Circle | Line | Shape | Text


@dataclass(frozen=True)
class Drawing:
    """A finished picture: its size in px and its shapes from back to front."""

    width: float
    height: float
    items: tuple[Item, ...]
