import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from geometry_check import find_faults, smallest_text
from hypothesis import given, settings
from hypothesis import strategies as st

from flowpicture import PHONE, WIDE
from flowpicture.display_list import Circle, Line, Text
from flowpicture.timeline import Era, Moment, Track, draw_timeline
from senrei.model.case_systems import ward_systems
from senrei.model.lineage import case_date, case_tracks, system_tracks
from senrei.publish.timeline_figure import timeline_figure

ERAS = (
    Era("昭和", dt.date(1926, 12, 25)),
    Era("平成", dt.date(1989, 1, 8)),
    Era("令和", dt.date(2019, 5, 1)),
)


def moment(first, last=None, text="平成19年3月", *, recorded=False):
    return Moment(first, last or first, text, recorded)


days = st.dates(dt.date(1960, 1, 1), dt.date(2040, 12, 31))
moments = st.builds(moment, days, text=st.sampled_from(["平成28年11月", "令和4年2月 諮問依頼書"]))
tracks = st.lists(
    st.builds(
        lambda label, chosen: Track(label, tuple(sorted(chosen, key=lambda event: event.first))),
        st.sampled_from(
            [
                "図書館オンラインシステム",
                "納付案内センターに委託しているいまの業務についての諮問と答申",
            ]
        ),
        st.lists(moments, min_size=1, max_size=8, unique_by=lambda event: event.first),
    ),
    min_size=1,
    max_size=4,
).map(tuple)


@pytest.mark.parametrize("width", [WIDE, PHONE])
@settings(deadline=None, max_examples=60)
@given(drawn=tracks)
def test_words_never_touch_and_no_pole_runs_through_them(width, drawn):
    drawing = draw_timeline(drawn, ERAS, width)
    on_marks = {"label on node", "mark on mark"}  # dots of neighbouring months lie on each other
    faults = [fault for fault in find_faults(drawing) if not fault.startswith(tuple(on_marks))]
    assert not faults
    texts = [item for item in drawing.items if isinstance(item, Text) and item.role == "label"]
    poles = [item for item in drawing.items if isinstance(item, Line) and item.css == "df-pole"]
    for pole in poles:
        (x, bottom), (_, top) = pole.points
        for text in texts:
            box = text.box
            is_inside = box.left < x < box.right and box.top + 1 < bottom and top < box.bottom - 1
            assert not is_inside, text.text
    for text in texts:
        assert text.box.left >= 0
        assert text.box.right <= width
    assert smallest_text(drawing) >= 10


def test_dots_stand_in_the_order_and_distance_of_their_dates():
    years = [1999, 2007, 2022]
    track = Track("粗大ごみ", tuple(moment(dt.date(year, 1, 1)) for year in years))
    dots = [item for item in draw_timeline((track,), ERAS, WIDE).items if isinstance(item, Circle)]
    first, second, third = (dot.x for dot in dots[:3])
    assert (second - first) / (third - first) == pytest.approx(8 / 23, abs=0.01)


def test_a_recorded_case_and_a_cited_ruling_look_different():
    drawn = Track("", (moment(dt.date(2007, 1, 1)), moment(dt.date(2022, 1, 1), recorded=True)))
    dots = [
        item.css for item in draw_timeline((drawn,), ERAS, WIDE).items if isinstance(item, Circle)
    ]
    assert dots[:2] == ["df-ring", "df-dot"]


def test_a_date_known_by_its_fiscal_year_alone_is_drawn_as_long_as_the_year():
    vague = moment(dt.date(2005, 4, 1), dt.date(2006, 3, 31), "平成17年度")
    drawing = draw_timeline((Track("", (vague, moment(dt.date(2025, 4, 1)))),), ERAS, WIDE)
    words = [item.text for item in drawing.items if isinstance(item, Text)]
    assert "年度だけが分かるもの" in words
    assert any(item.css == "df-bar" and item.role == "ground" for item in drawing.items)


def test_the_axis_counts_years_by_their_eras():
    drawn = Track("", (moment(dt.date(2016, 1, 1)), moment(dt.date(2022, 1, 1))))
    words = [
        item.text
        for item in draw_timeline((drawn,), ERAS, WIDE).items
        if isinstance(item, Text) and (item.role == "inside" or item.text[:-1].isdigit())
    ]
    assert words[:2] == ["平成", "令和"]
    assert words[2:] == ["28年", "29年", "30年", "31年", "2年", "3年", "4年", "5年"]


def test_every_lineage_of_the_records_is_drawn_with_all_its_dates(catalog):
    drawn = 0
    for case in catalog.cases.values():
        tracks = case_tracks(case, case_date(case, catalog))
        figure = timeline_figure(tracks, case.label, f"cases/{case.id}/index.html", catalog)
        assert (figure is None) == (not case.lineage.entries)
        if figure is None:
            continue
        for svg in (figure.wide, figure.phone):
            words = "".join(ET.fromstring(svg).itertext())  # noqa: S314 (our own)
            assert all(event.when.in_era in words for event in case.lineage)
            assert len(svg.encode()) < 40_000
        drawn += 1
    assert drawn


def test_every_system_with_several_events_has_a_timeline(catalog):
    dates = {case.id: case_date(case, catalog) for case in catalog.cases.values()}
    for system in ward_systems(catalog):
        tracks = system_tracks(system, dates)
        figure = timeline_figure(tracks, system.label, "systems/a/b/index.html", catalog)
        assert (figure is not None) == (sum(len(track.events) for track in tracks) > 1)
