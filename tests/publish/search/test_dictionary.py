"""Dictionaries from the records that editors keep."""

import pytest

from senrei.model.catalog import Catalog
from senrei.model.kinds import read_kinds
from senrei.model.vocabulary import ReadingOfWords, RoleTerm, SynonymGroup
from senrei.publish.search.dictionary import dictionary_lines, reading_lines
from senrei.publish.search.folding import load_folding

FOLDING = load_folding()


@pytest.fixture
def make_catalog(schemas):
    def make(*records):
        by_kind = {}
        for record in records:
            by_kind.setdefault(record.KIND, {})[record.id] = record
        return Catalog(by_kind, {}, read_kinds(schemas), {}, {}, {})

    return make


def test_words_of_a_group_find_each_other_and_the_narrower_from_afar(make_catalog):
    group = SynonymGroup("x", ("特定個人情報", "番号法の情報"), ("個人番号",))
    assert dictionary_lines(make_catalog(group), FOLDING) == (
        "=特定個人情報|番号法の情報",
        "+個人番号",
    )


def test_synonyms_of_a_term_find_its_label_where_they_say_something_else(make_catalog):
    term = RoleTerm(
        id="x", label="施錠保管", reading="", definition="", synonyms=("鍵付き", "施錠", "ｶｷﾞ付き")
    )
    assert dictionary_lines(make_catalog(term), FOLDING) == (">施錠保管|鍵付き|ｶｷﾞ付き",)


def test_a_word_of_too_many_terms_tells_nothing(make_catalog):
    terms = [
        RoleTerm(id=f"t{n}", label=f"語{n}番", reading="", definition="", synonyms=("番号",))
        for n in range(4)
    ]
    assert dictionary_lines(make_catalog(*terms), FOLDING) == ()


def test_readings_are_folded_and_name_their_words(make_catalog):
    entry = ReadingOfWords("shou", "しょうがい", ("障害", "傷害"))
    assert reading_lines(make_catalog(entry), FOLDING) == ("しようがい|障害|傷害",)


def test_no_word_of_the_records_is_too_broad_to_expand(catalog):
    words = {word for group in catalog.of(SynonymGroup).values() for word in group.words}
    assert words & {"事業者", "乙", "甲", "情報", "個人情報", "区", "対策", "システム"} == set()
