"""Kinds of records: what a new one needs, so that forgetting any of it fails here."""

import json
from itertools import count

import pytest
import yaml

from senrei.model.case import Case
from senrei.model.catalog import Catalog
from senrei.model.data_flow import RENAMED
from senrei.model.kinds import read_kinds, with_pages
from senrei.model.links import Links
from senrei.model.record import Builder, record_classes
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


def test_every_reference_points_to_a_kind(kinds):
    for kind in kinds.values():
        assert set(kind.references.values()) <= kinds.keys()


def test_a_case_can_use_what_must_be_used(kinds):
    pointed_to = set(kinds["case"].references.values())
    assert {kind.id for kind in kinds.values() if kind.must_be_used} <= pointed_to


def test_kinds_differ_in_name_and_order(kinds):
    for told in ("order", "title", "short"):
        assert len({getattr(kind, told) for kind in kinds.values()}) == len(kinds), told
    glyphs = [kind.glyph for kind in with_pages(kinds)]
    assert len(set(glyphs)) == len(glyphs)


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
        assert listed[f"{kind.segment}/index.md"] == title


def test_a_misspelt_member_is_not_passed_over(root, tmp_path):
    for file in (root / "schemas").glob("*.json"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    roles = json.loads((tmp_path / "roles.json").read_text("utf-8"))
    roles["properties"]["terms"]["items"]["x-kind"]["must_be_use"] = True
    (tmp_path / "roles.json").write_text(json.dumps(roles), "utf-8")
    with pytest.raises(TypeError, match="must_be_use"):
        read_kinds(load_schemas(tmp_path))


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
