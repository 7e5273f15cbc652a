import re

from random_pictures import random_picture
from real_pictures import bop, genkikan, kokuho, sodaigomi

from flowpicture import glyph_svg
from flowpicture.display_list import Shape, Text
from flowpicture.glyph import draw_glyph
from senrei.publish.flow_figure import flow_picture

MOST_BYTES = 2000


def words(picture):
    return [item.text for item in draw_glyph(picture).items if isinstance(item, Text)]


def test_glyph_is_small(catalog):
    cases = [case for case in catalog.cases.values() if case.data_flow]
    pictures = [flow_picture(case, case.data_flow, catalog) for case in cases]
    sizes = [len(glyph_svg(picture).encode()) for picture in (*pictures, bop(), sodaigomi())]
    assert max(sizes) <= MOST_BYTES


def test_zones_stand_at_the_same_positions_in_every_glyph():
    positions = {}
    for picture in (bop(), genkikan(), kokuho(), sodaigomi(), *map(random_picture, range(20))):
        for item in draw_glyph(picture).items:
            if isinstance(item, Text):
                positions.setdefault(item.text, set()).add((item.x, item.baseline))
    assert all(len(of_zone) == 1 for of_zone in positions.values())
    assert len(positions) == 5


def test_zones_that_do_not_occur_are_dots():
    assert words(kokuho()) == ["本人", "委託先", "区"]
    assert sum(item.css == "df-empty" for item in draw_glyph(kokuho()).items) == 2


def test_an_arrow_shows_the_strongest_state_and_how_many_steps():
    arrows = [item for item in draw_glyph(kokuho()).items if isinstance(item, Shape)]
    assert {(item.group.css, item.css) for item in arrows} == {
        ("df-data", "df-way df-way-1"),
        ("df-data", "df-way df-way-2"),
        ("df-care", "df-way df-way-2"),
    }


def test_glyph_is_an_image_that_says_what_it_shows():
    svg = glyph_svg(kokuho())
    assert 'role="img"' in svg
    assert re.search('aria-label="([^"]*)"', svg)[1] == (
        "情報の流れ：本人から委託先へ1、委託先から本人へ1、委託先から区へ2、区から本人へ1、区から委託先へ3"
    )
    assert " id=" not in svg


def test_glyph_of_one_zone_says_so():
    picture = kokuho()
    within = tuple(step for step in picture.steps if step.number == 2)
    alone = picture.__class__(
        picture.title,
        picture.uid,
        picture.parties[2:],
        tuple(node for node in picture.nodes if node.party == "ku"),
        within,
        picture.words,
    )
    assert 'aria-label="情報の流れ：一つの区分の中だけ"' in glyph_svg(alone)
