"""What it costs to break a Japanese line between two characters."""

from __future__ import annotations

import re

FORBIDDEN = 1000.0

_NOT_AT_START = frozenset("、。，．・：；？！）〕］｝」』】〉》ー々ゝゞ…‥～〜％／%)]},.:;!?")
_NOT_AT_START_SMALL = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_NOT_AT_END = frozenset("（〔［｛「『【〈《([{")
_CLOSING = frozenset("）〕］｝」』】〉》)]}")
_FREE_AFTER = frozenset("、。・ 　／→")

# Words that are ugly in two; a break at their edge is welcome.
_KEPT_WORDS = (
    "個人情報",
    "再委託",
    "受託者",
    "委託先",
    "事業者",
    "従事者",
    "担当者",
    "管理者",
    "利用者",
    "申請者",
    "申請書",
    "申込み",
    "保護者",
    "債務者",
    "排出者",
    "審査会",
    "事務所",
    "事業所",
    "センター",
    "システム",
    "クラウド",
    "サーバ",
    "データ",
    "ファイル",
    "フォルダ",
    "タブレット",
    "キャビネット",
    "インターネット",
    "団体",
    "予約",
    "貸室",
    "登録",
    "記録",
    "記載なし",
    "窓口",
    "端末",
    "受付",
    "収集",
    "粗大ごみ",
    "返還金",
    "連絡票",
    "受付票",
    "受付番号",
    "電話番号",
    "生年月日",
    "児童館",
    "元気館",
    "図書館",
    "学童クラブ",
    "納付",
    "案内",
    "国民健康保険",
    "不当利得",
    "医療保険",
    "介護保険",
    "事務センター",
    "処理施設",
    "手書き",
    "持ち出し",
    "取り込み",
    "新BOP",
    "PC端末",
)

_KEPT_WORD = re.compile("|".join(sorted(_KEPT_WORDS, key=len, reverse=True)))

_AT_SCRIPT_CHANGE = {
    ("hiragana", "kanji"): 2.0,
    ("hiragana", "katakana"): 3.0,
    ("hiragana", "latin"): 3.0,
    ("kanji", "katakana"): 3.0,
    ("kanji", "latin"): 5.0,
    ("katakana", "kanji"): 4.0,
    ("katakana", "hiragana"): 14.0,
    ("katakana", "latin"): 5.0,
    ("latin", "kanji"): 9.0,
    ("latin", "katakana"): 5.0,
    ("latin", "hiragana"): 14.0,
    ("kanji", "hiragana"): 26.0,
}
_WITHIN_SCRIPT = {"hiragana": 16.0, "katakana": 45.0, "latin": 80.0}
_KANJI_PAIR_EDGE, _KANJI_PAIR_INSIDE = 6.0, 15.0
_OFFICE_ENDINGS = frozenset("部課係局室館区")
_AFTER_OFFICE, _BEFORE_OFFICE_ENDING = 2.0, 24.0
_WORD_EDGE, _WORD_INSIDE = 1.5, 34.0
_IN_BRACKETS = 9.0


def break_costs(text: str) -> tuple[float, ...]:
    """Cost of a break before each character of `text`; FORBIDDEN or more is a last resort."""
    costs = [FORBIDDEN, *(_pair_cost(text, place) for place in range(1, len(text)))]
    for word in _KEPT_WORD.finditer(text):
        _keep_word(text, costs, word.start(), word.end())
    _hold_brackets(text, costs)
    return tuple(costs)


def _hold_brackets(text: str, costs: list[float]) -> None:
    depth = 0
    for place, character in enumerate(text):
        if depth:
            costs[place] += _IN_BRACKETS
        depth += (character in _NOT_AT_END) - (character in _CLOSING)


def _keep_word(text: str, costs: list[float], start: int, end: int) -> None:
    for edge in (start, end):
        if 0 < edge < len(text) and _may_start_line(text[edge], costs[edge]):
            costs[edge] = min(costs[edge], _WORD_EDGE)
    for inside in range(start + 1, end):
        costs[inside] = max(costs[inside], _WORD_INSIDE)


def _may_start_line(character: str, cost: float) -> bool:
    """Return False before a particle (の, を) or the ending of an office (課, 係)."""
    is_ending = character in _OFFICE_ENDINGS or _script(character) == "hiragana"
    return cost < FORBIDDEN and not is_ending


def _pair_cost(text: str, place: int) -> float:
    before, after = text[place - 1], text[place]
    if after in _NOT_AT_START or after in _NOT_AT_START_SMALL or before in _NOT_AT_END:
        return FORBIDDEN
    if before in _FREE_AFTER or after in _NOT_AT_END or after in " 　":
        return 0.0
    scripts = _script(before), _script(after)
    if scripts == ("kanji", "kanji"):
        return _kanji_cost(text, place)
    if scripts[0] == scripts[1]:
        return _WITHIN_SCRIPT.get(scripts[0], 1.0)
    return _AT_SCRIPT_CHANGE.get(scripts, 1.0)


def _kanji_cost(text: str, place: int) -> float:
    if text[place] in _OFFICE_ENDINGS:
        return _BEFORE_OFFICE_ENDING
    if text[place - 1] in _OFFICE_ENDINGS:
        return _AFTER_OFFICE
    start = place
    while start > 0 and _script(text[start - 1]) == "kanji":
        start -= 1
    return _KANJI_PAIR_INSIDE if (place - start) % 2 else _KANJI_PAIR_EDGE


def _script(character: str) -> str:
    if "ぁ" <= character <= "ゟ":
        return "hiragana"
    if "゠" <= character <= "ヿ":
        return "katakana"
    if "一" <= character <= "鿿" or "㐀" <= character <= "䶿" or character == "々":
        return "kanji"
    return "latin" if character.isalnum() else "sign"
