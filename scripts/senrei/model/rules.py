"""Rules across the fields of a record that a schema cannot say; each yields where and what."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from senrei.model.dates import Date, read_date
from senrei.source.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.case import Case
    from senrei.model.catalog import Catalog, Reading
    from senrei.source.problem import Problem
    from senrei.source.yaml_text import Document, Pointer

Found = tuple["Pointer", str, str]  # where, rule, message

_ACT_BEGINS = "2023-04-01"


def rule_problems(reading: Reading) -> Iterator[Problem]:
    """Apply every rule to every sound record."""
    catalog = reading.catalog
    for (kind, entry_id), document in reading.documents.items():
        for pointer, rule, message in _place_of_file(kind, entry_id, document):
            yield document.problem(pointer, rule, message)
        if kind == "case":
            for check in _CASE_RULES:
                for pointer, rule, message in check(catalog.cases[entry_id], catalog, document):
                    yield document.problem(pointer, rule, message)


def _place_of_file(kind: str, entry_id: str, document: Document) -> Iterator[Found]:
    path = PurePosixPath(document.path)
    one_per_file = {"case", "contractor", "ward", "meeting", "law"}
    if kind in one_per_file and path.stem != entry_id:
        message = f"識別子「{entry_id}」とファイル名「{path.name}」が違います。同じにしてください。"
        yield ("id",), "file-name", message
    if kind == "case" and path.parent.name != document.data["ward"]:
        ward = document.data["ward"]
        yield ("ward",), "file-name", f"この案件のファイルは cases/{ward}/ に置きます。"


def _matters_are_declared(case: Case, _: Catalog, document: Document) -> Iterator[Found]:
    known = [matter.id for matter in case.matters]
    for index, matter_id in enumerate(known):
        if matter_id in known[:index]:
            message = f"事項の識別子「{matter_id}」が二度使われています。"
            yield ("matters", index, "id"), "duplicate-id", message
    systems = [system.id for system in case.systems]
    for pointer, name, value in _leaves(document.data):
        if name == "same_as" or (len(pointer) > 1 and pointer[-2] == "matters"):
            if isinstance(value, str) and value not in known and len(pointer) > 2:  # noqa: PLR2004
                message = f"事項「{value}」はこの記録にありません。{nearest(value, known)}"
                yield pointer, "matter", message
        elif name == "system" and value not in systems:
            message = f"システム「{value}」はこの記録にありません。{nearest(str(value), systems)}"
            yield pointer, "system", message


def _body_belongs_to_ward(case: Case, catalog: Catalog, _: Document) -> Iterator[Found]:
    if catalog.ward_of_body[case.body].id != case.ward:
        yield ("body",), "ward", f"機関「{case.body}」は区「{case.ward}」のものではありません。"
    for index, department in enumerate(case.departments):
        if catalog.ward_of_department[department.department].id != case.ward:
            message = f"部署「{department.department}」は区「{case.ward}」のものではありません。"
            yield ("departments", index, "department"), "ward", message
    if case.meeting and catalog.entry("meeting", case.meeting).body != case.body:
        yield ("meeting",), "ward", "この会議は、この案件の機関の会議ではありません。"


def _regime_fits_dates(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    days = [_day_at_earliest(paper.date) for paper in case.documents if paper.date]
    if not days:
        return
    meant = "national_act" if min(days) >= _ACT_BEGINS else "ward_ordinance"
    if case.legal_regime != meant:
        message = (
            f"文書の日付は {min(days)} です。令和5年4月1日より前なら ward_ordinance、"
            "以後なら national_act にします。"
        )
        yield ("legal_regime",), "regime", message


def _day_at_earliest(date: Date) -> str:
    """Give a text that sorts like the date, even where the calendar has no such day."""
    year = date.value.removeprefix("FY")
    return f"{year}-04-01" if year != date.value else date.value


def _dates_agree(_: Case, __: Catalog, document: Document) -> Iterator[Found]:
    for pointer, name, value in _leaves(document.data):
        if name != "value" or not isinstance(value, str):
            continue
        holder = _at(document.data, pointer[:-1])
        if "as_written" in holder:
            yield from _date_agrees(pointer, holder)


def _date_agrees(pointer: Pointer, data: dict[str, Any]) -> Iterator[Found]:

    date = Date(data["value"], data["as_written"])
    try:
        _ = date.last_day
    except ValueError:
        yield pointer, "date", f"「{date.value}」という日はありません。暦の日付を書いてください。"
        return
    written = read_date(date.as_written)
    if written is None:
        return
    if written.fault:
        message = f"「{date.as_written}」は正しい日付ではありません（{written.fault}）。"
        yield (*pointer[:-1], "as_written"), "date", message
    elif not written.agrees_with(date):
        message = f"value の「{date.value}」と as_written の「{date.as_written}」が合いません。"
        yield pointer, "date", message


def _sections_are_declared(case: Case, _: Catalog, document: Document) -> Iterator[Found]:
    known = [section.at for source in case.sources for section in source.sections]
    for pointer, name, value in _leaves(document.data):
        if name == "where" and isinstance(value, str) and value.split(" ", 1)[0] not in known:
            first = value.split(" ", 1)[0]
            message = (
                f"記載箇所の最初の語「{first}」が sources の sections にありません。"
                f"{nearest(first, known) or '見出しを加えるか、書き方をそろえてください。'}"
            )
            yield pointer, "section", message


def _marks_have_reasons(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    for index, matter in enumerate(case.matters):
        for number, group in enumerate(matter.controls):
            for place, entry in enumerate(group.entries):
                pointer = ("matters", index, "controls", number, "entries", place)
                if entry.mark == "dash" and not entry.reason:
                    yield pointer, "mark", "「－」の印には reason（印の理由）を書きます。"
                if entry.reason and entry.mark != "dash":
                    yield (*pointer, "reason"), "mark", "理由は「－」の印のときだけ書きます。"


def _items_or_same_as(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    for index, matter in enumerate(case.matters):
        for number, group in enumerate(matter.data_items):
            if bool(group.items) == bool(group.same_as):
                message = "items（項目）と same_as（同じとする事項）のどちらか一つを書きます。"
                yield ("matters", index, "data_items", number), "items", message


def _volumes_have_a_number(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    for index, matter in enumerate(case.matters):
        for number, volume in enumerate(matter.volumes):
            pointer = ("matters", index, "volumes", number)
            if volume.value is None and volume.min is None and volume.max is None:
                yield pointer, "volume", "value か、幅なら min と max を書きます。"
            if volume.min is not None and volume.max is not None and volume.min > volume.max:
                yield (*pointer, "min"), "volume", "min が max より大きくなっています。"


def _flow_points_to_its_parts(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    flow = case.data_flow
    if flow is None:
        return
    parties = [party.id for party in flow.parties]
    nodes = [node.id for node in flow.nodes]
    versions = [version.id for version in flow.versions]
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


def _known(pointer: Pointer, what: str, word: str, known: list[str]) -> Iterator[Found]:
    if word not in known:
        yield pointer, "flow", f"{what}「{word}」が図の記録にありません。{nearest(word, known)}"


def _flow_changes_fit_versions(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    flow = case.data_flow
    if flow is None or not flow.versions:
        return
    last = flow.versions[-1].id
    for index, step in enumerate(flow.flows):
        pointer = ("data_flow", "flows", index, "change")
        is_in_last = not step.versions or last in step.versions
        if step.change == "removed" and is_in_last:
            yield pointer, "flow", "廃止した流れは最後の版には書けません。"
        if step.change == "added" and not is_in_last:
            yield pointer, "flow", "追加した流れは最後の版に書きます。"


def _flow_numbers_are_unique(case: Case, _: Catalog, __: Document) -> Iterator[Found]:
    flow = case.data_flow
    if flow is None:
        return
    every = tuple(version.id for version in flow.versions) or ("",)
    seen: set[tuple[str, int]] = set()
    for index, step in enumerate(flow.flows):
        told = {(version, step.step) for version in step.versions or every}
        if told & seen:
            message = f"手順番号 {step.step} が同じ版に二度あります。"
            yield ("data_flow", "flows", index, "step"), "flow", message
        seen |= told


_CASE_RULES = (
    _matters_are_declared,
    _body_belongs_to_ward,
    _regime_fits_dates,
    _dates_agree,
    _sections_are_declared,
    _marks_have_reasons,
    _items_or_same_as,
    _volumes_have_a_number,
    _flow_points_to_its_parts,
    _flow_changes_fit_versions,
    _flow_numbers_are_unique,
)


def _leaves(data: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str, Any]]:
    """Give every single value with its pointer and the nearest key that names it."""
    if isinstance(data, dict):
        for key, part in data.items():
            yield from _leaves(part, (*pointer, key))
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from _leaves(part, (*pointer, index))
    else:
        name = next((step for step in reversed(pointer) if isinstance(step, str)), "")
        yield pointer, name, data


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data
