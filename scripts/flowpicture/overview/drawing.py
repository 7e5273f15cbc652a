"""The overview (全体図): lanes one above the other, every node once, numbers at the source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flowpicture.display_list import (
    Box,
    Drawing,
    Group,
    Item,
    Line,
    Rect,
    Shape,
    Text,
)
from flowpicture.legend import draw_legend
from flowpicture.marks import ICON, NODE_ICONS
from flowpicture.overview.across import Placed, place_items
from flowpicture.overview.chart import QUICK, THOROUGH, Effort, chart_of
from flowpicture.overview.heights import Heights, Span, set_heights
from flowpicture.overview.lanes import loops_of, wires_of
from flowpicture.overview.lines import draw_lines
from flowpicture.picture import last_version
from flowpicture.text import Wrapped, text_width, wrap

if TYPE_CHECKING:
    from flowpicture.overview.chart import Chart
    from flowpicture.overview.sizes import Sizes
    from flowpicture.pairing import PicturePair
    from flowpicture.picture import Node, NodeType, Party, Picture

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


@dataclass(frozen=True)
class _Layout:
    """Where everything of a picture stands."""

    chart: Chart
    placed: Placed
    heights: Heights


def draw_overview(picture: Picture, sizes: Sizes) -> tuple[Drawing, bool]:
    """Lay out the last version of the picture; also return whether every row has room."""
    shown = last_version(picture)
    layout = _lay_out(shown, (shown,), sizes)
    notes = [picture.note] if picture.note else []
    if picture.is_comparison:
        notes.insert(0, f"{picture.versions[-1].label}の図です。廃止する流れは手順図にあります。")
    # The whole picture says which row of the table a step has.
    steps = draw_lines(picture, layout.chart, layout.placed, layout.heights)
    return _draw(shown, layout, steps, "".join(notes), sizes), layout.chart.fits


def draw_pair(pair: PicturePair, sizes: Sizes) -> tuple[Drawing, Drawing]:
    """Draw both pictures in one layout; an empty outline stands for what a picture lacks."""
    sides = pair.left, pair.right
    layout = _lay_out(pair.both, sides, sizes, QUICK)
    drawn = []
    for side in sides:
        shown = replace(layout, chart=_own_lines(layout.chart, side))
        steps = draw_lines(side, shown.chart, shown.placed, shown.heights)
        drawn.append(_draw(side, shown, steps, side.note, sizes))
    height = max(drawing.height for drawing in drawn)
    first, second = (replace(drawing, height=height) for drawing in drawn)
    return first, second


def _own_lines(chart: Chart, side: Picture) -> Chart:
    """Keep the lines that a side has, with its own steps."""
    by_ends = {(wire.source, wire.target): wire for wire in wires_of(side)}
    wires = tuple(
        by_ends.get((wire.source, wire.target), replace(wire, steps=())) for wire in chart.wires
    )
    return replace(chart, wires=wires, loops=loops_of(side))


def _lay_out(
    picture: Picture, sides: tuple[Picture, ...], sizes: Sizes, effort: Effort = THOROUGH
) -> _Layout:
    """Place everything in `picture`, with room for the words of all `sides`."""
    chart = chart_of(picture, sizes, effort)
    placed = place_items(chart, sizes)
    heights = set_heights(
        chart,
        placed,
        _node_heights(sides, chart, sizes),
        lane_least={
            party.id: max(
                _lane_height(side.party_by_id[party.id], sizes)
                for side in sides
                if party.id in side.party_by_id
            )
            for party in picture.parties
        },
        wards=frozenset(party.id for party in picture.parties if party.zone == "ward"),
        top=sizes.margin,
    )
    return _Layout(chart, placed, heights)


def _draw(picture: Picture, layout: _Layout, steps: list[Item], note: str, sizes: Sizes) -> Drawing:
    heights = layout.heights
    items: list[Item] = []
    for party_id, span in heights.lanes.items():
        party = picture.party_by_id.get(party_id)
        if party:
            items.extend(_draw_lane(party, span, sizes))
        else:
            box = Box(sizes.margin, span.top, sizes.width - sizes.margin, span.bottom)
            items.append(Rect(box, "df-absent", "ground", 3))
    if heights.boundary is not None:
        ends = ((sizes.margin, heights.boundary), (sizes.width - sizes.margin, heights.boundary))
        items.append(Line(ends, "df-boundary", "ground"))
    items.extend(_nodes(picture, layout, sizes))
    left, right = sizes.margin, sizes.width - sizes.margin
    bottom = max(lane.bottom for lane in heights.lanes.values()) + 6
    legend, end = draw_legend(
        replace(picture, versions=()),
        note,
        left,
        bottom,
        right,
        has_boundary=heights.boundary is not None,
    )
    return Drawing(sizes.width, round(end + 4), (*items, *steps, *legend))


def _node_heights(sides: tuple[Picture, ...], chart: Chart, sizes: Sizes) -> list[float]:
    width = {item.node: 2 * item.left for item in chart.items if item.node}
    return [
        max(
            max(_LEAST_HEIGHT, len(label.lines) * _LINE + 10)
            for node in row.nodes
            for side in sides
            if node in side.node_by_id
            for label in [_node_label(side.node_by_id[node], width[node], sizes)]
        )
        for row in chart.rows
    ]


def _nodes(picture: Picture, layout: _Layout, sizes: Sizes) -> list[Item]:
    drawn: list[Item] = []
    for layer, row in zip(layout.chart.layers, layout.heights.rows, strict=True):
        for number in layer:
            item = layout.chart.items[number]
            if item.node is None:
                continue
            x = layout.placed.x[number]
            box = Box(x - item.left, row.top, x + item.left, row.bottom)
            node = picture.node_by_id.get(item.node)
            if node is None:
                drawn.append(Rect(box, "df-absent", "ground", 3))
            else:
                drawn.extend(_draw_node(node, picture.party_by_id[node.party], box, sizes))
    return drawn


def _draw_lane(party: Party, span: Span, sizes: Sizes) -> list[Item]:
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
    for index, (line, size, css) in enumerate(words):
        drawn.append(Text(x, y + index * _LABEL_LINE, line, size, css, "inside", "middle", group))
    return drawn


def _lane_height(party: Party, sizes: Sizes) -> float:
    """Height a lane needs at least for its name and its zone."""
    return len(_party_label(party, sizes).lines) * _LABEL_LINE + _ZONE_LINE + 2 * _AROUND_LABEL


def _party_label(party: Party, sizes: Sizes) -> Wrapped:
    return wrap(party.label, sizes.head - 2 * _INSET, sizes.party_sizes, centred=True)


def _node_label(node: Node, width: float, sizes: Sizes) -> Wrapped:
    """Name of a node in lines that fit beside its icon."""
    room = width - sizes.icon - 3 * _PADDING - (_PADDING if node.type in _ROUND else 0)
    return wrap(node.label, room, sizes.label_sizes, centred=True)


def _draw_node(node: Node, party: Party, box: Box, sizes: Sizes) -> list[Item]:
    """Outline, icon and name, as one link if the node or its party has a page."""
    group = Group(key=node.id, css=f"df-{party.zone} df-node", href=node.href or party.href)
    label = _node_label(node, box.right - box.left, sizes)
    inset = _PADDING + (_PADDING / 2 if node.type in _ROUND or node.type in _BARRED else 0)
    icon_left = box.left + inset
    middle = (box.top + box.bottom) / 2
    icon_box = Box(icon_left, middle - ICON / 2, icon_left + sizes.icon, middle + ICON / 2)
    drawn = [*_outline(node.type, box, group)]
    icon, scale = NODE_ICONS[node.type], sizes.icon / ICON
    drawn.append(Shape(icon, icon_left, icon_box.top, icon_box, "df-icon", "inside", group, scale))
    x = (icon_box.right + box.right - (inset - _PADDING)) / 2
    y = middle - (len(label.lines) - 1) * _LINE / 2
    for index, line in enumerate(label.lines):
        drawn.append(
            Text(x, y + index * _LINE, line, label.size, "df-label", "inside", "middle", group)
        )
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
