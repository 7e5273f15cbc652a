"""References between records: what is declared where, and pointers that lead nowhere.

Both are read off the schemas (`x-declares`, `x-ref`) and applied to the plain data, so that one
faulty record does not make its neighbours look faulty too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from senrei.source.nearest import nearest
from senrei.source.problem import Problem
from senrei.source.schema import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from senrei.source.schema import FieldPath, Schemas
    from senrei.source.yaml_text import Document, Pointer

_ABSENT = {"unstated", "none"}


@dataclass(frozen=True)
class Declarations:
    """Every declared id by kind, with the document that declares it."""

    by_kind: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, documents: Iterable[tuple[str, Document]], schemas: Schemas) -> Declarations:
        """Collect the ids that documents declare; an id declared twice is a problem."""
        by_kind: dict[str, dict[str, str]] = {}
        problems = []
        for name, document in documents:
            for kind, path in schemas.by_name[name].paths_with("x-declares"):
                declared = by_kind.setdefault(kind, {})
                for pointer, found in texts_at(document.data, path):
                    place = document.place_of(pointer)
                    if found in declared:
                        message = (
                            f"識別子「{found}」は {declared[found]} でも使われています。"
                            "別の識別子にしてください。"
                        )
                        problems.append(
                            Problem(
                                document.path, place.line, place.column, "duplicate-id", message
                            )
                        )
                    declared.setdefault(found, f"{document.path}:{place.line}")
        return cls(by_kind, tuple(problems))


def reference_problems(
    documents: Iterable[tuple[str, Document]], schemas: Schemas, declared: Declarations
) -> Iterator[Problem]:
    """Give a problem for each reference to something that no file declares."""
    documents = tuple(documents)
    renamed = dict(aliases(documents, schemas))
    homes = {
        kind: (schema.files, schema.title)
        for schema in schemas.by_name.values()
        for kind, _ in schema.paths_with("x-declares")
    }
    for name, document in documents:
        schema = schemas.by_name[name]
        for kind, path in schema.paths_with("x-ref"):
            known = declared.by_kind.get(kind, {})
            for pointer, found in texts_at(document.data, path):
                if found in known or found in _ABSENT:
                    continue
                files, _ = homes[kind]
                if (kind, found) in renamed:
                    new = renamed[kind, found]
                    message = f"「{found}」は「{new}」に変わりました。「{new}」と書いてください。"
                    yield document.problem(pointer, "reference", message)
                    continue
                message = (
                    f"{schema.label_of(pointer)}の「{found}」はどこにも登録されていません。"
                    f"{nearest(found, known)}"
                    f"新しいものなら records/{files} に加えてください。"
                )
                yield document.problem(pointer, "reference", message)


def aliases(
    documents: Iterable[tuple[str, Document]], schemas: Schemas
) -> Iterator[tuple[tuple[str, str], str]]:
    """Give each former id with its kind, and the id that took its place."""
    for _, document, pointer, kind, former in former_ids(documents, schemas):
        holder = document.data
        for step in pointer[:-2]:
            holder = holder[step]
        if isinstance(holder.get("id"), str):
            yield (kind, former), holder["id"]


def former_ids(
    documents: Iterable[tuple[str, Document]], schemas: Schemas
) -> Iterator[tuple[str, Document, Pointer, str, str]]:
    """Give each place that names a former id: schema, document, pointer, kind, former id."""
    for name, document in documents:
        for kind, path in schemas.by_name[name].paths_with("x-aliases"):
            for pointer, former in texts_at(document.data, path):
                yield name, document, pointer, kind, former


def texts_at(data: Any, path: FieldPath, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """Give every text that stands at a field's path, with its pointer; skip what is misshapen."""
    if not path:
        if isinstance(data, str):
            yield pointer, data
        return
    step, rest = path[0], path[1:]
    if step == ANY:
        if isinstance(data, list):
            for index, part in enumerate(data):
                yield from texts_at(part, rest, (*pointer, index))
    elif isinstance(data, dict) and step in data:
        yield from texts_at(data[step], rest, (*pointer, step))
