"""Two cases side by side: by address, by link, on a wide and on a narrow screen."""

import re

import pytest
from playwright.sync_api import expect

PAIR = "compare/tsubame-r04-3--tsubame-r04-7/index.html"


@pytest.fixture
def base(invented_base):
    return invented_base


@pytest.mark.parametrize("cases", ["tsubame-r04-3,tsubame-r04-7", "tsubame-r04-7,tsubame-r04-3"])
def test_an_address_with_two_cases_leads_to_their_page(page, base, cases):
    page.goto(base + f"compare/index.html?cases={cases}")
    page.wait_for_url(re.compile(re.escape(PAIR)))
    expect(page.locator("h1")).to_have_text("二つの案件を比べる")


def test_an_address_without_a_page_says_so(page, base):
    page.goto(base + "compare/index.html?cases=tsubame-r04-3,nobody")
    expect(page.locator("[data-compare-missing]")).to_be_visible()


def test_a_case_leads_to_its_comparisons(page, base):
    page.goto(base + "cases/tsubame-r04-7/index.html")
    page.locator("section[aria-labelledby=compare] a").first.click()
    expect(page.locator("h1")).to_have_text("二つの案件を比べる")
    expect(page.locator(".df-pair svg")).to_have_count(2)


@pytest.mark.parametrize(("width", "is_side_by_side"), [(1280, True), (768, False)])
def test_the_same_part_is_at_the_same_height(page, base, width, is_side_by_side):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(base + PAIR)
    left, right = (page.locator(".df-pair svg").nth(at).bounding_box() for at in (0, 1))
    assert left["y"] == pytest.approx(right["y"], abs=1)
    assert left["height"] == pytest.approx(right["height"], abs=1)
    assert (right["x"] + right["width"] <= width) == is_side_by_side
