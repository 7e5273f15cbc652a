import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from drawn_pictures import RANDOM_PICTURES
from geometry_check import count_crossings, find_faults, smallest_text
from other_processes import digests_elsewhere
from random_pictures import WORDS, random_picture
from real_pictures import bop, genkikan, kokuho, real_pictures, sodaigomi

from flowpicture import (
    PHONE,
    WIDE,
    Node,
    Party,
    Picture,
    Step,
    fitting_overview_svg,
    overview_drawing,
    overview_svg,
)
from flowpicture.display_list import Line, Rect, Text
from flowpicture.overview.across import fit_in_order
from flowpicture.overview.heights import levels
from flowpicture.picture import last_version

HERE = Path(__file__).parent
SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 40_000
SMALLEST = {WIDE: 10.0, PHONE: 9.5}
MOST_CROSSINGS_PER_RANDOM_PICTURE = 0.1
HIGHEST = 1.45


@pytest.fixture(scope="module")
def drawn(case_drawn, random_drawn):
    return [*case_drawn, *random_drawn]


def faults(drawing):
    return [fault for fault in find_faults(drawing) if not fault.startswith("crossing")]


def test_an_equal_picture_is_not_drawn_again():
    assert overview_svg(bop(), WIDE) is overview_svg(bop(), WIDE)
    assert overview_svg(bop(), WIDE) != overview_svg(replace(bop(), note="別の注"), WIDE)


def test_nothing_overlaps(drawn):
    touching = [
        (picture.uid, width, fault)
        for picture, width, drawing in drawn
        for fault in faults(drawing)
    ]
    assert touching == []


def test_lines_of_real_cases_hardly_cross(case_drawn):
    crossed = {
        (picture.title, width): count_crossings(drawing) for picture, width, drawing in case_drawn
    }
    assert {name: count for name, count in crossed.items() if count > 1} == {}


def test_lines_of_random_pictures_cross_less_than_those_of_other_tools(random_drawn):
    for form in (WIDE, PHONE):
        total = sum(count_crossings(drawing) for _, width, drawing in random_drawn if width == form)
        assert total <= MOST_CROSSINGS_PER_RANDOM_PICTURE * RANDOM_PICTURES


def test_text_is_never_too_small(drawn):
    assert [
        picture.uid for picture, width, drawing in drawn if smallest_text(drawing) < SMALLEST[width]
    ] == []


def test_every_picture_has_its_width_and_everything_has_room(drawn):
    assert {(width, drawing.width) for _, width, drawing in drawn} == {(800, 800.0), (360, 360.0)}
    assert [
        (picture.uid, width)
        for picture, width, _ in drawn
        if fitting_overview_svg(picture, width) is None
    ] == []


def test_real_cases_fit_a_page(case_drawn):
    ratios = {
        picture.title: drawing.height / 800
        for picture, width, drawing in case_drawn
        if width == WIDE
    }
    assert {title: ratio for title, ratio in ratios.items() if ratio > HIGHEST} == {}


def test_every_step_of_the_last_version_has_one_badge(drawn):
    for picture, _, drawing in drawn:
        numbers = sorted(int(item.text) for item in drawing.items if item.css == "df-number")
        assert numbers == sorted(step.number for step in last_version(picture).steps), picture.uid


def test_every_node_of_the_last_version_stands_once(drawn):
    for picture, _, drawing in drawn:
        outlines = [item.group.key for item in drawing.items if item.role == "node"]
        assert sorted(outlines) == sorted(node.id for node in last_version(picture).nodes)


def test_a_line_meets_the_edge_of_the_ward_once_or_never(drawn):
    for picture, _, drawing in drawn:
        edges = [
            item.points[0][1]
            for item in drawing.items
            if isinstance(item, Line) and item.css == "df-boundary" and item.role == "ground"
        ]
        assert len(edges) <= 1
        for line in drawing.items:
            if edges and isinstance(line, Line) and line.role == "flow":
                ys = [y for _, y in line.points]
                passes = sum((a < edges[0]) != (b < edges[0]) for a, b in pairwise(ys))
                assert passes <= 1, picture.uid


def test_svg_is_one_small_line_without_colours(case_pictures):
    for picture in (*case_pictures.values(), *map(random_picture, range(40))):
        svg = overview_svg(picture, WIDE)
        assert "\n" not in svg
        assert len(svg.encode()) <= MOST_BYTES
        assert not re.search(r"\b(fill|stroke|style|color)=|#[0-9a-f]{3,8}\"", svg)
        ids = re.findall(r' id="([^"]+)"', svg)
        assert len(ids) == len(set(ids))


def test_svg_names_itself_and_its_table():
    root = ET.fromstring(overview_svg(bop(), WIDE, described_by="steps"))  # noqa: S314 (our own)
    assert root.find(f"{SVG}title").text == "新BOP学童クラブ 利用手続き 全体図"
    assert root.find(f"{SVG}title").get("id") == "bop-overview-800-title"
    assert root.get("aria-describedby") == "steps"


def test_nodes_without_a_page_of_their_own_lead_to_that_of_their_party():
    root = ET.fromstring(overview_svg(sodaigomi(), WIDE))  # noqa: S314 (our own)
    links = [link.get("href") for link in root.iter(f"{SVG}a")]
    assert links.count("../../systems/sodai/") == 1
    assert links.count("../../wards/edogawa/") == 2  # the lane and its only node
    assert links.count("../../contractors/kyodo/") == 4


def test_steps_with_the_same_ends_share_a_line():
    drawing = overview_drawing(bop(), WIDE)
    shared = next(
        item for item in drawing.items if isinstance(item, Line) and item.group.rows == (13, 15)
    )
    assert shared.css == "df-line df-paper"
    badges = [
        item for item in drawing.items if item.role == "badge" and item.group.rows[0] in {13, 15}
    ]
    assert badges[0].x == badges[1].x
    assert {badge.group.css for badge in badges} == {"df-step df-data", "df-step df-none"}


def test_many_steps_with_the_same_ends_stand_on_a_plate():
    only = kokuho().steps[2]
    steps = tuple(replace(only, number=number) for number in range(1, 8))
    drawing = overview_drawing(replace(kokuho(), steps=steps), WIDE)
    plates = [item for item in drawing.items if item.css == "df-plate"]
    assert len(plates) == 1
    assert faults(drawing) == []


def test_comparison_shows_the_last_version_and_what_is_new():
    drawing = overview_drawing(sodaigomi(), WIDE)
    words = [item.text for item in drawing.items if isinstance(item, Text)]
    assert "収集連絡票" not in words
    assert words.count("追加") == 2
    assert words.count("変更") == 0
    assert "変更後の図です。廃止する流れは手順図にあります。資料の図から転記しました。" in words


def test_line_that_carries_old_and_new_is_marked_as_changed():
    first, *others = genkikan().steps
    added = replace(first, number=8, change="added")
    drawing = overview_drawing(replace(genkikan(), steps=(first, *others, added)), WIDE)
    assert [item.text for item in drawing.items if item.css == "df-word-change"] == ["変更"]


def test_step_within_a_node_leaves_and_comes_back_on_its_right():
    drawing = overview_drawing(genkikan(), WIDE)
    loop = next(
        item for item in drawing.items if isinstance(item, Line) and item.group.rows == (4,)
    )
    box = next(
        item.box for item in drawing.items if item.role == "node" and item.group.key == "system"
    )
    assert min(x for x, _ in loop.points) >= box.right
    assert len(loop.points) == 4


def test_ward_alone_has_no_boundary_and_one_lane():
    party = Party("ku", "ward", "区", "新宿区")
    nodes = (Node("a", "ku", "office", "窓口"), Node("b", "ku", "person", "職員"))
    only = Step(1, "a", "b", "渡す", ("氏名",), "paper", "紙", "hidden", "対象外")
    drawing = overview_drawing(Picture("受付", "small", (party,), nodes, (only,), WORDS), WIDE)
    assert not any(item.css == "df-boundary" for item in drawing.items)
    assert sum(isinstance(item, Rect) and item.css == "df-lane" for item in drawing.items) == 1


def test_full_rows_are_cut_and_a_hub_grows_with_its_lines():
    party, ward = Party("a", "contractor", "委託先", "受託者"), Party("b", "ward", "区", "区")
    hub = Node("hub", "b", "server", "台帳システム")
    others = tuple(Node(f"n{index}", "a", "office", f"営業所その{index}") for index in range(20))
    steps = tuple(
        Step(index, node.id, "hub", "送る", ("氏名",), "electronic", "", "closed", "暗号化あり")
        for index, node in enumerate(others, 1)
    )
    picture = Picture("登録", "hub", (party, ward), (hub, *others), steps, WORDS)
    for width in (WIDE, PHONE):
        assert faults(overview_drawing(picture, width)) == []
    assert fitting_overview_svg(picture, WIDE)
    assert fitting_overview_svg(picture, PHONE) is None


def test_places_keep_their_distance_and_stay_near_their_wishes():
    assert fit_in_order([10, 10], [1, 1], [0, 20], 0, 100) == [0, 20]
    assert fit_in_order([50, 40], [1, 3], [0, 20], 0, 100) == [27.5, 47.5]
    assert fit_in_order([50, 90], [1, 1], [0, 20], 0, 60) == [50, 80]


def test_lines_side_by_side_share_a_level_and_nested_ones_do_not_cross():
    assert levels([(0, 50), (100, 160), (200, 200)]) == (0, 0, None)
    assert levels([(0, 60), (30, 90)]) == (1, 0)
    assert levels([(60, 0), (90, 30)]) == (0, 1)
    assert len(set(levels([(10 * at, 300 + 10 * at) for at in range(8)]))) == 8


def digest():
    pictures = (*real_pictures(), *map(random_picture, range(8)))
    svgs = "".join(overview_svg(picture, width) for picture in pictures for width in (WIDE, PHONE))
    return hashlib.sha256(svgs.encode()).hexdigest()


def test_same_picture_gives_same_bytes_in_every_process():
    digests = {digest(), digest(), *digests_elsewhere("test_overview")}
    assert len(digests) == 1
