"""Person pattern: how a text names a person, as one pattern over common Japanese names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from senrei.model.person_names import (
    GIVEN_NAMES,
    SPOKEN_GIVEN_NAMES,
    SPOKEN_SURNAMES,
    SURNAMES,
    latin_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def _any_of(words: Iterable[str]) -> str:
    """Write a pattern for any of many words that fails at once where no word begins."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    first = "".join(sorted({word[0] for word in longest_first}))
    return f"(?=[{first}])(?:{'|'.join(longest_first)})"


def _in_hiragana(words: Iterable[str]) -> list[str]:
    return ["".join(chr(ord(letter) - 0x60) for letter in word) for word in words]


BETWEEN = "\x00"  # stands between texts that are looked at together; no name reaches over it

_HEADS = "区長 市長 町長 村長 知事 会長 社長 理事長 取締役 代表者 委員長"
_CHIEFS = f"{_HEADS} 部長 館長 所長 局長 校長 園長"
_COLLEAGUES = (
    "会長 社長 理事長 部長 課長 係長 室長 次長 校長 園長 主幹 主査 主事 主任 委員 委員長 議員 議長"
    " 座長 教授 准教授 弁護士 医師 看護師 保健師 監査役"
)
_OFFICES = (
    f"{_CHIEFS} {_COLLEAGUES} 代表 理事 監事 幹事 担当 担当者 責任者 連絡先 作成者 記入者 申請者"
    " 説明者 発言者 代理人 氏名"
)
_HEAD, _CHIEF = _any_of(_HEADS.split()), _any_of(_CHIEFS.split())
_COLLEAGUE, _OFFICE = _any_of(_COLLEAGUES.split()), _any_of(_OFFICES.split())
_HONORIFIC = r"様(?![子式々相な])|殿(?!堂)|氏(?![名神])|さん|先生|ちゃん|くん"

_KANJI = "[一-龠々髙﨑]"
_END = rf"(?=$|[{BETWEEN}\s（(）)、。・])"
_SURNAME, _GIVEN = _any_of(SURNAMES), _any_of(GIVEN_NAMES)
_LONG_SURNAME = _any_of(name for name in SURNAMES if len(name) > 1)
_OF_OFFICES = "部課局室会所館区市都道府県町村長者員係校園院庁省社"
_NO_NAME_ENDS = f"{_OF_OFFICES}名印等他務内科人事役先元番号"
_NO_HONORIFIC = "仕同多異一模態有各皆奥客王神宮本拝沈両今文長者員会課部局室校園院庁省社当位衆"

_FULL_NAME = (  # 山田太郎, 山田　太郎, 森 一郎; 伊藤忠 is a company
    rf"(?<!{_KANJI})(?:{_LONG_SURNAME}\s?{_GIVEN}|{_SURNAME}\s?(?={_KANJI}{_KANJI}){_GIVEN})"
    rf"(?!{_KANJI})(?<!伊藤忠)"
)
_AFTER_OFFICE = (  # 区長 山田太, 氏名：山田
    rf"{_OFFICE}[\s:：（(・]*(?:{_SURNAME}\s?{_GIVEN}"
    rf"|{_SURNAME}(?:\s?{_KANJI}{{1,2}}(?<![{_OF_OFFICES}]))?{_END})"
)
_AFTER_SECTION = rf"[課係]\s+{_LONG_SURNAME}{_END}"  # 総務課 山田
_SPACED_AFTER_CHIEF = (  # 区長　野中 広
    rf"{_CHIEF}[\s:：]*{_KANJI}{{1,3}}(?<![{_NO_NAME_ENDS}])\s[一-龠々ぁ-ん]{{1,3}}"
    rf"(?<![{_NO_NAME_ENDS}]){_END}"
)
_AFTER_HEAD = rf"{_HEAD}[\s:：]+{_KANJI}{{3,5}}(?<![{_NO_NAME_ENDS}]){_END}"  # 代表取締役 青野慶久
_WITH_HONORIFIC = (  # 山田様, 山田太郎殿
    rf"(?<!{_KANJI})(?:{_SURNAME})\s?[一-龠々ぁ-ん]{{0,3}}?\s?(?:{_HONORIFIC})"
)
_UNKNOWN_WITH_HONORIFIC = rf"{_KANJI}{{2,5}}(?<![{_NO_HONORIFIC}])\s?[様殿]{_END}"
_BEFORE_OFFICE = (  # 山田課長, 山田・田中両委員
    rf"(?<!{_KANJI}){_SURNAME}(?:[・、]{_SURNAME})*[両各]?{_COLLEAGUE}"
)


def _spoken(surname: str, given: str, letters: str) -> str:
    """Write a pattern for names in kana: ヤマダ タロウ, サトウハナコ様, タナカさん."""
    return (
        rf"(?<![{letters}ー])(?:{surname}[\s・]?{given}(?![{letters}ー])"
        rf"|{surname}(?:{given})?\s?(?:{_HONORIFIC}))"
    )


_IN_KATAKANA = _spoken(_any_of(SPOKEN_SURNAMES), _any_of(SPOKEN_GIVEN_NAMES), "ァ-ヶ")
_IN_HIRAGANA = (  # やまだ たろう; joined or with さん alone it may be another word
    rf"(?<![ぁ-ゖー]){_any_of(_in_hiragana(SPOKEN_SURNAMES))}\s?"
    rf"(?:(?<=\s){_any_of(_in_hiragana(SPOKEN_GIVEN_NAMES))}(?![ぁ-ゖー])"
    rf"|{_any_of(_in_hiragana(SPOKEN_GIVEN_NAMES))}(?:さん|様|くん|ちゃん|先生|氏))"
)
_LATIN_SURNAME = _any_of(latin_names(SPOKEN_SURNAMES))
_LATIN_GIVEN = _any_of(latin_names(SPOKEN_GIVEN_NAMES))
_IN_LATIN = (  # Yamada Taro, Taro Yamada, T. Yamada, Mr. Yamada, Yamada-san
    rf"(?i:\b(?:{_LATIN_SURNAME}[ ,]+{_LATIN_GIVEN}|{_LATIN_GIVEN} {_LATIN_SURNAME}"
    rf"|(?:mr|ms|mrs|dr|prof)\.? ?{_LATIN_SURNAME}|{_LATIN_SURNAME}-(?:san|sama|sensei))\b)"
    rf"|\b[A-Z]\. ?{_LATIN_SURNAME}\b"
)

_WAYS = (
    _FULL_NAME,
    _AFTER_OFFICE,
    _AFTER_SECTION,
    _SPACED_AFTER_CHIEF,
    _AFTER_HEAD,
    _WITH_HONORIFIC,
    _UNKNOWN_WITH_HONORIFIC,
    _BEFORE_OFFICE,
    _IN_KATAKANA,
    _IN_HIRAGANA,
    _IN_LATIN,
)
PERSON = re.compile("|".join(_WAYS))
