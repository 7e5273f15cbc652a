from pathlib import Path

import pytest

import flowpicture
from flowpicture.ladder.columns import Cell, place_columns
from flowpicture.picture import Party
from flowpicture.text import has_half_width, shorten, text_width, wrap, wrap_list

SIZES = (11.5, 11.0, 10.5, 10.0)
TABLE = Path(flowpicture.__file__).with_name("half_width.json")


def test_full_width_is_one_em_and_half_width_comes_from_the_table():
    assert text_width("個人情報", 10) == 40
    assert text_width("CSV", 10) == pytest.approx((1485 + 1198 + 1305) / 2048 * 10)
    assert has_half_width("全庁LAN")
    assert not has_half_width("氏名・住所（区）")


def test_table_is_small_and_as_the_font_says():
    assert TABLE.stat().st_size <= 4096
    pytest.importorskip("fontTools")
    from half_width_table import FONT, half_width_table  # noqa: PLC0415 (needs fontTools)

    if not FONT.exists():
        pytest.skip("fonts-ipaexfont-gothic is not installed")
    assert TABLE.read_text(encoding="utf-8") == half_width_table(FONT)


@pytest.mark.parametrize(
    ("label", "width", "lines"),
    [
        ("粗大ごみ受付収集システム", 60, ("粗大ごみ", "受付収集", "システム")),
        ("申請システム（kintone）", 75, ("申請システム", "（kintone）")),
        ("医療保険課給付係", 70, ("医療保険課", "給付係")),
        ("不当利得返還金の債務者", 65, ("不当利得", "返還金の", "債務者")),
        ("新BOP（各小学校）", 64, ("新BOP", "（各小学校）")),
        ("窓口", 70, ("窓口",)),
        ("不当利得返還金の債務者", 80, ("不当利得", "返還金の債務者")),
        ("公益財団法人新宿未来創造財団", 80, ("公益財団法人", "新宿未来創造財団")),
        ("スキャン画像を取り込み内容を反映", 130, ("スキャン画像を", "取り込み内容を反映")),
        ("バックアップ用記録媒体", 90, ("バックアップ用", "記録媒体")),
        ("", 70, ()),
    ],
)
def test_labels_break_between_words(label, width, lines):
    assert wrap(label, width, SIZES, centred=True).lines == lines


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("区立図書館のオンライン予約", "オンライン"),
        ("区内の児童館61か所で受付", "61か所"),
        ("オンライン申請8種の受付", "8種"),
        ("受付票の取り込みと持ち出し", "取り込み"),
        ("収集業務の再委託先の担当者会議", "担当者"),
    ],
)
@pytest.mark.parametrize("width", [66, 72, 84])
def test_a_word_and_a_number_with_its_unit_stay_in_one_line(text, kept, width):
    assert any(kept in line for line in wrap(text, width, SIZES).lines)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_starts_with_a_closing_or_ends_with_an_opening_sign(width):
    text = "オンライン申請（入会・延長・減免など8種）、「紙」の提出ーッ。"
    wrapped = wrap(text, width, (11.5,))
    assert "".join(wrapped.lines) == text
    assert all(line[0] not in "）」、。・ーッ" for line in wrapped.lines)
    assert all(line[-1] not in "（「" for line in wrapped.lines)
    assert wrapped.width <= width


def test_a_character_wider_than_the_box_still_gets_a_line():
    assert wrap("氏名", 5, (10.0,)).lines == ("氏", "名")


def test_list_breaks_after_commas_and_counts_what_is_left_out():
    items = ("被保険者証記号番号", "資格取得喪失", "診療年月", "受診医療機関名称", "点数")
    assert wrap_list(items, 168, 11, 2).lines == ("被保険者証記号番号、", "資格取得喪失、ほか3項目")
    assert wrap_list(items[:2], 168, 11, 2).lines == ("被保険者証記号番号、", "資格取得喪失")


def test_list_with_one_long_item_breaks_inside_it():
    item = "児童相談所の援助方針の内容及びその経過に関する記録の写し"
    assert "".join(wrap_list((item,), 100, 11, 2).lines) == item
    assert wrap_list((item, "氏名"), 100, 11, 2).lines[-1] == "ほか1項目"


def test_shortened_words_end_in_an_ellipsis():
    assert shorten("インターネット", 100, 10) == "インターネット"
    assert shorten("インターネット", 50, 10) == "インター…"


@pytest.mark.parametrize("count", [2, 6, 14, 30])
def test_columns_fill_the_room_whatever_their_number(count):
    party = Party("ku", "ward", "区", "江戸川区")
    cells = tuple(Cell(str(index), party, "粗大ごみ受付システム") for index in range(count))
    columns = place_columns(cells, 208, 792)
    assert columns.left == 208
    assert columns.right == pytest.approx(792)
    assert all(column.right > column.left for column in columns.columns)
