"""Whatever case the check passes, its pages, its data and its index can be made."""

import json
import os

import pytest
from generated_case import ID, cases
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from projects import copy_town

from senrei.model.check import read_project
from senrei.publish.search.index_files import site_index
from senrei.publish.site import make_site
from senrei.source.schema import load_schemas

FILE = f"records/cases/sakura/{ID}.yml"
SETTINGS = settings(
    deadline=None,
    max_examples=int(os.environ.get("RECORD_EXAMPLES", "20")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return copy_town(tmp_path_factory.mktemp("any") / "town")


@given(st.data())
@SETTINGS
def test_whatever_case_the_check_passes_is_shown(town, drawing, data):
    case = data.draw(drawing)
    (town / FILE).write_text(json.dumps(case, ensure_ascii=False, indent=1), encoding="utf-8")
    reading = read_project(town)
    assume(not reading.has_errors)
    site = make_site(reading.catalog, load_schemas(town / "schemas"), None)
    assert case["title"] in dict(site.files)[f"api/v1/cases/{ID}.json"]
    assert any(page.path == f"cases/{ID}/index.html" for page in site.pages)
    assert list(site_index(site.pages, site.model))


@pytest.fixture(scope="module")
def drawing(town):
    return cases(load_schemas(town / "schemas").by_name["case"], read_project(town).catalog)
