"""Whatever stands in a file, the check answers in words: never a crash, never an odd letter."""

import json
import os
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from projects import TOWN, copy_town

from senrei.model.check import check_records
from senrei.model.rule_book import load_rules
from senrei.source.yaml_text import parse_yaml

CASE = "records/cases/sakura/sakura-r04-1.yml"
FILES = sorted(file.relative_to(TOWN).as_posix() for file in TOWN.rglob("*.yml"))
RULE_IDS = {rule.id for rule in load_rules()}
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}  # control, format, surrogate, private, breaks

TOKENS = st.sampled_from(
    (
        *"\t\n\r :-#'\"[]{}|>&*!%@`?,~=\\/<.0",
        *"：　－・“”＃｛｝０①令和年月日氏様■●○\u200b\u202e\u00a0\x00\x85\u2028\ufeff",
        "\n  - ", "\n\n", ": ", " #", "---\n", "...\n", "<<: ", "&a ", "*a", "!!str ", "null", "no",
        "2022-07-13", "1e400", "0x1F", "9" * 40, "unstated", "none", "要確認", "id: ", "where: ",
        "as_written: ", "令和4年13月32日", "R4.2.30", "FY2022", "123456789018", "03-1234-5678",
        "a@b.jp", "山田太郎", "<img src=x>", "{{ 7 }}", "[x](y)", "|\n", ">\n", "<<<<<<< a\n", "\\x00",
    )
)  # fmt: skip
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.lists(TOKENS, max_size=3).map("".join)),
    min_size=1,
    max_size=4,
)
SETTINGS = settings(
    deadline=None,
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "80")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return copy_town(tmp_path_factory.mktemp("fuzz") / "p")


def answered(project, name, raw):
    """Check a project in which one file is replaced; every answer must be fit to be read."""
    file = project / name
    before = file.read_bytes()
    file.write_bytes(raw)
    try:
        problems = check_records(project)
    finally:
        file.write_bytes(before)
    for problem in problems:
        assert problem.rule in RULE_IDS
        assert problem.message.endswith("。"), problem.message
        assert problem.line >= 1
        assert problem.column >= 1
        assert not INVISIBLE.intersection(map(unicodedata.category, problem.as_text()))
        assert "\n" not in problem.as_github()
        json.dumps(problem.as_json())
    return problems


@given(st.sampled_from(FILES), EDITS)
@SETTINGS
def test_a_text_with_anything_put_in_is_answered(town, name, edits):
    text = (town / name).read_text(encoding="utf-8")
    for share, cut, token in edits:
        at = int(share * len(text))
        text = text[:at] + token + text[at + cut :]
    answered(town, name, text.encode("utf-8", "surrogatepass"))


@given(
    st.sampled_from(FILES), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), max_size=5)
)
@SETTINGS
def test_any_bytes_are_answered(town, name, edits):
    raw = (town / name).read_bytes()
    for share, piece in edits:
        at = int(share * len(raw))
        raw = raw[:at] + piece + raw[at + 1 :]
    answered(town, name, raw)


VALUES = st.recursive(
    st.one_of(
        st.text(max_size=12),
        TOKENS,
        st.integers(-(10**30), 10**30),
        st.booleans(),
        st.none(),
        st.floats(),
        st.sampled_from(("unstated", "none", "ward", "contractor", "outsourcing", "name", "9999")),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(st.sampled_from(FILES), st.lists(st.tuples(st.floats(0, 1), VALUES), min_size=1, max_size=3))
@SETTINGS
def test_any_value_at_any_place_is_answered(town, name, changes):
    data = parse_yaml((town / name).read_bytes(), "x")[0].data
    for share, value in changes:
        spots = list(_spots(data))
        holder, key = spots[int(share * (len(spots) - 1))]
        holder[key] = value
    answered(town, name, json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"))


@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=4),
)
@SETTINGS
def test_values_of_the_record_at_wrong_places_are_answered(town, name, moves):
    """What is valid elsewhere passes the schema more often, and so reaches the rules."""
    data = parse_yaml((town / name).read_bytes(), "x")[0].data
    for source, target in moves:
        spots = list(_spots(data))
        texts = [holder[key] for holder, key in spots if not isinstance(holder[key], dict | list)]
        if not texts:
            break
        holder, key = spots[int(target * (len(spots) - 1))]
        if not isinstance(holder[key], dict | list):
            holder[key] = texts[int(source * (len(texts) - 1))]
        elif isinstance(holder, list):
            holder.append(holder[key])
        else:
            del holder[key]
    answered(town, name, json.dumps(data, ensure_ascii=False).encode())


DATES = st.from_regex(
    r"(FY)?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?", fullmatch=True
)
WRITTEN = st.from_regex(r"(令和|平成|R|H\.?|)(元|[0-9]{1,4})?[年.](度)?([0-9]{1,2}[月.])?([0-9]{1,2}日?)?", fullmatch=True)  # fmt: skip


@given(st.lists(st.tuples(st.floats(0, 1), DATES, WRITTEN), min_size=1, max_size=5))
@SETTINGS
def test_any_dates_are_answered(town, dates):
    data = parse_yaml((town / CASE).read_bytes(), "x")[0].data
    spots = [holder[key] for holder, key in _spots(data) if _is_date(holder[key])]
    for share, value, written in dates:
        spots[int(share * (len(spots) - 1))].update(value=value, as_written=written)
    answered(town, CASE, json.dumps(data, ensure_ascii=False).encode())


def _is_date(data):
    return isinstance(data, dict) and {"value", "as_written"} <= data.keys()


def _spots(data):
    """Give every place of a value as its holder and key."""
    for key, part in data.items() if isinstance(data, dict) else enumerate(data):
        yield data, key
        if isinstance(part, dict | list):
            yield from _spots(part)
