"""Former ids lead on, withdrawn records stay and say so."""

import json

import pytest

from senrei.model.check import read_project
from senrei.publish.site import make_site

ICR = "records/contractors/icr.yml"
DX = "records/cases/edogawa/edogawa-r04-10.yml"
STANDING = """standing:
  state: superseded
  by: {by}
  reason: 内容が<b>一つに</b>まとまったためです。
  since:
    value: "2026-11-21"
    as_written: 2026年11月21日
"""


@pytest.fixture
def made(project, schemas):
    add(project / ICR, "aliases:\n  - icr-old\n" + STANDING.format(by="viax"))
    add(project / DX, "aliases:\n  - edogawa-dx\n" + STANDING.format(by="edogawa-r04-11"))
    reading = read_project(project)
    assert not reading.has_errors
    return make_site(reading.catalog, schemas, None)


def add(file, text):
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def test_the_page_of_a_former_id_leads_to_the_record(made):
    page = dict(made.files)["cases/edogawa-dx/index.html"]
    link = "../edogawa-r04-10/index.html"
    assert f'<meta http-equiv="refresh" content="0; url={link}">' in page
    assert f'<a href="{link}">中小企業DX促進・伴走支援事業の外部委託</a>' in page
    assert f'location.replace("{link}" + location.search + location.hash)' in page


def test_the_data_of_a_former_id_are_those_of_the_record(made):
    files = dict(made.files)
    now = json.loads(files["api/v1/contractors/icr.json"])
    former = json.loads(files["api/v1/contractors/icr-old.json"])
    assert former.pop("redirected_from") == "icr-old"
    assert former == now
    assert now["aliases"] == ["icr-old"]
    assert now["standing"]["by"] == {"id": "viax", "label": "株式会社ヴィアックス"}


@pytest.mark.parametrize(
    ("path", "successor"),
    [
        ("cases/edogawa-r04-10/index.html", "../edogawa-r04-11/index.html"),
        ("contractors/icr/index.html", "../viax/index.html"),
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


def test_sound_records_have_no_banner(catalog, schemas):
    assert not any('class="standing"' in page.body for page in make_site(catalog, schemas, None).pages)  # fmt: skip
