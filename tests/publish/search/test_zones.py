"""What a page says, block by block, in the zones that its template declares."""

import pytest

from senrei.publish.page import Block, read_html
from senrei.publish.search.folding import load_folding
from senrei.publish.search.search_pages import search_pages
from senrei.publish.search.zones import UndeclaredZoneError, searched_blocks
from senrei.publish.site import make_site


def blocks(html):
    return list(searched_blocks(read_html(html), default="other"))


def zones(html):
    return {block.text: block.zone for block in blocks(html)}


def test_cells_and_items_stand_apart_and_inline_marks_do_not():
    html = '<h2 id="a">見出し</h2><ul><li>粗<b>大</b>ごみ</li><li>次</li></ul>'
    assert blocks(html) == [
        Block("other", "a", "見出し"),
        Block("other", "a", "粗大ごみ"),
        Block("other", "a", "次"),
    ]


def test_a_zone_is_that_of_the_nearest_element_that_names_one():
    html = '<section data-zone="flow">流れ<p data-zone="item">項目</p>後</section>外'
    assert zones(html) == {"流れ": "flow", "項目": "item", "後": "flow", "外": "other"}


def test_a_zone_on_a_heading_lasts_to_the_next_or_to_the_end_of_what_is_around_it():
    html = (
        '<section data-zone="matter"><h2>事項</h2><h3 data-zone="item">項目</h3><p>住所</p>'
        '<h3 data-zone="control">対策</h3><div><p>施錠</p></div><h3>続き</h3></section><p>外</p>'
    )
    assert zones(html) == {
        "事項": "matter",
        "項目": "item",
        "住所": "item",
        "対策": "control",
        "施錠": "control",
        "続き": "control",
        "外": "other",
    }


def test_a_title_names_the_zone_of_itself_alone():
    assert zones('<h1 data-zone="title">題</h1><p>文</p>') == {"題": "title", "文": "other"}


def test_what_is_kept_out_of_the_search_is_not_among_the_blocks():
    html = '<p>上</p><div data-zone="none"><p>表</p><svg><text>図</text></svg></div>'
    assert zones(html) == {"上": "other"}


def test_entities_are_read_and_styles_are_not():
    assert blocks("<p>A&amp;B</p><style>p{}</style><script>x()</script>") == [
        Block("other", "", "A&B")
    ]


def test_a_picture_adds_only_what_is_not_said_and_stands_where_its_heading_stands():
    html = (
        '<h3 id="p" data-zone="flow">図</h3>'
        '<svg><text id="x">委託先</text><text>区民</text></svg><p>委託先</p>'
    )
    assert blocks(html)[1:] == [Block("flow", "p", "委託先"), Block("flow", "p", "区民")]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<p id="a" data-zone="contorl">施錠</p>', "#a 「施錠」の data-zone が contorl です。"),
        ('<p id="a">施錠</p>', "#a 「施錠」に data-zone がありません。"),
    ],
)
def test_a_zone_that_is_not_declared_fails(html, said):
    with pytest.raises(UndeclaredZoneError, match=said):
        list(searched_blocks(read_html(html)))


@pytest.fixture(scope="module")
def made(invented_catalog, schemas):
    return make_site(invented_catalog, schemas, None)


def test_every_part_of_every_case_page_stands_in_a_declared_zone(made, invented_catalog):
    cases = [page for page in made.pages if page.shows and page.shows[0] == "case"]
    assert len(cases) == len(invented_catalog.cases)
    for page in cases:
        headed = {block.anchor for block in searched_blocks(page.parts)}
        assert {heading.anchor for heading in page.parts.headings} <= headed


def test_the_search_reads_a_records_own_words_and_not_what_cases_say_of_it(made, invented_catalog):
    by_key = {page.key: page for page in search_pages(made.pages, made.model, load_folding())}
    control = next(iter(invented_catalog.of_kind("control")))
    said = "\n".join(block.text for block in by_key[f"control/{control}"].blocks)
    assert invented_catalog.of_kind("control")[control].definition in said
    assert "現れます" not in said
    assert by_key["page/controls"].about == "一覧"
