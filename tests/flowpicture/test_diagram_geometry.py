import pytest
from geometry_check import find_faults, smallest_text

from flowpicture import PHONE, WIDE
from flowpicture.display_list import Box, Circle, Drawing, Group, Line, Rect, Text

SMALLEST = {WIDE: 10.0, PHONE: 9.5}
HIGHEST = {WIDE: 1.45 * WIDE, PHONE: 2600}


def test_nothing_overlaps_and_nothing_crosses(all_drawn):
    faults = [
        f"{ladder.name} {fault}"
        for ladder in all_drawn
        for drawing in ladder.drawings
        for fault in find_faults(drawing)
    ]
    assert faults == []


def test_text_is_never_too_small(all_drawn):
    smallest = {
        ladder.name: (min(map(smallest_text, ladder.drawings)), ladder.width)
        for ladder in all_drawn
    }
    assert {name: size for name, (size, width) in smallest.items() if size < SMALLEST[width]} == {}


def test_width_is_exact(all_drawn):
    assert {
        (ladder.width, drawing.width) for ladder in all_drawn for drawing in ladder.drawings
    } == {
        (800, 800.0),
        (360, 360.0),
    }


def test_every_part_fits_a_page_or_is_within_reach_on_a_phone(all_drawn):
    heights = {
        ladder.name: (max(d.height for d in ladder.drawings), ladder.width) for ladder in all_drawn
    }
    assert {name: high for name, (high, width) in heights.items() if high > HIGHEST[width]} == {}


def test_every_step_has_its_badges(all_drawn):
    for ladder in all_drawn:
        badges = [item for item in ladder.items if item.role == "badge"]
        numbers = [item.text for item in ladder.items if item.css == "df-number"]
        assert len(badges) == len(numbers) == 2 * len(ladder.picture.steps), ladder.name
        assert numbers == [str(step.number) for step in ladder.picture.steps for _ in range(2)]


def test_states_differ_by_shape_not_only_by_colour(all_drawn):
    shapes = {}
    for ladder in all_drawn:
        for item in ladder.items:
            if item.role == "badge":
                state = item.group.css.split()[1]
                shapes.setdefault(state, set()).add(type(item).__name__)
            if item.role == "flow" and item.css == "df-core":
                shapes.setdefault(item.group.css.split()[1], set()).add("double")
    assert shapes == {
        "df-data": {"Circle"},
        "df-care": {"Rect", "double"},
        "df-none": {"Circle"},
        "df-unknown": {"Circle"},
    }


def text(words, x, y):
    return Text(x, y, words, 10, "df-act")


def flow(*points, group=""):
    return Line(points, "df-line", "flow", Group(id=group))


@pytest.mark.parametrize(
    ("items", "fault"),
    [
        (
            (text("氏名", 10, 20), text("住所", 20, 22)),
            "label on label: 氏名 / 住所",
        ),
        (
            (text("氏名", 10, 20), Circle(15, 18, 9, "df-badge", "badge", Group(id="1"))),
            "label on node: 氏名 / df-badge 1",
        ),
        (
            (
                Rect(Box(10, 10, 20, 20), "df-badge", "badge", group=Group(id="1")),
                Circle(15, 18, 9, "df-badge", "badge", Group(id="2")),
            ),
            "mark on mark: df-badge 1 / df-badge 2",
        ),
        (
            (flow((0, 10), (50, 10), group="1"), Circle(25, 12, 9, "df-badge", "badge")),
            "line through node: df-line 1 / df-badge",
        ),
        (
            (flow((0, 17), (50, 17), group="1"), text("氏名", 10, 20)),
            "line through label: df-line 1 / 氏名",
        ),
        (
            (flow((0, 10), (50, 10), group="1"), flow((20, 10), (70, 10), group="2")),
            "line on line: df-line 1 / df-line 2",
        ),
        (
            (flow((0, 10), (50, 10), group="1"), flow((20, 0), (20, 40), group="2")),
            "crossing: df-line 1 / df-line 2",
        ),
        ((text("氏名", 95, 20),), "outside the picture: 氏名"),
        (
            (
                Rect(Box(0, 0, 15, 20), "df-tag", "frame"),
                Text(2, 15, "氏名", 10, "df-word-plain", "inside"),
            ),
            "outside its frame: 氏名",
        ),
    ],
)
def test_check_finds_the_fault(items, fault):
    assert find_faults(Drawing(100, 100, items)) == (fault,)


def test_lines_that_only_meet_at_a_point_of_one_row_are_no_fault():
    items = (flow((0, 10), (50, 10), group="1"), flow((50, 10), (90, 10), group="2"))
    assert find_faults(Drawing(100, 100, items)) == ()
