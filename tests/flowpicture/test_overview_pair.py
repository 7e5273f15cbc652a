from dataclasses import replace

from geometry_check import find_faults, smallest_text
from real_pictures import kokuho, sodaigomi

from flowpicture import overview_pair_svgs
from flowpicture.display_list import Group, Rect, Shape, Text
from flowpicture.overview.drawing import draw_pair
from flowpicture.overview.sizes import HALF_SIZES
from flowpicture.pairing import pair_up
from flowpicture.picture import last_version


def outlines(drawing):
    """Boxes of the nodes, by their ids."""
    return {
        item.group.key: item.box
        for item in drawing.items
        if isinstance(item, Rect | Shape) and item.role == "node" and item.group != Group()
    }


def test_what_plays_the_same_part_stands_at_the_same_position(pairs):
    shared = 0
    for _, left, right in pairs:
        first, second = outlines(left), outlines(right)
        for node in first.keys() & second.keys():
            assert first[node] == second[node]
            shared += 1
        assert (left.width, left.height) == (right.width, right.height)
    assert shared > len(pairs)


def test_each_drawing_has_all_its_own_nodes_and_steps_and_nothing_of_the_other(pairs):
    for pair, *drawings in pairs:
        for side, drawing in zip((pair.left, pair.right), drawings, strict=True):
            assert outlines(drawing).keys() == {node.id for node in side.nodes}
            badges = {
                row for item in drawing.items if item.role == "badge" for row in item.group.rows
            }
            assert badges == set(range(1, len(side.steps) + 1))


def test_an_empty_outline_marks_what_only_the_other_has(pairs):
    for pair, drawing, _ in pairs:
        known = {node.id for node in pair.left.nodes}
        lanes = {party.id for party in pair.left.parties}
        only_there = sum(node.id not in known for node in pair.right.nodes)
        lanes_only_there = sum(party.id not in lanes for party in pair.right.parties)
        empty = sum(item.css == "df-absent" for item in drawing.items)
        assert empty == only_there + lanes_only_there


def test_nothing_lies_on_anything_else(pairs):
    for _, *drawings in pairs:
        for drawing in drawings:
            faults = [f for f in find_faults(drawing) if not f.startswith("crossing")]
            assert faults == []
            assert smallest_text(drawing) >= 10


def test_a_case_beside_itself_is_all_shared(case_pictures):
    for picture in case_pictures.values():
        pair = pair_up(picture, picture)
        assert pair.left.nodes == pair.right.nodes
        assert len(pair.both.nodes) == len(last_version(picture).nodes)
        left, right = draw_pair(pair, HALF_SIZES)
        assert left == right
        assert not any(item.css == "df-absent" for item in left.items)


def test_parties_meet_in_their_zone(pairs):
    for pair, *_ in pairs:
        for party in pair.left.parties:
            if party.id in pair.right.party_by_id:
                assert pair.right.party_by_id[party.id].zone == party.zone


def test_both_pictures_have_ids_of_their_own():
    left, right = replace(sodaigomi(), uid="flow-a"), replace(kokuho(), uid="flow-b")
    first, second = overview_pair_svgs(left, right)
    assert 'id="flow-a-pair-title"' in first
    assert "flow-a" not in second
    assert (first, second) == overview_pair_svgs(left, right)
    words = [
        item.text
        for item in draw_pair(pair_up(left, right), HALF_SIZES)[0].items
        if isinstance(item, Text)
    ]
    assert any("変更後の図です" in word for word in words)
