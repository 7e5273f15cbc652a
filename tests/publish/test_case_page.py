import dataclasses
import re

import pytest

from senrei.model.record import Listed
from senrei.publish.case_page import case_page
from senrei.publish.rendering import Renderer


@pytest.fixture(scope="module")
def renderer(catalog):
    return Renderer(catalog)


def test_every_item_and_every_checklist_row_is_on_its_page(catalog, renderer):
    for case in catalog.cases.values():
        body = case_page(case, catalog, renderer, None).body
        for matter in case.matters:
            for group in case.data_item_groups(matter):
                for item in group.items:
                    assert f">{item.as_written}</span>" in body
            for group in matter.controls:
                for entry in group.entries:
                    assert f'data-control="{entry.term}"' in body
                    assert entry.summary.split("&")[0].split('"')[0].split("'")[0] in body
    body = case_page(catalog.cases["shinjuku-genkikan"], catalog, renderer, None).body
    assert len(re.findall(r'data-control="[a-z0-9-]+" data-row="\d+"', body)) == 120


def test_edit_link_leads_to_the_place_where_records_are_changed(catalog, renderer):
    case = catalog.cases["edogawa-r03-33"]
    outside = case_page(case, catalog, renderer, "https://example.org/edit/").body
    name = "records/cases/edogawa/edogawa-r03-33.yml"
    assert f'href="https://example.org/edit/{name}"' in outside
    assert "この記録を直す" in outside
    alone = case_page(case, catalog, renderer, None).body
    assert f'href="../../{name}"' in alone


def test_what_the_paper_leaves_out_is_said_in_words(catalog, renderer):
    case = catalog.cases["edogawa-r03-33"]
    matter = dataclasses.replace(
        case.matters[0],
        data_items=Listed(),
        controls=Listed((), "none"),
        contractors=Listed((), "none"),
        legal_basis=Listed(),
        data_subjects=Listed(),
        volumes=Listed(),
        period=None,
        reoutsourcing=None,
    )
    bare = dataclasses.replace(case, matters=(matter,), data_flow=None, lineage=Listed())
    body = case_page(bare, catalog, renderer, None).body
    assert '<span class="missing">記載なし</span>' in body
    assert '<span class="missing">なし</span>' in body


def test_two_readings_are_told(catalog, renderer):
    case = catalog.cases["edogawa-r03-33"]
    first = case_page(
        dataclasses.replace(
            case, reading_record=dataclasses.replace(case.reading_record, second_reading=None)
        ),
        catalog,
        renderer,
        None,
    )
    assert "まだ行っていません" in first.body
