from dataclasses import replace

from senrei.model.coverage import coverage, covered_meetings
from senrei.model.links import Links


def test_cells_say_what_the_records_say(catalog):
    links = Links(catalog)
    rows = {row.control: row for group in coverage(catalog, links) for row in group.rows}
    assert list(rows) == list(catalog.of_kind("control"))
    for control, row in rows.items():
        using = set(links.cases_using("control", control))
        assert {cell.case for cell in row.cells if cell.state != "unstated"} == using
        assert len(row.cells) == len(catalog.cases)


def test_not_needed_is_not_the_same_as_not_stated(catalog):
    rows = {row.control: row for group in coverage(catalog, Links(catalog)) for row in group.rows}
    cells = {cell.case: cell.state for cell in rows["transfer-register"].cells}
    assert cells["shinjuku-genkikan"] == "dash"
    assert cells["edogawa-r04-10"] == "stated"
    assert cells["edogawa-r03-28"] == "unstated"


def test_a_term_appended_at_the_end_joins_its_group(catalog):
    controls = catalog.of_kind("control")
    first = next(iter(controls.values()))
    last = replace(first, id="one-more")
    longer = {**controls, last.id: last}
    groups = coverage(
        replace(catalog, by_kind={**catalog.by_kind, "control": longer}), Links(catalog)
    )
    titles = [group.title for group in groups]
    assert len(titles) == len(set(titles))
    assert groups[0].rows[-1].control == "one-more"


def test_a_meeting_without_cases_is_covered_too(catalog):
    meetings = catalog.of_kind("meeting")
    empty = replace(next(iter(meetings.values())), id="empty-meeting")
    more = replace(catalog, by_kind={**catalog.by_kind, "meeting": {**meetings, empty.id: empty}})
    rows = tuple(covered_meetings(more))
    assert [row.cases for row in rows if row.meeting == "empty-meeting"] == [()]
    assert sum(len(row.cases) for row in rows) == len(catalog.cases)
