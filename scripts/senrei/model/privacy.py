"""Privacy: what in a text would lead to a living person; offices and organisations are fine."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from senrei.model.person_pattern import BETWEEN, PERSON
from senrei.source.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.model.rules.finding import RuleId
    from senrei.source.document import Document


def privacy_problems(
    documents: Iterable[Document], only: frozenset[str] | None = None
) -> Iterator[Problem]:
    """Yield every trace of a person in any text of any file, or of those with a path in `only`."""
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
        """Yield the traces that a text holds, one for each rule that sees any."""
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
        """Return quickly whether any of many texts holds a trace."""
        once = dict.fromkeys(text for text in texts if not _WORD.fullmatch(text))
        return any(True for _ in self.traces(BETWEEN.join(once)))

    def _person(self, text: str) -> str | None:
        rest = self._organisation.sub(BETWEEN, text) if self.organisations else text
        match = PERSON.search(rest)
        return match[0].strip() if match else None

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


_DIGITS = re.compile(r"[0-9+][0-9()+ -]{8,}")  # what may be a number of a person
_PHONE = re.compile(
    r"(?<![\d-])(?:\+81[- ]?\(?0?\)?|0)\d{1,4}"
    r"(?:[-() ]{1,2}\d{1,4}[-() ]{1,2}\d{3,4}|\d{5,9})(?![\d-])"
)
_CALL = re.compile(
    r"[電TtFfフ内](?:話|EL|el|AX|ax|ァクス|ァックス|線)(?:番号)?[:：]?\s?\d{2,4}(?:-\d{3,4})?"
    r"(?![\d年月日件人名台回])"
)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}(?:@[\w-]+(?:\.[\w-]+)+"
    r"|\s?[\[({【]\s*(?:at|AT|アット|アットマーク)\s*[\])}】]\s*[\w.-]+)"
)
_TWELVE = re.compile(r"(?<![\d-])\d{4}[- ]?\d{4}[- ]?\d{4}(?![\d-])")
_HYPHEN = re.compile("[‐‑‒–—―−ー－]")
_AT = re.compile(r"@|\bat\b|アット", re.IGNORECASE)
_DIGITS_OF_A_PHONE = {10, 11}


def in_plain_width(text: str) -> str:
    """Return a text with digits, letters and hyphens of any width written in one way.

    >>> in_plain_width("０３−１２３４")
    '03-1234'
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _HYPHEN.sub("-", plain)


def phone_number_in(plain: str) -> str | None:
    """Return the first telephone number in a text of plain width; None where there is none."""
    for part in _DIGITS.finditer(plain):
        for match in _PHONE.finditer(part[0]):
            digits = re.sub(r"[^0-9]", "", match[0].replace("+81", "0"))
            if len(digits) in _DIGITS_OF_A_PHONE:
                return match[0]
    call = _CALL.search(plain)
    return call[0] if call else None


def mail_address_in(plain: str) -> str | None:
    """Return the first mail address in a text of plain width; None where there is none."""
    match = _MAIL.search(plain) if _AT.search(plain) else None
    return match[0] if match else None


def has_my_number(plain: str) -> bool:
    """Return whether a text of plain width holds twelve digits with a valid check digit."""
    return any(
        is_my_number(re.sub(r"[^0-9]", "", match[0]))
        for part in _DIGITS.finditer(plain)
        for match in _TWELVE.finditer(part[0])
    )


def is_my_number(digits: str) -> bool:
    """Return whether twelve digits carry the check digit of an individual number.

    IndexError where there are fewer.
    """
    weights = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11
    return int(digits[11]) == (0 if rest <= 1 else 11 - rest)
