"""The search page: listing, narrowing, the address, saving, and the keyboard."""

import csv
import gzip
import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from browser_pages import serious_faults
from playwright.sync_api import expect

PAGE = "search/index.html"
over_http = pytest.mark.parametrize("invented_base", ["http"], indirect=True)


@pytest.fixture
def base(invented_base):
    return invented_base


def records(page):
    return page.locator("[data-record]").evaluate_all("hits => hits.map(e => e.dataset.record)")


def open_search(page, base, address=""):
    page.goto(f"{base}{PAGE}{address}")
    expect(page.locator("#sr-narrow")).to_be_visible()


def asked(page):
    return parse_qs(urlsplit(page.url).query)


def test_address_with_a_query_shows_its_results_first_the_best(page, base):
    open_search(page, base, "?q=予約票")
    assert records(page)[0] == "case/tsubame-r04-7"
    expect(page.locator("#sr-q")).to_have_value("予約票")
    first = page.locator("[data-record]").first
    expect(first.locator("mark").first).to_have_text("予約票")
    expect(first.locator(".sr-glyph svg")).to_be_visible()
    first.locator("h3 a").click()
    page.wait_for_url(re.compile(r"cases/tsubame-r04-7/index\.html\?h="))
    expect(page.locator("article mark").first).to_be_visible()


@over_http
def test_without_words_all_cases_stand_there_newest_first(page, base, invented_catalog):
    open_search(page, base)
    assert {f"case/{case}" for case in invented_catalog.cases} == set(records(page))


@over_http
def test_result_says_which_field_and_which_synonym(page, base):
    open_search(page, base, "?q=ISO27001")
    why = page.locator("[data-record='case/tsubame-r04-7'] .sr-why")
    expect(why).to_contain_text("同義語 ISO27001→ISMS")


@over_http
@pytest.mark.parametrize(
    ("choice", "case"),
    [
        ("ward=kamome", "kamome-r01-1"),
        ("year=2022", "tsubame-r04-3"),
        ("matter=designated-management", "hibari-r05-1"),
        ("regime=national_act", "hibari-r05-2"),
        ("contractor=tori-jimu", "hibari-r05-3"),
        ("item=loan-record", "tsubame-r04-7"),
        ("control=security-wire", "tsubame-r04-7"),
    ],
)
def test_an_address_narrows_the_list(page, base, invented_catalog, choice, case):
    open_search(page, base, f"?{choice}")
    keys = records(page)
    assert f"case/{case}" in keys
    assert len(keys) < len(invented_catalog.cases)
    expect(page.locator("#sr-status")).to_have_text(f"{len(keys)} 件")


@over_http
def test_every_facet_counts_what_choosing_it_leaves(page, base):
    open_search(page, base, "?q=委託")
    titles = page.locator("#sr-facets > details > summary").all_inner_texts()
    assert len(titles) == len(set(titles)) > 10
    for position in range(len(titles)):
        details = page.locator("#sr-facets > details").nth(position)
        if details.get_attribute("open") is None:
            details.locator("summary").click()
        value = details.locator("label").first
        expect(value).to_be_visible()
        count = int(value.locator(".sr-count").inner_text())
        before = page.url
        value.locator("input").check()
        expect(page.locator("#sr-status")).to_have_text(f"{count} 件")
        page.go_back()
        page.wait_for_url(before)
        expect(page.locator("#sr-chosen button")).to_have_count(0)


def test_back_button_undoes_a_choice_and_a_reload_keeps_it(page, base):
    open_search(page, base, "?q=図書館")
    before = records(page)
    page.locator("#sr-facets input[value=tsubame]").check()
    expect(page.locator("#sr-chosen")).to_contain_text("自治体：つばめ区")
    page.locator("#sr-sort").select_option("old")
    page.wait_for_function("location.search.includes('sort=old')")
    assert asked(page) == {"q": ["図書館"], "ward": ["tsubame"], "sort": ["old"]}
    page.reload()
    expect(page.locator("#sr-chosen button")).to_have_count(1)
    narrowed = records(page)
    assert set(narrowed) < set(before)
    page.go_back()
    page.go_back()
    expect(page.locator("#sr-chosen button")).to_have_count(0)
    assert records(page) == before


@over_http
def test_a_chip_takes_its_choice_away(page, base, invented_catalog):
    open_search(page, base, "?ward=kamome")
    page.locator("#sr-chosen button").click()
    expect(page.locator("#sr-status")).to_have_text(f"{len(invented_catalog.cases)} 件")
    assert asked(page) == {}


@over_http
def test_new_and_old_are_each_others_reverse(page, base):
    open_search(page, base, "?sort=new")
    newest = records(page)
    open_search(page, base, "?sort=old")
    assert records(page) == newest[::-1]
    assert newest[-2:] == ["case/kamome-h30-2", "case/hibari-r05-2"]  # of unknown date


@over_http
def test_nothing_found_offers_a_way_on_and_says_what_it_does_not_mean(page, base):
    open_search(page, base, "?q=鮪&ward=kamome")
    expect(page.locator("#sr-status")).to_have_text("合うページはありません。")
    notice = page.locator("#sr-notice")
    expect(notice).to_contain_text("先例がないことを意味しません")
    expect(notice.locator("a", has_text="収録範囲")).to_be_visible()
    notice.locator("button", has_text="絞り込みをやめて").click()
    expect(page.locator("#sr-chosen button")).to_have_count(0)


@over_http
def test_near_words_are_offered_where_no_case_has_all(page, base):
    open_search(page, base, "?q=ISMZ認証マーク")
    near = page.locator(".sr-near a")
    expect(near.first).to_be_visible()
    assert "ISMS認証" in near.all_inner_texts()


def test_list_is_saved_as_it_is_shown(page, base):
    open_search(page, base, "?q=図書館")
    with page.expect_download() as saving:
        page.locator("#sr-csv").click()
    raw = saving.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [row["記録"] for row in rows] == records(page)
    titles = page.locator("[data-record] h3").all_inner_texts()
    assert [row["名前"] for row in rows] == titles
    assert all("図書館" in row["抜粋"] for row in rows[:2])


@over_http
def test_printed_list_has_results_and_no_controls(page, base):
    open_search(page, base, "?q=図書館")
    page.emulate_media(media="print")
    expect(page.locator("[data-record]").first).to_be_visible()
    for control in ("#sr-narrow", "#sr-csv", ".sr-there", ".sr-indexes"):
        expect(page.locator(control).first).to_be_hidden()


def test_composing_text_is_searched_when_it_is_done_and_enter_does_nothing_before(page, base):
    open_search(page, base)
    session = page.context.new_cdp_session(page)
    page.locator("#sr-q").focus()
    session.send(
        "Input.imeSetComposition", {"text": "よや", "selectionStart": 2, "selectionEnd": 2}
    )
    page.evaluate(
        """document.getElementById("sr-q").dispatchEvent(new KeyboardEvent("keydown",
          { key: "Enter", keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))"""
    )
    assert asked(page) == {}
    session.send("Input.insertText", {"text": "予約票"})
    page.wait_for_function("location.search.includes('q=')")
    assert asked(page) == {"q": ["予約票"]}
    expect(page.locator("[data-record]").first).to_have_attribute(
        "data-record", "case/tsubame-r04-7"
    )


@over_http
def test_text_without_a_key_is_searched(page, base):
    open_search(page, base)
    page.locator("#sr-q").focus()
    page.keyboard.insert_text("スポーツ館")
    expect(page.locator("[data-record]").first).to_have_attribute(
        "data-record", "case/hibari-r05-1"
    )


@over_http
def test_keys_lead_from_the_box_to_results_and_back(page, base):
    open_search(page, base, "?q=図書館")
    page.keyboard.press("/")
    focused = "document.activeElement.textContent || document.activeElement.id"
    assert page.evaluate(focused) == "sr-q"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == page.locator("[data-record] h3").first.inner_text()
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == "sr-q"


@over_http
def test_count_is_announced(page, base):
    open_search(page, base, "?q=図書館")
    status = page.locator("#sr-status")
    assert status.get_attribute("role") == "status"
    assert status.get_attribute("aria-live") == "polite"
    expect(status).to_contain_text(re.compile(r"\d+ 件"))


@over_http
def test_words_not_found_stay_in_the_browser_and_can_be_taken_or_forgotten(page, base):
    page.clock.install()
    open_search(page, base, "?q=宇宙旅行")
    page.wait_for_function("localStorage.getItem('senrei-search-log')")
    open_search(page, base, "?q=予約票")
    expect(page.locator("[data-record]").first).to_be_visible()
    page.clock.run_for(2000)
    page.goto(f"{base}search/log/index.html")
    rows = page.locator("#sr-log-rows tr")
    expect(rows).to_have_count(1)
    expect(rows.locator("a")).to_have_text("宇宙旅行")
    with page.expect_download() as saving:
        page.locator("#sr-log-save").click()
    text = saving.value.path().read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == '"探した言葉","合った件数","探した回数"'
    assert text.splitlines()[1].startswith('"宇宙旅行",')
    page.locator("#sr-log-clear").click()
    expect(rows).to_have_count(0)
    page.locator("#sr-keep").uncheck()
    open_search(page, base, "?q=宇宙旅行")
    expect(page.locator("#sr-status")).to_have_text(re.compile("."))
    page.clock.run_for(2000)
    assert "宇宙旅行" not in page.evaluate("localStorage.getItem('senrei-search-log')")


def test_without_script_the_lists_are_there(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + PAGE)
    expect(page.locator("noscript p")).to_contain_text("一覧から探せます")
    page.locator(".sr-indexes a", has_text="案件").click()
    page.wait_for_url(re.compile(r"/cases/index\.html"))
    context.close()


@over_http
@pytest.mark.parametrize("address", ["?q=図書館", "?q=鮪", "?ward=kamome", "log/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_search(page, base, address, scheme):
    page.emulate_media(color_scheme=scheme)
    if address == "log/":
        page.goto(base + "search/log/index.html")
    else:
        open_search(page, base, address)
    assert serious_faults(page) == []


@over_http
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_stands_out_of_the_search_page(page, base, width):
    page.set_viewport_size({"width": width, "height": 900})
    open_search(page, base, "?q=暗号化&ward=tsubame")
    page.locator("#sr-facets > details").last.locator("summary").evaluate("e => e.click()")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@over_http
def test_scripts_before_the_first_result_are_light(page, base, invented_site):
    open_search(page, base, "?q=予約票")
    names = page.evaluate(
        """[...document.querySelectorAll("script[defer][src*='javascripts/search-']")].map(e => e.src)"""
    )
    assert len(names) == 4
    weight = sum(
        len(
            gzip.compress(
                (invented_site / "assets/javascripts" / name.rpartition("/")[2]).read_bytes()
            )
        )
        for name in names
    )
    assert weight <= 10_000
