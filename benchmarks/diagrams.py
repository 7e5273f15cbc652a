"""Measure the data-flow pictures, and what other tools make of the same records.

    python benchmarks/diagrams.py

Bytes, CPU time, crossings and overlaps of ladder and overview for every case and for the 200
random records of the tests; then the same records with Graphviz dot and Mermaid, where installed.
For dot the crossings are those of its own layout (straight pieces between its control points)
and labels overlap by the boxes it gives; for Mermaid only bytes and time can be had.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import combinations, pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests/publish/diagram"))

from random_pictures import random_picture  # noqa: E402 (a module of the tests)

from senrei.model.check import read_project  # noqa: E402
from senrei.publish.diagram import (  # noqa: E402
    PHONE,
    WIDE,
    Drawing,
    Picture,
    Width,
    ladder_drawings,
    ladder_sheets,
    overview_drawing,
    overview_svg,
)
from senrei.publish.diagram.geometry_check import (  # noqa: E402
    count_crossings,
    find_faults,
    smallest_text,
)
from senrei.publish.diagram.overview_wires import last_version, wires_of  # noqa: E402
from senrei.publish.flow_figure import flow_picture  # noqa: E402

RANDOM_PICTURES = 200
POINTS_PER_INCH = 72
Point = tuple[float, float]


@dataclass(frozen=True)
class Measured:
    """One picture by one tool; None where it cannot be had."""

    kilobytes: float
    milliseconds: float
    crossings: int | None
    overlaps: int | None
    smallest: float | None
    ratio: float | None


def main() -> None:
    """Print a line per case and form, the means of the random records, then the other tools."""
    catalog = read_project(ROOT).catalog
    cases = {
        case.id: flow_picture(case, case.data_flow, catalog, "")
        for case in catalog.cases.values()
        if case.data_flow
    }
    seeds = [random_picture(seed) for seed in range(RANDOM_PICTURES)]
    print(f"{'':34}{'kB':>7}{'ms':>7}{'cross':>7}{'over':>6}{'px':>6}{'h/w':>6}")
    for name, measure in OWN.items():
        for case_id, picture in cases.items():
            show(f"{name} {case_id}", [measure(picture)])
        show(f"{name} mean of {len(cases)} cases", [measure(one) for one in cases.values()])
        show(f"{name} mean of {len(seeds)} random", [measure(one) for one in seeds])
    for name, (command, measure_by) in OTHERS.items():
        if shutil.which(command) is None:
            print(f"{name}: not installed ({command}), skipped")
            continue
        show(f"{name} mean of {len(cases)} cases", [measure_by(one) for one in cases.values()])
        show(f"{name} mean of {len(seeds)} random", [measure_by(one) for one in seeds])


def show(name: str, found: list[Measured]) -> None:
    """Print the means, and the greatest time."""
    cells = (
        mean(one.kilobytes for one in found),
        mean(one.milliseconds for one in found),
        mean(one.crossings for one in found),
        mean(one.overlaps for one in found),
        min((one.smallest for one in found if one.smallest is not None), default=None),
        mean(one.ratio for one in found),
    )
    widths, places = (7, 7, 7, 6, 6, 6), (1, 1, 2, 2, 1, 2)
    shown = (
        f"{'-' if cell is None else format(cell, f'.{place}f'):>{width}}"
        for cell, width, place in zip(cells, widths, places, strict=True)
    )
    slowest = max(one.milliseconds for one in found)
    print(f"{name:34}{''.join(shown)}" + (f"   max {slowest:.0f} ms" if len(found) > 1 else ""))


def mean(values: Iterable[float | None]) -> float | None:
    """Mean of what is known."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def own(
    write: Callable[[Picture], tuple[str, ...]], draw: Callable[[Picture], tuple[Drawing, ...]]
) -> Callable[[Picture], Measured]:
    """Measure one of our own forms: `write` is timed, `draw` gives what is checked.

    The bytes are those of the greatest part.
    """

    def measure(picture: Picture) -> Measured:
        start = time.process_time()
        parts = write(picture)
        spent = time.process_time() - start
        drawings = draw(picture)
        faults = [
            fault
            for drawing in drawings
            for fault in find_faults(drawing)
            if not fault.startswith("crossing")
        ]
        return Measured(
            max(len(svg.encode()) for svg in parts) / 1000,
            spent * 1000,
            sum(map(count_crossings, drawings)),
            len(faults),
            min(map(smallest_text, drawings)),
            max(drawing.height / drawing.width for drawing in drawings),
        )

    return measure


def overview_parts(picture: Picture, width: Width) -> tuple[str, ...]:
    """Return the overview as its only part."""
    return (overview_svg(picture, width),)


def overview_drawings(picture: Picture, width: Width) -> tuple[Drawing, ...]:
    """Return the shapes of the overview as its only part."""
    return (overview_drawing(picture, width),)


def by_dot(picture: Picture) -> Measured:
    """Measure what dot makes of the record: clusters for parties, text labels on the lines."""
    shown = last_version(picture)
    source = dot_source(shown)
    svg, spent = run(["dot", "-Tsvg"], source)
    layout, _ = run(["dot", "-Tjson"], source)
    graph = json.loads(layout)
    ways = [curve(edge["pos"]) for edge in graph.get("edges", ())]
    labels = [label_box(edge) for edge in graph.get("edges", ()) if "lp" in edge]
    left, bottom, right, top = map(float, graph["bb"].split(","))
    crossings = sum(cross(one, other) for one, other in combinations(ways, 2))
    overlaps = sum(overlap(one, other) for one, other in combinations(labels, 2))
    shrink = min(1.0, WIDE / ((right - left) / POINTS_PER_INCH * 96))
    return Measured(
        len(svg) / 1000, spent, crossings, overlaps, 11 * shrink, (top - bottom) / (right - left)
    )


def dot_source(picture: Picture) -> str:
    """Write the record in the language of Graphviz."""
    lines = ["digraph {", 'node [shape=box fontname="IPAexGothic" fontsize=8.25]']
    lines.append('edge [fontname="IPAexGothic" fontsize=8.25]')
    for party in picture.parties:
        nodes = [node for node in picture.nodes if node.party == party.id]
        lines.append(f'subgraph "cluster_{party.id}" {{ label="{party.label}"')
        lines.extend(f'"{node.id}" [label="{node.label}"]' for node in nodes)
        lines.append("}")
    for wire in wires_of(picture):
        label = "\\n".join(f"{step.number} {step.act}" for step in wire.steps)
        lines.append(f'"{wire.source}" -> "{wire.target}" [label="{label}"]')
    return "\n".join([*lines, "}"])


def by_mermaid(picture: Picture) -> Measured:
    """Measure what Mermaid makes of the record as a flowchart."""
    shown = last_version(picture)
    lines = ["flowchart TB"]
    for party in shown.parties:
        lines.append(f'subgraph {party.id}["{party.label}"]')
        nodes = [node for node in shown.nodes if node.party == party.id]
        lines.extend(f'n_{node.id.replace("-", "_")}["{node.label}"]' for node in nodes)
        lines.append("end")
    for wire in wires_of(shown):
        source, target = (f"n_{end.replace('-', '_')}" for end in (wire.source, wire.target))
        label = "、".join(f"{step.number} {step.act}" for step in wire.steps)
        lines.append(f'{source} -->|"{label}"| {target}')
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "flow.svg"
        _, spent = run(["mmdc", "--quiet", "--input", "-", "--output", str(file)], "\n".join(lines))
        size = file.stat().st_size
    return Measured(size / 1000, spent, None, None, None, None)


def run(command: list[str], text: str) -> tuple[bytes, float]:
    """Run a tool; gives its output and the milliseconds it took."""
    start = time.perf_counter()
    ran = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return ran.stdout, (time.perf_counter() - start) * 1000


def curve(position: str) -> list[Point]:
    """Points on the curve of an edge of dot."""
    pairs = [part for part in position.split() if part[0] not in "es"]
    points = [(float(x), float(y)) for x, y in (pair.split(",") for pair in pairs)]
    found = [points[0]]
    for at in range(0, len(points) - 3, 3):
        a, b, c, d = points[at : at + 4]
        found.extend(bezier(a, b, c, d, step / 8) for step in range(1, 9))
    return found


def bezier(a: Point, b: Point, c: Point, d: Point, at: float) -> Point:
    """Point of a cubic curve."""
    weights = ((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
    return x, y


def cross(one: list[Point], other: list[Point]) -> int:
    """How often two ways cross."""
    return sum(
        turns(a, b, c) * turns(a, b, d) < 0 and turns(c, d, a) * turns(c, d, b) < 0
        for a, b in pairwise(one)
        for c, d in pairwise(other)
    )


def turns(a: Point, b: Point, c: Point) -> float:
    """Positive where c lies to the left of the way from a to b."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def label_box(edge: dict[str, str]) -> tuple[float, float, float, float]:
    """Box of a label of dot, by the widths of our own table of advances."""
    x, y = map(float, edge["lp"].split(","))
    lines = edge["label"].split("\\n")
    width, height = max(len(line) for line in lines) * 8.25, len(lines) * 10
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def overlap(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    """Whether two boxes share room."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


OWN = {
    f"{name} {width}": own(partial(write, width=width), partial(draw, width=width))
    for name, write, draw in (
        ("overview", overview_parts, overview_drawings),
        ("ladder", ladder_sheets, ladder_drawings),
    )
    for width in (WIDE, PHONE)
}
OTHERS = {"Graphviz dot": ("dot", by_dot), "Mermaid": ("mmdc", by_mermaid)}

if __name__ == "__main__":
    main()
