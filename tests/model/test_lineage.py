import datetime as dt

import pytest

from senrei.model.case_systems import ward_systems
from senrei.model.dates import Date, era_of, eras_between
from senrei.model.lineage import case_date, case_tracks, system_tracks
from senrei.publish.flow_figure import flow_picture, seen_from


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2007-03", "平成19年3月"),
        ("2022-07-13", "令和4年7月"),
        ("FY2005", "平成17年度"),
        ("FY2019", "令和元年度"),
        ("2019", "令和元年"),
        ("2019-04", "平成31年4月"),
        ("2019-05", "令和元年5月"),
        ("1988-12", "昭和63年12月"),
    ],
)
def test_a_date_is_told_by_its_era(value, text):
    assert Date(value, "").in_era == text


def test_eras_change_on_their_first_day():
    assert era_of(dt.date(2019, 4, 30)) == ("平成", 31)
    assert era_of(dt.date(2019, 5, 1)) == ("令和", 1)
    eras = eras_between(dt.date(1985, 1, 1), dt.date(2020, 1, 1))
    assert [name for name, _ in eras] == ["昭和", "平成", "令和"]
    assert [name for name, _ in eras_between(dt.date(2020, 1, 1), dt.date(2021, 1, 1))] == ["令和"]


def test_a_system_named_by_several_cases_of_a_ward_is_one(invented_catalog):
    systems = {(system.ward, system.id): system for system in ward_systems(invented_catalog)}
    library = systems["tsubame", "library-system"]
    assert [case.id for case, _ in library.uses] == ["tsubame-r04-3", "tsubame-r04-7"]
    assert library.names == ("図書館情報システム", "図書館システム")


def test_every_system_of_a_case_is_told(each_catalog):
    told = sum(len(system.uses) for system in ward_systems(each_catalog))
    assert told == sum(len(case.systems) for case in each_catalog.cases.values())


def test_each_subject_of_a_lineage_has_a_track_that_ends_in_the_case(invented_catalog):
    case = invented_catalog.cases["tsubame-r04-7"]
    tracks = case_tracks(case, case_date(case, invented_catalog))
    assert [track.label for track in tracks] == [
        "図書館システム",
        "予約受付の試行についての諮問と答申",
    ]
    assert [[event.date.value for event in track.events] for track in tracks] == [
        ["2009-01", "2022-08-26"],
        ["2022-05", "2022-08-26"],
    ]
    assert [event.case for event in tracks[1].events] == ["tsubame-r04-3", "tsubame-r04-7"]


def test_a_track_of_a_system_keeps_to_the_rulings_on_it(invented_catalog):
    systems = {system.id: system for system in ward_systems(invented_catalog)}
    cases = invented_catalog.cases.values()
    dates = {case.id: case_date(case, invented_catalog) for case in cases}
    tracks = system_tracks(systems["library-system"], dates)
    assert {track.case: [event.date.value for event in track.events] for track in tracks} == {
        "tsubame-r04-3": ["2022-05-20"],
        "tsubame-r04-7": ["2009-01", "2022-08-26"],
    }


def test_a_place_of_a_flow_leads_to_the_page_of_its_system(invented_catalog):
    case = invented_catalog.cases["tsubame-r04-7"]
    path = "cases/tsubame-r04-7/index.html"
    picture = flow_picture(case, case.data_flow, invented_catalog)
    href = seen_from(path, picture).node_by_id["server"].href
    assert href == "../../systems/tsubame/library-system/index.html"
