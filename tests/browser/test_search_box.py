"""The theme's box: it asks our search, live, by keyboard, from the address, and nothing else."""

import re

import pytest
from browser_pages import serious_faults
from playwright.sync_api import expect

over_http = pytest.mark.parametrize("invented_base", ["http"], indirect=True)
RESULTS = ".md-search-result__item[data-record]"


@pytest.fixture
def base(invented_base):
    return invented_base


def open_box(page, base, address="index.html"):
    page.goto(base + address)
    page.keyboard.press("/")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()


def records(page):
    expect(page.locator(RESULTS).first).to_be_visible()
    return page.locator(RESULTS).evaluate_all("items => items.map(item => item.dataset.record)")


def test_box_finds_as_the_search_page_does(page, base):
    open_box(page, base)
    page.keyboard.insert_text("道路工事 申請")
    assert records(page)[:2] == ["case/kamome-r01-1", "case/kamome-h30-2"]
    expect(page.locator(".md-search-result__meta")).to_contain_text("件")
    expect(page.locator(".md-search-result__item mark").first).to_be_visible()


@over_http
def test_each_further_letter_is_answered(page, base):
    open_box(page, base)
    box = page.locator("[data-md-component=search-query]")
    box.press_sequentially("避難所")
    expect(page.locator(RESULTS).first).to_have_attribute("data-record", "case/hibari-r05-3")
    box.fill("")
    page.keyboard.insert_text("予約票")
    expect(page.locator(RESULTS).first).to_have_attribute("data-record", "case/tsubame-r04-7")


def test_enter_opens_the_chosen_result_with_its_words_marked(page, base):
    open_box(page, base)
    page.keyboard.insert_text("予約票")
    records(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"cases/tsubame-r04-7/"))
    expect(page.locator("article mark").first).to_be_visible()


@over_http
def test_enter_while_composing_opens_nothing(page, base):
    open_box(page, base)
    page.keyboard.insert_text("予約票")
    records(page)
    page.keyboard.press("ArrowDown")
    page.evaluate(
        """document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
          { key: "Enter", keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))"""
    )
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.url.partition("?")[0].partition("#")[0].endswith("index.html")


def test_address_fills_the_box(page, base):
    page.goto(base + "about/index.html?q=スポーツ館")
    expect(page.locator(RESULTS).first).to_have_attribute("data-record", "case/hibari-r05-1")


def test_box_leads_on_to_the_search_page_with_its_words(page, base):
    open_box(page, base)
    page.keyboard.insert_text("予約票")
    records(page)
    page.locator(".search-all a").click()
    page.wait_for_url(re.compile(r"search/index\.html\?q="))
    expect(page.locator("#sr-q")).to_have_value("予約票")


@over_http
def test_stock_index_is_not_fetched(page, base, invented_site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    open_box(page, base)
    page.keyboard.insert_text("予約票")
    records(page)
    theme = [url for url in asked if "workers/search" in url or "search_index" in url]
    assert [url for url in theme if not url.endswith("search_index.json")] == []
    assert (invented_site / "search/search_index.json").stat().st_size < 200


@over_http
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_open_box(page, base, scheme):
    page.emulate_media(color_scheme=scheme)
    open_box(page, base)
    page.keyboard.insert_text("図書館")
    records(page)
    assert serious_faults(page) == []
