from dataclasses import replace

from random_pictures import WORDS
from real_pictures import bop, genkikan, kokuho, sodaigomi

from flowpicture import (
    PHONE,
    WIDE,
    Node,
    Party,
    Picture,
    Step,
    caption,
    ladder_drawings,
    ladder_sheets,
    legend_counts,
    step_rows,
)
from flowpicture.display_list import Text
from flowpicture.marks import takes_data_across
from senrei.model.vocabulary import ProtectionTerm
from senrei.publish.flow_figure import flow_picture


def first_drawing(picture, width):
    return ladder_drawings(picture, width)[0]


def words(picture):
    drawing = first_drawing(picture, WIDE)
    return [item.text for item in drawing.items if isinstance(item, Text)]


def test_every_step_has_a_row_with_its_number(all_drawn):
    for ladder in all_drawn:
        rows = step_rows(ladder.picture)
        assert [row.number for row in rows] == [step.number for step in ladder.picture.steps]
        assert len({row.key for row in rows}) == len(rows)


def test_row_says_what_the_picture_shows():
    row = step_rows(kokuho())[3]
    assert (row.source.label, row.target.label) == (
        "国保システム（iDC）",
        "全庁LAN端末（区が用意）",
    )
    assert row.act == "資格・不当利得情報を照会"
    assert row.items_text == ("被保険者証記号番号、資格取得喪失、診療年月、受診医療機関名称、点数")
    assert (row.medium, row.protection) == ("全庁LAN", "保護の記載なし")
    assert row.tags == ("◆慎重に扱う項目",)


def test_protection_is_worded_alike_in_the_table_the_legend_and_the_record(catalog):
    for case in catalog.cases.values():
        if case.data_flow is None:
            continue
        picture = flow_picture(case, case.data_flow, catalog)
        worded = {row.protection for row in step_rows(picture)} - {""}
        terms = (catalog.of(ProtectionTerm)[flow.encryption] for flow in case.data_flow.flows)
        assert worded == {term.label for term in terms if term.lock != "hidden"}
        legend = {entry.label for entry in legend_counts(picture)}
        assert worded <= legend


def test_what_the_paper_does_not_say_and_what_does_not_move_is_told_so():
    assert step_rows(genkikan())[3].items_text == "項目の記載なし"
    last = step_rows(bop())[-1]
    assert last.items_text == "個人情報の移動なし"
    assert last.protection == ""


def test_step_without_personal_data_does_not_count_as_crossing():
    assert not takes_data_across(bop(), bop().steps[-1])
    assert takes_data_across(kokuho(), kokuho().steps[3])


def test_steps_of_one_number_are_kept_apart_by_their_versions():
    rows = [row for row in step_rows(sodaigomi()) if row.number == 6]
    assert [(row.key, row.tags) for row in rows] == [
        ("6-before", ("廃止",)),
        ("6-after", ("追加",)),
    ]


def test_steps_of_one_number_and_version_are_counted():
    first = kokuho().steps[0]
    picture = replace(kokuho(), steps=(first, replace(first, act="もう一度")))
    assert [row.key for row in step_rows(picture)] == ["1-1", "1-2"]


def test_step_of_one_version_without_a_change_says_so():
    row = step_rows(sodaigomi())[12]
    assert row.tags == ("変更後のみ", "手作業")


def test_comparison_is_in_the_title_and_in_the_counts():
    assert "【従来・変更後の比較】" in words(sodaigomi())
    entries = {entry.key: entry.text for entry in legend_counts(sodaigomi())}
    assert entries == {
        "electronic": "電子で移動 6→8件",
        "paper": "紙で移動 3→0件",
        "care": "◆慎重に扱う項目 1→1件",
        "none": "個人情報の移動なし 2→2件",
        "crossing": "区の内外を通る 2→1件",
        "other": "ほかの保護あり 4→6件",
        "question": "保護の記載なし 2→2件",
    }


def test_picture_whose_steps_fit_one_version_names_no_version():
    after = tuple(step for step in sodaigomi().steps if step.versions != ("before",))
    shown = "".join(words(replace(sodaigomi(), steps=after)))
    assert "従来" not in shown
    assert "変更後" not in shown


def test_legend_shows_only_marks_that_occur():
    assert [entry.text for entry in legend_counts(genkikan())] == [
        "電子で移動 2件",
        "紙で移動 1件",
        "項目の記載なし 2件",
        "個人情報の移動なし 2件",
        "暗号化あり 2件",
        "保護しない 1件",
    ]


def test_caption_says_who_and_how_many():
    assert caption(sodaigomi()) == (
        "粗大ごみ受付収集システム（従来・変更後の比較）の情報の流れ。"
        "区民・受付業務受託者・収集業務受託者・江戸川区・処理施設の間の14の流れ"
        "（個人情報を運ぶもの12、うち慎重に扱う項目を含むもの1、個人情報の移動がないもの2、"
        "個人情報が区の内外をまたぐもの2）。番号は下の表に対応します。"
    )


def test_note_is_printed_under_the_legend():
    assert words(kokuho())[-1] == "図は本文から再構成しました。"


def test_bar_of_a_store_ends_where_nothing_stays():
    picture = genkikan()
    bars = [item.box for item in first_drawing(picture, WIDE).items if item.role == "store"]
    kept = replace(picture, steps=tuple(replace(step, ends=False) for step in picture.steps))
    kept_bars = [item.box for item in first_drawing(kept, WIDE).items if item.role == "store"]
    assert max(bar.bottom for bar in bars) < max(bar.bottom for bar in kept_bars)


def test_bar_starts_again_when_information_comes_back():
    picture = genkikan()
    back = replace(picture.steps[1], number=8)
    drawing = first_drawing(replace(picture, steps=(*picture.steps, back)), WIDE)
    assert sum(item.role == "store" for item in drawing.items) == 4


def test_store_of_removed_steps_is_only_an_outline():
    css = [item.css for item in first_drawing(sodaigomi(), WIDE).items if item.role == "store"]
    assert css.count("df-bar df-bar-gone") == 1


def test_picture_within_one_party_has_no_boundary():
    party = Party("ku", "ward", "区", "新宿区")
    nodes = (Node("a", "ku", "office", "窓口"), Node("b", "ku", "person", "職員"))
    only = Step(1, "a", "b", "渡す", ("氏名",), "paper", "紙", "hidden", "対象外")
    picture = Picture("受付", "small", (party,), nodes, (only,), WORDS)
    assert "区の境界" not in words(picture)
    assert "区の境界" in words(kokuho())
    assert "<defs>" not in ladder_sheets(picture, WIDE)[0]


def test_zone_word_is_left_out_where_it_does_not_fit():
    parties = tuple(
        replace(party, zone_label="とても長い区分の名前をもつ委託先など")
        if party.zone == "ward"
        else party
        for party in sodaigomi().parties
    )
    drawing = first_drawing(replace(sodaigomi(), parties=parties), PHONE)
    assert not any(
        isinstance(item, Text) and item.text.startswith("とても") for item in drawing.items
    )
