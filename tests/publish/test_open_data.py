import csv
import dataclasses
import io
import json

import pytest

from senrei.model.record import Listed
from senrei.publish.open_data import open_data
from senrei.publish.site_model import SiteModel
from senrei.publish.tables import csv_tables


@pytest.fixture(scope="module")
def files(catalog, schemas):
    return dict(open_data(SiteModel(catalog), schemas))


@pytest.fixture(scope="module")
def data(files):
    return {path: json.loads(text) for path, text in files.items() if path.endswith(".json")}


def test_index_says_what_there_is(data, files, catalog):
    index = data["api/v1/index.json"]
    assert index["schema_version"] == "1.0"
    assert index["counts"]["cases"] == len(catalog.cases)
    for name in (*index["lists"].values(), *index["schemas"], *index["tables"]):
        assert f"api/v1/{name}" in files
    assert index["words"]["certifications.status.held"] == "取得済み"


def test_case_has_the_members_that_others_rely_on(data):
    case = data["api/v1/cases/shinjuku-genkikan.json"]
    assert {"id", "title", "act", "legal_regime", "outcome", "agenda_number"} <= case.keys()
    assert case["ward"] == {"id": "shinjuku", "name": "新宿区"}
    assert case["body"]["kind"] == "internal_board"
    assert case["meeting"] is None
    matter = case["matters"][0]
    assert {"id", "type", "legal_basis", "data_subjects", "volumes"} <= matter.keys()
    item = matter["data_items"][0]
    assert {"as_written", "term", "group", "sensitive"} <= item.keys()
    assert item["term"] == {"id": "name", "label": "氏名"}
    contractor = case["matters"][2]["contractors"][0]
    assert contractor["id"] is None
    assert contractor["certifications"][0]["mark"]["id"] == "privacy-mark"
    assert contractor["certifications"][0]["status"] == "expected"
    row = case["matters"][2]["controls"][5]
    assert (row["side"], row["row"], row["mark"]) == ("ward", 6, "dash")
    assert row["reason"] == "電子データのみの取扱いのため"
    assert {"parties", "nodes", "flows"} <= case["data_flow"].keys()
    assert {"from", "to", "items", "medium"} <= case["data_flow"]["flows"][0].keys()
    assert {"when", "what", "case"} <= case["lineage"][0].keys()
    assert {"document", "section"} <= case["sources"][0].keys()


def test_meeting_and_dates(data):
    case = data["api/v1/cases/edogawa-r04-11.json"]
    assert (case["meeting"]["fiscal_year"], case["meeting"]["number"]) == (2022, 2)
    letter = case["documents"][0]
    assert letter["number"] == "22 総総送第 261 号"
    assert letter["date"]["value"] == "2022-07-13"
    assert letter["date"]["precision"] == "day"


def test_unstated_is_null_and_only_a_stated_none_is_an_empty_list(data, catalog):
    for case in catalog.cases.values():
        said = data[f"api/v1/cases/{case.id}.json"]
        assert_absences(case, said)
        for matter, said_of_matter in zip(case.matters, said["matters"], strict=True):
            assert_absences(matter, said_of_matter)
    matter = data["api/v1/cases/edogawa-r04-11.json"]["matters"][0]
    assert matter["period"] is None
    assert matter["data_items"][0]["parts"] is None


def assert_absences(record, said):
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Listed):
            expected = {"unstated": None, "none": []}
            if value.absence:
                assert said[field.name] == expected[value.absence]
            elif field.name != "data_items":
                assert said[field.name]


def test_items_that_a_paper_does_not_list_stand_apart(data):
    matter = data["api/v1/cases/setagaya-bop.json"]["matters"][0]
    assert matter["data_items"] is None
    assert matter["unlisted_items"]
    matter = data["api/v1/cases/edogawa-r03-33.json"]["matters"][0]
    assert [item["number"] for item in matter["data_items"]] == list(range(1, 89))
    matter = data["api/v1/cases/edogawa-r03-30.json"]["matters"][0]
    assert "希望の科目" in [item["as_written"] for item in matter["unlisted_items"]]


def test_every_record_has_its_file_and_lists_its_cases(data, catalog):
    for kind, segment in (("contractor", "contractors"), ("control", "controls")):
        for entry_id in catalog.of_kind(kind):
            assert data[f"api/v1/{segment}/{entry_id}.json"]["id"] == entry_id
    wire = data["api/v1/controls/security-wire.json"]
    assert {"id": "edogawa-r04-11", "label": catalog.cases["edogawa-r04-11"].label} in wire["cases"]


def test_tables_open_in_excel(files, catalog):
    text = files["api/v1/tables/controls.csv"]
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:])))
    entries = [
        entry
        for case in catalog.cases.values()
        for matter in case.matters
        for group in matter.controls
        for entry in group.entries
    ]
    assert len(rows) == len(entries) + 1
    assert all(len(row) == len(rows[0]) for row in rows)


def test_cells_that_look_like_formulas_are_disarmed(catalog, monkeypatch):
    case = catalog.cases["edogawa-r03-33"]
    monkeypatch.setattr("senrei.publish.tables._cases", lambda _: iter([("=1+1", *[case.id] * 9)]))
    assert "'=1+1" in csv_tables(catalog)["cases"]
