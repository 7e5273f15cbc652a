from collections import defaultdict
from dataclasses import dataclass

import pytest

from senrei.model.data_flow import Confirmed, DataFlow, Flow, Node, Party, Version
from senrei.model.flow_remarks import flow_remarks
from senrei.model.record import Listed
from senrei.model.vocabulary import MediumTerm

BOUNDARY = "boundary-unstated"
PARTIES = (Party("c", "contractor", "受託者"), Party("w", "ward", "区"))
NODES = (
    Node("staff", "c", "person", "従事者"),
    Node("store", "c", "server", "システム"),
    Node("sheet", "c", "paper", "紙"),
    Node("office", "w", "office", "担当課"),
)


@dataclass
class Words:
    """The part of a catalog that remarks ask: one sensitive item, one medium to carry."""

    def of(self, record):
        return MEDIUMS if record is MediumTerm else ITEMS


@dataclass
class Medium:
    carrier: str
    portable: bool


@dataclass
class Item:
    sensitivity: object


MEDIUMS = {
    "network": Medium("electronic", portable=False),
    "lan": Medium("electronic", portable=False),
    "media": Medium("electronic", portable=True),
    "paper": Medium("paper", portable=False),
}
ITEMS = defaultdict(lambda: Item(None), {"disability": Item("special_care")})


def step(number, source, target, *items, medium="network", encryption="encrypted", **more):
    listed = Listed(items, None) if items else Listed((), more.pop("absence", "unstated"))
    return Flow(number, source, target, "渡す", listed, (medium,), encryption, "6", **more)


def remarks(*steps, nodes=NODES, versions=(), confirmed=()):
    flow = DataFlow("", "rebuilt", PARTIES, nodes, steps, "6", versions, confirmed)
    return [
        (remark.name, remark.key, remark.items, remark.confirmed and remark.confirmed.reason)
        for remark in flow_remarks(flow, Words())
        if remark.name != "unused-place"
    ]


OUT = step(2, "store", "staff", "name", "address", end="erased")


@pytest.mark.parametrize(
    ("steps", "missing"),
    [
        ((OUT,), ("name", "address")),
        ((step(1, "staff", "store", "name"), OUT), ("address",)),
        ((step(1, "staff", "store"), OUT), None),  # what came is not stated
        ((step(1, "staff", "store", absence="none"), OUT), ("name", "address")),
        ((step(1, "store", "store", "name", creates=("name", "address")), OUT), None),
        ((step(1, "staff", "office", "name"),), None),  # people know what they say
    ],
)
def test_store_that_sends_what_it_never_received(steps, missing):
    expected = [("never-received", 2, missing, None)] if missing else []
    assert [remark for remark in remarks(*steps) if remark[0] == "never-received"] == expected


def test_items_held_before_were_received():
    holding = tuple(
        Node("store", "c", "server", "", holds=("name", "address")) if node.id == "store" else node
        for node in NODES
    )
    assert remarks(OUT, nodes=holding) == []


def test_items_are_looked_for_in_every_state_and_told_once():
    versions = (Version("before", "従来"), Version("after", "変更後"))
    gone = step(2, "store", "staff", "name", versions=("before",))
    stays = step(3, "store", "staff", "address", end="erased")
    told = [remark[:3] for remark in remarks(gone, stays, versions=versions)]
    assert told == [("never-received", 2, ("name",)), ("never-received", 3, ("address",))]


@pytest.mark.parametrize(
    ("source", "target", "more", "is_told"),
    [
        ("staff", "office", {"encryption": "unstated"}, True),
        ("office", "staff", {"encryption": "unstated"}, True),
        ("office", "staff", {"encryption": "other-measures"}, False),
        ("staff", "store", {"encryption": "unstated", "end": "erased"}, False),
        ("staff", "office", {"encryption": "unstated", "absence": "none"}, False),
    ],
)
def test_crossing_of_the_boundary_without_a_word_on_encryption(source, target, more, is_told):
    crossing = [
        remark for remark in remarks(step(1, source, target, **more)) if remark[0] == BOUNDARY
    ]
    assert crossing == ([(BOUNDARY, 1, (), None)] if is_told else [])


@pytest.mark.parametrize(("medium", "is_told"), [("paper", True), ("media", True), ("lan", False)])
def test_sensitive_items_on_paper_or_portable_media(medium, is_told):
    told = remarks(step(1, "staff", "office", "name", "disability", medium=medium))
    assert told == ([("sensitive-carried", 1, ("disability",), None)] if is_told else [])
    assert remarks(step(1, "staff", "office", "name", medium=medium)) == []


def test_store_whose_data_never_ends():
    came = step(1, "staff", "sheet", "name")
    assert remarks(came) == [("never-ended", "sheet", (), None)]
    assert remarks(came, step(2, "sheet", "sheet", "name", end="destroyed")) == []
    assert remarks(step(1, "staff", "sheet", absence="none")) == []


def test_confirmed_remarks_bear_the_reason_and_only_those():
    steps = (step(1, "staff", "office", encryption="unstated"), step(2, "staff", "sheet", "name"))
    because = (
        Confirmed(BOUNDARY, "読み直した", steps=(1, 2)),
        Confirmed(BOUNDARY, "", places=("sheet",)),
    )
    assert remarks(*steps, confirmed=because) == [
        (BOUNDARY, 1, (), "読み直した"),
        ("never-ended", "sheet", (), None),
    ]


def test_every_remark_of_the_invented_cases_is_confirmed_with_a_reason(invented_catalog):
    found = [
        remark
        for case in invented_catalog.cases.values()
        if case.data_flow
        for remark in flow_remarks(case.data_flow, invented_catalog)
    ]
    assert {remark.name for remark in found} >= {"never-received", BOUNDARY, "never-ended"}
    assert [remark.label for remark in found if remark.confirmed is None] == []
