"""Privacy: what in a text would lead to a living person; offices and organisations are fine."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from senrei.model.person_names import GIVEN_NAMES, SURNAMES

_HONORIFIC = r"様(?![子式々相な])|殿(?!堂)|氏(?![名神])|さん|先生|ちゃん|くん"
_OF_COLLEAGUES = "会長 社長 理事長 部長 課長 係長 主査 主事 主任 委員 議員 教授 弁護士".split()

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def _any_of(words: Iterable[str]) -> str:
    """Write a pattern for any of many words that fails at once where no word begins."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    first = "".join(sorted({word[0] for word in longest_first}))
    return f"(?=[{first}])(?:{'|'.join(longest_first)})"


_K = "[一-龠々]"
_END = r"(?=$|[\s）)、。・])"
_LONG = _any_of(name for name in SURNAMES if len(name) > 1)
_SURNAME, _GIVEN = _any_of(SURNAMES), _any_of(GIVEN_NAMES)
_TOP = _any_of(
    ("区長", "市長", "町長", "村長", "知事", "会長", "社長", "理事長", "取締役", "代表者", "委員長")
)
_OFFICE = _any_of(
    "区長 市長 町長 村長 知事 会長 社長 理事長 取締役 代表者 代表 委員長 委員 部長 課長 係長 館長 所長"
    " 室長 局長 校長 園長 次長 主査 主事 主任 理事 教授 弁護士 議員 担当 担当者 責任者 氏名".split()
)
_LEADING = _any_of(
    "区長 市長 町長 村長 知事 会長 社長 理事長 取締役 代表者 委員長 部長 館長 所長 局長 校長 園長".split()
)
_OF_OFFICES = "部課局室会所館区市都道府県町村長者員係校園院庁省社"
_NO_NAME_ENDS = _OF_OFFICES + "名印等他務内科人事役先元番号"
_NO_HONORIFIC = "仕同多異一模態有各皆奥客王神宮本拝沈両今文長者員会課部局室校園院庁省社当位衆"
_NAMES = (
    # 山田太郎, 山田　太郎, 森 一郎
    rf"(?<!{_K})(?:{_LONG}\s?{_GIVEN}|{_SURNAME}\s?(?={_K}{_K}){_GIVEN})(?!{_K})",
    # 区長 山田太, 氏名：山田, 社長　野中 広
    rf"{_OFFICE}[\s:：（(・]*"
    rf"(?:{_SURNAME}\s?{_GIVEN}|{_SURNAME}(?:\s?{_K}{{1,2}})?(?<![{_OF_OFFICES}]){_END})",
    # 区長　野中 広
    rf"{_LEADING}[\s:：]*{_K}{{1,3}}(?<![{_NO_NAME_ENDS}])\s[一-龠々ぁ-ん]{{1,3}}"
    rf"(?<![{_NO_NAME_ENDS}]){_END}",
    # 代表取締役 青野慶久
    rf"{_TOP}[\s:：]+{_K}{{3,5}}(?<![{_NO_NAME_ENDS}]){_END}",
    # 山田様, 山田太郎殿
    rf"(?<!{_K}){_SURNAME}\s?[一-龠々ぁ-ん]{{0,3}}?\s?(?:{_HONORIFIC})",
    rf"{_K}{{2,5}}(?<![{_NO_HONORIFIC}])\s?[様殿]{_END}",
    # 山田課長
    rf"(?<!{_K}){_SURNAME}{_any_of(_OF_COLLEAGUES)}",
)
_NAME = re.compile("|".join(_NAMES))
_DIGITS = re.compile(r"[0-9+][0-9()+ -]{8,}")  # what may be a number of a person
_PHONE = re.compile(
    r"(?<![\d-])(?:\+81[- ]?\(?0?\)?|0)\d{1,4}(?:[-() ]{1,2}\d{1,4}[-() ]{1,2}\d{3,4}|\d{5,9})(?![\d-])"
)
_CALL = re.compile(
    r"[電TtFfフ内](?:話|EL|el|AX|ax|ァクス|ァックス|線)(?:番号)?[:：]?\s?\d{2,4}(?:-\d{3,4})?"
    r"(?![\d年月日件人名台回])"
)
_MAIL = re.compile(
    r"[A-Za-z0-9_.+-]+(?:@[\w-]+(?:\.[\w-]+)+"
    r"|\s?[\[({【]\s*(?:at|AT|アット|アットマーク)\s*[\])}】]\s*[\w.-]+)"
)
_TWELVE = re.compile(r"(?<![\d-])\d{4}[- ]?\d{4}[- ]?\d{4}(?![\d-])")
_BLACKED = re.compile(r"[■█▇▉▓◼⬛●○〇◯□×＊*]{2,}")
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−ー－", "-"))
_CURE = "役職で書いてください"


@dataclass(frozen=True)
class Trace:
    """Something in a text that leads to a person."""

    rule: str
    message: str


@dataclass(frozen=True)
class Privacy:
    """Finds traces of persons in texts; names of organisations are left alone."""

    organisations: frozenset[str]

    def traces(self, text: str) -> Iterator[Trace]:
        """Say each kind of trace that a text holds, once."""
        plain = unicodedata.normalize("NFKC", text)
        yield from _numbers(plain)
        name = self._person(text)
        if name:
            yield Trace(
                "person-name",
                f"個人の名前「{name}」のようです。個人の名前は書けません。{_CURE}。"
                "例「区長」「総務部長」。組織の名前なら records/contractors/ に登録します。",
            )
        blacked = _BLACKED.search(text)
        if blacked:
            yield Trace(
                "blacked-out",
                f"「{blacked[0][:10]}」は伏せ字か黒塗りのようです。隠された部分は写せません。"
                f"その部分を省き、人のことなら{_CURE}。",
            )

    def may_have_traces(self, texts: Iterable[str]) -> bool:
        """Tell quickly whether any of many texts holds a trace."""
        whole = "\n".join(texts)
        return any(True for _ in self.traces(whole))

    def _person(self, text: str) -> str | None:
        rest = self._organisation.sub("\x00", text) if self.organisations else text
        found = _NAME.search(rest)
        return found[0].strip() if found else None

    @cached_property
    def _organisation(self) -> re.Pattern[str]:
        longest_first = sorted(self.organisations, key=lambda name: (-len(name), name))
        return re.compile("|".join(re.escape(name) for name in longest_first))


def _numbers(plain: str) -> Iterator[Trace]:
    folded = plain.translate(_HYPHENS)
    candidates = [found[0] for found in _DIGITS.finditer(folded)]
    phone = next((number for part in candidates if (number := _phone(part))), None)
    call = _CALL.search(folded)
    if phone or call:
        yield Trace(
            "phone-number",
            f"電話番号「{phone or (call and call[0])}」のようです。電話番号は書けません。"
            f"番号を消し、連絡先は{_CURE}。例「総務課長」。",
        )
    mail = _MAIL.search(plain)
    if mail:
        yield Trace(
            "mail-address",
            f"メールアドレス「{mail[0][:30]}」のようです。メールアドレスは書けません。"
            f"消して、連絡先は{_CURE}。例「総務課長」。",
        )
    twelve = (found[0] for part in candidates for found in _TWELVE.finditer(part))
    if any(is_my_number(re.sub(r"[^0-9]", "", number)) for number in twelve):
        yield Trace(
            "my-number",
            "個人番号（マイナンバー）として正しい 12 桁の数があります。番号を必ず消し、"
            f"だれかを示すときは{_CURE}。もとの資料の扱いも確かめてください。",
        )


def _phone(part: str) -> str | None:
    """Find a number that has as many digits as a telephone number has."""
    for found in _PHONE.finditer(part):
        digits = re.sub(r"[^0-9]", "", found[0].replace("+81", "0"))
        if len(digits) in {10, 11}:
            return found[0]
    return None


def is_my_number(digits: str) -> bool:
    """Tell whether twelve digits carry the check digit of an individual number."""
    weights = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11
    return int(digits[11]) == (0 if rest <= 1 else 11 - rest)
