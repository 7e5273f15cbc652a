import hashlib
import re
from pathlib import Path
from xml.etree import ElementTree as ET

from other_processes import digests_elsewhere
from random_pictures import random_picture
from real_pictures import bop, real_pictures, sodaigomi

from flowpicture import PHONE, WIDE, ladder_sheets

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 40_000
HERE = Path(__file__).parent


def ladder_svg(picture, width, **words):
    return "".join(ladder_sheets(picture, width, **words))


def test_svg_is_one_line_of_well_formed_xml(all_drawn):
    for ladder in all_drawn:
        for svg in ladder.svgs:
            assert "\n" not in svg
            root = ET.fromstring(svg)  # noqa: S314 (our own text)
            assert root.get("viewBox").split()[2] == str(ladder.width)


def test_svg_is_small(all_drawn):
    sizes = {ladder.name: max(len(svg.encode()) for svg in ladder.svgs) for ladder in all_drawn}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def test_svg_has_no_colours_of_its_own(all_drawn):
    pattern = re.compile(r"\b(fill|stroke|style|color)=|#[0-9a-f]{3,8}\"")
    assert [ladder.name for ladder in all_drawn if any(map(pattern.search, ladder.svgs))] == []


def test_ids_are_unique_on_a_page_with_both_forms():
    both = ladder_svg(sodaigomi(), WIDE) + ladder_svg(sodaigomi(), PHONE)
    ids = re.findall(r' id="([^"]+)"', both)
    assert len(ids) == len(set(ids))
    assert all(id_.startswith("sodaigomi-") for id_ in ids)
    assert "sodaigomi-800-6-before" in ids


def test_svg_is_a_named_group_so_that_its_links_can_be_reached():
    root = ET.fromstring(ladder_svg(bop(), WIDE, described_by="steps"))  # noqa: S314
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "group"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert root.get("aria-describedby") == "steps"
    assert title.text == "新BOP学童クラブ 利用手続き 手順図"


def test_every_node_and_party_with_a_page_is_a_link():
    for picture in real_pictures():
        root = ET.fromstring(ladder_svg(picture, WIDE))  # noqa: S314
        links = {link.get("href") for link in root.iter(f"{SVG}a")}
        assert links == {owner.href for owner in (*picture.nodes, *picture.parties) if owner.href}


def test_half_width_words_keep_their_width_in_any_font():
    root = ET.fromstring(ladder_svg(bop(), WIDE))  # noqa: S314
    words = {text.text: text for text in root.iter(f"{SVG}text")}
    assert words["（kintone）"].get("lengthAdjust") == "spacingAndGlyphs"
    assert float(words["（kintone）"].get("textLength")) > 50
    assert words["保護者"].get("textLength") is None


def test_labels_are_escaped_and_line_breaks_become_spaces():
    picture = bop()
    hostile = picture.__class__(**{**_fields(picture), "title": "<script>&\n\nx"})
    svg = ladder_svg(hostile, WIDE)
    assert "<script>" not in svg
    assert "\n" not in svg


def _fields(picture):
    return {name: getattr(picture, name) for name in picture.__dataclass_fields__}


def digest():
    pictures = (*real_pictures(), *map(random_picture, range(6)))
    svgs = "".join(ladder_svg(picture, width) for picture in pictures for width in (WIDE, PHONE))
    return hashlib.sha256(svgs.encode()).hexdigest()


def test_same_picture_gives_same_bytes_in_every_process():
    digests = {digest(), digest(), *digests_elsewhere("test_diagram_svg")}
    assert len(digests) == 1
