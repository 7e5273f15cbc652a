"""What all records share: a kind, lists that may be unstated, and how data becomes values."""

from __future__ import annotations

from dataclasses import dataclass, fields
from types import UnionType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, Union, get_args, get_origin

import cattrs
from cattrs.gen import make_dict_structure_fn, override

from senrei.model.dates import Date
from senrei.model.words import Absence, KindId, RetentionUnit, StandingState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


T = TypeVar("T")


class Record:
    """A record of one kind; whoever inherits from it and names a kind is read and listed."""

    KIND: ClassVar[KindId]
    synonyms: tuple[str, ...] = ()
    note: str | None = None
    aliases: tuple[str, ...] = ()
    standing: Standing | None = None

    if TYPE_CHECKING:  # dataclasses would take the properties for defaults of their fields

        @property
        def id(self) -> str:
            """The id, unique within the kind."""

        @property
        def label(self) -> str:
            """The name that lists show."""

    @property
    def explanation(self) -> str:
        """What it means, in the editors' words; empty where its schema knows no definition."""
        return str(getattr(self, "definition", ""))

    @property
    def kana(self) -> str:
        """How it is read aloud; empty where its schema knows no reading."""
        return str(getattr(self, "reading", ""))


class Named:
    """Something that is listed by its name."""

    name: str

    @property
    def label(self) -> str:
        """The name that lists show."""
        return self.name


def record_classes() -> dict[KindId, type[Record]]:
    """Return the class of each kind, as far as its module is loaded."""
    return {record.KIND: record for record in _below(Record) if "KIND" in vars(record)}


def _below(parent: type[Record]) -> Iterator[type[Record]]:
    for record in parent.__subclasses__():
        yield record
        yield from _below(record)


UNSTATED = "unstated"
NONE = "none"
DOES_NOT_APPLY = "does_not_apply"
ABSENCES = frozenset(get_args(Absence))
"""What stands in place of a value or an id that is not there."""
_NO_VALUE = ABSENCES | {"unknown"}


@dataclass(frozen=True)
class Listed(Generic[T]):
    """A list that a paper may leave out: it says nothing, says `none`, or it does not apply."""

    entries: tuple[T, ...] = ()
    absence: str | None = UNSTATED
    """Why the list is empty, `unstated` or `none`; None where it has entries."""

    @property
    def is_stated(self) -> bool:
        """Whether the paper speaks of it at all, be it to say that there is none."""
        return self.absence != UNSTATED

    def __iter__(self) -> Iterator[T]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


@dataclass(frozen=True)
class Stated(Generic[T]):
    """A single value that a paper may leave out, and why it is not there."""

    value: T | None = None
    absence: str | None = UNSTATED

    def __bool__(self) -> bool:
        return self.absence is None


NO_SUCH_LIST: Listed[Any] = Listed(absence=DOES_NOT_APPLY)
NO_SUCH_VALUE: Stated[Any] = Stated(absence=DOES_NOT_APPLY)
"""What a field holds that does not apply: its paper says so, or its type of matter has none."""


def inapplicable(holder: Any) -> tuple[str, ...]:
    """Return the names of the fields that do not apply to a value."""
    return tuple(
        field.name
        for field in fields(holder)
        if getattr(getattr(holder, field.name), "absence", None) == DOES_NOT_APPLY
    )


def common_absence(lists: Iterable[Listed[T]]) -> str:
    """Return why some lists are empty: `none` only where the paper says so of all that apply.

    >>> common_absence([Listed(absence="none"), Listed(absence="unstated")])
    'unstated'
    """
    absences = {listed.absence for listed in lists}
    if absences == {DOES_NOT_APPLY}:
        return DOES_NOT_APPLY
    return NONE if absences - {DOES_NOT_APPLY} == {NONE} else UNSTATED


@dataclass(frozen=True)
class Statement:
    """The editors' summary of something, and where the paper says it."""

    summary: str
    where: str
    note: str | None = None


@dataclass(frozen=True)
class Period:
    """From when to when; an end that is not a day stands in `open_end`."""

    as_written: str
    where: str
    start: Date | None = None
    end: Date | None = None
    open_end: str | None = None
    planned: bool = False
    renewal: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Retention:
    """How long something is kept: `value` counts units; for ever is a unit without a number."""

    as_written: str
    where: str
    value: int | None = None
    unit: RetentionUnit | None = None
    starts: str | None = None
    ends: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Standing:
    """That a record was withdrawn or superseded, why, since when, and what to look at instead."""

    state: StandingState
    reason: str
    since: Date
    by: str | None = None


@dataclass(frozen=True)
class Quoted:
    """Something as the paper writes it, and where."""

    as_written: str
    where: str


class Builder:
    """Turns checked data into frozen dataclasses."""

    def __init__(self, renamed: Mapping[type, Mapping[str, str]]) -> None:
        """Prepare for data; `renamed` names for a class the keys that are not called as members."""
        self._converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
        self._converter.register_structure_hook_func(_is_listed, self._listed)
        self._converter.register_structure_hook_func(_is_stated, self._stated)
        self._converter.register_structure_hook_func(_is_optional, self._optional)
        for wanted, keys in renamed.items():
            overrides: dict[str, Any] = {name: override(rename=key) for name, key in keys.items()}
            hook: Any = make_dict_structure_fn(
                wanted,
                self._converter,
                _cattrs_forbid_extra_keys=True,
                _cattrs_detailed_validation=False,
                **overrides,
            )
            self._converter.register_structure_hook(wanted, hook)

    def build(self, wanted: type[T], data: Any) -> T:
        """Return a value of the wanted class from data that its schema has accepted."""
        return self._converter.structure(data, wanted)

    def _listed(self, data: Any, wanted: Any) -> Listed[Any]:
        if isinstance(data, str):
            return Listed(absence=data)
        (entry,) = get_args(wanted)
        made = tuple(self._converter.structure(part, entry) for part in data)
        return Listed(made, None)

    def _stated(self, data: Any, wanted: Any) -> Stated[Any]:
        if isinstance(data, str) and data in _NO_VALUE:
            return Stated(absence=data)
        (inner,) = get_args(wanted)
        return Stated(self._converter.structure(data, inner), None)

    def _optional(self, data: Any, wanted: Any) -> Any:
        if data is None or data == UNSTATED:
            return None
        (inner,) = (part for part in get_args(wanted) if part is not type(None))
        return self._converter.structure(data, inner)


def _is_listed(wanted: Any) -> bool:
    return get_origin(wanted) is Listed


def _is_stated(wanted: Any) -> bool:
    return get_origin(wanted) is Stated


def _is_optional(wanted: Any) -> bool:
    return get_origin(wanted) in (Union, UnionType) and type(None) in get_args(wanted)
