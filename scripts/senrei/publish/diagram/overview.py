"""The overview (全体図): lanes one above the other, every node once, numbers at the source."""

from dataclasses import replace

from senrei.publish.diagram.display_list import (
    Box,
    Drawing,
    Group,
    Item,
    Line,
    Rect,
    Text,
    centred_baseline,
)
from senrei.publish.diagram.legend import LegendEntry, draw_legend, legend_counts
from senrei.publish.diagram.overview_chart import Chart
from senrei.publish.diagram.overview_lines import draw_lines
from senrei.publish.diagram.overview_nodes import draw_node, node_height, node_label
from senrei.publish.diagram.overview_place import Placed, place
from senrei.publish.diagram.overview_rows import Heights, Span, set_heights
from senrei.publish.diagram.overview_search import chart_of
from senrei.publish.diagram.overview_sizes import Sizes
from senrei.publish.diagram.overview_wires import last_version
from senrei.publish.diagram.picture import Party, Picture
from senrei.publish.diagram.text_width import text_width
from senrei.publish.diagram.wrap import Wrapped, wrap

_LABEL_LINE, _ZONE_LINE, _ZONE_SIZE, _AROUND_LABEL = 15.0, 15.0, 10.0, 8.0
_INSET = 3.0


def draw_overview(picture: Picture, sizes: Sizes) -> tuple[Drawing, bool]:
    """Lay out the last version of the picture; gives too whether everything has room."""
    shown = last_version(picture)
    chart = chart_of(shown, sizes)
    placed = place(chart, sizes)
    labels = {party.id: _party_label(party, sizes) for party in shown.parties}
    heights = set_heights(
        chart,
        placed,
        _node_heights(shown, chart, sizes),
        lane_least={party: _label_height(label) for party, label in labels.items()},
        wards=frozenset(party.id for party in shown.parties if party.zone == "ward"),
        top=sizes.margin,
    )
    bottom = max(lane.bottom for lane in heights.lanes.values())
    items: list[Item] = []
    for party in shown.parties:
        if party.id in heights.lanes:
            items.extend(_lane(party, labels[party.id], heights.lanes[party.id], sizes))
    if heights.boundary is not None:
        ends = ((sizes.margin, heights.boundary), (sizes.width - sizes.margin, heights.boundary))
        items.append(Line(ends, "df-boundary", "ground"))
    items.extend(_nodes(shown, chart, placed, heights, sizes))
    items.extend(draw_lines(picture, chart, placed, heights))
    legend, end = _legend(picture, shown, heights, bottom, sizes)
    return Drawing(sizes.width, round(end + 4), (*items, *legend)), chart.fits


def _node_heights(picture: Picture, chart: Chart, sizes: Sizes) -> list[float]:
    width = {item.node: 2 * item.left for item in chart.items if item.node}
    return [
        max(
            node_height(node_label(picture.node_by_id[node], width[node], sizes))
            for node in row.nodes
        )
        for row in chart.rows
    ]


def _nodes(
    picture: Picture, chart: Chart, placed: Placed, heights: Heights, sizes: Sizes
) -> list[Item]:
    drawn: list[Item] = []
    for layer, row in zip(chart.layers, heights.rows, strict=True):
        for number in layer:
            item = chart.items[number]
            if item.node is None:
                continue
            x = placed.x[number]
            box = Box(x - item.left, row.top, x + item.left, row.bottom)
            node = picture.node_by_id[item.node]
            drawn.extend(draw_node(node, picture.party_by_id[node.party], box, sizes))
    return drawn


def _party_label(party: Party, sizes: Sizes) -> Wrapped:
    return wrap(party.label, sizes.head - 2 * _INSET, sizes.party_sizes, centred=True)


def _label_height(label: Wrapped) -> float:
    return len(label.lines) * _LABEL_LINE + _ZONE_LINE + 2 * _AROUND_LABEL


def _lane(party: Party, label: Wrapped, span: Span, sizes: Sizes) -> list[Item]:
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


def _legend(
    picture: Picture, shown: Picture, heights: Heights, bottom: float, sizes: Sizes
) -> tuple[tuple[Item, ...], float]:
    entries = [*legend_counts(replace(shown, versions=()))]
    if heights.boundary is not None:
        entries.append(LegendEntry("boundary", "区の境界"))
    notes = [picture.note] if picture.note else []
    if picture.is_comparison:
        notes.insert(0, f"{picture.versions[-1].label}の図です。廃止する流れは手順図にあります。")
    left, right = sizes.margin, sizes.width - sizes.margin
    return draw_legend(tuple(entries), "".join(notes), left, bottom + 6, right)
