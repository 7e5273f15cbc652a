"""A real Chromium, the built site over http and from disk, and a list of all requests."""

import functools
import importlib.util
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ASK = """async ([queries, options]) => {
  const load = url => new Promise((done, failed) => {
    const script = document.createElement("script")
    script.src = new URL("index/" + url, document.baseURI)
    script.onload = done
    script.onerror = failed
    document.head.append(script)
  })
  window.engine ??= senreiSearch(load)
  const ranked = []
  for (const query of queries) {
    const { hits } = await engine.search(query, options)
    const cards = await Promise.all(hits.slice(0, 20).map(hit => engine.card(hit.page)))
    ranked.push(cards.map(card => card.key))
  }
  return ranked
}"""

_CHROMIUM = Path(__file__).parent / "browser/chromium.py"


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, *_):
        """Say nothing when a page is left while it loads."""


@contextmanager
def serving(site):
    handler = functools.partial(QuietHandler, directory=str(site))
    with QuietServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


@pytest.fixture(scope="session")
def server(site):
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def invented_server(invented_site):
    with serving(invented_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    spec = importlib.util.spec_from_file_location("chromium", _CHROMIUM)
    chromium = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(chromium)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find_chromium(),
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()


@pytest.fixture(params=["http", "file"])
def base(request, site, server):
    """The address of the site, once from a server and once from a folder."""
    return server if request.param == "http" else site.as_uri() + "/"


@pytest.fixture(params=["http", "file"])
def invented_base(request, invented_site, invented_server):
    """The same of the invented bodies."""
    return invented_server if request.param == "http" else invented_site.as_uri() + "/"


@pytest.fixture
def page(browser, base):
    """A page that fails its test when anything is asked for elsewhere or a script fails."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ja-JP")
    page = context.new_page()
    asked, faults = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(f"{request.url} {request.failure}"))
    yield page
    context.close()
    elsewhere = [url for url in asked if not url.startswith((base, "data:", "blob:"))]
    assert elsewhere == []
    left_while_loading = "net::ERR_ABORTED"
    assert [fault for fault in faults if not fault.endswith(left_while_loading)] == []


def serious_faults(page, *, colours_only=False):
    """Return what axe finds on the page that is open: the rule, and where it is broken."""
    colours = {"runOnly": {"type": "tag", "values": ["cat.color"]}} if colours_only else {}
    response = Axe().run(page, options={"resultTypes": ["violations"], **colours}).response
    return [
        (violation["id"], [node["html"][:120] for node in violation["nodes"][:3]])
        for violation in response["violations"]
        if violation["impact"] in {"serious", "critical"}
    ]


@pytest.fixture
def each_server(each_site):
    with serving(each_site) as address:
        yield address


@pytest.fixture
def ask(page, base):
    """Ask the search for queries: the keys of the first pages that it finds for each."""
    page.goto(base + "search/index.html")
    return lambda queries, **options: page.evaluate(ASK, [list(queries), options])
