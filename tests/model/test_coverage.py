from dataclasses import replace

from senrei.model.coverage import coverage, covered_meetings
from senrei.model.links import Links
from senrei.model.vocabulary import ControlTerm


def test_cells_say_what_the_records_say(each_catalog):
    links = Links(each_catalog)
    rows = {row.control: row for group in coverage(each_catalog, links) for row in group.rows}
    controls = each_catalog.of(ControlTerm)
    groups = list(dict.fromkeys(control.group for control in controls.values()))
    assert list(rows) == sorted(controls, key=lambda control: groups.index(controls[control].group))
    for control, row in rows.items():
        using = set(links.cases_using("control", control))
        assert {cell.case for cell in row.cells if cell.state in {"stated", "dash"}} == using
        assert len(row.cells) == len(each_catalog.cases)


def test_not_needed_is_not_the_same_as_not_stated(invented_catalog):
    groups = coverage(invented_catalog, Links(invented_catalog))
    rows = {row.control: row for group in groups for row in group.rows}
    cells = {cell.case: cell.state for cell in rows["locked-storage"].cells}
    assert cells["hibari-r05-1"] == "dash"
    assert cells["tsubame-r04-7"] == "stated"  # one matter needs none, the other states it
    assert cells["tsubame-r04-3"] == "unstated"
    assert cells["hibari-r05-3"] == "not_in_hand"  # a part of its paper is all there is


def test_a_term_appended_at_the_end_joins_its_group(invented_catalog):
    controls = invented_catalog.of_kind("control")
    first = next(iter(controls.values()))
    last = replace(first, id="one-more")
    longer = {**controls, last.id: last}
    groups = coverage(
        replace(invented_catalog, by_kind={**invented_catalog.by_kind, "control": longer}),
        Links(invented_catalog),
    )
    titles = [group.title for group in groups]
    assert len(titles) == len(set(titles))
    assert groups[0].rows[-1].control == "one-more"


def test_a_meeting_without_cases_is_covered_too(invented_catalog):
    meetings = invented_catalog.of_kind("meeting")
    empty = replace(next(iter(meetings.values())), id="empty-meeting")
    more = replace(
        invented_catalog,
        by_kind={**invented_catalog.by_kind, "meeting": {**meetings, empty.id: empty}},
    )
    rows = tuple(covered_meetings(more))
    assert [row.cases for row in rows if row.meeting is empty] == [()]
    assert {case for row in rows for case in row.cases} == set(invented_catalog.cases)


def test_a_case_stands_with_each_meeting_that_it_was_laid_before(invented_catalog):
    rows = covered_meetings(invented_catalog)
    held = [row.meeting.id for row in rows if "tsubame-r05-pia" in row.cases and row.meeting]
    assert sorted(held) == [
        "tsubame-committee-2023-11-28",
        "tsubame-committee-2024-02-26",
        "tsubame-review-2024-01-15",
    ]
