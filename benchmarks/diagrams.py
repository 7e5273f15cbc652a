"""Measure the pictures, and what Graphviz and Mermaid make of the same records.

    python benchmarks/diagrams.py [--mermaid mermaid.min.js]

Every SVG is measured by the same script in a browser, as it stands at 800 px (the phone forms at
360): pairs of labels that overlap, labels on nodes, lines through other nodes, pairs of lines that
cross or lie on each other, the smallest text, height by width. Records: all cases, and the 200
random ones of the tests. Graphviz is used where `dot` is installed, Mermaid where its script is
named (`npm pack mermaid`, `package/dist/mermaid.min.js`).

Milliseconds are CPU time for our own pictures, the least of three; for dot the time of the whole
command, for Mermaid that of its rendering in the browser. A ladder in parts counts by its largest
part in bytes and by the mean of its parts in time.
"""

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests/flowpicture"), str(ROOT / "tests/browser")]

from chromium import find_chromium  # noqa: E402 (modules of the tests)
from random_pictures import random_picture  # noqa: E402

from flowpicture import (  # noqa: E402
    PHONE,
    WIDE,
    Picture,
    Width,
    ladder_sheets,
    overview_pair_svgs,
    overview_svg,
)
from flowpicture.overview.lanes import wires_of  # noqa: E402
from flowpicture.picture import last_version  # noqa: E402
from senrei.model.check import read_project  # noqa: E402
from senrei.publish.flow_figure import flow_picture  # noqa: E402

RANDOM_PICTURES = 200
STYLE = (ROOT / "docs/assets/stylesheets/diagram.css").read_text(encoding="utf-8")
MEASURE = (Path(__file__).parent / "measure_svg.js").read_text(encoding="utf-8")
OWN = {"nodes": ".df-box", "lines": ".df-line", "texts": "text"}
OWN_LADDER = {"nodes": ".df-icon", "lines": ".df-line", "texts": "text"}
DOT = {"nodes": "g.node > polygon", "lines": "g.edge > path", "texts": "text"}
MERMAID = {
    "nodes": "g.node > rect, g.node > polygon, g.node > path",
    "lines": "path.flowchart-link",
    "texts": "g.edgeLabel text, g.nodeLabel text, g.cluster-label text, g.node text",
}
LIMIT_KILOBYTES, LIMIT_MILLISECONDS = 40.0, 40.0


@dataclass(frozen=True)
class Measured:
    """One picture by one tool; the names are those of the script and of the table's columns."""

    label_label: int
    label_node: int
    line_node: int
    line_line: int
    crossings: int
    smallest: float
    ratio: float
    kilobytes: float
    milliseconds: float

    @property
    def is_clean(self) -> bool:
        """Whether nothing lies on anything else and all text can be read."""
        faults = self.label_label + self.label_node + self.line_node + self.line_line
        return not faults and self.smallest >= 9  # noqa: PLR2004 (px)


Draw = Callable[[Picture], tuple[list[str], float]]  # SVG of the parts, milliseconds


def main() -> None:
    """Print a line for each form and tool."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--mermaid", type=Path, help="mermaid.min.js")
    mermaid = parser.parse_args().mermaid
    catalog = read_project(ROOT).catalog
    cases = {
        case.id: flow_picture(case, case.data_flow, catalog)
        for case in catalog.cases.values()
        if case.data_flow
    }
    seeds = [random_picture(seed) for seed in range(RANDOM_PICTURES)]
    tell_graphs("cases", cases.values())
    tell_graphs("random", seeds)
    columns = [field.name for field in fields(Measured)]
    print(f"{'':32}" + "".join(f"{name:>13}" for name in (*columns, "clean")))
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 2600, "height": 1200})
        page = context.new_page()
        for case_id, picture in cases.items():
            show(case_id, [measure(page, own_overview(WIDE), OWN, picture)])
        for name, selectors, draw in tools(page, mermaid):
            for group, pictures in (("cases", cases.values()), ("random", seeds)):
                found = [measure(page, draw, selectors, picture) for picture in pictures]
                show(f"{name}, {group}", found)
        tell_pairs(page, list(cases.values()))


def tools(page: Page, mermaid: Path | None) -> Iterator[tuple[str, dict[str, str], Draw]]:
    """Give the ways to draw: our own, then the others that are there."""
    for width in (WIDE, PHONE):
        yield f"overview {width}", OWN, own_overview(width)
        yield f"ladder {width}", OWN_LADDER, own_ladder(width)
    if shutil.which("dot"):
        yield "Graphviz dot", DOT, by_dot
    else:
        print("Graphviz: not installed (dot), left out")
    if mermaid:
        yield "Mermaid flowchart", MERMAID, by_mermaid(page, mermaid)
    else:
        print("Mermaid: not given (--mermaid), left out")


def tell_graphs(name: str, pictures: Iterable[Picture]) -> None:
    """Say how many records can be drawn in a plane at all, and how many have loops."""
    graphs = [
        nx.DiGraph((wire.source, wire.target) for wire in wires_of(last_version(picture)))
        for picture in pictures
    ]
    planar = sum(nx.check_planarity(graph.to_undirected())[0] for graph in graphs)
    looped = sum(not nx.is_directed_acyclic_graph(graph) for graph in graphs)
    print(f"{name}: {len(graphs)} records, {planar} planar, {looped} with loops")


def tell_pairs(page: Page, pictures: list[Picture]) -> None:
    """Measure every two cases in one layout."""
    found = []
    for one, other in combinations(pictures, 2):
        svgs, spent = timed(lambda one=one, other=other: overview_pair_svgs(one, other))
        found.extend(
            Measured(**measured_in(page, svg, OWN), kilobytes=kilobytes([svg]), milliseconds=spent)
            for svg in svgs
        )
    show("two cases in one layout", found)


def own_overview(width: Width) -> Draw:
    """Draw our overview."""
    return lambda picture: timed(lambda: [overview_svg(picture, width)])


def own_ladder(width: Width) -> Draw:
    """Draw our ladder, which may come in parts."""
    return lambda picture: timed(lambda: list(ladder_sheets(picture, width)))


def timed(draw: Callable[[], Any]) -> tuple[list[str], float]:
    """Draw three times; gives the SVGs and the least CPU time in ms."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        svgs = draw()
        spent.append(time.process_time() - start)
    return list(svgs), min(spent) * 1000


def measure(page: Page, draw: Draw, selectors: dict[str, str], picture: Picture) -> Measured:
    """Draw a picture and measure its parts together."""
    svgs, spent = draw(picture)
    parts = [measured_in(page, svg, selectors) for svg in svgs]
    added = ("label_label", "label_node", "line_node", "line_line", "crossings")
    return Measured(
        **{name: sum(part[name] for part in parts) for name in added},
        smallest=min(part["smallest"] for part in parts),
        ratio=max(part["ratio"] for part in parts),
        kilobytes=kilobytes(svgs),
        milliseconds=spent / len(svgs),
    )


def kilobytes(svgs: list[str]) -> float:
    """Size of the largest part."""
    return max(len(svg.encode()) for svg in svgs) / 1000


def measured_in(page: Page, svg: str, selectors: dict[str, str]) -> dict[str, Any]:
    """Measure one SVG in the browser."""
    page.set_content(f"<style>{STYLE} svg{{display:block}}</style>{svg}")
    found: dict[str, Any] = page.locator("svg").first.evaluate(MEASURE, selectors)
    return found


def show(name: str, found: list[Measured]) -> None:
    """Print the means; marks say what is over the limits of our own pictures."""
    means = [
        sum(getattr(one, field.name) for one in found) / len(found) for field in fields(Measured)
    ]
    clean = sum(one.is_clean for one in found)
    largest = max(one.kilobytes for one in found)
    slowest = max(one.milliseconds for one in found)
    print(
        f"{name:32}" + "".join(f"{value:13.2f}" for value in means) + f"{clean:>8}/{len(found)}"
        f"   at most {largest:.0f} kB{'!' if largest > LIMIT_KILOBYTES else ''}"
        f" {slowest:.0f} ms{'!' if slowest > LIMIT_MILLISECONDS else ''}",
        flush=True,
    )


def by_dot(picture: Picture) -> tuple[list[str], float]:
    """Draw with dot: clusters for parties, text labels on the lines."""
    start = time.perf_counter()
    ran = subprocess.run(
        ["dot", "-Tsvg"], input=dot_source(picture).encode(), capture_output=True, check=True
    )
    spent = (time.perf_counter() - start) * 1000
    text = ran.stdout.decode()
    return [text[text.index("<svg") :]], spent


def dot_source(picture: Picture) -> str:
    """Write the record in the language of Graphviz."""
    shown = last_version(picture)
    lines = ["digraph {", 'node [shape=box fontname="IPAexGothic" fontsize=8.25]']
    lines.append('edge [fontname="IPAexGothic" fontsize=8.25]')
    for party in shown.parties:
        nodes = [node for node in shown.nodes if node.party == party.id]
        lines.append(f'subgraph "cluster_{party.id}" {{ label="{party.label}"')
        lines.extend(f'"{node.id}" [label="{node.label}"]' for node in nodes)
        lines.append("}")
    for wire in wires_of(shown):
        label = "\\n".join(f"{step.number} {step.act}" for step in wire.steps)
        lines.append(f'"{wire.source}" -> "{wire.target}" [label="{label}"]')
    return "\n".join([*lines, "}"])


def by_mermaid(page: Page, script: Path) -> Draw:
    """Draw with Mermaid in a page of its own."""
    drawing = page.context.new_page()
    drawing.set_content("<div id=out></div>")
    drawing.add_script_tag(path=script)
    drawing.evaluate(
        """mermaid.initialize({startOnLoad: false, htmlLabels: false, fontFamily: 'IPAexGothic',
           flowchart: {htmlLabels: false, useMaxWidth: false}, maxTextSize: 1e6, maxEdges: 1e4})"""
    )
    draw = """async (text) => { const start = performance.now();
        const {svg} = await mermaid.render('drawn', text);
        return [svg, performance.now() - start]; }"""

    def drawn(picture: Picture) -> tuple[list[str], float]:
        svg, spent = drawing.evaluate(draw, mermaid_source(picture))
        return [svg], spent

    return drawn


def mermaid_source(picture: Picture) -> str:
    """Write the record in the language of Mermaid."""
    shown = last_version(picture)
    lines = ["flowchart TB"]
    for party in shown.parties:
        lines.append(f'subgraph p_{plain(party.id)}["{party.label}"]')
        nodes = [node for node in shown.nodes if node.party == party.id]
        lines.extend(f'n_{plain(node.id)}["{node.label}"]' for node in nodes)
        lines.append("end")
    for wire in wires_of(shown):
        label = "、".join(f"{step.number} {step.act}" for step in wire.steps)
        lines.append(f'n_{plain(wire.source)} -->|"{label}"| n_{plain(wire.target)}')
    return "\n".join(lines)


def plain(name: str) -> str:
    """Write an id without hyphens."""
    return name.replace("-", "_")


if __name__ == "__main__":
    main()
