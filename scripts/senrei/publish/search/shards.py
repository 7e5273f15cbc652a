"""Shards: the index cut into plain scripts of about the same weight."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_SHORT = 64  # characters of a list that is not worth compressing alone
_KEY = 6  # bytes of a key and its signs


def script(name: str, data: Any) -> str:
    """Write data as a script that hands it over by name."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'senreiPart("{name}",{text})\n'


def cut(postings: Iterable[tuple[str, str]], weight: int) -> Iterator[tuple[dict[str, str], int]]:
    """Cut postings into parts that weigh about as much when compressed, in bytes; say how much."""
    part: dict[str, str] = {}
    weighed = 0
    for key, written in postings:
        # A list weighs a little less inside its shard than alone.
        own = len(written)
        if own > _SHORT:
            own = min(own, len(zlib.compress(written.encode(), 1)) - 8)
        own += _KEY
        if part and weighed + own > weight:
            yield part, weighed
            part, weighed = {}, 0
        part[key] = written
        weighed += own
    if part:
        yield part, weighed
