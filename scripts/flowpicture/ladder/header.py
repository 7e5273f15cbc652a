"""The head of a ladder: title, zones, parties, and the nodes over their life lines."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from flowpicture.display_list import Box, Group, Item, Rect, Shape, Text
from flowpicture.ladder.columns import SMALLEST_SIZE, WISHED_SIZE, Columns, Lane
from flowpicture.marks import ICON, NODE_ICONS
from flowpicture.text import Wrapped, text_width, wrap

if TYPE_CHECKING:
    from flowpicture.picture import Node, Picture

_ZONE_HEIGHT, _ZONE_SIZE = 16.0, 10.0
_PARTY_SIZES = (12.5, 12.0, 11.0, 10.5, 10.0)
_PARTY_LINE, _PARTY_PADDING = 14.5, 7.0
_NODE_SIZES = (WISHED_SIZE, 11.0, 10.5, SMALLEST_SIZE)
_NODE_LINE, _NOTE_LINE = 14.0, 13.0
_INSET = 4.0
_TITLE_SIZES, _TITLE_LINE, _SUBTITLE_SIZE = (15.0, 14.0, 13.0), 20.0, 12.0


def draw_title(
    picture: Picture, title: str, x: float, top: float, width: float
) -> tuple[list[Item], float]:
    """Return title and compared versions as shapes, with the y of their bottom edge."""
    lines = [
        (line, wrapped.size, css)
        for wrapped, css in (
            (wrap(title, width, _TITLE_SIZES), "df-title"),
            (wrap(_compared(picture), width, (_SUBTITLE_SIZE,)), "df-act"),
        )
        for line in wrapped.lines
    ]
    drawn: list[Item] = [
        Text(x, top + (index + 0.5) * _TITLE_LINE, line, size, css)
        for index, (line, size, css) in enumerate(lines)
    ]
    return drawn, top + len(lines) * _TITLE_LINE


def draw_parties(columns: Columns, top: float) -> tuple[tuple[Item, ...], float]:
    """Return the boxes of zones and parties, with the y of their bottom edge."""
    party_top = top + _ZONE_HEIGHT + 2
    labels = [
        wrap(lane.party.label, lane.right - lane.left - 2 * _INSET, _PARTY_SIZES, centred=True)
        for lane in columns.lanes
    ]
    bottom = party_top + max(len(label.lines) for label in labels) * _PARTY_LINE + _PARTY_PADDING
    items: list[Item] = []
    for _, run in groupby(columns.lanes, key=lambda lane: (lane.party.zone, lane.party.zone_label)):
        items.extend(_zone(tuple(run), top))
    for lane, label in zip(columns.lanes, labels, strict=True):
        items.extend(_party(lane, label, Box(lane.left, party_top, lane.right, bottom)))
    return tuple(items), bottom


def draw_nodes(picture: Picture, columns: Columns, top: float) -> tuple[tuple[Item, ...], float]:
    """Return icons and names of the nodes, with the y of their bottom edge."""
    items: list[Item] = []
    bottom = top
    for column in columns.columns:
        node = picture.node_by_id[column.key]
        drawn, node_bottom = _node(picture, node, column.x, column.right - column.left, top)
        items.extend(drawn)
        bottom = max(bottom, node_bottom)
    return tuple(items), bottom


def _compared(picture: Picture) -> str:
    if not picture.is_comparison:
        return ""
    return f"【{'・'.join(version.label for version in picture.versions)}の比較】"


def _zone(lanes: tuple[Lane, ...], top: float) -> tuple[Item, ...]:
    box = Box(lanes[0].left, top, lanes[-1].right, top + _ZONE_HEIGHT)
    party = lanes[0].party
    group = Group(css=f"df-{party.zone}")
    frame = Rect(box, "df-zone", "frame", 3, group)
    if text_width(party.zone_label, _ZONE_SIZE) > box.right - box.left - _INSET:
        return (frame,)
    x = (box.left + box.right) / 2
    word = Text(
        x,
        (box.top + box.bottom) / 2,
        party.zone_label,
        _ZONE_SIZE,
        "df-zone-word",
        "inside",
        "middle",
        group,
    )
    return (frame, word)


def _party(lane: Lane, label: Wrapped, box: Box) -> tuple[Item, ...]:
    group = Group(key=lane.party.id, css=f"df-{lane.party.zone}", href=lane.party.href)
    x = (box.left + box.right) / 2
    middle = (box.top + box.bottom) / 2 - (len(label.lines) - 1) * _PARTY_LINE / 2
    words = (
        Text(
            x,
            middle + index * _PARTY_LINE,
            line,
            label.size,
            "df-party",
            "inside",
            "middle",
            group,
        )
        for index, line in enumerate(label.lines)
    )
    return (Rect(box, "df-head", "frame", 3, group), *words)


def _node(
    picture: Picture, node: Node, x: float, width: float, top: float
) -> tuple[tuple[Item, ...], float]:
    group = Group(key=node.id, css="df-node", href=node.href)
    left = x - ICON / 2
    icon_box = Box(left, top, left + ICON, top + ICON)
    items: list[Item] = [
        Shape(NODE_ICONS[node.type], left, top, icon_box, "df-icon", "node", group)
    ]
    label = wrap(node.label, width - _INSET, _NODE_SIZES, centred=True)
    versions = picture.versions_to_name(node.versions)
    note_lines = wrap(_note(versions, width), width - _INSET, (SMALLEST_SIZE,), centred=True)
    y = icon_box.bottom + 10.0
    for words, step, css in ((label, _NODE_LINE, "df-name"), (note_lines, _NOTE_LINE, "df-muted")):
        for line in words.lines:
            items.append(Text(x, y, line, words.size, css, "label", "middle", group))
            y += step
    return tuple(items), y - _NODE_LINE / 2


def _note(versions: tuple[str, ...], width: float) -> str:
    """Return the versions a node is limited to, in brackets where there is room."""
    words = "・".join(versions)
    bracketed = f"（{words}）"
    if not words or text_width(bracketed, SMALLEST_SIZE) > width - _INSET:
        return words
    return bracketed
