"""What the search finds, weighs and takes: `python benchmarks/search.py [--cases 10000]`.

Builds the site, asks the judged queries of `tests/real_records/judged.json` in Chromium, and does
the same with Material's stock search, MiniSearch and Pagefind where npm can fetch them. Then writes
the index of synthetic cases, recombined from the real ones, and measures size and time.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import importlib.util
import json
import logging
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

from senrei.model.check import read_project
from senrei.publish.page import Block
from senrei.publish.search.dictionary import dictionary_lines, reading_lines
from senrei.publish.search.facets import Facet
from senrei.publish.search.folding import load_folding
from senrei.publish.search.index_files import index_files
from senrei.publish.search.search_pages import SearchPage, search_pages
from senrei.publish.site import make_site
from senrei.source.schema import load_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
JUDGED = json.loads((ROOT / "tests/real_records/judged.json").read_text(encoding="utf-8"))
CHARACTERS = 4_000  # of text in a synthetic case: 12 KB
MINISEARCH, PAGEFIND = "minisearch@7.2.0", "pagefind@1.6.0"


def main() -> None:
    """Measure and print, one table after the other."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--cases", type=int, default=10_000)
    arguments.add_argument("--write-synthetic", type=Path, help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.write_synthetic:
        write_synthetic(asked.write_synthetic, asked.cases)
        return
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build_site(site, ROOT / "mkdocs.yml")
        with browser() as chromium:
            with_own_search(site, chromium)
            with_distractors(site, Path(folder), chromium)
            others(site, Path(folder), chromium)
            at_scale(site, Path(folder), chromium, asked.cases)


def build_site(site: Path, config_file: Path) -> None:
    """Build the site as `make site` does."""
    config = load_config(str(config_file), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


class _Browser:
    def __enter__(self) -> Any:
        path = ROOT / "tests/browser/chromium.py"
        spec = importlib.util.spec_from_file_location("chromium", path)
        if spec is None or spec.loader is None:
            raise FileNotFoundError(path)
        chromium = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(chromium)
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(
            executable_path=chromium.find_chromium(), args=["--no-sandbox"]
        )
        return self._browser

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._playwright.stop()


browser = _Browser


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """Say nothing when a page is left while it loads."""


class _Served:
    """A folder over http."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(_Quiet, directory=str(folder))
        self._server = _Server(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()


def figures(ranked: list[list[str]]) -> str:
    """Say how well results answer the judged queries: recall@5, MRR, success@3, empty ones."""
    recall = reciprocal = success = empty = 0.0
    for judged, keys in zip(JUDGED, ranked, strict=True):
        wanted = {f"case/{case}" for case in judged["relevant"]}
        places = [place for place, key in enumerate(keys) if key in wanted]
        recall += sum(place < 5 for place in places) / min(5, len(wanted))  # noqa: PLR2004
        reciprocal += 1 / (places[0] + 1) if places else 0
        success += bool(places) and places[0] < 3  # noqa: PLR2004
        empty += not keys
    whole = len(JUDGED)
    return (
        f"recall@5 {recall / whole:.3f}  MRR {reciprocal / whole:.3f}  "
        f"success@3 {success / whole:.3f}  empty {empty:.0f}"
    )


_ASK = """async ([queries, dictionaries]) => {
  const load = url => new Promise((done, failed) => {
    const script = document.createElement("script")
    script.src = new URL("index/" + url, document.baseURI)
    script.onload = done
    script.onerror = failed
    document.head.append(script)
  })
  const engine = senreiSearch(load)
  const ranked = []
  for (const query of queries) {
    const { hits } = await engine.search(query, { dictionaries })
    const cards = await Promise.all(hits.slice(0, 20).map(hit => engine.card(hit.page)))
    ranked.push(cards.map(card => card.key))
  }
  return ranked
}"""


def with_own_search(site: Path, chromium: Any) -> None:
    """Ask our own search, over http and from disk, with and without dictionaries."""
    queries = [judged["query"] for judged in JUDGED]
    cases = len(list((site / "cases").glob("*/index.html")))
    print(f"{len(queries)} judged queries on the pages of {cases} cases")
    page = chromium.new_page()
    with _Served(site) as base:
        page.goto(base + "search/index.html")
        over_http = page.evaluate(_ASK, [queries, True])
        print(f"own search                 {figures(over_http)}")
        print(f"  dictionaries off         {figures(page.evaluate(_ASK, [queries, False]))}")
    page.goto((site / "search/index.html").as_uri())
    same = page.evaluate(_ASK, [queries, True]) == over_http
    print(f"  from disk                {'the same on all' if same else 'DIFFERENT'}")
    page.close()
    weights = [weight_before_first_result(site, chromium, query) for query in queries]
    print(
        f"  gzip bytes before the first result: median {statistics.median(weights):,.0f}, "
        f"worst {max(weights):,} (scripts and index; the frame of the site not counted)"
    )


DISTRACTORS = 300
_SHARED = ("control", "system", "office", "flow", "source", "schedule")


def with_distractors(site: Path, folder: Path, chromium: Any) -> None:
    """Ask the same among further cases that share the sentences every case has."""
    crowded = folder / "crowded"
    shutil.copytree(site, crowded, ignore=shutil.ignore_patterns("index", "api", "cases"))
    catalog, load = read_project(ROOT).catalog, load_folding()
    real = list(_real_pages())
    cases = [page for page in real if page.is_case]
    others = [page for page in real if not page.is_case]
    pages = [*cases, *islice(_distractors(cases), DISTRACTORS), *others]
    words, readings = dictionary_lines(catalog, load), reading_lines(catalog, load)
    for file in index_files(pages, words, readings, (), load):
        target = crowded / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")
    page = chromium.new_page()
    with _Served(crowded) as base:
        page.goto(base + "search/index.html")
        ranked = page.evaluate(_ASK, [[judged["query"] for judged in JUDGED], True])
    page.close()
    print(f"  {DISTRACTORS} further cases        {figures(ranked)}")


def _distractors(cases: list[SearchPage]) -> Iterator[SearchPage]:
    chance = random.Random(7)  # noqa: S311 - the same cases in every run
    shared = [block for page in cases for block in page.blocks if block.zone in _SHARED]
    han = sorted({char for block in shared for char in block.text if "一" <= char <= "鿿"})
    for number in count():
        name = "".join(chance.choices(han, k=4)) + chance.choice(("事業", "業務", "調査"))
        blocks = [Block("title", "title", name)]
        while sum(len(block.text) for block in blocks) < CHARACTERS:
            at = chance.randrange(len(shared))
            blocks.extend(shared[at : at + chance.randint(3, 12)])
        key = f"distractor-{number}"
        path = f"cases/{key}/index.html"
        yield SearchPage(f"case/{key}", path, name, "委", name, name, tuple(blocks))


def weight_before_first_result(site: Path, chromium: Any, query: str) -> int:
    """Add up what a search loads until its first result is on the page."""
    asked: list[str] = []
    context = chromium.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    with _Served(site) as base:
        page.add_init_script(
            """addEventListener("DOMContentLoaded", () => new MutationObserver((_, all) => {
              const said = document.getElementById("sr-status").textContent
              if (!window.firstAt && (said || document.querySelector("[data-record]"))) {
                window.firstAt = performance.now(); all.disconnect() }
            }).observe(document.body, { childList: true, subtree: true }))"""
        )
        page.goto(f"{base}search/index.html?q={query}")
        page.wait_for_function("window.firstAt")
        before = page.evaluate(
            """performance.getEntriesByType("resource")
              .filter(entry => entry.startTime < firstAt).map(entry => entry.name)"""
        )
        context.close()
        paths = {name.removeprefix(base).partition("?")[0] for name in before}
    own = [path for path in paths if "search/index/" in path or "javascripts/search" in path]
    return sum(len(gzip.compress((site / path).read_bytes())) for path in own)


# --- other engines -----------------------------------------------------------------


def others(site: Path, folder: Path, chromium: Any) -> None:
    """Ask other engines the same on the same pages, where they can be had."""
    print("Material's stock search    " + figures(with_material(folder, chromium)))
    if not shutil.which("npm"):
        print("MiniSearch, Pagefind       skipped: no npm")
        return
    tools = folder / "npm"
    tools.mkdir()
    fetched = subprocess.run(
        ["npm", "install", "--silent", "--prefix", tools, MINISEARCH, PAGEFIND],
        check=False,
        capture_output=True,
    )
    if fetched.returncode:
        print("MiniSearch, Pagefind       skipped: npm could not fetch them")
        return
    print(f"{MINISEARCH:<26} {figures(with_minisearch(tools, chromium))}")
    print(f"{PAGEFIND:<26} {figures(with_pagefind(site, folder, tools, chromium))}")


def with_material(folder: Path, chromium: Any) -> list[list[str]]:
    """Build the pages once more with Material's own index and worker; type into its box."""
    project = folder / "material"
    for name in ("records", "schemas", "docs"):
        shutil.copytree(ROOT / name, project / name)
    (project / "scripts/senrei/publish/templates").mkdir(parents=True)
    plain = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    plain = plain.replace("  custom_dir: overrides\n", "").replace(
        "  - search #", "  - search:\n      lang: ja #"
    )
    (project / "mkdocs.yml").write_text(plain, encoding="utf-8")
    site = folder / "material-site"
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    leave_search_to_the_theme(config)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    page = chromium.new_page()
    ranked = []
    with _Served(site) as base:
        page.goto(base + "index.html")
        page.keyboard.press("/")
        page.wait_for_timeout(3000)
        box = page.locator("[data-md-component=search-query]")
        for judged in JUDGED:
            box.fill("")
            box.fill(judged["query"])
            box.dispatch_event("keyup")
            page.wait_for_timeout(250)
            links = page.locator(".md-search-result__item > a:first-child").evaluate_all(
                "links => links.map(link => new URL(link.href).pathname)"
            )
            ranked.append([_key(path) for path in links])
    page.close()
    return ranked


def leave_search_to_the_theme(config: Any) -> None:
    """Take our index out of a build, and put our pages into the stock one."""

    def include(html: str, page: Any, **_: Any) -> str:
        page.meta.pop("search", None)
        return html

    ours = config.plugins["senrei"]
    events = config.plugins.events
    events["post_build"] = [
        event for event in events["post_build"] if getattr(event, "__self__", None) is not ours
    ]
    events["page_content"].append(include)


def _key(path: str) -> str:
    parts = path.strip("/").removesuffix("/index.html").split("/")
    return f"case/{parts[1]}" if parts[0] == "cases" and len(parts) > 1 else "/".join(parts)


def with_minisearch(tools: Path, chromium: Any) -> list[list[str]]:
    """Give MiniSearch the texts of our index, cut into pairs of characters after NFKC."""
    script = (tools / "node_modules/minisearch/dist/umd/index.js").read_text(encoding="utf-8")
    page = chromium.new_page()
    documents = [
        {"id": key, "title": made.title, "text": " ".join(block.text for block in made.blocks)}
        for key, made in ((made.key, made) for made in _real_pages())
    ]
    page.goto("about:blank")
    page.add_script_tag(content=script)
    ranked: list[list[str]] = page.evaluate(
        """([documents, queries]) => {
          const pairs = text => text.normalize("NFKC").toLowerCase().split(/[^\\p{L}\\p{N}]+/u)
            .map(run => [...run])
            .flatMap(run => run.length < 2 ? run : run.slice(1).map((c, i) => run[i] + c))
          const engine = new MiniSearch({ fields: ["title", "text"], tokenize: pairs,
            searchOptions: { boost: { title: 3 }, combineWith: "AND", tokenize: pairs } })
          engine.addAll(documents)
          return queries.map(query => engine.search(query).slice(0, 20).map(hit => hit.id))
        }""",
        [documents, [judged["query"] for judged in JUDGED]],
    )
    page.close()
    return ranked


def with_pagefind(site: Path, folder: Path, tools: Path, chromium: Any) -> list[list[str]]:
    """Index the article of every built page with Pagefind as it comes."""
    copied = folder / "pagefind-site"
    shutil.copytree(site, copied)
    command = [tools / "node_modules/.bin/pagefind", "--site", copied, "--root-selector", "article"]
    subprocess.run(command, check=True, capture_output=True)
    page = chromium.new_page()
    with _Served(copied) as base:
        page.goto(base + "about/index.html")
        ranked = page.evaluate(
            """async queries => {
              const engine = await import(new URL("../pagefind/pagefind.js", document.baseURI))
              const ranked = []
              for (const query of queries) {
                const { results } = await engine.search(query)
                const first = await Promise.all(results.slice(0, 20).map(hit => hit.data()))
                ranked.push(first.map(hit => hit.url))
              }
              return ranked
            }""",
            [judged["query"] for judged in JUDGED],
        )
    page.close()
    return [[_key(path) for path in keys] for keys in ranked]


# --- synthetic cases ---------------------------------------------------------------


def _real_pages() -> tuple[SearchPage, ...]:
    reading = read_project(ROOT)
    catalog, folding = reading.catalog, load_folding()
    site = make_site(catalog, load_schemas(ROOT / "schemas"), None)
    return tuple(search_pages(site.pages, site.model, folding))


def synthetic_pages(count: int) -> Iterator[SearchPage]:
    """Make cases from blocks of the real ones, with names and numbers of their own."""
    chance = random.Random(5)  # noqa: S311 - the same cases in every run
    real = [page for page in _real_pages() if page.is_case]
    others = [page for page in _real_pages() if not page.is_case]
    blocks = [block for page in real for block in page.blocks]
    han = sorted({char for block in blocks for char in block.text if "一" <= char <= "鿿"})
    for number in range(count):
        model = chance.choice(real)
        name = "".join(chance.choices(han, k=chance.randint(2, 4)))
        kind = chance.choice(("事業", "業務", "システム", "相談", "調査"))
        title = name + kind + model.title[-10:]
        chosen, length = [Block("title", "title", title)], 0
        while length < CHARACTERS:
            at = chance.randrange(len(blocks))
            run = blocks[at : at + chance.randint(3, 25)]
            chosen.extend(run)
            length += sum(len(block.text) for block in run)
        chosen.append(Block("contractor", "", f"株式会社{name}{chance.randint(1, 999)}"))
        yield SearchPage(
            f"case/synthetic-{number}",
            f"cases/synthetic-{number}/index.html",
            title,
            model.glyphs,
            model.about,
            model.lead,
            tuple(chosen),
        )
    yield from others


def synthetic_facets(count: int) -> tuple[Facet, ...]:
    """Make facets of the real sizes over synthetic cases."""
    chance = random.Random(6)  # noqa: S311
    sizes = (
        ("ward", 23, 1),
        ("year", 12, 1),
        ("matter", 7, 2),
        ("control", 140, 30),
        ("item", 230, 25),
    )
    facets = []
    for name, values, each in sizes:
        cases: dict[int, list[int]] = {value: [] for value in range(values)}
        for case in range(count):
            for value in {chance.randrange(values) for _ in range(each)}:
                cases[value].append(case)
        members = tuple(
            ((f"{name}-{value}", f"{name} {value}"), tuple(found)) for value, found in cases.items()
        )
        facets.append(Facet(name, name, members, each > 2))  # noqa: PLR2004
    return tuple(facets)


def write_synthetic(folder: Path, count: int) -> None:
    """Write the index of synthetic cases and say what it took; runs in a process of its own."""
    pages = list(synthetic_pages(count)) if count < 100 else synthetic_pages(count)  # noqa: PLR2004
    catalog, folding = read_project(ROOT).catalog, load_folding()
    facets = synthetic_facets(count)
    begun, made, files = time.process_time(), 0.0, 0
    dictionary, readings = dictionary_lines(catalog, folding), reading_lines(catalog, folding)
    for file in index_files(_timed(pages), dictionary, readings, facets, folding):
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")
        files += 1
        made += len(file.text)
    print(
        json.dumps(
            {
                "seconds": time.process_time() - begun - _timed.spent,  # type: ignore[attr-defined]
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
                "files": files,
                "characters": made,
            }
        )
    )


def _timed(pages: Iterator[SearchPage] | list[SearchPage]) -> Iterator[SearchPage]:
    """Hand pages on, and keep apart the time that making them up takes."""
    _timed.spent = 0.0  # type: ignore[attr-defined]
    iterator = iter(pages)
    while True:
        begun = time.process_time()
        page = next(iterator, None)
        _timed.spent += time.process_time() - begun  # type: ignore[attr-defined]
        if page is None:
            return
        yield page


def at_scale(site: Path, folder: Path, chromium: Any, count: int) -> None:
    """Measure the index of many synthetic cases behind the real search page."""
    large = folder / "large"
    shutil.copytree(site, large, ignore=shutil.ignore_patterns("index", "api", "cases", "records"))
    command = [sys.executable, __file__, "--cases", str(count), "--write-synthetic", str(large)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(
        f"{count:,} synthetic cases: index built in {told['seconds']:.0f} CPU s, "
        f"peak {told['peak'] / 1e6:,.0f} MB, {told['files']:,} files, "
        f"{told['characters'] / 1e6:.0f} M characters"
    )
    queries = [judged["query"] for judged in JUDGED]
    weights = sorted(weight_before_first_result(large, chromium, query) for query in queries)
    print(
        f"  gzip bytes before the first result: median {statistics.median(weights):,.0f}, "
        f"95 % {weights[int(len(weights) * 0.95)]:,}, worst {weights[-1]:,}"
    )
    first, keys = times(large, chromium, queries[::3])
    print(
        f"  first result: median {statistics.median(first):.0f} ms, worst {max(first):.0f} ms; "
        f"keystroke: p50 {statistics.median(keys):.0f} ms, worst {max(keys):.0f} ms"
    )


def times(site: Path, chromium: Any, queries: list[str]) -> tuple[list[float], list[float]]:
    """Time a fresh search from its address, and each further key, to the list on the page."""
    first, keys = [], []
    with _Served(site) as base:
        for query in queries:
            context = chromium.new_context()
            page = context.new_page()
            page.add_init_script(
                """addEventListener("DOMContentLoaded", () => {
                  window.begun = performance.now()
                  new MutationObserver(() => { window.listedAt = performance.now() })
                    .observe(document.getElementById("sr-status"), { childList: true })
                })"""
            )
            page.goto(f"{base}search/index.html?q={query[:-1] or query}")
            page.wait_for_function("window.listedAt")
            first.append(page.evaluate("listedAt - begun"))
            page.wait_for_timeout(300)
            page.evaluate("window.listedAt = 0")
            took = page.evaluate(
                """async query => {
                  const box = document.getElementById("sr-q"), begun = performance.now()
                  box.value = query
                  box.dispatchEvent(new InputEvent("input"))
                  while (!listedAt) await new Promise(done => setTimeout(done, 2))
                  return listedAt - begun
                }""",
                query,
            )
            keys.append(took)
            context.close()
    return first, keys


if __name__ == "__main__":
    main()
