"""Kinds of records: what a new one needs, so that forgetting any of it fails here."""

import json
from dataclasses import replace
from functools import reduce
from itertools import count
from operator import getitem

import pytest
import yaml

from senrei.model.case import Case
from senrei.model.catalog import Catalog
from senrei.model.class_faults import class_faults
from senrei.model.data_flow import RENAMED
from senrei.model.kinds import read_kinds, with_pages
from senrei.model.links import Links
from senrei.model.record import Builder, record_classes
from senrei.source.problem import FaultySchemaError
from senrei.source.schema import ANY, load_schemas


@pytest.fixture(scope="module")
def kinds(schemas):
    return read_kinds(schemas)


def test_every_kind_of_the_schemas_has_a_class_and_every_class_a_kind(kinds):
    assert record_classes().keys() == kinds.keys()


def test_every_id_that_a_schema_declares_is_that_of_a_kind(schemas, kinds):
    declared = {
        (kind, name, path)
        for name, schema in schemas.by_name.items()
        for kind, path in schema.paths_with("x-declares")
    }
    assert declared == {(kind.id, kind.schema, kind.id_path) for kind in kinds.values()}


def test_a_case_can_use_what_must_be_used(kinds):
    pointed_to = set(kinds["case"].references.values())
    assert {kind.id for kind in kinds.values() if kind.must_be_used} <= pointed_to


def test_every_kind_has_a_first_record(root, kinds):
    for kind in kinds.values():
        assert [*(root / "records").glob(kind.files)], f"records/{kind.files} がありません。"


def test_a_kind_with_pages_says_what_its_pages_show(kinds):
    for kind in with_pages(kinds):
        assert len(kind.glyph) == 1, kind.id
        assert kind.intro.endswith("。"), kind.id


def test_what_a_kind_promises_to_readers_stands_in_its_schema(schemas, kinds):
    for kind in kinds.values():
        paths = {field.path for field in schemas.by_name[kind.schema].fields}
        needed = {
            "reading": kind.read_aloud or kind.sorted_by_reading,
            "synonyms": kind.dictionary,
            "definition": kind.glossary,
            "aliases": kind.segment,
            "standing": kind.segment,
        }
        for field, is_needed in needed.items():
            assert not is_needed or (*kind.path, field) in paths, (kind.id, field)


def test_the_navigation_lists_every_kind_with_pages_by_its_short_name(root, kinds):
    lines = (root / "mkdocs.yml").read_text("utf-8").split("\nnav:\n")[1].split("\nplugins:")[0]
    listed = {
        page: title
        for entry in yaml.safe_load(lines)
        for pages in entry.values()
        if isinstance(pages, list)
        for titled in pages
        for title, page in titled.items()
    }
    for kind in with_pages(kinds):
        title = "案件の一覧" if kind.id == "case" else kind.short
        page = f"{kind.segment}/index.md"
        assert listed.get(page) == title, (
            f"mkdocs.yml の nav に「- {title}: {page}」を加えてください。"
        )


@pytest.fixture
def schema_copies(root, tmp_path):
    for file in (root / "schemas").glob("*.json"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


TERM = ("properties", "terms", "items")
KIND = (*TERM, "x-kind")
FIELDS = (*TERM, "properties")
WRITABLE = (
    "id、order、title、short、segment、intro、glyph、zone、facet、sorted_by_reading、must_be_used、read_aloud、"
    "dictionary、only_for_search、glossary、copied"
)


@pytest.mark.parametrize(
    ("holder", "key", "value", "message"),
    [
        (KIND, "id", None, "x-kind に id がありません。加えてください。"),
        (KIND, "order", None, "x-kind に order がありません。加えてください。"),
        (KIND, "order", "6", "x-kind の order が '6' です。整数 を書いてください。"),
        (KIND, "read_aloud", 1, "x-kind の read_aloud が 1 です。true か false を書いてください。"),
        (
            KIND,
            "copied",
            "sometimes",
            "x-kind の copied が 'sometimes' です。"
            "always か within_ward か never を書いてください。",
        ),
        (
            KIND,
            "must_be_use",
            True,
            "x-kind に must_be_use は書けません。「must_be_used」ではありませんか。"
            f"書けるのは {WRITABLE} です。",
        ),
        (
            KIND,
            "segment",
            None,
            "x-kind に segment がありません。加えるか、使われない glyph を消してください。",
        ),
        (
            KIND,
            "segment",
            "controls",
            "segment の controls は schemas/controls.json にもあります。どちらかを変えてください。",
        ),
        (
            KIND,
            "order",
            5,
            "order の 5 は schemas/controls.json にもあります。どちらかを変えてください。",
        ),
        (KIND, "order", 0, "x-kind の order が 0 です。空いている番号は 6 です。"),
        (KIND, "glossary", 9, "x-kind の glossary が 9 です。空いている番号は 5 です。"),
        (
            (*FIELDS, "id"),
            "x-declares",
            "control",
            'terms.*.id に「"x-declares": "data-subject"」と書いてください。',
        ),
        (
            (*FIELDS, "aliases", "items"),
            "x-aliases",
            None,
            'terms.*.aliases.* に「"x-aliases": "data-subject"」と書いてください。',
        ),
        (
            (*FIELDS, "standing", "properties", "by"),
            "x-ref",
            "control",
            'terms.*.standing.by に「"x-ref": "data-subject"」と書いてください。',
        ),
        (
            (*FIELDS, "note"),
            "x-ref",
            "controls",
            "terms.*.note の x-ref の controls という種類はありません。"
            "「control」ではありませんか。種類は、そのスキーマの x-kind で加えます。",
        ),
        ((), "$id", "controls.json", "$id に「data-subjects.json」と書いてください。"),
        ((), "x-files", None, "最上位に x-files がありません。加えてください。"),
        (
            (*FIELDS, "label"),
            "title",
            None,
            "「terms.*.label」に title がありません。加えてください。",
        ),
    ],
)
def test_a_fault_of_a_kind_is_told_with_file_and_fix(schema_copies, holder, key, value, message):
    file = schema_copies / "data-subjects.json"
    contents = json.loads(file.read_text("utf-8"))
    part = reduce(getitem, holder, contents)
    if value is None:
        del part[key]
    else:
        part[key] = value
    file.write_text(json.dumps(contents), "utf-8")
    with pytest.raises(FaultySchemaError) as told:
        read_kinds(load_schemas(schema_copies))
    assert str(told.value).split(": ", 1)[1] == message
    assert "schemas/d" in str(told.value)


def test_a_class_beside_its_schema_is_told_with_file_and_fix(kinds):
    kind = kinds["data-subject"]
    assert [*class_faults(replace(kind, id="none-such"), None)] == [
        "種類 none-such のクラスが scripts/senrei/model/ にありません。"
        '「KIND = "none-such"」のあるクラスを加えてください。'
    ]


def test_every_reference_of_a_case_is_a_use(schemas, kinds):
    """A case in which every field of the schema is filled in uses every record it points to."""
    full = _Full(schemas.by_name["case"])
    case = Builder(RENAMED).build(Case, full.value(full.schema.contents, ()))
    links = Links(Catalog({"case": {case.id: case}}, {}, kinds, {}, {}, {}))
    for (kind, entry_id), path in full.references.items():
        if path != ("standing", "by"):
            assert entry_id in links.used_by(case.id, kind), path


class _Full:
    """Data with every field of a schema, and a different id at each reference."""

    def __init__(self, schema):
        self.schema = schema
        self.references = {}
        self.numbers = count(1)

    def value(self, schema, path):
        schema = self.schema.resolve(schema)
        branch = self.schema.resolve(schema.get("else", schema))
        if "x-ref" in branch:
            entry_id = f"{branch['x-ref']}-{next(self.numbers)}"
            self.references[branch["x-ref"], entry_id] = path
            return entry_id
        if "properties" in branch:
            parts = branch["properties"].items()
            return {name: self.value(part, (*path, name)) for name, part in parts}
        if "items" in branch:
            return [self.value(branch["items"], (*path, ANY))]
        if "enum" in branch:
            return branch["enum"][0]
        plain = {"integer": 1, "boolean": True}
        return plain.get(branch.get("type"), "2022-07-13")
