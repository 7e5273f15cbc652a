import json
from pathlib import Path
from typing import get_args

import jsonschema
import pytest

import senrei.model.loading  # noqa: F401 - all classes are known once it is loaded
from senrei.model.class_faults import class_faults
from senrei.model.kinds import read_kinds
from senrei.model.words import KindId
from senrei.source.schema import ANY
from senrei.source.wording import schema_problems
from senrei.source.yaml_text import parse_yaml

EXAMPLES = Path(__file__).parents[1] / "examples"


def test_every_schema_is_a_sound_draft_2020_12_schema(root):
    for file in (root / "schemas").glob("*.json"):
        contents = json.loads(file.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(contents)
        assert contents["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_field_has_a_japanese_title_and_description(schemas):
    for schema in schemas.by_name.values():
        for field in schema.fields:
            if field.path[-1] == ANY:
                continue
            assert any(ord(letter) > 0x2FFF for letter in field.title), field.path
            assert any(ord(letter) > 0x2FFF for letter in field.description), field.path


def test_every_fixed_word_has_a_japanese_label(schemas):
    for schema in schemas.by_name.values():
        for field in schema.fields:
            words = field.schema.get("enum", ())
            assert list(field.schema.get("x-labels", {})) == list(words), field.path


def test_labels_of_fixed_words_do_not_clash(schemas):
    said = {}
    for schema in schemas.by_name.values():
        for field in schema.fields:
            holder = ".".join([step for step in field.path if step != ANY][-2:])
            for word, label in field.schema.get("x-labels", {}).items():
                assert said.setdefault(f"{holder}.{word}", label) == label


def test_unknown_keys_are_refused_everywhere(schemas):
    def walk(node):
        if isinstance(node, dict):
            if "properties" in node:
                assert node.get("additionalProperties") is False, node.get("title")
            for part in node.values():
                walk(part)
        elif isinstance(node, list):
            for part in node:
                walk(part)

    for schema in schemas.by_name.values():
        walk(schema.contents)
        walk(schema.shared)


def test_every_kind_of_file_has_its_own_folder(schemas):
    assert schemas.for_file("cases/tsubame/x.yml").name == "case"
    assert schemas.for_file("contractors/x.yml").name == "contractor"
    assert schemas.for_file("vocabulary/controls.yml").name == "controls"
    assert schemas.for_file("cases/x.yml") is None
    assert schemas.for_file("cases/a/b/x.yml") is None


@pytest.mark.parametrize("kind", get_args(KindId))
def test_classes_hold_exactly_the_fields_of_their_schema(schemas, kind):
    """Of the record and of every class inside it, as far as data are more than one text."""
    told = read_kinds(schemas)[kind]
    assert [*class_faults(told, schemas.by_name[told.schema])] == []


def examples():
    return sorted(EXAMPLES.glob("*/*.yml"))


@pytest.mark.parametrize("file", examples(), ids=lambda file: file.stem)
def test_example_gets_the_messages_that_it_names(schemas, file):
    """An example's comment lines `# 行:列 規則 メッセージ` are all that is said of it."""
    text = file.read_text(encoding="utf-8")
    kind = file.stem.split("--")[0]
    expected = [line[2:] for line in text.splitlines() if line.startswith("# ") and "：" in line]
    document, problems = parse_yaml(file.read_bytes(), file.name)
    said = {*problems, *(schema_problems(schemas.by_name[kind], document) if document else ())}
    assert [
        f"{problem.line}:{problem.column} {problem.rule}：{problem.message}"
        for problem in sorted(said)
    ] == expected
    assert bool(expected) == (file.parent.name == "invalid")


def all_records():
    records = Path(__file__).parents[2] / "records"
    return sorted([*records.rglob("*.yml"), *examples()])


@pytest.mark.parametrize("file", all_records(), ids=lambda file: file.stem)
def test_quick_screen_and_full_check_agree(schemas, root, file):
    if file.is_relative_to(root / "records"):
        schema = schemas.for_file(file.relative_to(root / "records").as_posix())
    else:
        schema = schemas.by_name[file.stem.split("--")[0]]
    document, _ = parse_yaml(file.read_bytes(), file.name)
    if document is not None:
        full = list(schema.all_errors(document.data))
        assert schema.accepts(document.data) == (not full)
