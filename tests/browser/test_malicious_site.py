"""A site built from attacks, in a real browser: nothing runs, nothing is asked for, nothing is added."""

import functools
import logging
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from malicious import LIVE, malicious_project
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import expect
from projects import TOWN

PAGES = (
    "cases/sakura-r04-1/index.html",
    "cases/index.html",
    "contractors/hana-jimu/index.html",
    "controls/training/index.html",
    "data-items/name/index.html",
    "certifications/privacy-mark/index.html",
    "matters/outsourcing/index.html",
    "wards/sakura/index.html",
    "meetings/sakura-r04-1/index.html",
    "coverage/index.html",
    "glossary/index.html",
    "index.html",
)
COUNT = """() => {
  const counts = {}
  for (const element of document.querySelectorAll('*')) {
    if (element.closest('svg') && !element.matches('svg, script, a, image, foreignObject, style'))
      continue  // lines of a drawing go with the width of its letters
    const names = element.getAttributeNames().sort().join(' ')
    const key = `${element.tagName} ${names}`
    counts[key] = (counts[key] || 0) + 1
  }
  return counts
}"""
LIVE_PARTS = """() => [...document.querySelectorAll('*')].filter(element =>
  element.getAttributeNames().some(name => name.startsWith('on')) ||
  /^(javascript|data|vbscript):/i.test((element.getAttribute('href') || '').trim()) ||
  (element.href && new URL(element.href, location.href).host !== location.host) ||
  element.matches('iframe:not(.md-iframe), object, embed, base, meta[http-equiv=refresh]')
).map(element => element.outerHTML.slice(0, 200))"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def twins(snapshot, tmp_path_factory):
    """Two whole sites as MkDocs builds them: attacks in every text, and their harmless twin."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    made = []
    for harmless in (False, True):
        project = tmp_path_factory.mktemp("project") / "p"
        shutil.copytree(snapshot, project, ignore=shutil.ignore_patterns("records"))
        malicious_project(TOWN, project, harmless=harmless)
        out = tmp_path_factory.mktemp("site") / "s"
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(out))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        made.append(out)
    return made


@pytest.fixture(scope="module")
def addresses(twins):
    servers = [
        ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(twin)))
        for twin in twins
    ]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield [f"http://127.0.0.1:{server.server_address[1]}/" for server in servers]
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def watched(browser, addresses):
    """A page on which everything that an attack could do is written down."""
    context = browser.new_context(locale="ja-JP")
    page = context.new_page()
    told = []
    page.on("dialog", lambda dialog: (told.append(("dialog", dialog.message)), dialog.dismiss()))
    page.on("popup", lambda popup: told.append(("popup", popup.url)))
    page.on("pageerror", lambda error: told.append(("error", str(error))))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((*addresses, "data:", "blob:"))
            else told.append(("request", request.url))
        ),
    )
    yield page
    ran = page.evaluate(f"() => window.{LIVE}")
    context.close()
    assert ran is None
    assert told == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_on_the_page_is_live(watched, addresses, path):
    counts = []
    for address in addresses:
        watched.goto(address + path)
        watched.wait_for_load_state("networkidle")
        counts.append(watched.evaluate(COUNT))
        assert watched.evaluate(LIVE_PARTS) == []
    hostile, harmless = counts
    assert hostile == harmless


def test_moving_clicking_and_typing_wake_nothing(watched, addresses):
    watched.goto(addresses[0] + PAGES[0])
    for summary in watched.locator("article summary").all():
        summary.click()
    for element in watched.locator("article p, article td, article dd, article li").all()[:60]:
        element.dispatch_event("mouseover")
        element.dispatch_event("click")
    watched.locator("article a[href^='#']").first.click()


def test_search_shows_attacks_as_text(watched, addresses):
    watched.goto(addresses[0] + "index.html")
    watched.locator("label.md-search__icon[for=__search]").first.dispatch_event("click")
    box = watched.locator("[data-md-component=search-query]")
    box.click()
    box.press_sequentially("onerror")
    results = watched.locator(".md-search-result__link")
    expect(results.first).to_be_visible()
    assert results.first.locator("img, script, iframe, svg[onload]").count() == 0
    assert watched.locator(".md-search-result [onerror], .md-search-result [onload]").count() == 0


def test_the_page_of_results_shows_attacks_as_text(watched, addresses):
    watched.goto(addresses[0] + "search/index.html?q=onerror")
    expect(watched.locator("[data-record]").first).to_be_visible()
    assert watched.evaluate(LIVE_PARTS) == []
    assert (
        watched.locator("[data-record] img, [data-record] script, [data-record] iframe").count()
        == 0
    )
