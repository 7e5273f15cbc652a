"""The overview (全体図): lanes one above the other, every node once, numbers at the source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flowpicture.display_list import Box, Drawing, Item, Line, Rect
from flowpicture.legend import LegendEntry, draw_legend, legend_counts
from flowpicture.overview.across import Placed, place
from flowpicture.overview.boxes import draw_lane, draw_node, lane_height, node_height, node_label
from flowpicture.overview.chart import QUICK, THOROUGH, Effort, chart_of
from flowpicture.overview.heights import Heights, Span, set_heights
from flowpicture.overview.lanes import loops_of, wires_of
from flowpicture.overview.lines import draw_lines
from flowpicture.picture import last_version

if TYPE_CHECKING:
    from flowpicture.overview.chart import Chart
    from flowpicture.overview.sizes import Sizes
    from flowpicture.pairing import PicturePair
    from flowpicture.picture import Picture


@dataclass(frozen=True)
class _Layout:
    """Where everything of a picture stands."""

    chart: Chart
    placed: Placed
    heights: Heights

    @property
    def bottom(self) -> float:
        return max(lane.bottom for lane in self.heights.lanes.values())


def draw_overview(picture: Picture, sizes: Sizes) -> tuple[Drawing, bool]:
    """Lay out the last version of the picture; gives too whether everything has room."""
    shown = last_version(picture)
    layout = _lay_out(shown, (shown,), sizes)
    notes = [picture.note] if picture.note else []
    if picture.is_comparison:
        notes.insert(0, f"{picture.versions[-1].label}の図です。廃止する流れは手順図にあります。")
    # The whole picture says which row of the table a step has.
    steps = draw_lines(picture, layout.chart, layout.placed, layout.heights)
    return _draw(shown, layout, steps, "".join(notes), sizes), layout.chart.fits


def draw_pair(pair: PicturePair, sizes: Sizes) -> tuple[tuple[Drawing, Drawing], bool]:
    """Draw both pictures in one layout: what only the other one has leaves an empty outline."""
    sides = pair.one, pair.other
    layout = _lay_out(pair.both, sides, sizes, QUICK)
    drawn = []
    for side in sides:
        own = replace(layout, chart=_own_lines(layout.chart, side))
        steps = draw_lines(side, own.chart, own.placed, own.heights)
        drawn.append(_draw(side, own, steps, side.note, sizes))
    height = max(drawing.height for drawing in drawn)
    first, second = (replace(drawing, height=height) for drawing in drawn)
    return (first, second), layout.chart.fits


def _own_lines(chart: Chart, side: Picture) -> Chart:
    """Keep the lines that a side has, with its own steps."""
    own = {(wire.source, wire.target): wire for wire in wires_of(side)}
    wires = tuple(
        own.get((wire.source, wire.target), replace(wire, steps=())) for wire in chart.wires
    )
    return replace(chart, wires=wires, loops=loops_of(side))


def _lay_out(
    picture: Picture, sides: tuple[Picture, ...], sizes: Sizes, effort: Effort = THOROUGH
) -> _Layout:
    """Place everything in `picture`, with room for the words of all `sides`."""
    chart = chart_of(picture, sizes, effort)
    placed = place(chart, sizes)
    heights = set_heights(
        chart,
        placed,
        _node_heights(sides, chart, sizes),
        lane_least={
            party.id: max(
                lane_height(side.party_by_id[party.id], sizes)
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
        items.extend(draw_lane(party, span, sizes) if party else _empty_lane(span, sizes))
    if heights.boundary is not None:
        ends = ((sizes.margin, heights.boundary), (sizes.width - sizes.margin, heights.boundary))
        items.append(Line(ends, "df-boundary", "ground"))
    items.extend(_nodes(picture, layout, sizes))
    legend, end = _legend(picture, layout, note, sizes)
    return Drawing(sizes.width, round(end + 4), (*items, *steps, *legend))


def _node_heights(sides: tuple[Picture, ...], chart: Chart, sizes: Sizes) -> list[float]:
    width = {item.node: 2 * item.left for item in chart.items if item.node}
    return [
        max(
            node_height(node_label(side.node_by_id[node], width[node], sizes))
            for node in row.nodes
            for side in sides
            if node in side.node_by_id
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
                drawn.extend(draw_node(node, picture.party_by_id[node.party], box, sizes))
    return drawn


def _legend(
    picture: Picture, layout: _Layout, note: str, sizes: Sizes
) -> tuple[tuple[Item, ...], float]:
    entries = [*legend_counts(replace(picture, versions=()))]
    if layout.heights.boundary is not None:
        entries.append(LegendEntry("boundary", "区の境界"))
    left, right = sizes.margin, sizes.width - sizes.margin
    return draw_legend(tuple(entries), note, left, layout.bottom + 6, right)


def _empty_lane(span: Span, sizes: Sizes) -> list[Item]:
    box = Box(sizes.margin, span.top, sizes.width - sizes.margin, span.bottom)
    return [Rect(box, "df-absent", "ground", 3)]
