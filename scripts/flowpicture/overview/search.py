"""The search for an arrangement of an overview in which few lines cross."""

from collections import Counter
from dataclasses import dataclass

from flowpicture.overview.chart import Chart, Order, chart_from
from flowpicture.overview.lanes import Row, Rows, lane_orders, moved_rows, rows_in_lanes
from flowpicture.overview.layers import layered
from flowpicture.overview.order import crossing_ends, order_layers
from flowpicture.overview.sizes import Sizes
from flowpicture.overview.widths import has_room
from flowpicture.overview.wires import Wire, loops_of, wires_of
from flowpicture.picture import Party, Picture

_SPLITS = 12
_FOR_ONE = 2  # a single crossing that is left is worth half the effort


@dataclass(frozen=True)
class Search:
    """How long to look for an arrangement: tries at ordering the rows, and orders of lanes.

    `effort` is the number of items in all arrangements with moved nodes; no clock is read, so that
    a picture is the same everywhere.
    """

    first_tries: int
    tries: int
    moved_tries: int
    lane_orders: int
    effort: int


THOROUGH = Search(first_tries=3, tries=4, moved_tries=1, lane_orders=6, effort=2000)
QUICK = Search(first_tries=1, tries=1, moved_tries=1, lane_orders=6, effort=500)


def chart_of(picture: Picture, sizes: Sizes, search: Search = THOROUGH) -> Chart:
    """Arrange the picture: all in the width, few crossings, few rows, a good order of lanes."""
    wires = wires_of(picture)
    orders = lane_orders(picture, wires)
    best = _first(picture, orders[0], wires, sizes, search.first_tries)
    for lanes in orders[1 : search.lane_orders]:
        if best.fits and not best.order.crossings:
            return best
        best = min(best, _first(picture, lanes, wires, sizes, search.tries), key=_badness)
    return _with_nodes_moved(picture, best, sizes, search)


def _badness(chart: Chart) -> tuple[bool, int, int]:
    return not chart.fits, chart.order.crossings, len(chart.rows)


def _first(
    picture: Picture,
    lanes: tuple[Party, ...],
    wires: tuple[Wire, ...],
    sizes: Sizes,
    tries: int,
) -> Chart:
    rows = rows_in_lanes(picture, lanes, wires, sizes.nodes_in_row)
    return _fitted(picture, rows, wires, sizes, tries)


def _with_nodes_moved(picture: Picture, chart: Chart, sizes: Sizes, search: Search) -> Chart:
    """Move nodes to other rows of their lanes for as long as fewer lines cross."""
    best, effort, improved = chart, 0, True
    while best.order.crossings and improved:
        improved = False
        for rows in moved_rows(best.rows, best.wires, best.order.at_crossing):
            few = best.order.crossings
            effort += len(best.items)
            if effort > search.effort / (1 if few > 1 else _FOR_ONE):
                return best
            if _ordered(rows, best.wires, 1, few=few).crossings >= few:
                continue
            tried = _fitted(picture, rows, best.wires, sizes, search.moved_tries)
            if _badness(tried) < _badness(best):
                best, improved = tried, True
                break
    return best


def _fitted(
    picture: Picture, rows: Rows, wires: tuple[Wire, ...], sizes: Sizes, tries: int
) -> Chart:
    """Order the rows; a row that is too wide is cut in two and everything ordered again."""
    loops = loops_of(picture)
    chart = chart_from(_ordered(rows, wires, tries), wires, loops, sizes)
    for _ in range(_SPLITS):
        too_wide = [
            at
            for at, layer in enumerate(chart.layers)
            if len(chart.rows[at].nodes) > 1 and not has_room(chart.items, layer, sizes)
        ]
        if not too_wide:
            break
        rows = chart.rows
        for at in reversed(too_wide):
            rows = (*rows[:at], *_halves(chart, at), *rows[at + 1 :])
        chart = chart_from(_ordered(rows, wires, tries), wires, loops, sizes)
    return chart


def _halves(chart: Chart, at: int) -> tuple[Row, Row]:
    """Cut a row in two: nodes whose lines lead downward go to the lower half."""
    row = chart.rows[at]
    place = {node: spot for spot, one in enumerate(chart.rows) for node in one.nodes}
    pull = Counter[str]()
    for wire in chart.wires:
        pull[wire.source] += place[wire.target] - place[wire.source]
        pull[wire.target] += place[wire.source] - place[wire.target]
    drawn = sorted(row.nodes, key=lambda node: pull[node])
    upper = frozenset(drawn[: len(drawn) // 2])
    return (
        Row(row.party, tuple(node for node in row.nodes if node in upper)),
        Row(row.party, tuple(node for node in row.nodes if node not in upper)),
    )


def _ordered(rows: Rows, wires: tuple[Wire, ...], tries: int, *, few: int | None = None) -> Order:
    """Order the rows; with `few` only a glance whether fewer crossings are in reach."""
    number = {node: place for place, node in enumerate(n for row in rows for n in row.nodes)}
    both_ways = Counter(wire.ends for wire in wires)
    lines = [
        (min(number[end] for end in ends), max(number[end] for end in ends), count)
        for ends, count in both_ways.items()
    ]
    graph = layered([[number[node] for node in row.nodes] for row in rows], lines)
    layers, crossed = order_layers(graph, tries, few=few)
    ends = crossing_ends(graph, layers) if crossed and few is None else frozenset[int]()
    nodes = tuple(number)
    chains = dict(zip(both_ways, graph.chains, strict=True))
    return Order(rows, chains, layers, crossed, frozenset(nodes[end] for end in ends))
