"""A person finds a case, follows what it points to, and comes back."""

import re

import pytest
from playwright.sync_api import expect

CASE = "cases/tsubame-r04-7/index.html"


@pytest.fixture
def base(invented_base):
    return invented_base


def search(page, words):
    page.locator("label.md-search__icon[for=__search]").first.dispatch_event("click")
    box = page.locator("[data-md-component=search-query]")
    box.click()
    box.press_sequentially(words)
    results = page.locator(".md-search-result__link")
    expect(results.first).to_be_visible()
    return results


def test_case_is_found_opened_and_its_links_lead_there_and_back(page, base):
    page.goto(base + "index.html")
    results = search(page, "図書館システム")
    first = results.first.get_attribute("href")
    assert CASE in first
    results.first.click()
    page.wait_for_url(re.compile(re.escape(CASE)))
    expect(page.locator("h1")).to_contain_text("図書館システム")
    for kind in ("contractors", "controls", "data-items"):
        link = page.locator(f"article .term a[href*='../../{kind}/']").first
        name = link.inner_text()
        link.click()
        page.wait_for_url(re.compile(f"/{kind}/[a-z0-9-]+/index.html"))
        expect(page.locator("h1")).to_have_text(name)
        page.locator("[data-record='case/tsubame-r04-7'] a").first.click()
        page.wait_for_url(re.compile(re.escape(CASE)))


@pytest.mark.parametrize(
    "words", ["セキュリティワイヤー", "予約票", "スポーツ館", "プライバシーマーク"]
)
def test_words_of_the_papers_are_found(page, base, words):
    page.goto(base + "index.html")
    assert search(page, words).count() > 0


def test_text_that_arrives_without_a_key_is_searched(page, base):
    page.goto(base + "index.html")
    page.locator("label.md-search__icon[for=__search]").first.dispatch_event("click")
    box = page.locator("[data-md-component=search-query]")
    box.click()
    ready = page.locator(".md-search-result__meta")  # the worker is made when the box is entered
    expect(ready).to_have_text("検索キーワードを入力してください")
    page.keyboard.insert_text("図書館システム")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_site_can_be_read_without_script(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "index.html")
    page.locator(f"article a[href='{CASE}']").first.click()
    expect(page.locator("#key-points")).to_be_visible()
    context.close()


def test_results_name_their_record_in_rank_order(page, base):
    page.goto(base + "index.html")
    search(page, "図書館システム")
    expect(page.locator(".md-search-result__item[data-record]").first).to_be_visible()
    records = page.locator(".md-search-result__item").evaluate_all(
        "items => items.map(item => item.dataset.record)"
    )
    assert records[0] == "case/tsubame-r04-7"
