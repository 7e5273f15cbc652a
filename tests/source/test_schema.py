import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest

from senrei.model import (
    act,
    case,
    case_source,
    case_systems,
    data_flow,
    dates,
    matter,
    organisations,
    record,
    vocabulary,
)
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


HOLDERS = {
    ("case", ()): case.Case,
    ("case", ("acts", ANY)): act.Act,
    ("case", ("acts", ANY, "documents", ANY)): act.Paper,
    ("case", ("acts", ANY, "outcome")): act.Outcome,
    ("case", ("acts", ANY, "outcome", "conditions", ANY)): act.Condition,
    ("case", ("acts", ANY, "received")): act.Received,
    ("case", ("acts", ANY, "opinions", ANY)): act.Opinion,
    ("case", ("acts", ANY, "opinions", ANY, "by")): act.Speaker,
    ("case", ("schedule", ANY)): case.ScheduleEntry,
    ("case", ("schedule", ANY, "date")): dates.Date,
    ("case", ("matters", ANY)): matter.Matter,
    ("case", ("matters", ANY, "reason")): record.Statement,
    ("case", ("matters", ANY, "period")): record.Period,
    ("case", ("matters", ANY, "tasks", ANY)): matter.Task,
    ("case", ("matters", ANY, "data_subjects", ANY)): matter.CaseDataSubject,
    ("case", ("matters", ANY, "data_items", ANY)): matter.DataItemGroup,
    ("case", ("matters", ANY, "data_items", ANY, "items", ANY)): matter.CaseDataItem,
    ("case", ("matters", ANY, "volumes", ANY)): matter.Volume,
    ("case", ("matters", ANY, "contractors", ANY)): matter.CaseContractor,
    ("case", ("matters", ANY, "contractors", ANY, "members", ANY)): matter.ConsortiumMember,
    (
        "case",
        ("matters", ANY, "contractors", ANY, "certifications", ANY),
    ): record.CertificationClaim,
    ("case", ("matters", ANY, "controls", ANY)): matter.ControlGroup,
    ("case", ("matters", ANY, "controls", ANY, "entries", ANY)): matter.ControlEntry,
    ("case", ("systems", ANY)): case_systems.System,
    ("case", ("systems", ANY, "functions", ANY)): case_systems.SystemFunction,
    ("case", ("responsible_offices", ANY)): case_systems.ResponsibleOffice,
    ("case", ("access_levels", ANY)): case_systems.AccessLevel,
    ("case", ("facilities", ANY)): case_systems.Facility,
    ("case", ("data_flow",)): data_flow.DataFlow,
    ("case", ("data_flow", "nodes", ANY)): data_flow.Node,
    ("case", ("data_flow", "flows", ANY)): data_flow.Flow,
    ("case", ("lineage", ANY)): case.Lineage,
    ("case", ("annexes", ANY)): case_source.Annex,
    ("case", ("sources", ANY)): case_source.Source,
    ("case", ("sources", ANY, "missing")): case_source.MissingPart,
    ("case", ("sources", ANY, "pages")): case_source.PageSpan,
    ("case", ("sources", ANY, "sections", ANY)): case_source.SourceSection,
    ("case", ("reading_record",)): case_source.ReadingRecord,
    ("contractor", ()): organisations.Contractor,
    ("ward", ()): organisations.Ward,
    ("ward", ("bodies", ANY)): organisations.Body,
    ("meeting", ()): organisations.Meeting,
    ("law", ()): organisations.Law,
    ("law", ("articles", ANY)): organisations.Article,
    ("data-items", ("terms", ANY)): vocabulary.DataItemTerm,
    ("controls", ("terms", ANY)): vocabulary.ControlTerm,
    ("certifications", ("terms", ANY)): vocabulary.CertificationTerm,
    ("mediums", ("terms", ANY)): vocabulary.MediumTerm,
    ("roles", ("terms", ANY)): vocabulary.Term,
}


@pytest.mark.parametrize(("named", "holder"), HOLDERS.items(), ids=str)
def test_dataclass_holds_exactly_the_fields_of_its_schema(schemas, named, holder):
    name, path = named
    described = {
        field.path[-1]
        for field in schemas.by_name[name].fields
        if field.path[:-1] == path and field.path[-1] != ANY
    }
    renamed = data_flow.RENAMED.get(holder, {})
    held = {renamed.get(field.name, field.name) for field in dataclasses.fields(holder)}
    assert held == described


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
