"""The built site, page by page: links lead somewhere, ids are unique, pictures are told in words."""

import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from senrei.model.check import read_project
from senrei.source.schema import ANY

ADDRESSES = {"href", "src"}
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
LEFT_OVER = re.compile(r"\{\{|\{%|<built-in|bound method")


class Parts(HTMLParser):
    """What a page says: ids, addresses, pictures and its text."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.addresses, self.unnamed, self.text = Counter(), [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if "id" in named:
            self.ids[named["id"]] += 1
        self.addresses += [value for name, value in attributes if name in ADDRESSES and value]
        if tag == "img" and named.get("alt") is None:
            self.unnamed.append(named.get("src"))
        if tag == "svg" and named.get("role") == "img":
            said = {"aria-label", "aria-labelledby"} & named.keys()
            if not said:
                self.unnamed.append(named.get("class"))

    def handle_data(self, data):
        self.text.append(data)


@pytest.fixture(scope="module")
def pages(each_site):
    return {
        file.relative_to(each_site).as_posix(): Parts(file.read_text("utf-8"))
        for file in sorted(each_site.rglob("*.html"))
    }


def test_every_link_leads_to_a_page_and_a_place_on_it(each_site, pages):
    lost = []
    for path, page in pages.items():
        if path == "404.html":
            continue  # answers at any depth, so its addresses begin at the root
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or (not parts.path and not parts.fragment):
                continue
            target = (
                (each_site / path).parent / unquote(parts.path) if parts.path else each_site / path
            )
            file = target.resolve()
            name = file.relative_to(each_site.resolve()).as_posix() if file.is_file() else None
            anchor = unquote(parts.fragment)
            if name is None or (anchor and name in pages and anchor not in pages[name].ids):
                lost.append((path, address))
    assert lost[:10] == []


def test_no_id_stands_twice_on_a_page(pages):
    twice = {
        path: [name for name, count in page.ids.items() if count > 1]
        for path, page in pages.items()
    }
    assert {path: names for path, names in twice.items() if names} == {}


def test_every_picture_is_told_in_words(pages):
    assert {path: page.unnamed for path, page in pages.items() if page.unnamed} == {}


def test_nothing_is_fetched_from_elsewhere(pages):
    for path, page in pages.items():
        for address in page.addresses:
            if urlsplit(address).scheme in {"http", "https"}:
                assert not re.search(r"\.(js|css|png|svg|woff2?)$", urlsplit(address).path), path


def test_no_mark_of_a_template_is_left_over(pages):
    for path, page in pages.items():
        assert not LEFT_OVER.search(" ".join(page.text)), path


def test_every_page_is_reached_from_home(each_site, pages):
    """By links alone, without the search; former ids are for those who have an old address."""
    reached, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in reached or path not in pages:
            continue
        reached.add(path)
        folder = (each_site / path).parent
        for address in pages[path].addresses:
            target = (folder / unquote(urlsplit(address).path)).resolve()
            if target.is_relative_to(each_site.resolve()):
                ahead.append(target.relative_to(each_site.resolve()).as_posix())
    led_on = {
        path for path in pages if 'http-equiv="refresh"' in (each_site / path).read_text("utf-8")
    }
    assert set(pages) - reached - led_on - {"404.html"} == set()


# Texts of a case that its page does not show yet, and where they can be read.
NOT_ON_THE_PAGE = {
    "reading": "how to pronounce the title; the search knows it",
    "data_flow.flows.note": "open data",
    "data_flow.flows.where": "open data",
    "data_flow.nodes.place": "a name that the picture gives by itself where it is the node's",
    "data_flow.note": "open data",
    "data_flow.versions.label": "the picture names a version by its word where it has one",
    "matters.contractors.track_record.where": "open data",
    "matters.data_items.note": "open data, where another matter's items are meant",
    "matters.data_items.where": "open data, where another matter's items are meant",
}


@pytest.mark.parametrize(
    ("records", "built_from_them"), [("snapshot", "site"), ("invented", "invented_site")]
)
def test_every_text_of_a_case_is_on_its_page(request, records, built_from_them):
    """A field that no template shows is seen as soon as one record has it."""
    folder = request.getfixturevalue(built_from_them)
    documents = read_project(request.getfixturevalue(records)).documents
    lost = {}
    for (kind, case), document in documents.items():
        if kind != "case":
            continue
        page = Parts((folder / f"cases/{case}/index.html").read_text("utf-8"))
        said = re.sub(r"\s", "", "".join(page.text))
        for field, text in texts_of(document.data):
            if field not in NOT_ON_THE_PAGE and re.sub(r"\s", "", text) not in said:
                lost.setdefault(field, (case, text))
    assert lost == {}


class EditorsWords(Parts):
    """What stands in a part of a page that is marked as the editors' own words."""

    depth = 0
    marks = frozenset({"ours", "editor-note"})

    def handle_starttag(self, tag, attributes):
        marked = self.marks & set((dict(attributes).get("class") or "").split())
        if tag not in VOID and (self.depth or marked):
            self.depth += 1

    def handle_endtag(self, tag):
        self.depth -= bool(self.depth and tag not in VOID)

    def handle_data(self, data):
        if self.depth:
            self.text.append(data)


@pytest.mark.parametrize(
    ("records", "built_from_them"), [("snapshot", "site"), ("invented", "invented_site")]
)
def test_the_editors_words_are_told_apart(request, schemas, records, built_from_them):
    """A field that says 編集者の文 of itself is shown by `parts.ours` or `parts.note`."""
    folder = request.getfixturevalue(built_from_them)
    documents = read_project(request.getfixturevalue(records)).documents
    editors = {
        ".".join(step for step in field.path if step != ANY)
        for field in schemas.by_name["case"].fields
        if "編集者の文" in field.description
    } - {"short_title", *NOT_ON_THE_PAGE}
    unmarked = {}
    for (kind, case), document in documents.items():
        if kind != "case":
            continue
        page = EditorsWords((folder / f"cases/{case}/index.html").read_text("utf-8"))
        said = re.sub(r"\s", "", "".join(page.text))
        for field, text in texts_of(document.data):
            if field in editors and re.sub(r"\s", "", text) not in said:
                unmarked.setdefault(field, (case, text))
    assert unmarked == {}


def texts_of(data, field=()):
    """Every text that is not a word of the schema or an id, with the field that it stands in."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from texts_of(value, (*field, name))
    elif isinstance(data, list):
        for value in data:
            yield from texts_of(value, field)
    elif isinstance(data, str) and not data.isascii():
        yield ".".join(field), data
