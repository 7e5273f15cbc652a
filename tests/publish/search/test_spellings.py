"""What else a text can be looked up by."""

import pytest

from senrei.publish.search.spellings import other_spellings


@pytest.mark.parametrize(
    ("folded", "expected"),
    [
        ("令和4年7月13日", {"2022年7月13日"}),
        ("平成31年度", {"2019年度"}),
        ("令和元年5月", {"2019年5月", "令和1年5月"}),
        ("第14条第2項", {"14条2項"}),
        ("2万5千円", {"25000"}),
        ("wi-fi", {"wifi"}),
        ("個人情報", set()),
    ],
)
def test_dates_articles_and_numbers_are_found_in_other_spellings(folded, expected):
    assert set(other_spellings(folded)) == expected


def test_numbers_in_kanji_are_found_in_digits():
    assert {"第14条", "14条"} <= set(other_spellings("第十四条"))
