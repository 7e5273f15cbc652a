"""When a case was: one answer, from the surest that its paper tells."""

from dataclasses import replace

from senrei.model.dates import Date
from senrei.model.lineage import case_date, case_tracks
from senrei.model.organisations import Meeting
from senrei.model.record import Listed, Stated
from senrei.publish.search.facets import make_facets
from senrei.publish.site_model import SiteModel


def told(case, catalog):
    when = case_date(case, catalog)
    return when and (when.date.value, when.of, when.fiscal_year)


def with_act(case, **changes):
    return replace(case, acts=(replace(case.principal, **changes),))


def with_meeting(catalog, case, held_on):
    meeting = replace(catalog.of(Meeting)[case.principal.meeting.value], held_on=held_on)
    meetings = {**catalog.of(Meeting), meeting.id: meeting}
    return replace(catalog, by_kind={**catalog.by_kind, "meeting": meetings})


def test_the_day_of_the_meeting_is_the_day_of_the_case(invented_catalog):
    case = invented_catalog.cases["tsubame-r04-7"]
    label = invented_catalog.label("meeting", case.principal.meeting.value)
    assert told(case, invented_catalog) == ("2022-08-26", label, 2022)


def test_a_meeting_of_an_unknown_day_gives_the_year_and_a_paper_of_that_year_the_day(
    invented_catalog,
):
    case = invented_catalog.cases["tsubame-r04-7"]
    catalog = with_meeting(invented_catalog, case, None)
    assert told(case, catalog) == ("2022-08-10", "諮問書", 2022)
    silent = with_act(case, documents=Listed())
    label = catalog.label("meeting", case.principal.meeting.value)
    assert told(silent, catalog) == ("FY2022", label, 2022)
    (letter, *_) = case.principal.documents
    later = replace(letter, date=Date("2023-04-01", "令和5年4月1日"))
    assert told(with_act(case, documents=Listed((later,), None)), catalog) == (
        "FY2022",
        label,
        2022,
    )


def test_without_a_meeting_and_dated_papers_the_earliest_plan_counts(invented_catalog):
    case = with_act(invented_catalog.cases["tsubame-r04-7"], meeting=Stated(), documents=Listed())
    assert told(case, invented_catalog) == ("2022-10", "開発", 2022)


def test_a_plan_of_another_kind_counts_with_its_own_name(invented_catalog):
    case = invented_catalog.cases["hibari-r05-3"]
    assert told(case, invented_catalog) == ("2023-11", "諮問・付議", 2023)


def test_a_period_counts_as_a_plan(invented_catalog):
    bare = with_act(invented_catalog.cases["tsubame-r04-7"], meeting=Stated(), documents=Listed())
    case = replace(bare, schedule=Listed())
    expected = ("2023-03-01", invented_catalog.title("matters.period"), 2022)
    assert told(case, invented_catalog) == expected


def test_a_case_without_any_date_has_none(invented_catalog):
    assert told(invented_catalog.cases["hibari-r05-2"], invented_catalog) is None


def test_timeline_and_year_facet_give_the_same_answer(each_catalog):
    model = SiteModel(each_catalog)
    facets = {facet.id: facet for facet in make_facets(model)}
    cases = [view.case for view in model.newest_first]
    for (year, _), numbers in facets["year"].values:
        for number in numbers:
            when = case_date(cases[number], each_catalog)
            if when is None:
                assert year == "unstated"
                continue
            assert str(when.fiscal_year) == year
            for track in case_tracks(cases[number], when):
                assert when.date in {event.date for event in track.events if event.case}
