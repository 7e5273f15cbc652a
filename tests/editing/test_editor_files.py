"""Settings for editors and the issue form say what the schemas say."""

import fnmatch
import json
import re

import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from click.testing import CliRunner
from jsonschema import Draft202012Validator, validators

from senrei.doors.cli import main
from senrei.editing.editor_files import completion_files, editor_settings
from senrei.editing.issue_form import issue_form
from senrei.model.vocabulary import MatterTypeTerm


def load(file):
    return yaml.safe_load(file.read_text("utf-8"))


def records(root):
    return sorted((root / "records").rglob("*.yml"))


def test_every_record_begins_with_its_schema_line(root, schemas):
    for file in records(root):
        name = file.relative_to(root / "records").as_posix()
        up = "../" * (name.count("/") + 1)
        line = f"# yaml-language-server: $schema={up}schemas/{schemas.for_file(name).name}.json"
        assert file.read_text("utf-8").split("\n")[0] == line


def test_files_made_from_the_schemas_are_fresh(root):
    result = CliRunner().invoke(main, ["editor-files", "--check", "--root", str(root)])
    assert (result.exit_code, result.stdout) == (0, ""), "senrei editor-files を動かしてください"


def test_stale_files_are_named_and_made_anew(project):
    root = ["--root", str(project)]
    checked = CliRunner().invoke(main, ["editor-files", "--check", *root])
    assert checked.exit_code == 1
    assert ".vscode/settings.json: 古くなっています" in checked.stdout
    assert CliRunner().invoke(main, ["editor-files", *root]).exit_code == 0
    assert CliRunner().invoke(main, ["editor-files", "--check", *root]).exit_code == 0


def test_the_editor_finds_the_schema_of_every_record(root, schemas):
    settings = json.loads(editor_settings(schemas))["yaml.schemas"]
    for file in records(root):
        name = file.relative_to(root).as_posix()
        matching = [s for s, pattern in settings.items() if fnmatch.fnmatchcase(name, pattern)]
        kind = schemas.for_file(name.removeprefix("records/")).name
        assert matching == [f"./schemas/{kind}.json"]
        assert (root / matching[0]).is_file()


def test_the_issue_form_asks_for_the_fields_of_the_record(root, schemas):
    form = load(root / ".github/ISSUE_TEMPLATE/new-case.yml")
    asked = {part["id"]: part for part in form["body"] if part["type"] != "markdown"}
    schema = schemas.by_name["case"].contents
    assert list(asked) == list(schema["properties"])
    for name, part in asked.items():
        required = part.get("validations", {}).get("required", False)
        assert required == (name in schema["required"])
    assert asked["legal_regime"]["attributes"]["options"][0].startswith("ward_ordinance（")
    assert asked["acts"]["attributes"]["value"].endswith("    outcome: unknown # 要確認\n")
    assert asked["matters"]["attributes"]["value"].startswith("matters:\n  - id: outsourcing")


def test_the_issue_form_follows_the_schema(schemas, catalog):
    matter_type = catalog.of(MatterTypeTerm)["designated-management"]
    assert "short_title" in issue_form(schemas.by_name["case"], matter_type)


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("new-case.yml", "vendor.github-issue-forms"),
        ("config.yml", "vendor.github-issue-config"),
    ],
)
def test_the_issue_form_is_one_that_github_takes(root, name, schema):
    contract = get_builtin_schema(schema)
    checker = validators.validator_for(contract)(contract)
    assert list(checker.iter_errors(load(root / ".github/ISSUE_TEMPLATE" / name))) == []


def test_terms_are_completed_by_their_japanese_names(schemas, invented_catalog):
    files = {name: json.loads(text) for name, text in completion_files(schemas, invented_catalog)}
    name = files["senrei.code-snippets"]["情報項目 name"]
    assert {"氏名", "しめい", "name"} <= set(name["prefix"])
    assert (name["body"], name["scope"]) == ("name", "yaml")
    assert name["description"].startswith("情報項目「氏名」")
    case = files["schemas/case.json"]
    Draft202012Validator.check_schema(case)
    act = case["properties"]["acts"]["items"]["properties"]
    body = act["body"]
    position = body["enum"].index("tsubame-council")
    assert body["enumDescriptions"][position] == invented_catalog.label("body", "tsubame-council")
    assert "unstated" in act["meeting"]["enum"]
    sorts = act["act"]
    assert dict(zip(sorts["enum"], sorts["enumDescriptions"], strict=True))["report"] == "報告"


def test_completion_files_are_written_where_git_does_not_look(project, root):
    out = project / ".vscode"
    result = CliRunner().invoke(main, ["editor-schemas", "--out", str(out), "--root", str(project)])
    assert result.exit_code == 0
    assert (out / "senrei.code-snippets").is_file()
    assert (out / "schemas/case.json").is_file()
    ignored = (root / ".gitignore").read_text("utf-8")
    assert ".vscode/schemas/" in ignored
    assert ".vscode/*.code-snippets" in ignored


def test_vscode_recommends_the_yaml_extension(root):
    named = json.loads((root / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]
    assert "redhat.vscode-yaml" in named


def test_commit_hooks_run_our_own_commands_only(root):
    config = load(root / ".pre-commit-config.yaml")
    assert [repository["repo"] for repository in config["repos"]] == ["local"]
    hooks = config["repos"][0]["hooks"]
    assert {hook["language"] for hook in hooks} == {"system"}
    for hook in hooks:
        program, command, *_ = hook["entry"].split()
        assert program == ".venv/bin/senrei"
        assert command in main.list_commands(main.make_context("senrei", ["check"]))
        re.compile(hook["files"])


def test_editorconfig_says_what_the_formatter_does(root):
    text = (root / ".editorconfig").read_text("utf-8")
    for line in (
        "charset = utf-8",
        "end_of_line = lf",
        "insert_final_newline = true",
        "indent_size = 2",
    ):
        assert line in text
