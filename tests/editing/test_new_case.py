"""Starting a case: the shape of another or of a template, with marks that hold it back."""

import re

import pytest
import yaml
from click.testing import CliRunner
from projects import ROOT

from senrei.doors.cli import main
from senrei.model.check import check_records
from senrei.model.unconfirmed import MARK
from senrei.model.vocabulary import MatterTypeTerm
from senrei.source.schema import ANY
from senrei.source.yaml_format import format_yaml
from senrei.source.yaml_text import parse_yaml


def new(project, *arguments):
    return CliRunner().invoke(main, ["new", "case", "--root", str(project), *arguments])


def like(project, case, ward, new_id="tsubame-r09-1"):
    result = new(project, "--ward", ward, "--id", new_id, "--like", case)
    assert result.exit_code == 0, result.output
    return project / f"records/cases/{ward}/{new_id}.yml"


def rules(project):
    return {problem.rule for problem in check_records(project) if problem.rule != "unused"}


VOCABULARY = (ROOT / "records/vocabulary/matter-types.yml").read_text("utf-8")
MATTER_TYPES = [term["id"] for term in yaml.safe_load(VOCABULARY)["terms"]]
CASES = ["tsubame-r04-7", "tsubame-r04-3", "hibari-r05-1", "hibari-r05-2"]


@pytest.mark.parametrize("case", CASES)
def test_a_copied_case_lacks_nothing_but_confirmation(invented_project, case):
    file = like(invented_project, case, case.split("-", maxsplit=1)[0])
    assert rules(invented_project) == {"unconfirmed"}
    assert format_yaml(file.read_bytes()) == file.read_bytes()


@pytest.mark.parametrize("case", CASES)
def test_every_inherited_value_is_marked_and_no_statement_is_copied(
    invented_project, schemas, case
):
    source = next((invented_project / "records/cases").glob(f"*/{case}.yml"))
    original, _ = parse_yaml(source.read_bytes(), "x")
    file = like(invented_project, case, case.split("-", maxsplit=1)[0])
    text = file.read_text("utf-8")
    made, _ = parse_yaml(file.read_bytes(), "x")
    lines = text.split("\n")
    own = {("id",), ("ward",), ("reading_record", "second_reading")}
    fields = {field.path: field.schema for field in schemas.by_name["case"].fields}
    kept = {"where", "at", "heading", "recorded_as", "system", "party", "from", "to", "in", "id"}
    kept |= {"matters", "same_as"}
    for pointer, name, value in made.leaves:
        if pointer in own:
            continue
        assert MARK in lines[made.location_of(pointer).line - 1], pointer
        path = tuple(ANY if isinstance(step, int) else step for step in pointer)
        if isinstance(value, str) and value not in {MARK, "unstated", "none", "unknown"}:
            classified = {"x-ref", "x-labels"} & fields.get(path, {}).keys()
            assert classified or name in kept, (pointer, value)
    assert original.data["brief"]["asked"] not in text
    assert {act["outcome"] for act in made.data["acts"]} == {"unknown"}


def test_a_mark_of_another_ward_is_not_copied(invented_project):
    text = like(invented_project, "tsubame-r04-7", "hibari").read_text("utf-8")
    assert f"\n    body: {MARK}\n" in text
    assert "article: tsubame" not in text
    assert "department: tsubame" not in text


@pytest.mark.parametrize("matter_type", MATTER_TYPES)
def test_a_template_lacks_nothing_but_confirmation(invented_project, matter_type):
    result = new(
        invented_project, "--ward", "tsubame", "--id", "tsubame-r09-1", "--type", matter_type
    )
    assert result.exit_code == 0
    assert rules(invented_project) == {"unconfirmed"}
    file = invented_project / "records/cases/tsubame/tsubame-r09-1.yml"
    text = file.read_text("utf-8")
    assert format_yaml(file.read_bytes()) == file.read_bytes()
    assert "# 件名: 資料に書かれたままの件名\n" in text
    assert f"type: {matter_type} # {MARK}" in text
    assert "（省けます）agenda_as_written: 議案番号の書き方" in text


def test_drafts_lay_out_fields_that_there_are(catalog):
    for matter_type in catalog.of(MatterTypeTerm).values():
        for field in matter_type.draft_fields:
            assert catalog.title(field), (matter_type.id, field)


def test_the_help_names_the_types_of_the_vocabulary(invented_project, monkeypatch):
    monkeypatch.chdir(invented_project)
    said = "".join(CliRunner().invoke(main, ["new", "case", "--help"]).stdout.split())
    for matter_type in MATTER_TYPES:
        assert f"{matter_type}（" in said


def test_each_mark_is_said_once_at_its_line(invented_project):
    like(invented_project, "tsubame-r04-3", "tsubame")
    said = [problem for problem in check_records(invented_project) if problem.rule == "unconfirmed"]
    lines = (invented_project / said[0].path).read_text("utf-8").split("\n")
    assert [problem.line for problem in said] == [
        number for number, line in enumerate(lines, 1) if MARK in line
    ]
    assert said[0].message == (
        "title（件名）がまだ書かれていません。"
        "「要確認」の代わりに、資料で確かめた内容を書いてください。"
    )
    copied = next(problem for problem in said if lines[problem.line - 1].startswith("    body:"))
    assert copied.message == (
        "この行は写したままです。資料と突き合わせ、正しければ「# 要確認」を消し、違えば直してから消してください。"
    )


def test_a_text_that_contains_the_word_is_no_mark(invented_project):
    file = invented_project / "records/contractors/tori-jimu.yml"
    text = file.read_text("utf-8")
    file.write_text(text + 'note: "資料の欄外に「# 要確認」とあります。"\n', "utf-8")
    assert rules(invented_project) == set()
    file.write_text(re.sub("\nname: (.*)\n", r"\nname: \1  # 要確認 登記\n", text), "utf-8")
    assert rules(invented_project) == {"unconfirmed"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--ward", "tsubane", "--id", "x"),
            "自治体「tsubane」は登録されていません。「tsubame」ではありませんか。",
        ),
        (
            ("--ward", "tsubame", "--id", "../x"),
            "識別子「../x」は使えません。英小文字と数字の語をハイフンでつなぎ、80 字までにしてください。例: sakura-r05-3",
        ),
        (
            ("--ward", "tsubame", "--id", "tsubame-r04-3"),
            "識別子「tsubame-r04-3」の案件はもうあります。別の識別子にしてください。",
        ),
        (
            ("--ward", "tsubame", "--id", "x", "--like", "tsubame-r4-3"),
            "案件「tsubame-r4-3」は登録されていません。「tsubame-r04-3」ではありませんか。",
        ),
        (
            ("--ward", "tsubame", "--id", "x", "--type", "outsorcing"),
            "事項の種類「outsorcing」は登録されていません。「outsourcing」ではありませんか。",
        ),
    ],
)
def test_what_cannot_be_started_is_said_with_its_cure(invented_project, arguments, message):
    result = new(invented_project, *arguments)
    assert result.exit_code == 2
    assert result.output.strip().endswith(message)


def test_nothing_is_overwritten(invented_project):
    file = like(invented_project, "tsubame-r04-3", "tsubame")
    file.write_text("x", "utf-8")
    result = new(invented_project, "--ward", "tsubame", "--id", "tsubame-r09-1")
    assert (result.exit_code, file.read_text("utf-8")) == (2, "x")
    assert "もうあります。上書きしません。" in result.output


def test_format_mends_what_it_names(invented_project):
    file = invented_project / "records/contractors/tori-jimu.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    root = ["--root", str(invented_project)]
    checked = CliRunner().invoke(main, ["format", "--check", *root])
    assert (checked.exit_code, checked.stdout) == (1, f"{file}: そろっていません\n")
    done = CliRunner().invoke(main, ["format", *root])
    assert (done.exit_code, done.stdout) == (0, f"{file}: そろえました\n")
    assert CliRunner().invoke(main, ["format", "--check", str(file)]).exit_code == 0
    file.write_text("a: [", "utf-8")
    broken = CliRunner().invoke(main, ["format", str(file)])
    assert (broken.exit_code, file.read_text("utf-8")) == (1, "a: [")
