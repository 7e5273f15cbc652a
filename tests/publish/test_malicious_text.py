"""Text of a record never becomes markup: a page of attacks has the tags of its harmless twin."""

import csv
import dataclasses
import io
import json
import re
import shutil
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from malicious import PAYLOADS, malicious_project
from projects import TOWN

from senrei.model.check import read_project
from senrei.publish.case_page import case_page
from senrei.publish.case_view import CaseView
from senrei.publish.rendering import Renderer
from senrei.publish.site import make_site

ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "srcdoc", "data", "style"}
LAID_OUT = {"text", "tspan", "svg:text", "path", "line", "rect", "g", "br", "wbr"}  # go with width


class Tags(HTMLParser):
    """Every tag with the names of its attributes, and every address."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.addresses = Counter(), []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in LAID_OUT:
            self.tags[tag, tuple(sorted(name for name, _ in attributes))] += 1
        self.addresses += [value or "" for name, value in attributes if name in ADDRESSES]
        assert not any(name.startswith("on") for name, _ in attributes), attributes


@pytest.fixture(scope="module")
def twins(root, tmp_path_factory):
    """The small project, once with every attack in every text and once harmless."""
    made = []
    for harmless in (False, True):
        folder = tmp_path_factory.mktemp("twin")
        shutil.copytree(root / "schemas", folder / "schemas")
        malicious_project(TOWN, folder, harmless=harmless)
        made.append(folder)
    return made


@pytest.fixture(scope="module")
def sites(twins, schemas):
    readings = [read_project(folder) for folder in twins]
    assert [reading.problems for reading in readings] == [(), ()]
    return [make_site(reading.catalog, schemas, None) for reading in readings]


def test_every_page_of_attacks_has_the_tags_of_its_harmless_twin(sites):
    hostile, harmless = sites
    assert len(hostile.pages) == len(harmless.pages) > 20
    for page, twin in zip(hostile.pages, harmless.pages, strict=True):
        assert page.path == twin.path
        assert Tags(page.body).tags == Tags(twin.body).tags, page.path


def test_no_address_of_a_page_leaves_the_site(sites):
    for page in sites[0].pages:
        for address in Tags(page.body).addresses:
            assert not re.match(r"\s*(?:[a-z]+:|//)", address, re.IGNORECASE), (page.path, address)


def test_attacks_are_shown_as_they_are_written(sites):
    (page,) = (page for page in sites[0].pages if page.path == "cases/sakura-r04-1/index.html")
    shown = Shown(page.body).text
    for payload in PAYLOADS:
        assert payload in shown


class Shown(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_data(self, data):
        self.text += data


def test_open_data_holds_attacks_as_text_and_no_formula(sites):
    tables = 0
    for path, text in sites[0].files:
        if path.endswith(".json"):
            json.loads(text)
        elif path.endswith(".csv"):
            tables += 1
            for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))):
                assert not [cell for cell in row if cell[:1] in {"=", "+", "-", "@"}], path
    assert tables > 3


def test_attacks_in_every_text_of_rich_records_stay_text(root, invented, tmp_path):
    pages = []
    for harmless in (False, True):
        folder = tmp_path / str(harmless)
        folder.mkdir()
        shutil.copytree(root / "schemas", folder / "schemas")
        fields = malicious_project(invented, folder, harmless=harmless, one_each=True)
        assert len(fields) > 200
        reading = read_project(folder)
        assert [p.as_text() for p in reading.problems if p.rule != "unused"] == []
        catalog = reading.catalog
        pages.append(
            [
                Tags(
                    case_page(CaseView(catalog.cases[case], catalog), Renderer(catalog), None).body
                ).tags
                for case in ("tsubame-r04-7", "hibari-r05-1")
            ]
        )
    assert pages[0] == pages[1]


@given(st.text(min_size=1, max_size=80))
@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_at_all_is_shown_as_text(invented_catalog, text):
    """The page is asked to show what no check would let through: the templates hold by themselves."""
    catalog = invented_catalog
    case = catalog.cases["hibari-r05-1"]
    renderer = Renderer(catalog)
    made = Tags(case_page(CaseView(_saying(case, text), catalog), renderer, None).body).tags
    plain = Tags(
        case_page(CaseView(_saying(case, "x" * len(text)), catalog), renderer, None).body
    ).tags
    assert made == plain


def _saying(case, text):
    """Put a text into every plain text of a record that is not drawn."""
    brief = dataclasses.replace(case.brief, asked=text, why=text, new=text)
    purpose = dataclasses.replace(case.purpose, summary=text)
    return dataclasses.replace(
        case, title=text, short_title=text, regime_reason=text, brief=brief, purpose=purpose
    )
