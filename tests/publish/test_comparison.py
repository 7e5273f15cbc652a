from dataclasses import replace
from html import unescape
from itertools import combinations

import pytest

from senrei.model.links import COMPARED, Links, neighbours, shared
from senrei.model.record import Listed
from senrei.publish.case_page import case_page
from senrei.publish.compare_pages import compare_pages
from senrei.publish.rendering import Renderer
from senrei.publish.site_model import SiteModel


@pytest.fixture(scope="module")
def links(each_catalog):
    return Links(each_catalog)


@pytest.fixture(scope="module")
def invented_links(invented_catalog):
    return Links(invented_catalog)


def pages_of(catalog):
    return {page.path: page for page in compare_pages(SiteModel(catalog), Renderer(catalog))}


@pytest.fixture(scope="module")
def near(each_catalog):
    return SiteModel(each_catalog).neighbours


@pytest.fixture(scope="module")
def pages(each_catalog):
    return pages_of(each_catalog)


def with_cases(catalog, *added):
    cases = {**catalog.cases, **{case.id: case for case in added}}
    files = catalog.files | {("case", case.id): "records/x.yml" for case in added}
    return replace(catalog, by_kind={**catalog.by_kind, "case": cases}, files=files)


def twin(case, number):
    return replace(case, id=f"{case.id}-{number}", data_flow=None)


def stranger(invented_catalog):
    """A case that has no term in common with any other."""
    case = invented_catalog.cases["kamome-h30-2"]
    matter = replace(
        case.matters[0],
        type="of-its-own",
        data_subjects=Listed(),
        data_items=Listed(),
        controls=Listed(),
    )
    return replace(case, id="stranger", matters=(matter,), data_flow=None)


def test_one_more_case_is_compared_with_all_others_too(invented_catalog):
    more = with_cases(
        invented_catalog, *(twin(case, 2) for case in invented_catalog.cases.values())
    )
    near = SiteModel(more).neighbours
    assert {
        pair for ranked in near.values() for pair in (neighbour.pair for neighbour in ranked)
    } == set(combinations(more.cases, 2))


def test_of_many_cases_only_the_nearest_are_compared_and_the_page_says_so(
    invented_catalog, invented_links
):
    near = neighbours(invented_catalog, invented_links, pairs=14)
    assert {len(ranked) for ranked in near.values()} == {3}
    model = SiteModel(invented_catalog)
    model.__dict__["neighbours"] = near
    body = next(compare_pages(model, Renderer(invented_catalog))).body
    assert "案件ごとに3件までの組です" in body


def test_a_case_with_nothing_in_common_is_not_near(invented_catalog):
    model = SiteModel(with_cases(invented_catalog, stranger(invented_catalog)))
    assert not any(neighbour.is_near for neighbour in model.neighbours["stranger"])
    assert [neighbour.case for neighbour in model.neighbours["kamome-h30-2"]][-1] == "stranger"
    renderer = Renderer(model.catalog)
    listed = next(compare_pages(model, renderer)).body
    assert "重なる分類なし" in listed.partition('id="stranger"')[2]
    case = model.views["kamome-h30-2"]
    far = model.neighbours["kamome-h30-2"][-1:]
    body = case_page(case, renderer, None, far).body
    assert "分類の重なるものはありません" in body
    assert "stranger" not in body


def test_every_two_of_a_few_cases_have_a_page(each_catalog, pages):
    expected = {f"compare/{a}--{b}/index.html" for a, b in combinations(each_catalog.cases, 2)}
    assert pages.keys() == {"compare/index.html", *expected}


def test_the_nearest_case_shares_the_greatest_part_of_the_terms(invented_catalog):
    near = SiteModel(invented_catalog).neighbours
    assert near["kamome-h30-2"][0].case == "kamome-r01-1"
    assert near["tsubame-r04-3"][0].case == "tsubame-r04-7"


def test_every_other_case_is_a_neighbour_once(near):
    for case, ranked in near.items():
        assert case not in {neighbour.case for neighbour in ranked}
        assert len(ranked) == len(near) - 1


def test_terms_of_two_cases_are_parted_without_loss(each_catalog, links):
    for left, right in combinations(each_catalog.cases, 2):
        groups = list(shared(left, right, links))
        assert [group.kind for group in groups] == list(COMPARED)
        for group in groups:
            assert {*group.both, *group.left} == set(links.used_by(left, group.kind))
            assert {*group.both, *group.right} == set(links.used_by(right, group.kind))
            assert not {*group.left} & {*group.right}


def test_a_page_shows_both_columns_and_all_terms(each_catalog, links, pages):
    left, right = next(iter(combinations(each_catalog.cases, 2)))
    body = unescape(pages[f"compare/{left}--{right}/index.html"].body)
    for case in (left, right):
        assert each_catalog.cases[case].brief.asked in body
        for kind in COMPARED:
            for term in links.used_by(case, kind):
                assert each_catalog.label(kind, term) in body


@pytest.fixture(scope="module")
def invented_pages(invented_catalog):
    return {path: page.body for path, page in pages_of(invented_catalog).items()}


def test_two_cases_with_a_flow_show_both_pictures(invented_pages):
    body = invented_pages["compare/tsubame-r04-3--tsubame-r04-7/index.html"]
    assert body.count("<svg") == 4  # two overviews, two glyphs


def test_a_case_without_a_flow_is_compared_by_words_alone(invented_pages):
    body = invented_pages["compare/kamome-r01-1--tsubame-r04-7/index.html"]
    assert "情報の流れの記録がありません" in body
    assert "df-pair" not in body


def test_the_list_leads_to_every_page(pages):
    listed = pages["compare/index.html"].body
    for path in pages:
        if path != "compare/index.html":
            assert path.removeprefix("compare/") in listed


def test_key_points_lead_to_the_pages_of_the_cases(invented_pages):
    body = invented_pages["compare/tsubame-r04-3--tsubame-r04-7/index.html"]
    facts = body.partition('id="facts"')[2].partition('id="terms"')[0]
    assert "../../cases/tsubame-r04-3/index.html#m-" in facts
    assert "../../cases/tsubame-r04-7/index.html#m-" in facts
    assert 'href="#m-' not in facts
