"""The files of the index: whole, small, and the same in every build."""

import json
import re

import pytest

from senrei.publish.page import Block
from senrei.publish.search.facets import Facet
from senrei.publish.search.folding import load_folding
from senrei.publish.search.index_files import index_files, script
from senrei.publish.search.postings import cut
from senrei.publish.search.search_pages import SearchPage
from senrei.publish.search.zones import ZONES, first_slots


def make_page(number):
    title = f"案件{number}の粗大ごみ"
    blocks = (Block("title", "title", title), Block("control", "c1", "通信を暗号化します。"))
    return SearchPage(
        f"case/c{number}", f"cases/c{number}/index.html", title, "委", "区", "", blocks
    )


def make_index(count=40):
    facets = (Facet("ward", "区", ((("x", "X区"), tuple(range(count))),), is_wide=False),)
    pages = [make_page(number) for number in range(count)]
    return list(index_files(pages, ("=ごみ|ゴミ",), ("ごみ|塵",), facets, load_folding()))


def data_of(file):
    return json.loads(re.fullmatch(r'senreiPart\("[\w-]+",(.*)\)\n', file.text, re.DOTALL)[1])


def test_two_builds_give_the_same_names_and_bytes():
    assert make_index() == make_index()


def test_start_file_comes_last_and_knows_the_others():
    files = make_index()
    assert files[-1].path == "search/index/start.js"
    start = data_of(files[-1])
    assert (start["pages"], start["cases"]) == (40, 40)
    names = {file.path.removeprefix("search/index/").removesuffix(".js") for file in files}
    shards = {f"i{number}" for number in range(len(start["bounds"].split("\n")))}
    cards = {f"c{number}" for number in range(3)}
    assert shards | cards | {"words", "readings", "f-ward", "t0"} <= names


def test_every_key_stands_in_the_shard_that_its_bound_names():
    files = {file.path: file for file in make_index()}
    bounds = data_of(files["search/index/start.js"])["bounds"].split("\n")
    for number, bound in enumerate(bounds):
        keys = list(data_of(files[f"search/index/i{number}.js"]))
        assert keys[0] == bound
        if number + 1 < len(bounds):
            assert keys[-1].encode("utf-16-be") < bounds[number + 1].encode("utf-16-be")


def test_version_changes_with_what_pages_say():
    other = [make_page(number) for number in range(39)]
    first = data_of(make_index()[-1])["version"]
    files = list(index_files(other, (), (), (), load_folding()))
    assert data_of(files[-1])["version"] != first


def test_slots_fit_into_the_bits_of_a_scripts_integer():
    assert sum(zone.slots for zone in ZONES) <= 31
    assert list(first_slots()) == [zone.id for zone in ZONES]


def test_script_hands_over_what_json_would():
    text = '</script>\u2028\u2029"'
    assert data_of(type("File", (), {"text": script("x", text)})) == text
    assert "\u2028" not in script("x", text)


@pytest.mark.parametrize("weight", [20, 200])
def test_shards_are_cut_by_weight_and_lose_nothing(weight):
    postings = [(f"{number:02}", "A" * (number % 7)) for number in range(60)]
    parts = [part for part, _ in cut(postings, weight)]
    assert [pair for part in parts for pair in part.items()] == postings
    assert max(len(part) for part in parts) <= weight // 6 + 1
