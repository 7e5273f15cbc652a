"""The formatter touches layout only: what a text says, its comments and its order stay."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from senrei.source.yaml_comments import comments_of
from senrei.source.yaml_format import format_yaml
from senrei.source.yaml_text import parse_yaml


def laid_out(text):
    made = format_yaml(text.encode("utf-8"))
    assert made is not None
    return made.decode("utf-8")


LAYOUTS = {
    "wide indent": ("a:\n    b: 1\n    c:\n        d: 2\n", "a:\n  b: 1\n  c:\n    d: 2\n"),
    "dashes under their key": ("a:\n- b: 1\n  c: 2\n- d\n", "a:\n  - b: 1\n    c: 2\n  - d\n"),
    "far from the dash": ("a:\n  -   b: 1\n      c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
    "list in list": ("- - a\n  - b\n-\n    - c\n", "- - a\n  - b\n-\n  - c\n"),
    "blanks at line ends": ("a: 1  \nb: 2\t\n", "a: 1\nb: 2\n"),
    "no last line end": ("a: 1", "a: 1\n"),
    "many last line ends": ("\na: 1\n\n\n", "a: 1\n"),
    "blank line between": ("a: 1\n  \nb: 2\n", "a: 1\n\nb: 2\n"),
    "CRLF": ("a: 1\r\nb:\r\n- c\r\n", "a: 1\nb:\n  - c\n"),
    "byte order mark": ("\ufeffa: 1\n", "a: 1\n"),
    "bare date": (
        "a: 2022-07-13 # day\nb: [2022-07-13]\n",
        'a: "2022-07-13" # day\nb: ["2022-07-13"]\n',
    ),
    "comment before a key": ("a:\n    # on b\n    b: 1\n", "a:\n  # on b\n  b: 1\n"),
    "comment at the end of a list": ("a:\n- b\n# on a\n", "a:\n  - b\n  # on a\n"),
    "block text": (
        "a:\n    b: |\n        x  \n          y\n\n        z\n",
        "a:\n  b: |\n    x  \n      y\n\n    z\n",
    ),
    "block text with its own indent": (
        "a:\n    b: |2\n         x\n    c: 1\n",
        "a:\n  b: |2\n       x\n  c: 1\n",
    ),
    "text over two lines": ('a:\n    b: "x\n       y"\n    c: p\n      q\n', 'a:\n  b: "x\n    y"\n  c: p\n    q\n'),
    "flow over two lines": ("a:\n    b: [1,\n        2]\n", "a:\n  b: [1,\n      2]\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LAYOUTS.values(), ids=LAYOUTS)
def test_layout_is_mended(text, wanted):
    assert laid_out(text) == wanted
    assert laid_out(wanted) == wanted


LEFT = {
    "explicit key": "? a\n: 1\n",
    "document sign": "---\na:\n    b: 1\n",
    "spaces inside a line": "a:   1   # c\n",
    "sign in a text": 'a: "x # y"\nb: |\n  # z\n',
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_is_unusual_is_left(text):
    assert laid_out(text) == text


@pytest.mark.parametrize("raw", [b"a: [1", b"a:\n\t- b\n", "a: 先例".encode("shift_jis")])
def test_what_cannot_be_read_is_not_touched(raw):
    assert format_yaml(raw) is None


def test_present_records_are_laid_out(snapshot):
    for file in (snapshot / "records").rglob("*.yml"):
        raw = file.read_bytes()
        assert format_yaml(raw) == raw, file


TEXTS = st.text(
    st.sampled_from("abc 項目 :#-'\"[]{}|>&*!%@`\n\t2022-07-13.~=?,\\"), min_size=0, max_size=12
)
DATA = st.recursive(
    TEXTS | st.integers(0, 99) | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdefg", min_size=1), inner)
    ),
    max_leaves=20,
)


@given(
    data=st.dictionaries(st.text("abcdefg", min_size=1), DATA, min_size=1),
    indent=st.integers(2, 6),
    form=st.tuples(st.sampled_from([None, "'", '"', "|", ">"]), st.sampled_from([20, 80])),
    remarks=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8)), max_size=4),
    breaks=st.sampled_from(["\n", "\r\n"]),
)
@settings(deadline=None, max_examples=300)
def test_data_and_comments_are_equal_before_and_after(data, indent, form, remarks, breaks):
    style, width = form
    text = yaml.safe_dump(
        data, allow_unicode=True, sort_keys=False, indent=indent, default_style=style, width=width
    )
    lines = text.split("\n")
    for number, column in remarks:
        lines.insert(min(number, len(lines) - 1), " " * column + f"# 注 {number}  ")
    remarked = "\n".join(lines)
    if _without_problems_of_syntax(remarked) == _without_problems_of_syntax(text):
        text = remarked
    raw = text.replace("\n", breaks).encode("utf-8")

    made = format_yaml(raw)

    assert made is not None
    before, _ = parse_yaml(raw, "x")
    after, _ = parse_yaml(made, "x")
    assert (before and before.data) == (after and after.data)
    assert [c.text for c in comments_of(text)] == [c.text for c in comments_of(made.decode())]
    assert format_yaml(made) == made


def _without_problems_of_syntax(text):
    document, _ = parse_yaml(text.encode("utf-8"), "x")
    return document and document.data


@given(st.text(st.sampled_from("ab:- #\n\t'\"[]{}|>&*?,\x85\u2028\r1"), max_size=40))
@settings(deadline=None, max_examples=500)
def test_any_text_is_formatted_or_left(text):
    made = format_yaml(text.encode("utf-8"))
    if made is not None:
        before, after = parse_yaml(text.encode("utf-8"), "x")[0], parse_yaml(made, "x")[0]
        assert before is None or before.data == (after and after.data)
        assert format_yaml(made) == made
