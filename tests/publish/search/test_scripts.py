"""The scripts of the search on an index that Python made, in node; the browser tests need none."""

import json
import os
import re
import shutil
import subprocess

import pytest

from senrei.publish.page import Block
from senrei.publish.search.facets import Facet
from senrei.publish.search.folding import load_folding
from senrei.publish.search.index_files import index_files
from senrei.publish.search.search_pages import SearchPage

FOLDING = load_folding()
TEXTS = ("ＤＸ ﾏｲﾅ １，２３４ 第 14 条", "サーバー/ウィルス", "㈱①Ⅳ", "マ－クと第\n14 条", "ガ")


def page(key, title, *controls):
    blocks = (Block("title", "title", title), *(Block("control", "c", text) for text in controls))
    return SearchPage(f"case/{key}", f"cases/{key}/index.html", title, "委", "区", "", blocks)


@pytest.fixture(scope="module")
def files():
    """The files of a small index by their name."""
    pages = (
        page("garbage", "粗大ごみの収集", "通信を暗号化します。", "処理券を数えます。"),
        page("library", "図書館の貸出し", "通信を暗号化します。"),
    )
    facets = (Facet("ward", "区", ((("x", "X区"), (0,)),), is_wide=False),)
    made = index_files(pages, ("=シール|処理券",), ("ごみ|塵",), facets, FOLDING)
    return {file.path.rpartition("/")[2]: file.text for file in made}


@pytest.mark.skipif(not shutil.which("node"), reason="no node; the browser tests show the same")
def test_scripts_read_the_index_that_python_writes(root, files, tmp_path):
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    folded = json.dumps([[text, FOLDING.fold(text)] for text in TEXTS])
    (tmp_path / "folded.json").write_text(folded, encoding="utf-8")
    done = subprocess.run(
        ["node", "--test", root / "tests/javascripts/search.test.mjs"],
        env={**os.environ, "SENREI_INDEX": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def declared(types, name):
    body = re.search(rf"interface {name} {{\n(.*?)\n}}", types, re.DOTALL)[1]
    return re.findall(r"^  (\w+):", body, re.MULTILINE)


def test_start_file_has_the_members_that_the_scripts_declare(root, files):
    types = (root / "docs/assets/javascripts/search.d.ts").read_text(encoding="utf-8")
    start = json.loads(re.fullmatch(r'senreiPart\("start",(.*)\)\n', files["start.js"])[1])
    assert list(start) == declared(types, "StartFile")
    assert list(start["folding"]) == declared(types, "Folding")
    assert {tuple(zone) for zone in start["zones"]} == {tuple(declared(types, "Zone"))}
    assert {tuple(facet) for facet in start["facets"]} == {tuple(declared(types, "FacetHead"))}
