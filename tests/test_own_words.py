"""Every body is called by its own word, and what all share names none of them."""

import re
import shutil
from html.parser import HTMLParser

import pytest
import yaml
from projects import ROOT, copy_inputs

from senrei.model.organisations import Ward

GUIDES = ("guide/", "about/", "reference/")
OTHER_WORDS = re.compile("区[分切間別域画]|市区町村|地区")


class Texts(HTMLParser):
    """What a page says, piece by piece, in its text and in what is read aloud of it."""

    def __init__(self, page):
        super().__init__()
        self.said = []
        self.feed(page)
        self.close()

    def handle_starttag(self, _, attributes):
        self.said += [value for name, value in attributes if value and name not in {"href", "src"}]

    def handle_data(self, data):
        self.said.append(data)


def texts_of(data):
    if isinstance(data, dict):
        data = [*data.values()]
    if isinstance(data, list):
        for part in data:
            yield from texts_of(part)
    elif isinstance(data, str):
        yield data


@pytest.fixture(scope="module")
def without_a_ward(invented, made_once):
    """The invented city and prefecture alone."""

    def fill(folder):
        copy_inputs(invented, folder)
        for file in (folder / "records").rglob("tsubame*"):
            shutil.rmtree(file) if file.is_dir() else file.unlink(missing_ok=True)

    return made_once("without-a-ward", fill)


def test_no_page_of_a_city_or_a_prefecture_speaks_of_a_ward(without_a_ward, built):
    records = [
        yaml.safe_load(file.read_text("utf-8"))
        for file in (without_a_ward / "records").rglob("*.yml")
    ]
    told = sorted({text for text in texts_of(records) if "区" in text}, key=len, reverse=True)
    site = built(without_a_ward, "without-a-ward-site")
    wrong = []
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        if path.startswith(GUIDES):
            continue
        for text in Texts(page.read_text("utf-8")).said:
            if "区" not in text:
                continue
            rest = text
            for piece in told:
                rest = rest.replace(piece, "")
            if "区" in OTHER_WORDS.sub("", rest):
                wrong.append((path, text.strip()[:80]))
    assert wrong == []


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("hibari/hibari-r05-1", ["市の境界", "市や事業者の扱い"]),
        ("kamome/kamome-r01-1", ["県の条例による制度（令和5年3月31日まで）"]),
        ("tsubame/tsubame-r04-7", ["区の内外を通る", "区の境界", "区が行う"]),
    ],
)
def test_a_case_says_the_word_of_its_body(invented_site, case, said):
    page = (invented_site / f"cases/{case.partition('/')[2]}/index.html").read_text("utf-8")
    assert [words for words in said if words not in page] == []


def test_the_page_of_a_body_calls_it_by_its_word(invented_site):
    page = (invented_site / "wards/hibari/index.html").read_text("utf-8")
    assert "この市が現れる案件" in page


# Where a name of a recorded body may stand in what all share, and why.
MAY_NAME = {
    "records/vocabulary/readings.yml": "how the names of places are read",
}


def test_nothing_that_all_share_names_a_body(catalog):
    """Vocabulary, schemas and code serve every body alike; its own words stand in its record."""
    wards = catalog.of(Ward).values()
    names = {ward.name[:-1] for ward in wards} | {ward.id for ward in wards}
    names |= {part.name for ward in wards for part in (*ward.bodies, *ward.departments)}
    names |= {term.word for ward in wards for term in ward.local_terms}
    general = {"児童館", "職員課"}
    shared = [
        *(ROOT / "records/vocabulary").glob("*.yml"),
        *(ROOT / "schemas").glob("*.json"),
        *(file for file in (ROOT / "scripts").rglob("*.*") if file.suffix != ".pyc"),
        *(ROOT / "overrides").rglob("*.html"),
        *(ROOT / "docs/assets/javascripts").glob("*.js"),
    ]
    named = {}
    for file in shared:
        path = file.relative_to(ROOT).as_posix()
        text = file.read_text("utf-8")
        if found := sorted(name for name in names - general if name in text):
            named[path] = found
    assert {path: found for path, found in named.items() if path not in MAY_NAME} == {}
    assert set(MAY_NAME) <= set(named)
