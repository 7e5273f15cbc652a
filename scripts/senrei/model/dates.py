"""Dates as the papers write them: era years, full width, inner blanks, months without a year."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FISCAL_YEAR_BEGINS = 4  # April, the month


class Precision(StrEnum):
    """How exactly a date is known."""

    FISCAL_YEAR = "fiscal_year"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True)
class Date:
    """A date as a record holds it: `FY2022`, `2022`, `2022-07` or `2022-07-13`.

    Its days, and whatever needs them, raise ValueError unless `is_in_calendar`.
    """

    value: str
    as_written: str
    part: str | None = None

    @property
    def precision(self) -> Precision:
        """How exactly the date is known."""
        if self.value.startswith("FY"):
            return Precision.FISCAL_YEAR
        return (Precision.YEAR, Precision.MONTH, Precision.DAY)[self.value.count("-")]

    @property
    def is_in_calendar(self) -> bool:
        """Whether there is such a day."""
        try:
            return self.first_day <= self.last_day
        except ValueError:
            return False

    @property
    def year(self) -> int:
        """The western year."""
        return int(self.value.removeprefix("FY")[:4])

    @property
    def first_day(self) -> dt.date:
        """The earliest day the date can mean."""
        if self.precision is Precision.FISCAL_YEAR:
            return dt.date(self.year, FISCAL_YEAR_BEGINS, 1)
        numbers = [int(number) for number in self.value.split("-")]
        return dt.date(*(*numbers, 1, 1)[:3])

    @property
    def last_day(self) -> dt.date:
        """The latest day the date can mean."""
        match self.precision:
            case Precision.FISCAL_YEAR:
                return dt.date(self.year + 1, FISCAL_YEAR_BEGINS, 1) - dt.timedelta(days=1)
            case Precision.YEAR:
                return dt.date(self.year, 12, 31)
            case Precision.MONTH:
                month = self.first_day.replace(day=28) + dt.timedelta(days=4)
                return month.replace(day=1) - dt.timedelta(days=1)
            case _:
                return self.first_day

    @property
    def fiscal_year(self) -> int:
        """The western year its fiscal year began in; a mere year is taken for a fiscal one."""
        day = self.last_day
        return day.year - (day.month < FISCAL_YEAR_BEGINS)

    @property
    def in_era(self) -> str:
        """The date by its era, to the month: 平成19年3月, 平成17年度."""
        match self.precision:
            case Precision.FISCAL_YEAR:
                return fiscal_year_in_era(self.year)
            case Precision.YEAR:
                return year_in_era(self.last_day)
            case _:
                return f"{year_in_era(self.last_day)}{self.first_day.month}月"


@dataclass(frozen=True)
class Era:
    """An era, and the letter that is short for it."""

    name: str
    letter: str
    begins: dt.date

    def western(self, year: int) -> int:
        """Return the western year of a year of the era."""
        return self.begins.year + year - 1


ERAS = (
    Era("令和", "R", dt.date(2019, 5, 1)),
    Era("平成", "H", dt.date(1989, 1, 8)),
    Era("昭和", "S", dt.date(1926, 12, 25)),
    Era("大正", "T", dt.date(1912, 7, 30)),
)
_WRITTEN = re.compile(
    r"(?:(?P<era>" + "|".join(f"{era.name}|{era.letter}" for era in ERAS) + ")?"
    r"(?P<year>元|[0-9]{1,4})[年.](?P<fiscal>度)?)?"
    r"(?:(?P<month>[0-9]{1,2})(?:月|\.|(?![0-9月]))(?:(?P<day>[0-9]{1,2})日?)?)?"
    r"(?:[上中下初]旬|末日?|頃|初め|[春夏秋冬中内])?(?:から|より|以降|〜|~|まで|現在|時点|予定)?"
)
_EXCEL_DAY = re.compile(r"[3-5][0-9]{4}")  # a day as Excel counts it, from 1982 to 2064
_EXCEL_BEGINS = dt.date(1899, 12, 30)


def era_of(day: dt.date) -> tuple[str, int]:
    """Return the era of a day and the year in it; days before 1912 count as Taisho."""
    era = next((era for era in ERAS if era.begins <= day), ERAS[-1])
    return era.name, day.year - era.begins.year + 1


def eras_between(first: dt.date, last: dt.date) -> tuple[tuple[str, dt.date], ...]:
    """Return the eras of a stretch of days, the oldest first, with the day on which each begins."""
    begun = [(era.name, era.begins) for era in reversed(ERAS) if era.begins <= last]
    over = sum(begins <= first for _, begins in begun) - 1
    return tuple(begun[max(over, 0) :])


def year_in_era(day: dt.date) -> str:
    """Return the year of a day by its era: 令和元年."""
    name, year = era_of(day)
    return f"{name}{'元' if year == 1 else year}年"


def fiscal_year_in_era(year: int) -> str:
    """Return a fiscal year by the era of most of its months: 平成17年度."""
    return f"{year_in_era(dt.date(year, 12, 31))}度"


def fiscal_year_label(year: int) -> str:
    """Return a fiscal year by its era and by the western year: 令和4年度（2022年度）."""
    return f"{fiscal_year_in_era(year)}（{year}年度）"


def day_in_era(day: dt.date) -> str:
    """Return a day as the papers write it: `令和元年5月1日`; before 1912 by its western year."""
    year = year_in_era(day) if day >= ERAS[-1].begins else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


@dataclass(frozen=True)
class WrittenDate:
    """What a written date says; a part that it leaves out is None."""

    year: int | None
    month: int | None
    day: int | None
    is_fiscal_year: bool
    fault: str | None = None
    """Why there is no such day, in Japanese."""

    def agrees_with(self, date: Date) -> bool:
        """Return whether the value of a date says the same wherever both say something."""
        if self.is_fiscal_year and self.month is None:
            return date.value == f"FY{self.year}"
        numbers = [int(number) for number in date.value.removeprefix("FY").split("-")]
        said = (self.year, self.month, self.day)
        held: tuple[int | None, ...] = (*numbers, None, None)[:3]
        if self.year is not None and self.is_fiscal_year and self.month is not None:
            said = (self.year + (self.month < FISCAL_YEAR_BEGINS), self.month, self.day)
        inherits_year = self.year is None
        return all(
            mine == theirs
            for mine, theirs in zip(said, held, strict=True)
            if not (mine is None and inherits_year and theirs == held[0])
        )


def read_date(text: str) -> WrittenDate | None:
    """Return what a written date says; None where the text is something else.

    >>> read_date("令和４年　７月")
    WrittenDate(year=2022, month=7, day=None, is_fiscal_year=False, fault=None)
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    match = _WRITTEN.fullmatch(plain)
    if not match or not (match["year"] or match["month"]):
        return None
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    year, fault = _western_year(match["era"], match["year"], month, day)
    return WrittenDate(year, month, day, bool(match["fiscal"]), fault)


def western_values(text: str) -> Iterator[str]:
    """Yield the western values that a written date may mean: none where it says no year."""
    if _EXCEL_DAY.fullmatch(text):
        yield (_EXCEL_BEGINS + dt.timedelta(days=int(text))).isoformat()
    written = read_date(text)
    if written is None or written.year is None or written.fault:
        return
    if written.is_fiscal_year and written.month is None:
        yield f"FY{written.year}"
        return
    parts = (written.month, written.day)
    yield "-".join([str(written.year), *(f"{part:02}" for part in parts if part is not None)])


def _western_year(
    era_name: str | None, written: str | None, month: int | None, day: int | None
) -> tuple[int | None, str | None]:
    if written is None:
        return None, _impossible(None, month, day)
    number = 1 if written == "元" else int(written)
    if era_name is None:
        return number, _impossible(number, month, day)
    index = next(i for i, era in enumerate(ERAS) if era_name in {era.name, era.letter})
    name = ERAS[index].name
    year = ERAS[index].western(number)
    fault = _impossible(year, month, day)
    if fault is None and month is not None:
        earliest = dt.date(year, month, day or 28)
        if earliest < ERAS[index].begins:
            fault = f"{name}{written}年{month}月はまだ{name}ではありません"
        if index and dt.date(year, month, day or 1) >= ERAS[index - 1].begins:
            fault = f"{name}{written}年{month}月はもう{ERAS[index - 1].name}です"
    return year, fault


def _impossible(year: int | None, month: int | None, day: int | None) -> str | None:
    if month is None:
        return None
    try:
        dt.date(year or 2000, month, day or 1)
    except ValueError:
        if not 1 <= month <= 12:  # noqa: PLR2004
            return f"{month}月はありません"
        return f"{month}月{day}日という日はありません"
    return None
