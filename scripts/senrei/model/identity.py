"""Identity: an id means one thing for ever. Retired ids, former ids, and what replaces them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from senrei.model.references import former_ids, texts_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from senrei.model.references import Declarations
    from senrei.source.problem import Problem
    from senrei.source.schema import Schemas
    from senrei.source.yaml_text import Document, Pointer


def identity_problems(
    documents: Sequence[tuple[str, Document]], schemas: Schemas, declared: Declarations
) -> Iterator[Problem]:
    """Yield a problem for each id that is used a second time, and for each lost successor."""
    yield from _retired_ids_stay_retired(documents, schemas)
    yield from _former_ids_are_free(documents, schemas, declared)
    yield from _successors_are_found(documents, schemas)


def _retired_ids_stay_retired(
    documents: Sequence[tuple[str, Document]], schemas: Schemas
) -> Iterator[Problem]:
    retired = dict(_retired(documents))
    if not retired:
        return
    for name, document in documents:
        for kind, path in schemas.by_name[name].paths_with("x-declares"):
            for pointer, entry_id in texts_at(document.data, path):
                if (kind, entry_id) in retired:
                    message = (
                        f"識別子「{entry_id}」は、前に使って今は使わなくなったものです"
                        f"（{retired[kind, entry_id]}）。別の識別子にしてください。"
                        f"例「id: {entry_id}-2」。"
                    )
                    yield document.problem(pointer, "retired-id", message)


def _retired(documents: Sequence[tuple[str, Document]]) -> Iterator[tuple[tuple[str, str], str]]:
    for name, document in documents:
        if name != "retired" or not isinstance(document.data, dict):
            continue
        listed = document.data.get("retired")
        for index, entry in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(entry, dict) and {"kind", "id"} <= entry.keys():
                line = document.location_of(("retired", index)).line
                yield (str(entry["kind"]), str(entry["id"])), f"{document.path}:{line}"


def _former_ids_are_free(
    documents: Sequence[tuple[str, Document]], schemas: Schemas, declared: Declarations
) -> Iterator[Problem]:
    taken: dict[tuple[str, str], str] = {}
    for _, document, pointer, kind, former in former_ids(documents, schemas):
        location = f"{document.path}:{document.location_of(pointer).line}"
        now = declared.by_kind.get(kind, {}).get(former)
        before = taken.setdefault((kind, former), location)
        if now or before != location:
            message = (
                f"以前の識別子「{former}」は {now or before} でも使われています。"
                "識別子は、ほかの記録に使い回せません。"
                "aliases からこの行を消すか、実際に前に使っていた識別子に直してください。"
            )
            yield document.problem(pointer, "former-id", message)


def _successors_are_found(
    documents: Sequence[tuple[str, Document]], schemas: Schemas
) -> Iterator[Problem]:
    for kind, chains in _standings(documents, schemas).items():
        successors = {entry_id: standing.get("by") for entry_id, (_, _, standing) in chains.items()}
        for entry_id, (document, pointer, standing) in chains.items():
            if standing.get("state") == "superseded" and "by" not in standing:
                message = (
                    "差替え（superseded）のときは、替わりの記録の識別子を by に書きます。"
                    "例「by: 識別子」。替わりがなければ「state: withdrawn」（取下げ）にして"
                    "ください。"
                )
                yield document.problem((*pointer, "state"), "standing", message)
            elif _is_in_a_cycle(entry_id, successors):
                message = (
                    f"「{entry_id}」の替わりをたどると、もとに戻ります（{kind}）。"
                    "今も使う記録の識別子を書いてください。"
                )
                yield document.problem((*pointer, "by"), "standing", message)


def _standings(
    documents: Sequence[tuple[str, Document]], schemas: Schemas
) -> Mapping[str, dict[str, tuple[Document, Pointer, dict[str, Any]]]]:
    """Return every standing by the kind and id of the record that bears it."""
    by_kind: dict[str, dict[str, tuple[Document, Pointer, dict[str, Any]]]] = {}
    for name, document in documents:
        for kind, path in schemas.by_name[name].paths_with("x-declares"):
            for pointer, entry_id in texts_at(document.data, path):
                holder = document.at(pointer[:-1])
                if isinstance(holder.get("standing"), dict):
                    bearer = (document, (*pointer[:-1], "standing"), holder["standing"])
                    by_kind.setdefault(kind, {})[entry_id] = bearer
    return by_kind


def _is_in_a_cycle(start: str, successors: Mapping[str, Any]) -> bool:
    seen = set()
    current: Any = start
    while isinstance(current, str) and current in successors and current not in seen:
        seen.add(current)
        current = successors[current]
    return bool(current == start)
