from dataclasses import replace

import pytest
from random_pictures import random_picture
from real_pictures import bop, sodaigomi

from senrei.publish.diagram import WIDE, ladder_sheets, ladder_svg
from senrei.publish.diagram.display_list import Text
from senrei.publish.diagram.geometry_check import find_faults
from senrei.publish.diagram.ladder import HIGHEST, draw_sheets
from senrei.publish.diagram.sheets import split_rows


def steps(phases):
    return tuple(replace(bop().steps[0], phase=phase) for phase in phases)


@pytest.mark.parametrize(
    ("heights", "phases", "ends"),
    [
        ((50, 50), "aa", [2]),
        ((50, 50, 50, 50), "aaaa", [2, 4]),
        ((50, 50, 50, 50), "abbb", [2, 4]),
        ((40, 40, 40, 40, 40), "aaabb", [3, 5]),
        ((40, 40, 40, 40, 40), "aabbb", [2, 5]),
        ((300, 50), "aa", [1, 2]),
        ((50,) * 7, "aaaaaaa", [2, 4, 5, 7]),
    ],
)
def test_rows_are_cut_evenly_and_at_phases(heights, phases, ends):
    assert [sheet.stop for sheet in split_rows(heights, steps(phases), 120)] == ends


def tall():
    """Return 粗大ごみ with its steps twice."""
    again = tuple(replace(step, number=step.number + 11) for step in sodaigomi().steps)
    return replace(sodaigomi(), steps=(*sodaigomi().steps, *again))


def test_short_picture_is_one_sheet():
    assert ladder_sheets(bop()) == (ladder_svg(bop(), WIDE),)


def test_every_step_of_a_tall_picture_is_on_one_sheet_that_fits_a_page():
    sheets = draw_sheets(tall())
    numbers = [item.text for one in sheets for item in one.items if item.css == "df-number"]
    assert numbers == [str(step.number) for step in tall().steps for _ in range(2)]
    assert len(sheets) > 1
    assert all(sheet.height <= HIGHEST for sheet in sheets)


def test_sheets_say_which_they_are_and_name_a_phase_that_goes_on():
    words = [
        {item.text for item in one.items if isinstance(item, Text)} for one in draw_sheets(tall())
    ]
    assert any("（1／2）" in text for text in words[0])
    assert any("（2／2）" in text for text in words[1])
    phaseless = replace(tall(), steps=tuple(replace(s, phase="排出") for s in tall().steps))
    second = draw_sheets(phaseless)[1]
    assert "排出（続き）" in {item.text for item in second.items if isinstance(item, Text)}


def test_sheets_have_ids_of_their_own():
    first, second = ladder_sheets(tall())
    assert 'id="sodaigomi-800-sheet1-title"' in first
    assert 'id="sodaigomi-800-sheet2-title"' in second


def test_sheets_have_no_faults():
    pictures = (tall(), *map(random_picture, range(24)))
    sheets = [one for picture in pictures for one in draw_sheets(picture)]
    assert len(sheets) > len(pictures)
    assert [fault for one in sheets for fault in find_faults(one)] == []
