"""Unknown keys: which key was meant, or where it belongs."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from senrei.source.characters import printable
from senrei.source.nearest import nearest_word
from senrei.source.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.source.document import Pointer
    from senrei.source.fault import Fault

MOST_PROBLEMS = 200
_MANY_KEYS = 12  # more of them are named without their labels


def unknown_keys(fault: Fault) -> Iterator[Problem]:
    """Yield a problem for each key of a mapping that its schema does not have."""
    document = fault.document
    for key in _unknown(fault):
        location = document.location_of_key((*fault.pointer, key))
        message = f"{fault.label}に「{printable(key)}」という項目はありません。{_fix(key, fault)}"
        yield Problem(document.path, *location, "unknown-key", message)


def accounted_for(faults: Iterable[Fault]) -> set[tuple[Pointer | None, str]]:
    """Return the missing keys that a misspelt or misplaced one accounts for.

    They are named by pointer and key; the pointer is None where the key may be missing anywhere.
    """
    keys: set[tuple[Pointer | None, str]] = set()
    for fault in faults:
        if fault.keyword == "additionalProperties":
            for key in _unknown(fault):
                keys |= {(None, key), (fault.pointer, _meant(key, fault) or key)}
    return keys


def _unknown(fault: Fault) -> Iterator[str]:
    known = fault.rules.get("properties", {})
    return islice((key for key in fault.value if key not in known), MOST_PROBLEMS)


def _fix(key: str, fault: Fault) -> str:
    near = _meant(key, fault)
    if near:
        return f"「{near}」（{fault.property_of(near)['title']}）ではありませんか。"
    above = _empty_above(key, fault)
    if above:
        return f"「{above}」の項目です。字下げを空白二つ増やしてください。"
    holder = _holder(key, fault)
    if holder is not None:
        label = fault.schema.label_of(holder)
        return f"{label}の項目です。字下げを減らして、そこに書いてください。"
    known = fault.rules.get("properties", {})
    names = [
        name if len(known) > _MANY_KEYS else f"{name}（{fault.property_of(name)['title']}）"
        for name in known
    ]
    return f"項目名を直すか、行を消してください。ここに書けるのは {'、'.join(names)} です。"


def _meant(key: str, fault: Fault) -> str | None:
    known = fault.rules.get("properties", {})
    absent = [name for name in known if name not in fault.value]
    titles = {str(fault.property_of(name).get("title", "")): name for name in absent}
    return nearest_word(key, absent, titles) if len(key) > 1 else None


def _empty_above(key: str, fault: Fault) -> str | None:
    """Find the empty field beside a key that may hold it."""
    empty = (name for name, part in fault.value.items() if part == "" and name != key)
    return next((name for name in empty if fault.schema.knows((*fault.pointer, name, key))), None)


def _holder(key: str, fault: Fault) -> Pointer | None:
    """Find the nearest mapping around that may have a key of this name and lacks it."""
    for length in range(len(fault.pointer) - 1, -1, -1):
        around = fault.pointer[:length]
        data = fault.document.at(around)
        if isinstance(data, dict) and key not in data and fault.schema.knows((*around, key)):
            return around
    return None
