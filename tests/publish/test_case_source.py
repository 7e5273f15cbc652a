"""What is not in hand is told apart from what a paper does not write; a source can be found."""

import dataclasses

import pytest

from senrei.publish.case_page import case_page, source_citation
from senrei.publish.case_view import CaseView
from senrei.publish.rendering import Renderer
from senrei.publish.search.facets import make_facets
from senrei.publish.site_model import SiteModel

PART, WHOLE = "hibari-r05-3", "kamome-r01-1"


@pytest.fixture(scope="module")
def page_of(invented_catalog):
    renderer = Renderer(invented_catalog)
    return lambda case: case_page(CaseView(case, invented_catalog), renderer, None).body


def test_a_page_says_not_in_hand_only_where_a_part_of_the_paper_is_missing(
    invented_catalog, page_of
):
    part, whole = (page_of(invented_catalog.cases[case]) for case in (PART, WHOLE))
    assert "手元の資料にありません" in part
    assert "記載なし" not in part
    assert "手元の資料にありません" not in whole
    assert "記載なし" in whole


def test_a_page_tells_where_its_paper_is_and_what_of_it_is_missing(invented_catalog, page_of):
    page = page_of(invented_catalog.cases[PART])
    assert 'href="https://www.example.jp/hibari/kyogi.pdf"' in page
    assert "別紙の仕様書" in page
    assert "公開されていないためです。" in page


def test_a_source_is_cited_with_what_is_known_of_it(invented_catalog):
    source = invented_catalog.cases[PART].sources[0]
    assert source_citation(source) == (
        "ひばり市「協議資料」（令和5年7月3日）、3〜9ページ、"
        "https://www.example.jp/hibari/kyogi.pdf（令和8年11月20日閲覧）"
    )
    bare = dataclasses.replace(
        source, title="「案」の説明", publisher=None, published=None, pages=None, url=None
    )
    assert source_citation(bare) == "「『案』の説明」"
    one = dataclasses.replace(source.pages, last=source.pages.first)
    bare = dataclasses.replace(bare, pages=one, url=source.url, accessed=None)
    assert source_citation(bare) == f"「『案』の説明」、3ページ、{source.url}"


def test_the_search_keeps_both_apart(invented_catalog):
    model = SiteModel(invented_catalog)
    facets = {facet.id: dict(facet.values) for facet in make_facets(model)}
    numbers = {view.case.id: number for number, view in enumerate(model.newest_first)}
    again = facets["reoutsourcing"]
    assert again["not-in-hand", "手元の資料にありません"] == (numbers[PART],)
    assert numbers[WHOLE] in again["unstated", "記載なし"]
    assert numbers[PART] not in again["unstated", "記載なし"]
