"""What stands in each row of an overview from left to right, and which lines join the rows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from senrei.publish.diagram.overview_lanes import Row, Rows, lane_orders, moved_rows, rows_in_lanes
from senrei.publish.diagram.overview_order import crossing_ends, layered, order_layers
from senrei.publish.diagram.overview_sizes import Sizes
from senrei.publish.diagram.overview_wires import Wire, loops_of, wires_of
from senrei.publish.diagram.picture import Picture

BADGE_PITCH = 20.0
_BADGE_ROWS = 2
_LOOP_ROOM, _LOOP_BADGE = 18.0, 20.0
_FIRST_TRIES, _TRIES, _LANE_ORDERS = 4, 6, 6
_SPLITS = 12
_MOST_EFFORT = 4000  # items ordered


@dataclass(frozen=True)
class Item:
    """A node, or the place where a line passes a row; reaches left and right of its middle."""

    node: str | None
    left: float
    right: float


@dataclass(frozen=True)
class Leg:
    """The piece of a line between two neighbouring rows, by the numbers of its items."""

    wire: int
    upper: int
    lower: int


@dataclass(frozen=True)
class Chart:
    """Rows from top to bottom; `layers` and `legs` (one tuple per gap) name `items` by number.

    `crossing` are the nodes at the ends of lines that cross.
    """

    rows: Rows
    wires: tuple[Wire, ...]
    loops: dict[str, Wire]
    items: tuple[Item, ...]
    layers: tuple[tuple[int, ...], ...]
    legs: tuple[tuple[Leg, ...], ...]
    fits: bool
    crossings: int = 0
    crossing: frozenset[str] = frozenset()


def chart_of(picture: Picture, sizes: Sizes) -> Chart:
    """Arrange the picture: fewest crossings, then fewest rows, then the best order of lanes."""
    wires = wires_of(picture)
    best: Chart | None = None
    for place, lanes in enumerate(lane_orders(picture, wires)[:_LANE_ORDERS]):
        rows = rows_in_lanes(picture, lanes, wires, sizes.nodes_in_row)
        tried = _fitted(picture, rows, wires, sizes, _TRIES if place else _FIRST_TRIES)
        if best is None or _badness(tried) < _badness(best):
            best = tried
        if best.fits and not best.crossings:
            return best
    assert best is not None  # noqa: S101 (a picture has a lane)
    return _with_nodes_moved(picture, best, wires, sizes)


def _with_nodes_moved(
    picture: Picture, chart: Chart, wires: tuple[Wire, ...], sizes: Sizes
) -> Chart:
    """Move nodes to other rows of their lanes for as long as fewer lines cross."""
    best, effort = chart, 0
    while best.crossings:
        for rows in moved_rows(best.rows, wires, best.crossing):
            effort += sum(map(len, best.layers))
            if effort > _MOST_EFFORT:
                return best
            if _ordered(rows, wires, 1, few=best.crossings)[2] >= best.crossings:
                continue
            tried = _fitted(picture, rows, wires, sizes, _FIRST_TRIES)
            if _badness(tried) < _badness(best):
                best = tried
                break
        else:
            return best
    return best


def badge_grid(count: int) -> tuple[int, int]:
    """Columns and rows of the badges at the source of a line."""
    columns = 1 if count <= _BADGE_ROWS else ceil(count / _BADGE_ROWS)
    return columns, ceil(count / columns)


def _badness(chart: Chart) -> tuple[bool, int, int]:
    return not chart.fits, chart.crossings, len(chart.rows)


def _fitted(
    picture: Picture, rows: Rows, wires: tuple[Wire, ...], sizes: Sizes, tries: int
) -> Chart:
    """Order the rows; a row that is too wide is cut in two and everything ordered again."""
    chart = _arranged(picture, rows, wires, sizes, tries)
    for _ in range(_SPLITS):
        too_wide = next(
            (at for at, _ in enumerate(chart.rows) if not _has_room(chart, at, sizes)), None
        )
        if too_wide is None or len(chart.rows[too_wide].nodes) == 1:
            break
        rows = _cut(chart, too_wide)
        chart = _arranged(picture, rows, wires, sizes, tries)
    return chart


def _has_room(chart: Chart, row: int, sizes: Sizes) -> bool:
    return needed_width(chart.items, chart.layers[row], sizes) <= sizes.right - sizes.left


def needed_width(
    items: Mapping[int, Item] | Sequence[Item], layer: Sequence[int], sizes: Sizes
) -> float:
    """Width of a row without any slack."""
    inside = sum(items[item].left + items[item].right for item in layer)
    between = sum(
        gap_between(items[one], items[other], sizes)
        for one, other in zip(layer, layer[1:], strict=False)
    )
    return inside + between


def gap_between(one: Item, other: Item, sizes: Sizes) -> float:
    """Room between two neighbours of a row."""
    if one.node and other.node:
        return sizes.between_nodes
    return sizes.beside_line if one.node or other.node else 0.0


def _cut(chart: Chart, at: int) -> Rows:
    """Cut a row in two: nodes whose lines lead downward go to the lower half."""
    row = chart.rows[at]
    place = {node: spot for spot, one in enumerate(chart.rows) for node in one.nodes}
    pull = Counter[str]()
    for wire in chart.wires:
        pull[wire.source] += place[wire.target] - place[wire.source]
        pull[wire.target] += place[wire.source] - place[wire.target]
    drawn = sorted(row.nodes, key=lambda node: pull[node])
    half = len(drawn) // 2
    upper = tuple(node for node in row.nodes if node in drawn[:half])
    lower = tuple(node for node in row.nodes if node in drawn[half:])
    parts = (Row(row.party, upper), Row(row.party, lower))
    return (*chart.rows[:at], *parts, *chart.rows[at + 1 :])


def _arranged(
    picture: Picture, rows: Rows, wires: tuple[Wire, ...], sizes: Sizes, tries: int
) -> Chart:
    chains, layers, crossed, at_crossing = _ordered(rows, wires, tries)
    chart = _unbundled(picture, rows, wires, sizes, layers, chains)
    return replace(chart, crossings=crossed, crossing=at_crossing)


def _ordered(
    rows: Rows, wires: tuple[Wire, ...], tries: int, few: int | None = None
) -> tuple[dict[frozenset[str], tuple[int, ...]], list[list[int]], int, frozenset[str]]:
    """Chains of items by the ends of their lines, the order of the rows, and the crossings.

    Gives too the nodes at the ends of lines that cross.
    """
    number = {node: place for place, node in enumerate(n for row in rows for n in row.nodes)}
    bundles = Counter(wire.ends for wire in wires)
    lines = [(*sorted(number[end] for end in ends), count) for ends, count in bundles.items()]
    graph = layered([[number[node] for node in row.nodes] for row in rows], lines)
    layers, crossed = order_layers(graph, tries, few=few)
    nodes = list(number)
    at_crossing = crossing_ends(graph, layers) if crossed and few is None else frozenset()
    chains = dict(zip(bundles, graph.chains, strict=True))
    return chains, layers, crossed, frozenset(nodes[end] for end in at_crossing)


def _unbundled(
    picture: Picture,
    rows: Rows,
    wires: tuple[Wire, ...],
    sizes: Sizes,
    layers: list[list[int]],
    chains: dict[frozenset[str], tuple[int, ...]],
) -> Chart:
    """Give every line its own passing places, those with the same ends side by side."""
    loops = loops_of(picture)
    nodes = [node for row in rows for node in row.nodes]
    first = len(nodes)
    half = sizes.line_pitch / 2
    passing: list[Item] = []
    own: dict[int, list[int]] = {}  # passing place of a bundle: those of its lines
    legs: list[list[Leg]] = [[] for _ in rows[1:]]
    row_of = {node: place for place, row in enumerate(rows) for node in row.nodes}
    for at, wire in enumerate(wires):
        chain = chains[wire.ends]
        way = [chain[0]]
        for place in chain[1:-1]:
            own.setdefault(place, []).append(first + len(passing))
            way.append(first + len(passing))
            passing.append(Item(None, half, half))
        way.append(chain[-1])
        top = row_of[nodes[chain[0]]]
        for gap, (upper, lower) in enumerate(zip(way, way[1:], strict=False), top):
            legs[gap].append(Leg(at, upper, lower))
    told = tuple(tuple(found) for found in legs)
    filled = tuple(
        tuple(one for item in layer for one in (own.get(item, [item]) if item >= first else [item]))
        for layer in layers
    )
    needs = _node_needs(nodes, wires, told, sizes)
    items: dict[int, Item] = dict(enumerate(passing, first))
    fits = True
    for layer in filled:
        for base in (sizes.node, (sizes.node + sizes.node_least) / 2, sizes.node_least):
            items |= {
                item: _node_item(nodes[item], max(base, needs[item]), loops)
                for item in layer
                if item < first
            }
            if needed_width(items, layer, sizes) <= sizes.right - sizes.left:
                break
        else:
            fits = False
    return Chart(
        rows,
        wires,
        loops,
        tuple(items[place] for place in range(len(items))),
        filled,
        told,
        fits,
    )


def port_width(wire: Wire, *, is_source: bool, sizes: Sizes) -> float:
    """Room a line takes on the side of a node."""
    columns = badge_grid(len(wire.steps))[0] if is_source else 1
    return sizes.port + (columns - 1) * BADGE_PITCH + (4 if columns > 1 else 0)


def _node_needs(
    nodes: list[str], wires: tuple[Wire, ...], legs: tuple[tuple[Leg, ...], ...], sizes: Sizes
) -> list[float]:
    """Width every node must have for its ports."""
    above, below = Counter[int](), Counter[int]()
    for gap in legs:
        for leg in gap:
            wire = wires[leg.wire]
            for item, side in ((leg.upper, below), (leg.lower, above)):
                if item < len(nodes):
                    is_source = nodes[item] == wire.source
                    side[item] += port_width(wire, is_source=is_source, sizes=sizes)
    return [max(above[item], below[item]) + 4 for item in range(len(nodes))]


def _node_item(node: str, width: float, loops: dict[str, Wire]) -> Item:
    """Return the item of a node, with room on its right for a line that comes back."""
    loop = loops.get(node)
    room = _LOOP_ROOM + _LOOP_BADGE * len(loop.steps) if loop else 0.0
    return Item(node, width / 2, width / 2 + room)
