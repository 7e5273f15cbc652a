"""The boxes of an overview: lanes with their heads, and an outline for every type of node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowpicture.display_list import Box, Group, Item, Line, Rect, Shape, Text, centred_baseline
from flowpicture.marks import ICON, node_icon
from flowpicture.text import Wrapped, text_width, wrap

if TYPE_CHECKING:
    from flowpicture.overview.heights import Span
    from flowpicture.overview.sizes import Sizes
    from flowpicture.picture import Node, NodeType, Party

_LABEL_LINE, _ZONE_LINE, _ZONE_SIZE, _AROUND_LABEL = 15.0, 15.0, 10.0, 8.0
_INSET = 3.0
_LINE = 14.0
_PADDING = 7.0
_LEAST_HEIGHT = 40.0
_ROUND: frozenset[NodeType] = frozenset({"person", "cloud"})
_BARRED: frozenset[NodeType] = frozenset({"server", "db"})
_CORNER: dict[NodeType, float] = {"office": 3, "terminal": 8, "tablet": 8, "db": 7, "media": 1}
_ROUNDEST = 26.0  # a tall box is no circle: words reach into its corners
_CUT = 11.0
_BAR = 4.0


def draw_lane(party: Party, span: Span, sizes: Sizes) -> list[Item]:
    """Draw the tint of a lane and its head, a link if the party has a page."""
    label = _party_label(party, sizes)
    zone = f"df-{party.zone}"
    left, right = sizes.margin, sizes.width - sizes.margin
    head = Box(left, span.top, left + sizes.head, span.bottom)
    tint = Box(head.right, span.top, right, span.bottom)
    group = Group(key=party.id, css=zone, href=party.href)
    drawn: list[Item] = [
        Rect(tint, "df-lane", "ground", group=Group(css=zone)),
        Rect(head, "df-head", "frame", 3, group),
    ]
    x = (head.left + head.right) / 2
    words = [(line, label.size, "df-party") for line in label.lines]
    if text_width(party.zone_label, _ZONE_SIZE) <= sizes.head - 2 * _INSET:
        words.append((party.zone_label, _ZONE_SIZE, "df-zone-name"))
    y = span.middle - (len(words) - 1) * _LABEL_LINE / 2
    for place_, (line, size, css) in enumerate(words):
        baseline = centred_baseline(y + place_ * _LABEL_LINE, size)
        drawn.append(Text(x, baseline, line, size, css, "inside", "middle", group))
    return drawn


def lane_height(party: Party, sizes: Sizes) -> float:
    """Height a lane needs at least for its name and its zone."""
    return len(_party_label(party, sizes).lines) * _LABEL_LINE + _ZONE_LINE + 2 * _AROUND_LABEL


def _party_label(party: Party, sizes: Sizes) -> Wrapped:
    return wrap(party.label, sizes.head - 2 * _INSET, sizes.party_sizes, centred=True)


def node_label(node: Node, width: float, sizes: Sizes) -> Wrapped:
    """Name of a node in lines that fit beside its icon."""
    room = width - sizes.icon - 3 * _PADDING - (_PADDING if node.type in _ROUND else 0)
    return wrap(node.label, room, sizes.label_sizes, centred=True)


def node_height(label: Wrapped) -> float:
    """Height a node needs for its name."""
    return max(_LEAST_HEIGHT, len(label.lines) * _LINE + 10)


def draw_node(node: Node, party: Party, box: Box, sizes: Sizes) -> list[Item]:
    """Outline, icon and name, as one link if the node or its party has a page."""
    group = Group(key=node.id, css=f"df-{party.zone} df-node", href=node.href or party.href)
    label = node_label(node, box.right - box.left, sizes)
    inset = _PADDING + (_PADDING / 2 if node.type in _ROUND or node.type in _BARRED else 0)
    icon_left = box.left + inset
    middle = (box.top + box.bottom) / 2
    icon_box = Box(icon_left, middle - ICON / 2, icon_left + sizes.icon, middle + ICON / 2)
    drawn = [*_outline(node.type, box, group)]
    icon, scale = node_icon(node.type), sizes.icon / ICON
    drawn.append(Shape(icon, icon_left, icon_box.top, icon_box, "df-icon", "inside", group, scale))
    x = (icon_box.right + box.right - (inset - _PADDING)) / 2
    y = middle - (len(label.lines) - 1) * _LINE / 2
    for place, line in enumerate(label.lines):
        baseline = centred_baseline(y + place * _LINE, label.size)
        drawn.append(Text(x, baseline, line, label.size, "df-label", "inside", "middle", group))
    return drawn


def _outline(type_: NodeType, box: Box, group: Group) -> list[Item]:
    width, height = box.right - box.left, box.bottom - box.top
    if type_ == "paper":
        path = f"M0 0H{width - _CUT:g}L{width:g} {_CUT:g}V{height:g}H0z"
        return [Shape(path, box.left, box.top, box, "df-box", "node", group)]
    corner = min(height / 2, _ROUNDEST) if type_ in _ROUND else _CORNER.get(type_, 2.0)
    drawn: list[Item] = [Rect(box, "df-box", "node", corner, group)]
    if type_ in _BARRED:
        for x in (box.left + _BAR, box.right - _BAR):
            ends = ((x, box.top), (x, box.bottom))
            drawn.append(Line(ends, "df-box-bar", "ground", group))
    return drawn
