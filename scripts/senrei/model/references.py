"""References between records: what is declared where, and pointers that lead nowhere.

Both are read off the schemas (`x-declares`, `x-ref`) and applied to the plain data, so that one
faulty record does not make its neighbours look faulty too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from senrei.model.kinds import declared_in, is_one_per_file, references
from senrei.model.record import ABSENCES
from senrei.model.record_files import named_after_its_file
from senrei.source.characters import printable
from senrei.source.nearest import lookalike_hint, nearest_word
from senrei.source.schema import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from senrei.model.kinds import Kinds
    from senrei.source.problem import Problem
    from senrei.source.schema import FieldPath, Schemas
    from senrei.source.yaml_text import Document, Pointer


@dataclass(frozen=True)
class Declarations:
    """Every declared id by kind, with the document that declares it."""

    by_kind: Mapping[str, Mapping[str, str]]
    """For each kind the ids, each with where it was first declared: `path:line`."""
    problems: tuple[Problem, ...]
    """Ids that are declared twice."""
    holders: Mapping[str, list[tuple[str, Mapping[str, Any]]]] = field(default_factory=dict)
    """For each kind the ids, each with the data of its record."""

    @classmethod
    def of(cls, documents: Iterable[tuple[str, Document]], kinds: Kinds) -> Declarations:
        """Collect the ids that documents, each with its schema's name, declare.

        An id declared twice is a problem of the second document; one that bears the id as its
        file's name counts as the first.
        """
        by_kind: dict[str, dict[str, str]] = {}
        holders: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
        problems = []
        named = sorted(
            documents, key=lambda named: not named_after_its_file(named[0], named[1], kinds)
        )
        for name, document in named:
            for kind in declared_in(name, kinds):
                declared = by_kind.setdefault(kind.id, {})
                for pointer, entry_id in texts_at(document.data, kind.id_path):
                    location = document.location_of(pointer)
                    if entry_id in declared:
                        stem = PurePosixPath(document.path).stem
                        fresh = stem if kind.is_whole_file else f"{printable(entry_id)}-2"
                        message = (
                            f"識別子「{printable(entry_id)}」は "
                            f"{declared[entry_id]} でも使われています。"
                            f"写したものなら、新しい識別子に直してください。例「id: {fresh}」。"
                        )
                        problems.append(document.problem(pointer, "duplicate-id", message))
                    declared.setdefault(entry_id, f"{document.path}:{location.line}")
                    holder = document.at(pointer[:-1])
                    holders.setdefault(kind.id, []).append((entry_id, holder))
        return cls(by_kind, tuple(problems), holders)

    def guess(self, kind: str, word: str) -> str:
        """Return a sentence that names the id that was meant, else one of the kind; or nothing."""
        near = self.nearest(kind, word)
        if near:
            return f"「{near}」ではありませんか。"
        known = self.by_kind.get(kind, {})
        return f"例「{next(iter(known))}」。" if known else ""

    def elsewhere(self, word: str, kinds: Kinds) -> str:
        """Return a sentence that says of which kind an id is, or that nothing bears it."""
        for kind in kinds.values():
            if word in self.by_kind.get(kind.id, ()):
                return f"{kind.title}の識別子です。"
        return "どこにも登録されていません。"

    def nearest(self, kind: str, word: str) -> str | None:
        """Return the declared id that a word means: misspelt, abbreviated, or its Japanese name."""
        names = {
            name: entry_id
            for entry_id, holder in self.holders.get(kind, ())
            for key in ("label", "name", "short_title", "article", "synonyms")
            for name in _names(holder.get(key))
        }
        return nearest_word(word, self.by_kind.get(kind, {}), names)


def reference_problems(
    documents: Sequence[tuple[str, Document]],
    schemas: Schemas,
    kinds: Kinds,
    declared: Declarations,
    unread: AbstractSet[str] = frozenset(),
) -> Iterator[Problem]:
    """Yield a problem for each reference to something that no file declares.

    `unread` are ids that a file may declare which could not be read; nothing is said of those.
    """
    renamed = dict(aliases(documents, schemas))
    # A record whose id was changed is told so itself; nobody who points to it is at fault.
    files: dict[str, AbstractSet[str]] = {}
    for name, document in documents:
        if is_one_per_file(name, kinds):
            files[name] = files.get(name, unread) | {PurePosixPath(document.path).stem}
    guesses = 0
    for name, document in documents:
        schema = schemas.by_name[name]
        for path, kind in references(schema).items():
            known = declared.by_kind.get(kind, {})
            for pointer, named in texts_at(document.data, path):
                if named in known or named in ABSENCES or named in files.get(kind, unread):
                    continue
                if (kind, named) in renamed:
                    new = renamed[kind, named]
                    message = f"「{named}」は「{new}」に変わりました。「{new}」と書いてください。"
                else:
                    guesses += 1
                    guess = declared.guess(kind, named) if guesses < _MOST_GUESSES else ""
                    message = (
                        f"{schema.label_of(pointer)}の「{printable(named)}」は"
                        f"{declared.elsewhere(named, kinds)}{lookalike_hint(named)}{guess}"
                        f"新しいものなら records/{kinds[kind].files} に加えてください。"
                    )
                yield document.problem(pointer, "reference", message)


_MOST_GUESSES = 200  # beyond that a file is no record, and looking costs too much


def _names(said: Any) -> Iterator[str]:
    for name in said if isinstance(said, list) else (said,):
        if isinstance(name, str):
            yield name


def aliases(
    documents: Iterable[tuple[str, Document]], schemas: Schemas
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each former id with its kind, and the id that replaces it."""
    for _, document, pointer, kind, former in former_ids(documents, schemas):
        holder = document.at(pointer[:-2])
        if isinstance(holder.get("id"), str):
            yield (kind, former), holder["id"]


def former_ids(
    documents: Iterable[tuple[str, Document]], schemas: Schemas
) -> Iterator[tuple[str, Document, Pointer, str, str]]:
    """Yield each mention of a former id: schema, document, pointer, kind, former id."""
    for name, document in documents:
        for kind, path in schemas.by_name[name].paths_with("x-aliases"):
            for pointer, former in texts_at(document.data, path):
                yield name, document, pointer, kind, former


def texts_at(data: Any, path: FieldPath) -> Iterator[tuple[Pointer, str]]:
    """Yield every text at a field's path, with its pointer; skip what has another shape."""
    return ((pointer, part) for pointer, part in values_at(data, path) if isinstance(part, str))


def values_at(data: Any, path: FieldPath, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    """Yield every value at a field's path, with its pointer.

    >>> list(values_at({"matters": [{"id": "a"}, {"id": "b"}]}, ("matters", ANY, "id")))
    [(('matters', 0, 'id'), 'a'), (('matters', 1, 'id'), 'b')]
    """
    if not path:
        yield pointer, data
        return
    step, rest = path[0], path[1:]
    if step == ANY:
        if isinstance(data, list):
            for index, part in enumerate(data):
                yield from values_at(part, rest, (*pointer, index))
    elif isinstance(data, dict) and step in data:
        yield from values_at(data[step], rest, (*pointer, step))
