from html import unescape

import pytest

from senrei.model.flow_graph import items_carried, place_names
from senrei.model.links import Links
from senrei.publish.index_pages import index_pages
from senrei.publish.rendering import Renderer


@pytest.fixture(scope="module")
def item_pages(catalog):
    pages = {page.path: page for page in index_pages(catalog, Links(catalog), Renderer(catalog))}
    return {
        item: unescape(pages[f"data-items/{item}/index.html"].body)
        for item in catalog.of_kind("data-item")
    }


def test_an_item_page_tells_for_each_flow_that_names_it_where_it_ends_up(catalog, item_pages):
    told = 0
    for case in catalog.cases.values():
        for item in items_carried(case.data_flow):
            places = "、".join(place_names(case.data_flow, item))
            _, _, section = item_pages[item].partition('id="destinations"')
            row = section.partition(f"cases/{case.id}/index.html")[2].partition("</tr>")[0]
            assert places in row, (case.id, item)
            told += 1
    assert told > 100


def test_the_name_ends_up_in_four_places_of_the_room_booking(catalog):
    flow = catalog.cases["shinjuku-genkikan"].data_flow
    assert place_names(flow, "name") == (
        "元気館貸室予約受付システム",
        "管理者用パソコン",
        "窓口端末",
        "指定管理者",
    )


def test_an_item_that_no_flow_names_has_no_such_section(catalog, item_pages):
    carried = {item for case in catalog.cases.values() for item in items_carried(case.data_flow)}
    silent = set(item_pages) - carried
    held = {
        item
        for case in catalog.cases.values()
        for node in case.data_flow.nodes
        for item in node.holds
    }
    assert silent - held
    for item in silent - held:
        assert 'id="destinations"' not in item_pages[item]
