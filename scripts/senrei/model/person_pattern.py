"""Person pattern: how a text names a person, as one pattern over common Japanese names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from senrei.model.person_names import GIVEN_NAMES, SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterable


def _any_of(words: Iterable[str]) -> str:
    """Write a pattern for any of many words that fails at once where no word begins."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    first = "".join(sorted({word[0] for word in longest_first}))
    return f"(?=[{first}])(?:{'|'.join(longest_first)})"


_HEADS = "区長 市長 町長 村長 知事 会長 社長 理事長 取締役 代表者 委員長"
_CHIEFS = f"{_HEADS} 部長 館長 所長 局長 校長 園長"
_COLLEAGUES = "会長 社長 理事長 部長 課長 係長 主査 主事 主任 委員 議員 教授 弁護士"
_OFFICES = f"{_CHIEFS} {_COLLEAGUES} 代表 室長 次長 理事 担当 担当者 責任者 氏名"
_HEAD, _CHIEF = _any_of(_HEADS.split()), _any_of(_CHIEFS.split())
_COLLEAGUE, _OFFICE = _any_of(_COLLEAGUES.split()), _any_of(_OFFICES.split())
_HONORIFIC = r"様(?![子式々相な])|殿(?!堂)|氏(?![名神])|さん|先生|ちゃん|くん"

_KANJI = "[一-龠々]"
_END = r"(?=$|[\s）)、。・])"
_SURNAME, _GIVEN = _any_of(SURNAMES), _any_of(GIVEN_NAMES)
_LONG_SURNAME = _any_of(name for name in SURNAMES if len(name) > 1)
_OF_OFFICES = "部課局室会所館区市都道府県町村長者員係校園院庁省社"
_NO_NAME_ENDS = f"{_OF_OFFICES}名印等他務内科人事役先元番号"
_NO_HONORIFIC = "仕同多異一模態有各皆奥客王神宮本拝沈両今文長者員会課部局室校園院庁省社当位衆"

_FULL_NAME = (  # 山田太郎, 山田　太郎, 森 一郎
    rf"(?<!{_KANJI})(?:{_LONG_SURNAME}\s?{_GIVEN}|{_SURNAME}\s?(?={_KANJI}{_KANJI}){_GIVEN})"
    rf"(?!{_KANJI})"
)
_AFTER_OFFICE = (  # 区長 山田太, 氏名：山田
    rf"{_OFFICE}[\s:：（(・]*(?:{_SURNAME}\s?{_GIVEN}"
    rf"|{_SURNAME}(?:\s?{_KANJI}{{1,2}})?(?<![{_OF_OFFICES}]){_END})"
)
_SPACED_AFTER_CHIEF = (  # 区長　野中 広
    rf"{_CHIEF}[\s:：]*{_KANJI}{{1,3}}(?<![{_NO_NAME_ENDS}])\s[一-龠々ぁ-ん]{{1,3}}"
    rf"(?<![{_NO_NAME_ENDS}]){_END}"
)
_AFTER_HEAD = rf"{_HEAD}[\s:：]+{_KANJI}{{3,5}}(?<![{_NO_NAME_ENDS}]){_END}"  # 代表取締役 青野慶久
_WITH_HONORIFIC = (  # 山田様, 山田太郎殿
    rf"(?<!{_KANJI})(?:{_SURNAME})\s?[一-龠々ぁ-ん]{{0,3}}?\s?(?:{_HONORIFIC})"
)
_UNKNOWN_WITH_HONORIFIC = rf"{_KANJI}{{2,5}}(?<![{_NO_HONORIFIC}])\s?[様殿]{_END}"
_BEFORE_OFFICE = rf"(?<!{_KANJI}){_SURNAME}{_COLLEAGUE}"  # 山田課長

_WAYS = (
    _FULL_NAME,
    _AFTER_OFFICE,
    _SPACED_AFTER_CHIEF,
    _AFTER_HEAD,
    _WITH_HONORIFIC,
    _UNKNOWN_WITH_HONORIFIC,
    _BEFORE_OFFICE,
)
PERSON = re.compile("|".join(_WAYS))
