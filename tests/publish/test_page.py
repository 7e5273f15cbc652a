from senrei.publish.address import relative
from senrei.publish.page import Heading, read_html


def test_headings_of_a_page_are_found_with_their_anchors():
    body = '<h1 id="t">題</h1><h2 id="a">一 <b>&amp;</b></h2><h3 class="x" id="b">二</h3><h4 id="c">三</h4>'
    assert read_html(body).headings == (
        Heading(2, "a", "一 &"),
        Heading(3, "b", "二"),
    )


def test_links_are_relative_and_name_the_file():
    assert relative("cases/a/index.html", "controls/b/index.html") == "../../controls/b/index.html"
    assert relative("index.html", "cases/index.html#list") == "cases/index.html#list"
    assert relative("cases/a/index.html", "cases/a/index.html#x") == "#x"
