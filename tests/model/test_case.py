import dataclasses

import pytest

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


def test_same_as_gives_the_items_of_the_other_matter(catalog):
    case = catalog.cases["edogawa-r04-11"]
    first, second = case.matters
    pointing = dataclasses.replace(
        second, data_items=Listed((DataItemGroup("9 情報の内容", same_as=first.id),), None)
    )
    case = dataclasses.replace(case, matters=(first, pointing))
    meant = [item for group in case.data_item_groups(pointing) for item in group.items]
    assert meant == [i for group in first.data_items for i in group.items if i.listed]
    assert len(meant) == 22


def test_unknown_matter_is_a_key_error(catalog):
    with pytest.raises(KeyError):
        catalog.cases["edogawa-r04-11"].matter("nothing")
