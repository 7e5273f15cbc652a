from dataclasses import replace

import pytest
from geometry_check import find_faults
from random_pictures import random_picture
from real_pictures import bop, sodaigomi

from flowpicture import PHONE, WIDE, ladder_drawings, ladder_sheets
from flowpicture.display_list import Text
from flowpicture.ladder.sheets import split_rows


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


def tall(times=2):
    """Return 粗大ごみ with its steps several times."""
    steps = sodaigomi().steps
    again = (replace(step, number=step.number + 11 * t) for t in range(times) for step in steps)
    return replace(sodaigomi(), steps=tuple(again))


def words(drawing):
    return {item.text for item in drawing.items if isinstance(item, Text)}


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_short_picture_is_one_sheet(width):
    assert len(ladder_sheets(bop(), width)) == 1


@pytest.mark.parametrize(("width", "highest"), [(WIDE, 1.45 * WIDE), (PHONE, 2600)])
def test_every_step_of_a_tall_picture_is_on_one_sheet_within_the_height(width, highest):
    sheets = ladder_drawings(tall(3), width)
    numbers = [item.text for sheet in sheets for item in sheet.items if item.css == "df-number"]
    assert numbers == [str(step.number) for step in tall(3).steps for _ in range(2)]
    assert len(sheets) > 1
    assert all(sheet.height <= highest for sheet in sheets)


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_sheets_say_which_they_are_and_name_a_phase_that_goes_on(width):
    sheets = ladder_drawings(tall(3), width)
    for number, sheet in enumerate(sheets, 1):
        assert any(f"（{number}／{len(sheets)}）" in text for text in words(sheet))
    phaseless = replace(tall(3), steps=tuple(replace(s, phase="排出") for s in tall(3).steps))
    assert "排出（続き）" in words(ladder_drawings(phaseless, width)[1])


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_sheets_have_ids_of_their_own(width):
    first, second, *_ = ladder_sheets(tall(3), width)
    assert f'id="sodaigomi-{width}-sheet1-title"' in first
    assert f'id="sodaigomi-{width}-sheet2-title"' in second


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_sheets_have_no_faults(width):
    pictures = (tall(3), *map(random_picture, range(24)))
    sheets = [sheet for picture in pictures for sheet in ladder_drawings(picture, width)]
    assert len(sheets) > len(pictures)
    assert [fault for sheet in sheets for fault in find_faults(sheet)] == []
