import dataclasses

import pytest
import yaml

from senrei.model.matter import DataItemGroup
from senrei.model.record import Builder, Listed


def test_unstated_none_and_a_list_are_three_things():
    builder = Builder({})
    kind = Listed[str]
    assert builder.build(kind, "unstated") == Listed((), "unstated")
    assert builder.build(kind, "none") == Listed((), "none")
    assert builder.build(kind, ["a"]) == Listed(("a",), None)
    assert [
        listed.is_stated for listed in (Listed(), Listed((), "none"), Listed(("a",), None))
    ] == [
        False,
        True,
        True,
    ]


def test_same_as_gives_the_items_of_the_other_matter(invented_catalog):
    case = invented_catalog.cases["tsubame-r04-7"]
    first, second = case.matters
    pointing = dataclasses.replace(
        second, data_items=Listed((DataItemGroup("4", same_as=first.id),), None)
    )
    case = dataclasses.replace(case, matters=(first, pointing))
    meant = [said.item for said in case.items_of(pointing)]
    assert meant == [i for group in first.data_items for i in group.items if i.listed]
    assert len(meant) == 8


def test_unknown_matter_is_a_key_error(invented_catalog):
    with pytest.raises(KeyError):
        invented_catalog.cases["tsubame-r04-7"].matter("nothing")


def pointing_to(case, data_items):
    """A case whose second matter has the items of its first, which are these."""
    first, second = case.matters
    first = dataclasses.replace(first, data_items=data_items)
    pointing = dataclasses.replace(
        second, data_items=Listed((DataItemGroup("4", same_as=first.id),), None)
    )
    return dataclasses.replace(case, matters=(first, pointing)), pointing


def test_same_as_a_matter_whose_items_are_all_unlisted_is_unstated(invented_catalog):
    case = invented_catalog.cases["tsubame-r04-7"]
    (group, *_) = case.matters[0].data_items
    item = dataclasses.replace(group.items[0], listed=False)
    unlisted = Listed((dataclasses.replace(group, items=(item,)),), None)
    case, pointing = pointing_to(case, unlisted)
    assert case.items_of(pointing) == Listed((), "unstated")


@pytest.mark.parametrize("absence", ["unstated", "none"])
def test_same_as_a_matter_without_items_takes_over_why(invented_catalog, absence):
    case, pointing = pointing_to(invented_catalog.cases["tsubame-r04-7"], Listed((), absence))
    assert case.items_of(pointing) == Listed((), absence)


def test_what_a_matter_says_bears_its_place_in_the_record(catalog, snapshot):
    for case in catalog.cases.values():
        data = yaml.safe_load((snapshot / catalog.files["case", case.id]).read_text("utf-8"))
        for said in case.claims:
            assert at(data, said.pointer)["mark"] == said.claim.mark
        for said in case.controls:
            assert at(data, said.pointer)["summary"] == said.entry.summary
        for participant in case.participants:
            assert at(data, participant.pointer)["where"] == participant.said.where


def at(data, pointer):
    for step in pointer:
        data = data[step]
    return data
