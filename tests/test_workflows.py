"""The workflows are what GitHub takes, and safe for changes from strangers."""

import re

import pytest
from check_jsonschema.builtin_schemas import get_builtin_schema
from jsonschema import validators
from repositories import run_git
from ruamel.yaml import YAML

from senrei.doors.cli import main

PLACE = ".github/workflows"
NAMES = ("check.yml", "preview.yml", "pages.yml", "duties.yml")


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.fixture
def workflow(root, name):
    return YAML(typ="safe", pure=True).load((root / PLACE / name).read_text("utf-8"))


def steps(workflow):
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_every_workflow_is_named_here(root):
    assert sorted(file.name for file in (root / PLACE).iterdir()) == sorted(NAMES)


@pytest.mark.parametrize(
    "schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"]
)
def test_a_workflow_is_one_that_github_takes(workflow, schema):
    contract = get_builtin_schema(schema)
    checker = validators.validator_for(contract)(contract)
    assert list(checker.iter_errors(workflow)) == []


def test_foreign_actions_are_pinned_to_a_commit(workflow):
    for step in steps(workflow):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])


def test_rights_are_named_and_small(workflow, name):
    assert workflow["permissions"] in ({}, {"contents": "read"})
    written = {
        right
        for job in workflow["jobs"].values()
        for right, level in job.get("permissions", {}).items()
        if level == "write"
    }
    assert written == {
        "check.yml": set(),
        "preview.yml": {"pull-requests"},
        "pages.yml": {"pages", "id-token"},
        "duties.yml": {"issues"},
    }[name]  # fmt: skip


def test_code_of_strangers_never_runs_with_rights_or_secrets(workflow):
    on = workflow["on"]
    assert "pull_request_target" not in on
    assert "secrets." not in str(workflow)
    if "workflow_run" in on:
        used = [step["uses"].split("@")[0] for step in steps(workflow)]
        assert used == ["actions/github-script"]
        assert not any("run" in step for step in steps(workflow))
    for step in steps(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_text_of_strangers_never_becomes_a_command(workflow):
    for step in steps(workflow):
        text = step.get("run", "") + step.get("with", {}).get("script", "")
        assert "${{" not in text


def test_commands_of_workflows_are_there(root, workflow):
    targets = set(re.findall(r"^([a-z./]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    for step in steps(workflow):
        for line in step.get("run", "").splitlines():
            words = line.split()
            if words[0] == "make":
                assert set(words[1:]) <= targets
            elif words[0] == ".venv/bin/senrei":
                command = main.get_command(main.make_context("senrei", words[1:]), words[1])
                options = {name for param in command.params for name in param.opts}
                assert {word for word in words if word.startswith("--")} <= options
            else:
                assert words[0] in {"mkdir", "cat"}


def test_the_preview_follows_the_check(root):
    check = YAML(typ="safe").load((root / PLACE / "check.yml").read_text("utf-8"))
    preview = YAML(typ="safe").load((root / PLACE / "preview.yml").read_text("utf-8"))
    assert preview["on"]["workflow_run"]["workflows"] == [check["name"]]


def test_owners_are_named_for_places_that_are_there(root):
    lines = (root / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert rules[0][0] == "*"
    for pattern, *owners in rules:
        assert pattern == "*" or (root / pattern.strip("/")).exists(), pattern
        assert all(owner.startswith("@") for owner in owners)


def test_the_template_of_pull_requests_asks_for_the_source(root):
    text = (root / ".github/PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    assert "## 資料のどこを見たか" in text
    assert "要確認" in text


def test_what_is_made_is_not_committed(root):
    if not (root / ".git").exists():
        pytest.skip("履歴のない写しです")
    tracked = run_git(root, "ls-files").splitlines()
    made = [n for n in tracked if n.startswith((".vscode/schemas/", "site/", ".venv/"))]
    assert made == []
