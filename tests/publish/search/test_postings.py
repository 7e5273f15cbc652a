"""Which pages hold which keys, as the browser reads it."""

from senrei.publish.search.postings import DIGITS, Postings, encoded


def decoded(text):
    numbers, value, shift = [], 0, 0
    for char in text:
        digit = DIGITS.index(char)
        value += (digit & 31) << shift
        shift += 5
        if digit < 32:
            numbers.append(value)
            value = shift = 0
    return numbers


def test_numbers_are_read_as_they_were_written():
    numbers = [0, 1, 31, 32, 1023, 1024, 10**6, 2**31]
    assert decoded("".join(map(encoded, numbers))) == numbers


def test_a_key_names_its_pages_by_gaps_and_its_slots_one_by_one():
    postings = Postings()
    postings.add(0, {0: "対策", 3: "対策"})
    postings.add(1, {0: "別"})
    postings.add(4, {1: "対策"})
    page, slot, more = DIGITS, DIGITS, DIGITS[32:]
    assert dict(postings.in_order())["対策"] == page[0] + more[0] + slot[3] + page[3] + slot[1]


def test_numbers_and_latin_words_have_keys_of_three():
    postings = Postings()
    postings.add(0, {0: "第261号 lgwan"})
    assert {"261", "61号", "lgw", "gwa", "wan"} <= {key for key, _ in postings.in_order()}


def test_a_date_has_a_key_of_its_own():
    postings = Postings()
    postings.add(0, {0: "平成19年3月 令和4年1月"})
    keys = {key for key, _ in postings.in_order()}
    assert {"19年3月", "9年3月", "4年1月"} <= keys
    assert "19年1月" not in keys


def test_readings_alone_have_keys_of_three_kana():
    postings = Postings(frozenset({1}))
    postings.add(0, {0: "としょ", 1: "さとおや"})
    keys = {key for key, _ in postings.in_order()}
    assert {"さとお", "とおや"} <= keys
    assert "としょ" not in keys


def test_a_last_character_is_a_key_where_no_pair_begins_with_it():
    postings = Postings()
    postings.add(0, {0: "区 区民"})
    postings.add(1, {0: "区"})
    assert [key for key, _ in postings.in_order()] == ["区", "区民", "民"]


def test_keys_stand_in_the_order_of_a_script():
    postings = Postings()
    postings.add(0, {0: "𠮷田 ﾊﾊ ンン"})
    keys = [key for key, _ in postings.in_order()]
    assert keys == sorted(keys, key=lambda key: key.encode("utf-16-be"))
