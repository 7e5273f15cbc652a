"""References between records: what is declared where, and pointers that lead nowhere.

Both are read off the schemas (`x-declares`, `x-ref`) and applied to the plain data, so that one
faulty record does not make its neighbours look faulty too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from senrei.source.nearest import nearest_word
from senrei.source.problem import Problem
from senrei.source.schema import ANY
from senrei.source.shown import shown

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
    holders: Mapping[str, list[tuple[str, Mapping[str, Any]]]] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Iterable[tuple[str, Document]], schemas: Schemas) -> Declarations:
        """Collect the ids that documents declare; an id declared twice is a problem."""
        by_kind: dict[str, dict[str, str]] = {}
        holders: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
        problems = []
        for name, document in documents:
            for kind, path in schemas.by_name[name].paths_with("x-declares"):
                declared = by_kind.setdefault(kind, {})
                for pointer, found in _texts_at(document.data, path):
                    place = document.place_of(pointer)
                    if found in declared:
                        message = (
                            f"識別子「{shown(found)}」は {declared[found]} でも使われています。"
                            "写した記録なら、id を新しい識別子に直してください。"
                            f"例「id: {shown(found)}-2」。"
                        )
                        problems.append(
                            Problem(
                                document.path, place.line, place.column, "duplicate-id", message
                            )
                        )
                    declared.setdefault(found, f"{document.path}:{place.line}")
                    holder = _at(document.data, pointer[:-1])
                    holders.setdefault(kind, []).append((found, holder))
        return cls(by_kind, tuple(problems), holders)

    def nearest(self, kind: str, word: str) -> str | None:
        """Find the declared id that a word means: misspelt, abbreviated, or its Japanese name."""
        names = {
            name: entry_id
            for entry_id, holder in self.holders.get(kind, ())
            for key in ("label", "name", "short_title", "article", "synonyms")
            for name in _names(holder.get(key))
        }
        return nearest_word(word, self.by_kind.get(kind, {}), names)


def reference_problems(
    documents: Iterable[tuple[str, Document]], schemas: Schemas, declared: Declarations
) -> Iterator[Problem]:
    """Give a problem for each reference to something that no file declares."""
    homes = {
        kind: schema.files
        for schema in schemas.by_name.values()
        for kind, _ in schema.paths_with("x-declares")
    }
    said = 0
    for name, document in documents:
        schema = schemas.by_name[name]
        for kind, path in schema.paths_with("x-ref"):
            known = declared.by_kind.get(kind, {})
            for pointer, found in _texts_at(document.data, path):
                if found in known or found in _ABSENT:
                    continue
                near = declared.nearest(kind, found) if said < _MOST_NEAREST else None
                said += 1
                example = next(iter(known), "")
                guess = f"「{near}」ではありませんか。" if near else f"例「{example}」。"
                message = (
                    f"{schema.label_of(pointer)}の「{shown(found)}」はどこにも登録されていません。"
                    f"{guess}新しいものなら records/{homes[kind]} に加えてください。"
                )
                yield document.problem(pointer, "reference", message)


_MOST_NEAREST = 200  # beyond that a file is no record, and looking costs too much


def _names(said: Any) -> Iterator[str]:
    for name in said if isinstance(said, list) else (said,):
        if isinstance(name, str):
            yield name


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data


def _texts_at(data: Any, path: FieldPath, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """Give every text that stands at a field's path, with its pointer; skip what is misshapen."""
    if not path:
        if isinstance(data, str):
            yield pointer, data
        return
    step, rest = path[0], path[1:]
    if step == ANY:
        if isinstance(data, list):
            for index, part in enumerate(data):
                yield from _texts_at(part, rest, (*pointer, index))
    elif isinstance(data, dict) and step in data:
        yield from _texts_at(data[step], rest, (*pointer, step))
