from html import unescape

import pytest

from senrei.model.flow_graph import items_carried, node_names
from senrei.model.vocabulary import DataItemTerm
from senrei.publish.index_pages import index_pages
from senrei.publish.rendering import Renderer
from senrei.publish.site_model import SiteModel


@pytest.fixture(scope="module")
def item_pages(each_catalog):
    catalog = each_catalog
    pages = {page.path: page for page in index_pages(SiteModel(catalog), Renderer(catalog))}
    return {
        item: unescape(pages[f"data-items/{item}/index.html"].body)
        for item in catalog.of(DataItemTerm)
    }


def test_an_item_page_tells_for_each_flow_that_names_it_where_it_ends_up(each_catalog, item_pages):
    told = 0
    for case in each_catalog.cases.values():
        if case.data_flow is None:
            continue
        for item in items_carried(case.data_flow):
            places = "、".join(node_names(case.data_flow, item))
            _, _, section = item_pages[item].partition('id="destinations"')
            row = section.partition(f"cases/{case.id}/index.html")[2].partition("</tr>")[0]
            assert places in row, (case.id, item)
            told += 1
    assert told > 5


def test_the_name_ends_up_in_five_places_of_the_library(invented_catalog):
    flow = invented_catalog.cases["tsubame-r04-7"].data_flow
    assert node_names(flow, "name") == ("利用者", "窓口", "図書館サーバー", "受付端末", "予約票")


def test_an_item_that_no_flow_names_has_no_such_section(each_catalog, item_pages):
    flows = [case.data_flow for case in each_catalog.cases.values() if case.data_flow]
    carried = {item for flow in flows for item in items_carried(flow)}
    held = {item for flow in flows for node in flow.nodes for item in node.holds}
    silent = set(item_pages) - carried - held
    assert silent
    for item in silent:
        assert 'id="destinations"' not in item_pages[item]
