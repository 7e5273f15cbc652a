"""What the papers say, as others read it from the open data."""

import json

import pytest

from senrei.publish.open_data import open_data
from senrei.publish.site_model import SiteModel


@pytest.fixture(scope="module")
def matter_of(catalog, schemas):
    files = dict(open_data(SiteModel(catalog), schemas))

    def matter(case, number):
        return json.loads(files[f"api/v1/cases/{case}.json"])["matters"][number]

    return matter


def test_the_club_lists_no_items_and_names_some(matter_of):
    matter = matter_of("setagaya-bop", 0)
    assert matter["data_items"] is None
    assert matter["unlisted_items"]


def test_88_numbered_items(matter_of):
    items = matter_of("edogawa-r03-33", 0)["data_items"]
    assert [item["number"] for item in items] == list(range(1, 89))


def test_an_item_of_the_text_alone_stands_apart(matter_of):
    items = matter_of("edogawa-r03-30", 0)["unlisted_items"]
    assert "希望の科目" in [item["as_written"] for item in items]


def test_the_manager_of_the_hall_is_not_named(matter_of):
    contractor = matter_of("shinjuku-genkikan", 2)["contractors"][0]
    assert contractor["id"] is None
    assert contractor["certifications"][0]["status"] == "expected"
