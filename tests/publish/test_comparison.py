from html import unescape
from itertools import combinations

import pytest

from senrei.model.links import Links
from senrei.publish.compare_pages import compare_pages
from senrei.publish.comparison import KINDS, neighbours, shared
from senrei.publish.rendering import Renderer


@pytest.fixture(scope="module")
def links(catalog):
    return Links(catalog)


@pytest.fixture(scope="module")
def near(catalog, links):
    return neighbours(catalog, links)


@pytest.fixture(scope="module")
def pages(catalog, links, near):
    renderer = Renderer(catalog)
    return {page.path: page for page in compare_pages(catalog, links, near, renderer)}


def test_every_two_of_a_few_cases_have_a_page(catalog, pages):
    expected = {f"compare/{a}--{b}/index.html" for a, b in combinations(catalog.cases, 2)}
    assert pages.keys() == {"compare/index.html", *expected}


def test_the_nearest_case_shares_the_greatest_part_of_the_terms(near):
    assert near["edogawa-r03-31"][0].case == "edogawa-r03-32"
    assert near["edogawa-r03-32"][0].case == "edogawa-r03-31"
    for case, found in near.items():
        assert case not in {neighbour.case for neighbour in found}
        assert len(found) == len(near) - 1


def test_terms_of_two_cases_are_parted_without_loss(catalog, links):
    for one, other in combinations(catalog.cases, 2):
        groups = list(shared(one, other, links))
        assert [group.kind for group in groups] == list(KINDS)
        for group in groups:
            assert {*group.both, *group.one} == set(links.used_by(one, group.kind))
            assert {*group.both, *group.other} == set(links.used_by(other, group.kind))
            assert not {*group.one} & {*group.other}


def test_a_page_shows_both_pictures_both_columns_and_all_terms(catalog, links, pages):
    body = unescape(pages["compare/edogawa-r03-33--edogawa-r04-11/index.html"].body)
    assert body.count("<svg") == 4  # two overviews, two glyphs
    for case in ("edogawa-r03-33", "edogawa-r04-11"):
        assert catalog.cases[case].brief.asked in body
        for kind in KINDS:
            for term in links.used_by(case, kind):
                assert catalog.label(kind, term) in body


def test_a_case_without_a_flow_is_compared_by_words_alone(catalog, links, near):
    from dataclasses import replace  # noqa: PLC0415

    cases = dict(catalog.cases)
    cases["edogawa-r03-27"] = replace(cases["edogawa-r03-27"], data_flow=None)
    without = replace(catalog, by_kind={**catalog.by_kind, "case": cases})
    pages = {page.path: page for page in compare_pages(without, links, near, Renderer(without))}
    body = pages["compare/edogawa-r03-27--edogawa-r03-28/index.html"].body
    assert "情報の流れの記録がありません" in body
    assert "df-pair" not in body


def test_the_list_leads_to_every_page(pages):
    listed = pages["compare/index.html"].body
    for path in pages:
        if path != "compare/index.html":
            assert path.removeprefix("compare/") in listed


def test_key_points_lead_to_the_pages_of_the_cases(pages):
    body = pages["compare/edogawa-r03-33--edogawa-r04-11/index.html"].body
    facts = body.partition('id="facts"')[2].partition('id="terms"')[0]
    assert "../../cases/edogawa-r03-33/index.html#m-" in facts
    assert "../../cases/edogawa-r04-11/index.html#m-" in facts
    assert 'href="#m-' not in facts
