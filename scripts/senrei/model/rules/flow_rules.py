"""Rules about the data flow: its parts, versions and items fit, its remarks are confirmed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from senrei.model.data_flow import Flow
from senrei.model.flow_remarks import flow_remarks
from senrei.model.rules.finding import Finding, duplicate_ids, warning
from senrei.source.characters import printable
from senrei.source.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog
    from senrei.model.data_flow import DataFlow
    from senrei.model.flow_remarks import FlowRemark
    from senrei.source.yaml_text import Document, Pointer


def flow_findings(case: Case, catalog: Catalog, _: Document) -> Iterator[Finding]:
    """Yield what is wrong with the picture of a case; nothing where it has none."""
    if case.data_flow is not None:
        for rule in (
            _flow_is_not_swapped,
            _flow_points_to_its_parts,
            _flow_changes_fit_versions,
            _steps_keep_to_the_versions_of_their_nodes,
            _flow_numbers_are_unique,
        ):
            yield from rule(case.data_flow, catalog)


def flow_warnings(case: Case, catalog: Catalog) -> Iterator[Finding]:
    """Yield what an editor should look into; nothing else of the case may be at fault."""
    if case.data_flow is not None:
        yield from _flow_items_are_declared(case, case.data_flow, catalog)
        yield from _remarks_are_confirmed(case.data_flow, catalog)
        yield from _confirmed_remarks_are_there(case.data_flow, catalog)


def _flow_points_to_its_parts(flow: DataFlow, _: Catalog) -> Iterator[Finding]:
    parties = [party.id for party in flow.parties]
    nodes = [node.id for node in flow.nodes]
    versions = [version.id for version in flow.versions]
    for key, ids in (("parties", parties), ("nodes", nodes), ("versions", versions)):
        yield from duplicate_ids(ids, ("data_flow", key))
    for index, node in enumerate(flow.nodes):
        pointer: Pointer = ("data_flow", "nodes", index)
        yield from _known((*pointer, "party"), "関係者", node.party, parties)
        for version in node.versions:
            yield from _known((*pointer, "in"), "版", version, versions)
    for index, step in enumerate(flow.flows):
        pointer = ("data_flow", "flows", index)
        yield from _known((*pointer, "from"), "置き場所", step.source, nodes)
        yield from _known((*pointer, "to"), "置き場所", step.target, nodes)
        for version in step.versions:
            yield from _known((*pointer, "in"), "版", version, versions)


def _known(pointer: Pointer, what: str, word: str, known: list[str]) -> Iterator[Finding]:
    if word not in known:
        there = "、".join(dict.fromkeys(known))
        allowed = (
            f"書けるのは {there} です。" if there else "まだ一つもないので、先に加えてください。"
        )
        message = (
            f"{what}「{printable(word)}」が図の記録（data_flow）にありません。"
            f"{nearest(word, known)}{allowed}"
        )
        yield Finding(pointer, "flow", message)


_REMOVED = (
    "廃止した流れ（change: removed）は最後の版には書けません。"
    "in（版）に前の版だけを書くか、change を直してください。"
)
_ADDED = (
    "追加した流れ（change: added）は最後の版に書きます。"
    "in（版）に最後の版を加えるか、change を直してください。"
)


def _flow_changes_fit_versions(flow: DataFlow, _: Catalog) -> Iterator[Finding]:
    if not flow.versions:
        return
    last = flow.versions[-1].id
    for index, step in enumerate(flow.flows):
        pointer = ("data_flow", "flows", index, "change")
        is_in_last = not step.versions or last in step.versions
        if step.change == "removed" and is_in_last:
            yield Finding(pointer, "flow", _REMOVED)
        if step.change == "added" and not is_in_last:
            yield Finding(pointer, "flow", _ADDED)


def _steps_keep_to_the_versions_of_their_nodes(flow: DataFlow, _: Catalog) -> Iterator[Finding]:
    every = tuple(version.id for version in flow.versions)
    versions_of = {node.id: set(node.versions or every) for node in flow.nodes}
    for index, step in enumerate(flow.flows):
        for end, node in (("from", step.source), ("to", step.target)):
            absent = [
                version
                for version in step.versions or every
                if version not in versions_of.get(node, every)
            ]
            if absent:
                message = (
                    f"置き場所「{printable(node)}」は版「{absent[0]}」にないのに、"
                    f"手順 {step.step} がその版で使っています。"
                    "手順の in（版）を置き場所にそろえるか、"
                    f"置き場所の in に「{absent[0]}」を加えてください。"
                )
                yield Finding(("data_flow", "flows", index, end), "flow", message)


def _flow_numbers_are_unique(flow: DataFlow, _: Catalog) -> Iterator[Finding]:
    every = tuple(version.id for version in flow.versions) or ("",)
    seen: set[tuple[str, int]] = set()
    for index, step in enumerate(flow.flows):
        told = {(version, step.step) for version in step.versions or every}
        if told & seen:
            message = (
                f"手順番号 {step.step} が同じ版に二度あります。例「step: "
                f"{max(step.step for step in flow.flows) + 1}」のように別の番号にしてください。"
            )
            yield Finding(("data_flow", "flows", index, "step"), "flow", message)
        seen |= told


def _flow_items_are_declared(case: Case, flow: DataFlow, catalog: Catalog) -> Iterator[Finding]:
    """Yield items in the picture that no matter declares."""
    declared = {term for said in case.items for term in said.terms}
    for index, step in enumerate(flow.flows):
        for position, item in enumerate(step.items):
            if item not in declared:
                label = catalog.label("data-item", item)
                message = (
                    f"図の項目「{label}」が、どの事項の情報項目にもありません。"
                    "本文で扱う項目なら data_items に listed: false で加え、"
                    "違う項目なら図の方を直してください。"
                )
                yield warning(
                    ("data_flow", "flows", index, "items", position), "flow-item", message
                )


def _flow_is_not_swapped(flow: DataFlow, catalog: Catalog) -> Iterator[Finding]:
    """Notice an item that is sent from where it has never been to where it is."""
    if flow.versions:
        return
    there = {node.id: set(node.holds) for node in flow.nodes}
    for index, step in enumerate(flow.flows):
        source, target = there.get(step.source), there.get(step.target)
        if source is None or target is None:
            return
        source |= set(step.creates)
        swapped = [item for item in step.items if item not in source and item in target]
        if swapped and len(swapped) == len(tuple(step.items)):
            label = catalog.label("data-item", swapped[0])
            message = (
                f"「{step.source}」はまだ「{label}」を持っていません。"
                f"from と to が逆ではありませんか。例「from: {step.target}」「to: {step.source}」。"
                "逆でなければ、前から持つ項目を nodes の holds に加えてください。"
            )
            yield warning(("data_flow", "flows", index, "from"), "flow-direction", message)
        target |= set(step.items)


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


def _remarks_are_confirmed(flow: DataFlow, catalog: Catalog) -> Iterator[Finding]:
    left = [remark for remark in flow_remarks(flow, catalog) if remark.confirmed is None]
    for name, members in groupby(left, key=lambda remark: remark.name):
        remarks = tuple(members)
        message = _message(name, remarks, catalog)
        yield warning(_pointer(flow, remarks[0]), "flow-remark", message)


def _confirmed_remarks_are_there(flow: DataFlow, catalog: Catalog) -> Iterator[Finding]:
    remarks = flow_remarks(flow, catalog)
    for index, confirmed in enumerate(flow.confirmed):
        there = {remark.key for remark in remarks if remark.name == confirmed.remark}
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


def _message(name: str, remarks: tuple[FlowRemark, ...], catalog: Catalog) -> str:
    word = catalog.word(f"confirmed.remark.{name}")
    field = "steps" if isinstance(remarks[0].subject, Flow) else "places"
    keys = ", ".join(dict.fromkeys(str(remark.key) for remark in remarks))
    told = "、".join(_told(remark, catalog) for remark in remarks)
    return (
        f"確認事項「{word}」：{told}。{_FIXES[name]}"
        f"記録のままでよければ、data_flow の confirmed に remark: {name} と "
        f"{field}: [{keys}] を書き、確かめたことを reason に書きます。"
    )


def _told(remark: FlowRemark, catalog: Catalog) -> str:
    items = "・".join(catalog.label("data-item", item) for item in remark.items)
    return remark.label + (f"（{items}）" if items else "")
