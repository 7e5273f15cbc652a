"""Spellings: other ways to write the numbers, dates and articles of a text, for the index only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from senrei.model.dates import ERAS

if TYPE_CHECKING:
    from collections.abc import Iterator

_ERAS = {era.name: era for era in ERAS}
_DATE = re.compile(
    rf"({'|'.join(_ERAS)})([0-9]{{1,2}}|元)年(度|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?"
)
_ARTICLE = re.compile(r"(?:第?[0-9]+[条項号](?:の[0-9]+)?){1,3}")
_KANJI_NUMBER = re.compile(r"[一二三四五六七八九十百]+(?=[条項号款章節年月日件人回台名校館])")
_HUNDREDS = re.compile(
    r"([一二三四五六七八九]?百)?([一二三四五六七八九]?十)?([一二三四五六七八九])?"
)
_TEN_THOUSANDS = re.compile(r"([0-9]+)万(?:([0-9])千)?")
_HYPHENED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_HINT = re.compile(r"[0-9一二三四五六七八九十百元]|[a-z]-[a-z]")
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}


def other_spellings(folded: str) -> Iterator[str]:
    """Yield what else a folded text could be looked up by.

    >>> list(other_spellings("令和4年7月"))
    ['2022年7月']
    """
    if not _HINT.search(folded):
        return
    plain = _KANJI_NUMBER.sub(_arabic, folded)
    if plain != folded:
        yield from _around_numbers(folded, plain)
    for match in _DATE.finditer(plain):
        era, year, rest = match.groups()
        number = 1 if year == "元" else int(year)
        yield f"{_ERAS[era].western(number)}年{rest or ''}"
        if year == "元":
            yield f"{era}1年{rest or ''}"
    for match in _ARTICLE.finditer(plain):
        if "第" in match[0]:
            yield match[0].replace("第", "")
    for match in _TEN_THOUSANDS.finditer(plain):
        yield str(int(match[1]) * 10000 + int(match[2] or 0) * 1000)
    for match in _HYPHENED.finditer(plain) if "-" in plain else ():
        yield match[0].replace("-", "")


def _arabic(match: re.Match[str]) -> str:
    number = _HUNDREDS.fullmatch(match[0])
    if not number:
        return match[0]
    hundreds, tens, ones = number.groups()
    value = sum(
        (_DIGITS.get(part[0], 1) * unit) if part else 0
        for part, unit in ((hundreds, 100), (tens, 10), (ones, 1))
    )
    return str(value)


def _around_numbers(folded: str, plain: str) -> Iterator[str]:
    """Yield the words of the text that changed with its numbers."""
    before = set(re.findall(r"\w+", folded))
    yield from (word for word in re.findall(r"\w+", plain) if word not in before)
