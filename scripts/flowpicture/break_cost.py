"""What it costs to break a Japanese line between two characters.

Kinsoku forbids some breaks, BudouX knows where a phrase ends. Within a phrase, which in a label may
be one long compound, words are told by their script: kanji go in twos, with suffixes.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate

from budoux import Parser, load_default_japanese_parser

FORBIDDEN = 1000.0

_NOT_AT_START = frozenset("、。，．・：；？！）〕］｝」』】〉》ー々ゝゞ…‥～〜％／%)]},.:;!?")
_NOT_AT_START_SMALL = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_NOT_AT_END = frozenset("（〔［｛「『【〈《([{")
_CLOSING = frozenset("）〕］｝」』】〉》)]}")
_FREE_AFTER = frozenset("、。・ 　／→")

_AT_SCRIPT_CHANGE = {
    ("hiragana", "kanji"): 2.0,
    ("hiragana", "katakana"): 3.0,
    ("hiragana", "latin"): 3.0,
    ("kanji", "katakana"): 3.0,
    ("kanji", "latin"): 13.0,
    ("katakana", "kanji"): 4.0,
    ("katakana", "hiragana"): 14.0,
    ("katakana", "latin"): 5.0,
    ("latin", "kanji"): 18.0,
    ("latin", "katakana"): 5.0,
    ("latin", "hiragana"): 14.0,
    ("kanji", "hiragana"): 26.0,
}
_WITHIN_SCRIPT = {"hiragana": 16.0, "katakana": 45.0, "latin": 80.0}
_WORD_EDGE, _AFTER_SUFFIX, _BESIDE_AFFIX, _WITHIN_WORD = 5.0, 2.0, 40.0, 44.0
_LOANWORD_EDGE, _NUMBER_AND_UNIT, _IN_BRACKETS = 3.0, 40.0, 9.0
_PHRASE_EDGE, _WITHIN_PHRASE, _WITHIN_VERB = 1.5, 4.0, 42.0
_TRUSTED = 10.0  # a phrase that ends where a break costs more ends within a word

# BudouX keeps compounds of loanwords whole; these are the usual parts.
_LOANWORD = re.compile(
    "システム|センター|サービス|データ(?!ベース)|ファイル|ネットワーク|サーバー?|オンライン"
)
# Kanji that are suffixes wherever a word ends before them, or only at the end of a compound.
_SUFFIX = (
    "(?:[部課係局室館者員票先]|区(?![立内民長役分])|所(?![在属得有管轄定要])"
    "|用(?![紙途件品意語地水])|証(?![明券拠]))"
)
_LAST_SUFFIX = r"[金書数率額費料等型式法的性会庁署院校園内外前後別中時日月年号権業長機]\Z"
_KANJI_WORD = re.compile(rf"(..?)({_SUFFIX}*(?:{_LAST_SUFFIX})?)")
_WHOLE_WORDS = re.compile(rf"(?:..{_SUFFIX}*)+(?:{_LAST_SUFFIX})?")
_COUNT = re.compile(r"\d[かカヵヶケ]?\Z")
_PREFIXES = frozenset("再被各紙他")
_KANJI = "[一-鿿㐀-䶿々]"
_KANJI_RUN = re.compile(rf"(?:(?<=[゠-ヿ])用(?={_KANJI}))?({_KANJI}+)")


@lru_cache(maxsize=4096)
def break_costs(text: str) -> tuple[float, ...]:
    """Cost of a break before each character of `text`; FORBIDDEN or more is a last resort.

    The first character has a cost too, and so has an empty text.

    >>> break_costs("住所、氏名")
    (1000.0, 44.0, 1000.0, 0.0, 44.0)
    """
    words = [_script_cost(text, index) for index in range(1, len(text))]
    costs = [FORBIDDEN, *words]
    for run in _KANJI_RUN.finditer(text):
        costs[run.start(1) + 1 : run.end()] = _costs_within(run[1])
        if run.start(1) > run.start():
            costs[run.start(1)] = _AFTER_SUFFIX
    for word in _LOANWORD.finditer(text):
        for edge in word.span():
            if 0 < edge < len(text) and _script(text[edge]) != "hiragana":
                costs[edge] = min(costs[edge], _LOANWORD_EDGE)
    phrases = set(accumulate(map(len, _parser().parse(text))))
    depth = 0
    for index, character in enumerate(text):
        if index:
            costs[index] = _kinsoku(text, index, _phrased(text, index, costs[index], phrases))
        costs[index] += _IN_BRACKETS if depth else 0
        depth += (character in _NOT_AT_END) - (character in _CLOSING)
    return tuple(costs)


@cache
def _parser() -> Parser:
    return load_default_japanese_parser()


def _script_cost(text: str, index: int) -> float:
    before, after = text[index - 1], text[index]
    scripts = _script(before), _script(after)
    if _COUNT.search(text, 0, index) and scripts[1] in {"kanji", "katakana", "hiragana"}:
        return _NUMBER_AND_UNIT
    if scripts[0] == "katakana" and re.match(
        f"(?:{_SUFFIX}|{_LAST_SUFFIX[:-2]})(?!{_KANJI})|用", text[index:]
    ):
        return _BESIDE_AFFIX
    if before == "新" and scripts[1] in {"latin", "katakana"}:
        return _BESIDE_AFFIX
    if scripts[0] == scripts[1]:
        return _WITHIN_SCRIPT.get(scripts[0], 1.0)
    return _AT_SCRIPT_CHANGE.get(scripts, 1.0)


def _costs_within(run: str) -> list[float]:
    """Cost of a break before each kanji of a run but the first."""
    prefix = run[0] in _PREFIXES and _WHOLE_WORDS.fullmatch(run, 1) is not None
    costs = [_BESIDE_AFFIX] if prefix else []
    edge = _BESIDE_AFFIX
    for word in _KANJI_WORD.finditer(run, int(prefix)):
        if word.start() > prefix:
            costs.append(edge)
        costs.extend([_WITHIN_WORD] * (len(word[1]) - 1) + [_BESIDE_AFFIX] * len(word[2]))
        edge = _AFTER_SUFFIX if word[2] else _WORD_EDGE
    return costs


def _phrased(text: str, index: int, cost: float, phrases: set[int]) -> float:
    """Welcome the end of a phrase; hold together what BudouX does after hiragana."""
    before, after = _script(text[index - 1]), _script(text[index])
    if index in phrases:
        return min(cost, _PHRASE_EDGE) if cost <= _TRUSTED else cost
    if before != "hiragana" or after == "hiragana":
        return cost
    is_in_verb = index > 1 and {_script(text[index - 2]), after} == {"kanji"}
    return cost + (_WITHIN_VERB if is_in_verb else _WITHIN_PHRASE)


def _kinsoku(text: str, index: int, cost: float) -> float:
    before, after = text[index - 1], text[index]
    if after in _NOT_AT_START or after in _NOT_AT_START_SMALL or before in _NOT_AT_END:
        return FORBIDDEN
    if before in _FREE_AFTER or after in _NOT_AT_END or after in " 　":
        return 0.0
    return cost


def _script(character: str) -> str:
    if "ぁ" <= character <= "ゟ":
        return "hiragana"
    if "゠" <= character <= "ヿ":
        return "katakana"
    if re.match(_KANJI, character):
        return "kanji"
    return "latin" if character.isalnum() else "sign"
