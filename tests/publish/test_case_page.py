import dataclasses
import re

import pytest

from senrei.model.matter import DataItemGroup
from senrei.model.record import Listed, Stated
from senrei.publish.case_page import case_page
from senrei.publish.case_view import CaseView
from senrei.publish.rendering import Renderer


@pytest.fixture(scope="module")
def renderer(invented_catalog):
    return Renderer(invented_catalog)


def test_every_item_and_every_checklist_row_is_on_its_page(each_catalog):
    renderer = Renderer(each_catalog)
    for case in each_catalog.cases.values():
        body = case_page(CaseView(case, each_catalog), renderer, None).body
        rows = sum(said.entry.row is not None for said in case.controls)
        assert len(re.findall(r'data-control="[a-z0-9-]+" data-row="\d+"', body)) == rows
        for said in case.items:
            assert f">{said.item.as_written}</span>" in body
        for said in case.controls:
            assert f'data-control="{said.entry.term}"' in body
            assert said.entry.summary.split("&")[0].split('"')[0].split("'")[0] in body


def test_edit_link_leads_to_the_place_where_records_are_changed(invented_catalog, renderer):
    case = invented_catalog.cases["tsubame-r04-7"]
    outside = case_page(
        CaseView(case, invented_catalog), renderer, "https://example.org/edit/"
    ).body
    name = "records/cases/tsubame/tsubame-r04-7.yml"
    assert f'href="https://example.org/edit/{name}"' in outside
    assert "この記録を直す" in outside
    alone = case_page(CaseView(case, invented_catalog), renderer, None).body
    assert f'href="../../{name}"' in alone


def test_what_the_paper_leaves_out_is_said_in_words(invented_catalog, renderer):
    case = invented_catalog.cases["tsubame-r04-7"]
    matter = dataclasses.replace(
        case.matters[0],
        data_items=Listed(),
        controls=Listed((), "none"),
        contractors=Listed((), "none"),
        legal_basis=Listed(),
        data_subjects=Listed(),
        volumes=Listed(),
        period=Stated(),
        reoutsourcing=Stated(),
    )
    bare = dataclasses.replace(case, matters=(matter,), data_flow=None, lineage=Listed())
    body = case_page(CaseView(bare, invented_catalog), renderer, None).body
    assert '<span class="missing">記載なし</span>' in body
    assert '<span class="missing">なし</span>' in body


def test_two_readings_are_told(invented_catalog, renderer):
    case = invented_catalog.cases["tsubame-r04-7"]
    unread = dataclasses.replace(case.reading_record, second_reading=None)
    view = CaseView(dataclasses.replace(case, reading_record=unread), invented_catalog)
    first = case_page(view, renderer, None)
    assert "まだ行っていません" in first.body


def test_same_as_a_matter_whose_items_are_all_unlisted_is_said_in_words(invented_catalog, renderer):
    case = invented_catalog.cases["tsubame-r04-7"]
    first, second = case.matters
    (group, *_) = first.data_items
    unlisted = dataclasses.replace(
        group, items=(dataclasses.replace(group.items[0], listed=False),)
    )
    pointer = DataItemGroup("4", same_as=first.id)
    matters = (
        dataclasses.replace(first, data_items=Listed((unlisted,), None)),
        dataclasses.replace(second, data_items=Listed((pointer,), None)),
    )
    body = case_page(
        CaseView(dataclasses.replace(case, matters=matters), invented_catalog), renderer, None
    ).body
    assert f"資料は「{first.title}」の項目と同じとしています。" in body
    section = body.partition(f'id="m-{second.id}-items"')[2]
    assert section.partition('<span class="missing">')[2].startswith("記載なし")
