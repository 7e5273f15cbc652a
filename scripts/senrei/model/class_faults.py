"""Class faults: where the class of a record and its schema do not say the same."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from senrei.model.data_flow import RENAMED
from senrei.model.record import Listed, record_classes
from senrei.source.schema import ANY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from senrei.model.kinds import Kind
    from senrei.source.schema import FieldPath, Schema


def class_faults(kind: Kind, schema: Schema) -> Iterator[str]:
    """Yield what the class of a kind, or one inside it, has or lacks beside its schema."""
    record = record_classes().get(kind.id)
    if record is None:
        yield (
            f"種類 {kind.id} のクラスが scripts/senrei/model/ にありません。"
            f'「KIND = "{kind.id}"」のあるクラスを加えてください。'
        )
    else:
        yield from _faults(record, schema, kind.path)


def _faults(holder: Any, schema: Schema, path: FieldPath) -> Iterator[str]:
    described = {
        field.path[-1]: field
        for field in schema.fields
        if field.path[:-1] == path and field.path[-1] != ANY
    }
    if not described:
        return  # written as one text
    renamed, hints = RENAMED.get(holder, {}), get_type_hints(holder)
    members = {renamed.get(member.name, member.name): member for member in fields(holder)}
    file = f"scripts/{holder.__module__.replace('.', '/')}.py"
    for name in described.keys() - members.keys():
        yield f"項目 {name} がクラス {holder.__name__} にありません。{file} に加えてください。"
    for name in members.keys() - described.keys():
        yield f"クラス {holder.__name__}（{file}）の {name} が項目にありません。加えてください。"
    for name in members.keys() & described.keys():
        member = members[name]
        is_needed = member.default is MISSING and member.default_factory is MISSING
        if is_needed and not described[name].required:
            yield (
                f"項目 {name} は required ではありません。"
                f"クラス {holder.__name__}（{file}）の {name} に「= None」などを加えてください。"
            )
        for inner, where in _classes_in(hints[member.name], (*path, name)):
            yield from _faults(inner, schema, where)


def _classes_in(hint: Any, path: FieldPath) -> Iterator[tuple[Any, FieldPath]]:
    """Yield the classes that a member holds, each with the path of its data."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint, path
    many = get_origin(hint) in (Listed, tuple)
    for part in get_args(hint):
        yield from _classes_in(part, (*path, ANY) if many else path)
