"""What a page says, block by block."""

from senrei.publish.search.page_text import Block, page_blocks


def blocks(html):
    return list(page_blocks(html, lambda anchor: anchor or "top", {"contractors": "contractor"}))


def test_cells_and_items_stand_apart_and_inline_marks_do_not():
    html = '<h2 id="a">見出し</h2><ul><li>粗<b>大</b>ごみ</li><li>次</li></ul>'
    assert blocks(html) == [
        Block("a", "a", "見出し"),
        Block("a", "a", "粗大ごみ"),
        Block("a", "a", "次"),
    ]


def test_field_names_its_zone_wherever_it_stands():
    html = '<p id="x">前</p><p data-field="contractors">株式会社甲</p><p>後</p>'
    assert [block.zone for block in blocks(html)] == ["x", "contractor", "x"]


def test_entities_are_read_and_styles_are_not():
    assert blocks("<p>A&amp;B</p><style>p{}</style><script>x()</script>") == [
        Block("top", "", "A&B")
    ]


def test_a_picture_adds_only_what_is_not_said():
    html = "<p>委託先</p><figure><svg><text>委託先</text><text>区民</text></svg></figure>"
    assert [block.text for block in blocks(html)] == ["委託先", "区民"]
