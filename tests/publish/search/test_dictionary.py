"""Dictionaries from the records that editors keep."""

from senrei.model.catalog import Catalog
from senrei.model.vocabulary import ReadingOfWords, SynonymGroup, Term
from senrei.publish.search.dictionary import dictionary_lines, reading_lines
from senrei.publish.search.folding import load_folding

FOLDING = load_folding()


def make_catalog(**kinds):
    by_kind = {kind: {entry.id: entry for entry in entries} for kind, entries in kinds.items()}
    return Catalog(by_kind, {}, {}, {})


def test_words_of_a_group_find_each_other_and_the_narrower_from_afar():
    group = SynonymGroup("x", ("特定個人情報", "番号法の情報"), ("個人番号",))
    assert dictionary_lines(make_catalog(synonym=[group]), FOLDING) == (
        "=特定個人情報|番号法の情報",
        "+個人番号",
    )


def test_synonyms_of_a_term_find_its_label_where_they_say_something_else():
    term = Term(
        id="x", label="施錠保管", reading="", definition="", synonyms=("鍵付き", "施錠", "ｶｷﾞ付き")
    )
    assert dictionary_lines(make_catalog(control=[term]), FOLDING) == (">施錠保管|鍵付き|ｶｷﾞ付き",)


def test_a_word_of_too_many_terms_tells_nothing():
    terms = [
        Term(id=f"t{n}", label=f"語{n}番", reading="", definition="", synonyms=("番号",))
        for n in range(4)
    ]
    assert dictionary_lines(make_catalog(control=terms), FOLDING) == ()


def test_readings_are_folded_and_name_their_words():
    entry = ReadingOfWords("shou", "しょうがい", ("障害", "傷害"))
    assert reading_lines(make_catalog(reading=[entry]), FOLDING) == ("しようがい|障害|傷害",)


def test_no_word_of_the_records_is_too_broad_to_expand(catalog):
    words = {word for group in catalog.of_kind("synonym").values() for word in group.words}
    assert words & {"事業者", "乙", "甲", "情報", "個人情報", "区", "対策", "システム"} == set()
