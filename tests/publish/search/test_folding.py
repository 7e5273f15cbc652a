"""One normal form for the index and for what a person types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from senrei.publish.search.folding import load_folding

FOLDING = load_folding()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ＤＸ促進", "dx促進"),
        ("ﾏｲﾅﾎﾟｰﾀﾙ", "まいなぽーたる"),
        ("サーバー", "サーバ"),
        ("ウィルス", "ウイルス"),
        ("プライバシーマ－ク", "プライバシーマーク"),
        ("齋藤", "斉藤"),
        ("國民健康保險", "国民健康保険"),
        ("第 14 条", "第１４条"),
        ("3,800 人", "3800人"),
        ("障碍", "障害"),
        ("〜", "～"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same(left, right):
    assert FOLDING.fold(left) == FOLDING.fold(right)


@pytest.mark.parametrize(("left", "right"), [("受託", "委託"), ("14", "15"), ("対策", "対象")])
def test_other_words_stay_apart(left, right):
    assert FOLDING.fold(left) != FOLDING.fold(right)


@given(st.text(alphabet="アｶぁー-14,条 齋Ａb\n、", max_size=12))
def test_folding_twice_gives_what_folding_once_gives(text):
    once = FOLDING.fold(text)
    assert FOLDING.fold(FOLDING.fold(once)) == FOLDING.fold(once)


def test_words_are_runs_of_word_characters():
    assert FOLDING.words("粗大ごみ、ﾀﾌﾞﾚｯﾄ端末（iPad）") == ["粗大ごみ", "たぶれつと端末", "ipad"]
