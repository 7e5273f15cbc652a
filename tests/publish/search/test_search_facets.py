"""What a list of cases can be narrowed by."""

from dataclasses import replace

from senrei.model.dates import fiscal_year_label
from senrei.model.links import Links
from senrei.publish.search.facets import Facet, make_facets
from senrei.publish.site_model import SiteModel

FACETS = {
    "act",
    "outcome",
    "ward",
    "year",
    "matter",
    "regime",
    "body",
    "reoutsourcing",
    "cloud",
    "certification",
    "sensitivity",
    "contractor",
    "control",
    "item",
}


def facets_of(catalog):
    return {facet.id: facet for facet in make_facets(SiteModel(catalog))}


def cases_with(catalog, facet, value):
    cases = SiteModel(catalog).newest_first
    values = {value[0]: numbers for value, numbers in facets_of(catalog)[facet].values}
    return {cases[number].case.id for number in values[value]}


def test_all_ways_to_narrow_are_there(catalog):
    assert set(facets_of(catalog)) == FACETS


def test_a_search_is_narrowed_by_a_kind_that_its_schema_names(catalog):
    kind = replace(catalog.kinds["department"], facet=True)
    told = replace(catalog, kinds={**catalog.kinds, "department": kind})
    facet = facets_of(told)["department"]
    assert (facet.title, facet.is_wide) == ("担当部署", True)
    links = Links(catalog)
    used = {part for case in catalog.cases for part in links.used_by(case, "department")}
    assert {entry_id for (entry_id, _), _ in facet.values} == used


def test_every_case_stands_in_the_facets_that_each_case_has(catalog):
    everything = set(range(len(catalog.cases)))
    for name in (
        "ward",
        "year",
        "matter",
        "regime",
        "act",
        "outcome",
        "body",
        "reoutsourcing",
        "sensitivity",
        "cloud",
    ):
        facet = facets_of(catalog)[name]
        assert {number for _, numbers in facet.values for number in numbers} == everything, name


def test_not_stated_and_none_stand_apart(catalog):
    values = {value for (value, _), _ in facets_of(catalog)["reoutsourcing"].values}
    assert "unstated" in values
    assert len(values) > 1


def test_certifications_stand_with_their_status(catalog):
    labels = [label for (_, label), _ in facets_of(catalog)["certification"].values]
    assert all("：" in label for label in labels)
    assert cases_with(catalog, "certification", "privacy-mark.held") < set(catalog.cases)


def test_years_bear_both_names():
    assert fiscal_year_label(2022) == "令和4年度（2022年度）"
    assert fiscal_year_label(2019) == "令和元年度（2019年度）"
    assert fiscal_year_label(1979) == "昭和54年度（1979年度）"
    assert fiscal_year_label(2012) == "平成24年度（2012年度）"


def test_numbers_are_written_as_gaps():
    facet = Facet("ward", "区", ((("a", "A"), (0, 1, 5)),), is_wide=False)
    assert facet.as_data() == [["a", "A", "AAD"]]
