"""Comments of a YAML text: what the parser drops, with the location of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The reader of YAML that never makes objects; the one in C where it is there."""


@dataclass(frozen=True)
class Comment:
    """A comment with its sign; line and column count from 1."""

    line: int
    column: int
    text: str


def tokens_of(text: str) -> tuple[Any, ...]:
    """Return the tokens of a text; YAMLError where it cannot be read to its end."""
    return tuple(yaml.scan(text, Loader=LOADER))


def comments_of(text: str) -> tuple[Comment, ...]:
    """Return every comment of a text; none where the text cannot be read to its end."""
    if "#" not in text:
        return ()
    try:
        tokens = tokens_of(text)
    except yaml.YAMLError:
        return ()
    return comments_between(text, tokens)


def comments_between(text: str, tokens: Iterable[Any]) -> tuple[Comment, ...]:
    """Return the comments that stand outside the tokens of a text."""
    return tuple(_comments(text.split("\n"), tuple(tokens)))


def _comments(lines: list[str], tokens: tuple[Any, ...]) -> Iterator[Comment]:
    said_until: dict[int, int] = {}
    inside: set[int] = set()
    for token in tokens:
        first, last, column = _extent(token)
        said_until[last] = max(said_until.get(last, 0), column)
        inside.update(range(first, last))
    for number, line in enumerate(lines):
        if number in inside:
            # A block text's first line may bear a comment after its sign, which is of no use here.
            continue
        start = said_until.get(number, 0)
        rest = line[start:]
        column = start + len(rest) - len(rest.lstrip())
        if line[column : column + 1] == "#":
            yield Comment(number + 1, column + 1, line[column:].rstrip())


def _extent(token: Any) -> tuple[int, int, int]:
    """Return a token's first line, last line and the column where it ends."""
    first, end = token.start_mark, token.end_mark
    if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"} and end.column == 0:
        return first.line, max(end.line - 1, first.line), 1_000_000
    return first.line, end.line, end.column
