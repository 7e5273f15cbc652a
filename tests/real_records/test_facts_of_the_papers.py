"""The recorded cases hold what their papers say; figures counted in the papers by hand."""

import re

import pytest

from senrei.model.flow_remarks import flow_remarks

# Given names and family names of the mayors, chairs and company heads in the papers, as their
# code points, so that the check itself names nobody.
PERSONS = [
    "6751 5cf6 7ae0",
    "6589 85e4 731b",
    "9f4a 85e4 731b",
    "5927 4e45 4fdd",
    "6797 6075 5b50",
    "9577 8c37 5ddd",
    "6566 5f25",
    "4e2d 5c71 304b 3064",
]


def test_88_items_in_five_groups(catalog):
    case = catalog.cases["edogawa-r03-33"]
    groups = case.matters[0].data_items
    numbered = [item.number for group in groups for item in group.items if item.number]
    assert numbered == list(range(1, 89))
    assert [len([i for i in group.items if i.number]) for group in groups if group.group][:5] == [
        20,
        3,
        4,
        49,
        12,
    ]


def test_120_checklist_rows_with_marks_and_reasons(catalog):
    case = catalog.cases["shinjuku-genkikan"]
    groups = [group for matter in case.matters for group in matter.controls]
    assert [len(group.entries) for group in groups] == [
        11,
        11,
        12,
        10,
        5,
        11,
        5,
        11,
        11,
        11,
        11,
        11,
    ]
    entries = [entry for group in groups for entry in group.entries]
    assert sum(entry.mark == "circle" for entry in entries) == 114
    dashes = [entry for entry in entries if entry.mark == "dash"]
    assert {entry.reason for entry in dashes} == {"電子データのみの取扱いのため"}
    assert len(dashes) == 6
    for group in groups:
        assert [entry.row for entry in group.entries] == list(range(1, len(group.entries) + 1))


def test_two_matters_with_their_own_items_and_two_versions_of_the_flow(catalog):
    case = catalog.cases["edogawa-r04-11"]
    listed = {
        matter.type: {said.item.as_written for said in case.items_of(matter) if said.item.listed}
        for matter in case.matters
    }
    assert "収集状況" in listed["outsourcing"] - listed["development"]
    assert {"受入日", "手数料単価", "徴収金額"} <= listed["development"] - listed["outsourcing"]
    assert [version.label for version in case.data_flow.versions] == ["従来", "変更後"]


def test_five_earlier_rulings_of_the_payment_centre(catalog):
    rulings = [event.when.value for event in catalog.cases["edogawa-r03-33"].lineage]
    assert {"2013-05", "2015-01", "2016-01", "2016-11", "2020-03"} <= set(rulings)
    assert rulings.count("2007-03") == 2


@pytest.mark.parametrize("folder", ["records", "docs", "scripts", "tests", "overrides"])
def test_no_natural_person_is_named(root, folder):
    names = ["".join(chr(int(code, 16)) for code in name.split()) for name in PERSONS]
    named = re.compile("|".join("\\s*".join(name) for name in names))
    for file in (root / folder).rglob("*"):
        if file.name == "person_names.py":
            continue  # common surnames, of nobody in particular
        if file.suffix in {".yml", ".md", ".py", ".html", ".json", ".css", ".js"}:
            assert not named.search(file.read_text(encoding="utf-8")), file


UNDECIDED = [
    *(f"edogawa-r03-{number}" for number in (27, 28, 29, 30, 31, 32, 33)),
    *(f"edogawa-r04-{number}" for number in (10, 11, 12)),
    "setagaya-bop",
    "shinjuku-genkikan",
    "shinjuku-school-library",
]


@pytest.mark.parametrize("case", UNDECIDED)
def test_an_outcome_that_the_paper_does_not_tell_is_not_inferred(catalog, case):
    assert {act.outcome.absence for act in catalog.cases[case].acts} == {"unknown"}


@pytest.mark.parametrize("case", UNDECIDED)
def test_remarks_on_the_flow_are_confirmed_with_a_reason(catalog, case):
    remarks = flow_remarks(catalog.cases[case].data_flow, catalog)
    assert [remark.label for remark in remarks if remark.confirmed is None] == []
