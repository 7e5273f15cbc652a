"""Rules about persons: no record names one or leads to one, not even in a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from senrei.model.privacy import Privacy
from senrei.source.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.source.document import Document


def privacy_problems(
    documents: Iterable[Document], only: frozenset[str] | None = None
) -> Iterator[Problem]:
    """Say every trace of a person in any text of any file, or of those that matter."""
    every = tuple(documents)
    privacy = Privacy(frozenset(_organisations(every)))
    for document in every:
        if only is not None and document.path not in only:
            continue
        texts = [(pointer, str(value)) for pointer, _, value in document.leaves if value]
        comments = [text for _, text in document.comments]
        if not privacy.may_have_traces([*(text for _, text in texts), *comments]):
            continue
        for pointer, text in texts:
            for trace in privacy.traces(text):
                yield document.problem(pointer, trace.rule, trace.message)
        for line, text in document.comments:
            for trace in privacy.traces(text):
                yield Problem(document.path, line, 1, trace.rule, trace.message)


def _organisations(documents: Iterable[Document]) -> Iterator[str]:
    """Yield the names of contractors, wards, bodies and departments."""
    for document in documents:
        if "/contractors/" in document.path or "/wards/" in document.path:
            for _, key, name in document.leaves:
                if key in {"name", "synonyms"} and isinstance(name, str) and len(name) > 1:
                    yield name
