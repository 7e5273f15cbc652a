import csv
import dataclasses
import io
import json

import pytest

from senrei.model.kinds import with_pages
from senrei.model.links import Links
from senrei.model.record import Listed
from senrei.publish.open_data import open_data
from senrei.publish.site_model import SiteModel
from senrei.publish.tables import csv_tables


@pytest.fixture(scope="module")
def files(each_catalog, schemas):
    return dict(open_data(SiteModel(each_catalog), schemas))


@pytest.fixture(scope="module")
def data(files):
    return parsed(files)


@pytest.fixture(scope="module")
def invented_data(invented_catalog, schemas):
    return parsed(dict(open_data(SiteModel(invented_catalog), schemas)))


def parsed(files):
    return {path: json.loads(text) for path, text in files.items() if path.endswith(".json")}


def test_index_says_what_there_is(data, files, each_catalog):
    index = data["api/v1/index.json"]
    assert index["schema_version"] == "1.0"
    assert index["counts"]["cases"] == len(each_catalog.cases)
    for name in (*index["lists"].values(), *index["schemas"], *index["tables"]):
        assert f"api/v1/{name}" in files
    assert index["words"]["certifications.status.held"] == "取得済み"


def test_case_has_the_members_that_others_rely_on(invented_data):
    case = invented_data["api/v1/cases/hibari-r05-1.json"]
    assert {"id", "title", "act", "legal_regime", "agenda_number"} <= case.keys()
    assert case["ward"] == {"id": "hibari", "name": "ひばり市"}
    assert case["body"]["kind"] == "internal_board"
    assert case["meeting"] is None
    assert case["outcome"] == "approved_with_conditions"
    matter = case["matters"][0]
    assert {"id", "type", "legal_basis", "data_subjects", "volumes"} <= matter.keys()
    item = matter["data_items"][0]
    assert {"as_written", "term", "group", "sensitive"} <= item.keys()
    assert item["term"] == {"id": "name", "label": "氏名"}
    contractor = matter["contractors"][0]
    assert contractor["id"] == "machi-zaidan"
    assert contractor["certifications"][0]["mark"]["id"] == "privacy-mark"
    assert contractor["certifications"][0]["status"] == "expected"
    row = matter["controls"][2]
    assert (row["side"], row["row"], row["mark"]) == ("operator", 3, "dash")
    assert row["reason"] == "紙を扱わないため"
    assert {"parties", "nodes", "flows"} <= case["data_flow"].keys()
    assert {"from", "to", "items", "medium"} <= case["data_flow"]["flows"][0].keys()
    assert {"document", "section"} <= case["sources"][0].keys()


def test_organisations_without_a_record_have_no_id(invented_data):
    matter = invented_data["api/v1/cases/tsubame-r04-7.json"]["matters"][1]
    assert [contractor["id"] for contractor in matter["contractors"]] == ["suzukuri-group", None]
    group, _ = matter["contractors"]
    assert [member["contractor"]["id"] for member in group["members"]] == [
        "tori-jimu",
        "hane-system",
    ]


def test_meeting_and_dates(invented_data):
    case = invented_data["api/v1/cases/tsubame-r04-7.json"]
    assert (case["meeting"]["fiscal_year"], case["meeting"]["number"]) == (2022, 2)
    letter = case["documents"][0]
    assert letter["number"] == "4 つ総 第 31 号"
    assert letter["date"]["value"] == "2022-08-10"
    assert letter["date"]["precision"] == "day"
    assert {"when", "what", "case"} <= case["lineage"][0].keys()


def test_unstated_is_null_and_only_a_stated_none_is_an_empty_list(data, each_catalog):
    for case in each_catalog.cases.values():
        said = data[f"api/v1/cases/{case.id}.json"]
        assert_absences(case, said)
        for matter, said_of_matter in zip(case.matters, said["matters"], strict=True):
            assert_absences(matter, said_of_matter)


def test_a_thin_record_is_null_throughout(invented_data):
    case = invented_data["api/v1/cases/hibari-r05-2.json"]
    (matter,) = case["matters"]
    for name in ("period", "data_items", "contractors", "controls", "volumes"):
        assert matter[name] is None
    assert case["data_flow"] is None
    items = invented_data["api/v1/cases/tsubame-r04-3.json"]["matters"][0]["data_items"]
    assert items[0]["parts"] is None


def assert_absences(record, said):
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Listed):
            expected = {"unstated": None, "none": [], "does_not_apply": None}
            if value.absence:
                assert said[field.name] == expected[value.absence]
            elif field.name != "data_items":
                assert said[field.name]


def test_items_that_a_paper_does_not_list_stand_apart(invented_data):
    matter = invented_data["api/v1/cases/hibari-r05-3.json"]["matters"][0]
    assert matter["data_items"] is None
    assert [item["as_written"] for item in matter["unlisted_items"]] == ["氏名", "年齢"]
    matter = invented_data["api/v1/cases/tsubame-r04-7.json"]["matters"][0]
    assert [item["number"] for item in matter["data_items"]] == list(range(1, 9))
    assert [item["as_written"] for item in matter["unlisted_items"]] == ["職員番号"]


def test_every_record_has_its_file_and_lists_its_cases(data, each_catalog):
    for kind, segment in (("contractor", "contractors"), ("control", "controls")):
        for entry_id in each_catalog.of_kind(kind):
            assert data[f"api/v1/{segment}/{entry_id}.json"]["id"] == entry_id
    for case in each_catalog.cases.values():
        for said in case.controls:
            control = data[f"api/v1/controls/{said.entry.term}.json"]
            assert {"id": case.id, "label": case.label} in control["cases"]


def test_tables_open_in_excel(files, each_catalog):
    text = files["api/v1/tables/controls.csv"]
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:])))
    entries = [said for case in each_catalog.cases.values() for said in case.controls]
    assert len(rows) == len(entries) + 1
    assert all(len(row) == len(rows[0]) for row in rows)


def test_cells_that_look_like_formulas_are_disarmed(invented_catalog, monkeypatch):
    monkeypatch.setattr("senrei.publish.tables._cases", lambda _: iter([("=1+1", *["x"] * 9)]))
    assert "'=1+1" in csv_tables(invented_catalog, Links(invented_catalog))["cases"]


def test_what_does_not_apply_is_named(invented_data):
    migration = invented_data["api/v1/cases/kamome-r07-1.json"]["matters"][3]
    assert migration["place"] is None
    assert migration["does_not_apply"] == ["place", "certification_requirements", "reoutsourcing"]
    assert migration["contractors"][0]["does_not_apply"] == ["address", "certifications"]
    case = invented_data["api/v1/cases/tsubame-r06-1.json"]
    assert case["does_not_apply"] == ["system_users", "access_levels", "facilities"]
    assert "does_not_apply" not in invented_data["api/v1/cases/kamome-r01-1.json"]


def test_what_some_types_of_matter_have_is_there(invented_data):
    use, provision = invented_data["api/v1/cases/hibari-r06-1.json"]["matters"]
    ground = use["provisions"][0]["ground"][0]
    assert ground["article"]["id"] == "hibari-guideline-4-1"
    assert use["data_items"][0]["retention"]["unit"] == "year"
    assert [item["term"]["id"] for item in use["mentioned_items"]] == ["phone-number"]
    assert [cost["amount"] for cost in provision["money"]] == [120000, 5000]
    (matter,) = invented_data["api/v1/cases/tsubame-r06-1.json"]["matters"]
    assert matter["impact_assessment"]["reassess_by"]["precision"] == "month"
    undated = invented_data["api/v1/cases/tsubame-r06-1.json"]["schedule"][1]
    assert (undated["date"], undated["as_written"]) == (None, "議会の後")


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (
            "provisions",
            "hibari-r06-1,provision,外への提供,自主防災組織,地域の団体,,避難を助けるためです。,,"
            "氏名、住所,,,本人から同意書を受け取ります。,,2",
        ),
        (
            "risks",
            "tsubame-r06-1,assessment,全項目評価書,特定個人情報の入手,"
            "目的外の入手が行われるリスク,必要な欄だけの様式を使います。,十分である,4",
        ),
        ("particulars", "kamome-r07-1,camera,カメラの設置,カメラの台数,20台,2"),
        ("retention", "kamome-r07-1,置き場所,録画装置,14日間,14,日,,,2"),
        ("money", 'hibari-r06-1,provision,協力金,"5,000円",5000,,一団体当たり,,3'),
    ],
)
def test_a_table_has_a_row_for_each(invented_catalog, table, row):
    lines = csv_tables(invented_catalog, Links(invented_catalog))[table].split("\r\n")
    assert row in lines
    assert all(len(cells) == len(lines[0].split(",")) for cells in csv.reader(lines[:-1]))


def test_every_kind_with_pages_has_a_table(files, each_catalog):
    for kind in with_pages(each_catalog.kinds):
        text = files[f"api/v1/tables/{kind.segment}.csv"]
        assert text.startswith("\ufeff"), kind.id
    meetings = files["api/v1/tables/meetings.csv"].splitlines()
    assert meetings[0] == "\ufeff識別子,名前,よみ,説明,案件の数"
    assert len(meetings) == 1 + len(each_catalog.of_kind("meeting"))
