import datetime as dt

import pytest

from senrei.model.dates import Date, Precision, WrittenDate, read_date


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("令和４年７月 13 日", "2022-07-13"),
        ("令和4年3月3日", "2022-03-03"),
        ("平成25年4月1日", "2013-04-01"),
        ("平成２５年４月１日から", "2013-04-01"),
        ("平成 19 年１月", "2007-01"),
        ("令和元年5月1日", "2019-05-01"),
        ("昭和52年", "1977"),
        ("平成19年度", "FY2007"),
        ("R4.7.13", "2022-07-13"),
        ("2004 年 12 月 5 日", "2004-12-05"),
        ("令和9年1月末", "2027-01"),
        ("７月", "2022-07"),
        ("8月", "2022-08"),
        ("令和5年度3月", "2024-03"),
        ("令和6年度末まで", "FY2024"),
        ("令和6年度内", "FY2024"),
        ("令和7年春以降", "2025"),
    ],
)
def test_written_date_agrees_with_its_value(written, value):
    assert read_date(written).agrees_with(Date(value, written))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("令和４年７月13日", "2022-07-14"),
        ("令和４年７月", "2022-08"),
        ("令和４年", "2021"),
        ("平成19年度", "2007"),
        ("７月", "2022-08"),
        ("令和４年７月13日", "2022-07"),
    ],
)
def test_written_date_disagrees_with_another_value(written, value):
    assert not read_date(written).agrees_with(Date(value, written))


def test_other_texts_are_not_dates():
    assert read_date("審査会の答申後") is None
    assert read_date("第13回") is None


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("平成31年5月1日", "平成31年5月はもう令和です"),
        ("令和元年4月1日", "令和元年4月はまだ令和ではありません"),
        ("令和4年13月1日", "13月はありません"),
        ("令和4年2月30日", "2月30日という日はありません"),
        ("R4.13", "13月はありません"),
    ],
)
def test_impossible_era_dates_are_faults(written, fault):
    assert read_date(written).fault == fault


def test_leap_day_of_a_leap_year_is_sound():
    assert read_date("令和6年2月29日") == WrittenDate(2024, 2, 29, is_fiscal_year=False)


@pytest.mark.parametrize(
    ("value", "precision", "first", "last"),
    [
        ("FY2022", Precision.FISCAL_YEAR, dt.date(2022, 4, 1), dt.date(2023, 3, 31)),
        ("2022", Precision.YEAR, dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        ("2024-02", Precision.MONTH, dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2022-07-13", Precision.DAY, dt.date(2022, 7, 13), dt.date(2022, 7, 13)),
    ],
)
def test_value_says_precision_and_bounds(value, precision, first, last):
    date = Date(value, "")
    assert (date.precision, date.first_day, date.last_day) == (precision, first, last)
