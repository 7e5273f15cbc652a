"""When a case was: one answer, from the surest that its paper tells."""

from dataclasses import replace

import pytest

from senrei.model.case_date import case_date
from senrei.model.dates import Date
from senrei.model.lineage import case_tracks
from senrei.model.record import Listed
from senrei.publish.search.facets import make_facets


def told(case, catalog):
    when = case_date(case, catalog)
    return when and (when.date.value, when.of, when.fiscal_year)


def with_meeting(catalog, case, held_on):
    meeting = replace(catalog.entry("meeting", case.meeting), held_on=held_on)
    meetings = {**catalog.of_kind("meeting"), meeting.id: meeting}
    return replace(catalog, by_kind={**catalog.by_kind, "meeting": meetings})


def test_the_day_of_the_meeting_is_the_day_of_the_case(catalog):
    case = catalog.cases["edogawa-r04-12"]
    held = with_meeting(catalog, case, Date("2022-07-28", "令和4年7月28日"))
    label = catalog.label("meeting", case.meeting)
    assert told(case, held) == ("2022-07-28", label, 2022)


def test_a_meeting_of_an_unknown_day_gives_the_year_and_a_paper_of_that_year_the_day(catalog):
    case = catalog.cases["edogawa-r04-12"]
    assert told(case, catalog) == ("2022-07-13", "諮問書", 2022)
    silent = replace(case, documents=Listed())
    label = catalog.label("meeting", case.meeting)
    assert told(silent, catalog) == ("FY2022", label, 2022)
    (letter, *_) = case.documents
    later = replace(letter, date=Date("2023-04-01", "令和5年4月1日"))
    assert told(replace(case, documents=Listed((later,), None)), catalog) == ("FY2022", label, 2022)


@pytest.mark.parametrize(
    ("case", "when"),
    [
        ("shinjuku-genkikan", ("2025-04", "契約・協定", 2025)),
        ("shinjuku-school-library", ("2013-04-01", "開始", 2013)),
    ],
)
def test_without_a_meeting_and_dated_papers_the_earliest_plan_counts(catalog, case, when):
    assert told(catalog.cases[case], catalog) == when


def test_a_period_counts_as_a_plan(catalog):
    case = replace(catalog.cases["shinjuku-genkikan"], schedule=Listed())
    assert told(case, catalog) == ("2025-04", catalog.title("matters.period"), 2025)


def test_a_case_without_any_date_has_none(catalog):
    case = catalog.cases["setagaya-bop"]
    assert told(replace(case, schedule=Listed()), catalog) is None


def test_timeline_and_year_facet_give_the_same_answer(catalog):
    facets = {facet.id: facet for facet in make_facets(catalog.cases.values(), catalog)}
    cases = list(catalog.cases.values())
    for (year, _), numbers in facets["year"].values:
        for number in numbers:
            when = case_date(cases[number], catalog)
            assert str(when.fiscal_year) == year
            for track in case_tracks(cases[number], catalog):
                assert when.date in {event.date for event in track.events if event.case}
