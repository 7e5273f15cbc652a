"""Former ids lead on, withdrawn records stay and say so."""

import json

import pytest
from projects import copy_inputs

from senrei.model.check import read_project
from senrei.publish.site import make_site

TORI = "records/contractors/tori-jimu.yml"
TRIAL = "records/cases/tsubame/tsubame-r04-3.yml"
STANDING = """standing:
  state: superseded
  by: {by}
  reason: 内容が<b>一つに</b>まとまったためです。
  since:
    value: "2026-11-21"
    as_written: 2026年11月21日
"""


@pytest.fixture(scope="module")
def made(invented, schemas, tmp_path_factory):
    project = copy_inputs(invented, tmp_path_factory.mktemp("former"))
    add(project / TORI, "aliases:\n  - tori-old\n" + STANDING.format(by="hane-system"))
    add(project / TRIAL, "aliases:\n  - tsubame-trial\n" + STANDING.format(by="tsubame-r04-7"))
    reading = read_project(project)
    assert not reading.has_errors
    return make_site(reading.catalog, schemas, None)


def add(file, text):
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def test_the_page_of_a_former_id_leads_to_the_record(made):
    page = dict(made.files)["cases/tsubame-trial/index.html"]
    link = "../tsubame-r04-3/index.html"
    assert f'<meta http-equiv="refresh" content="0; url={link}">' in page
    assert f'<a href="{link}">図書館の予約受付の試行</a>' in page
    assert f'location.replace("{link}" + location.search + location.hash)' in page


def test_the_data_of_a_former_id_are_those_of_the_record(made):
    files = dict(made.files)
    now = json.loads(files["api/v1/contractors/tori-jimu.json"])
    former = json.loads(files["api/v1/contractors/tori-old.json"])
    assert former.pop("redirected_from") == "tori-old"
    assert former == now
    assert now["aliases"] == ["tori-old"]
    assert now["standing"]["by"] == {"id": "hane-system", "label": "有限会社はねシステム"}


@pytest.mark.parametrize(
    ("path", "successor"),
    [
        ("cases/tsubame-r04-3/index.html", "../tsubame-r04-7/index.html"),
        ("contractors/tori-jimu/index.html", "../hane-system/index.html"),
    ],
)
def test_a_superseded_record_stays_with_a_banner_and_a_pointer(made, path, successor):
    body = {page.path: page.body for page in made.pages}[path]
    banner = body.split('class="standing"', 1)[1].split("</div>", 1)[0]
    assert "<b>差替え</b>" in banner
    assert "内容が&lt;b&gt;一つに" in banner
    assert f'href="{successor}"' in banner
    assert "以前の識別子" in body


def test_lists_mark_what_is_no_longer_in_force(made):
    pages = {page.path: page.body for page in made.pages}
    assert pages["contractors/index.html"].count("chip--standing") == 1
    assert pages["cases/index.html"].count("chip--standing") == 1


def test_records_in_force_have_no_banner(invented_catalog, schemas):
    pages = make_site(invented_catalog, schemas, None).pages
    assert not any('class="standing"' in page.body for page in pages)
