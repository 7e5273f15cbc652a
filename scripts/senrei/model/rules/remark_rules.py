"""Rules about flow remarks: the editors looked into each, and confirm only what is there."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from senrei.model.data_flow import Flow
from senrei.model.flow_remarks import flow_remarks
from senrei.model.rules.finding import Finding, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.data_flow import DataFlow
    from senrei.model.flow_remarks import FlowRemark
    from senrei.source.yaml_text import Document, Pointer

_FIXES = {
    "never-received": (
        "届ける手順の items に足します。前から持つものなら holds、"
        "その場で作るものなら creates に足します。"
    ),
    "boundary-unstated": "資料に書かれていれば encryption を直します。",
    "sensitive-carried": "medium が資料のとおりか確かめます。",
    "never-ended": "資料に書かれていれば、情報が無くなる手順に end を書きます。",
    "unused-place": "手順を足すか、この置き場所を消します。",
}


def _remarks_are_confirmed(case: Case, catalog: Catalog, _: Document) -> Iterator[Finding]:
    flow = case.data_flow
    if flow is None:
        return
    left = [remark for remark in flow_remarks(flow, catalog) if remark.confirmed is None]
    for kind, members in groupby(left, key=lambda remark: remark.kind):
        remarks = tuple(members)
        message = _message(kind, remarks, catalog)
        yield warning(_pointer(flow, remarks[0]), "flow-remark", message)


def _confirmed_remarks_are_there(case: Case, catalog: Catalog, _: Document) -> Iterator[Finding]:
    flow = case.data_flow
    if flow is None:
        return
    remarks = flow_remarks(flow, catalog)
    for index, confirmed in enumerate(flow.confirmed):
        there = {remark.key for remark in remarks if remark.kind == confirmed.remark}
        for field, keys in (("steps", confirmed.steps), ("places", confirmed.places)):
            for position, key in enumerate(keys):
                if key not in there:
                    pointer: Pointer = ("data_flow", "confirmed", index, field, position)
                    message = (
                        f"「{key}」に、確認事項 {confirmed.remark} は今ありません。"
                        "直したあとなら、この行を消します。"
                    )
                    yield warning(pointer, "flow-remark", message)


def _pointer(flow: DataFlow, remark: FlowRemark) -> Pointer:
    if isinstance(remark.subject, Flow):
        return ("data_flow", "flows", flow.flows.index(remark.subject))
    return ("data_flow", "nodes", flow.nodes.index(remark.subject))


def _message(kind: str, remarks: tuple[FlowRemark, ...], catalog: Catalog) -> str:
    word = catalog.word(f"confirmed.remark.{kind}")
    field = "steps" if isinstance(remarks[0].subject, Flow) else "places"
    keys = ", ".join(dict.fromkeys(str(remark.key) for remark in remarks))
    told = "、".join(_told(remark, catalog) for remark in remarks)
    return (
        f"確認事項「{word}」：{told}。{_FIXES[kind]}"
        f"記録のままでよければ、data_flow の confirmed に remark: {kind} と "
        f"{field}: [{keys}] を書き、確かめたことを reason に書きます。"
    )


def _told(remark: FlowRemark, catalog: Catalog) -> str:
    items = "・".join(catalog.label("data-item", item) for item in remark.items)
    return remark.label + (f"（{items}）" if items else "")


REMARK_RULES = (_remarks_are_confirmed, _confirmed_remarks_are_there)
