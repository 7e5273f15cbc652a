"""Privacy: what in a text would lead to a living person; offices and organisations are fine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from senrei.model.person_numbers import (
    has_my_number,
    in_plain_width,
    mail_address_in,
    phone_number_in,
)
from senrei.model.person_pattern import BETWEEN, PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.model.rule_id import RuleId

_BLACKED = re.compile(r"[■█▇▉▓◼⬛●○〇◯□×＊]{2,}|[*]{3,}")
_WORD = re.compile(r"[a-z_-]*")  # ids and fixed words; they make half of a record
_FIX = "役職で書いてください"


@dataclass(frozen=True)
class Trace:
    """Something in a text that leads to a person."""

    rule: RuleId
    message: str


@dataclass(frozen=True)
class Privacy:
    """Finds traces of persons in texts; names of organisations are left alone."""

    organisations: frozenset[str]

    def traces(self, text: str) -> Iterator[Trace]:
        """Say each kind of trace that a text holds, once."""
        yield from _numbers(in_plain_width(text))
        name = self._person(text)
        if name:
            yield Trace(
                "person-name",
                f"個人の名前「{name}」のようです。個人の名前は書けません。{_FIX}。"
                "例「区長」「総務部長」。組織の名前なら records/contractors/ に登録します。",
            )
        blacked = _BLACKED.search(text)
        if blacked:
            yield Trace(
                "blacked-out",
                f"「{blacked[0][:10]}」は伏せ字か黒塗りのようです。隠された部分は写せません。"
                f"その部分を省き、人のことなら{_FIX}。",
            )

    def may_have_traces(self, texts: Iterable[str]) -> bool:
        """Tell quickly whether any of many texts holds a trace."""
        once = dict.fromkeys(text for text in texts if not _WORD.fullmatch(text))
        return any(True for _ in self.traces(BETWEEN.join(once)))

    def _person(self, text: str) -> str | None:
        rest = self._organisation.sub(BETWEEN, text) if self.organisations else text
        found = PERSON.search(rest)
        return found[0].strip() if found else None

    @cached_property
    def _organisation(self) -> re.Pattern[str]:
        longest_first = sorted(self.organisations, key=lambda name: (-len(name), name))
        return re.compile("|".join(re.escape(name) for name in longest_first))


def _numbers(plain: str) -> Iterator[Trace]:
    phone = phone_number_in(plain)
    if phone:
        yield Trace(
            "phone-number",
            f"電話番号「{phone}」のようです。電話番号は書けません。"
            f"番号を消し、連絡先は{_FIX}。例「総務課長」。",
        )
    mail = mail_address_in(plain)
    if mail:
        yield Trace(
            "mail-address",
            f"メールアドレス「{mail[:30]}」のようです。メールアドレスは書けません。"
            f"消して、連絡先は{_FIX}。例「総務課長」。",
        )
    if has_my_number(plain):
        yield Trace(
            "my-number",
            "個人番号（マイナンバー）として正しい 12 桁の数があります。番号を必ず消し、"
            f"だれかを示すときは{_FIX}。もとの資料の扱いも確かめてください。",
        )
