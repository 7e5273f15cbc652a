import datetime as dt

import pytest

from senrei.model.dates import Date, era_of, eras_between
from senrei.model.lineage import case_tracks, system_tracks
from senrei.model.systems import ward_systems
from senrei.publish.flow_figure import flow_picture


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


def test_a_system_named_by_several_cases_of_a_ward_is_one(catalog):
    systems = {(system.ward, system.id): system for system in ward_systems(catalog)}
    network = systems["edogawa", "ward-lan"]
    assert [case.id for case, _ in network.uses] == [
        "edogawa-r03-27",
        "edogawa-r03-28",
        "edogawa-r03-29",
        "edogawa-r03-33",
    ]
    assert network.names == ("全庁LAN", "全庁情報システムネットワーク")
    told = sum(len(system.uses) for system in systems.values())
    assert told == sum(len(case.systems) for case in catalog.cases.values())


def test_each_subject_of_a_lineage_has_a_track_that_ends_in_the_case(catalog):
    tracks = case_tracks(catalog.cases["edogawa-r03-33"], catalog)
    assert [track.label for track in tracks] == [
        "納付案内センターに委託しているいまの業務についての諮問と答申",
        "国民健康保険システム",
        "参照機能提供システム",
    ]
    assert [event.date.value for event in tracks[0].events] == [
        "2013-05",
        "2015-01",
        "2016-01",
        "2016-11",
        "2020-03",
        "2022-02-02",
    ]
    assert [event.case for event in tracks[0].events] == [None] * 5 + ["edogawa-r03-33"]


def test_a_track_of_a_system_keeps_to_the_rulings_on_it(catalog):
    systems = {system.id: system for system in ward_systems(catalog)}
    (track,) = system_tracks(systems["library-online-system"], catalog)
    assert [event.date.value for event in track.events] == ["2009-01", "2022-07-13"]
    assert track.case == "edogawa-r04-12"


def test_a_place_of_a_flow_leads_to_the_page_of_its_system(catalog):
    case = catalog.cases["edogawa-r04-12"]
    picture = flow_picture(case, case.data_flow, catalog, "cases/edogawa-r04-12/index.html")
    href = picture.node_by_id["library-server"].href
    assert href == "../../systems/edogawa/library-online-system/index.html"
