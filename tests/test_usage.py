"""Wrong use is answered in Japanese with what to write; no traceback reaches anybody."""

import inspect
import re
import shutil

import click
import pytest
from click.testing import CliRunner
from repositories import begin

from senrei.doors.cli import main
from senrei.doors.usage import SENTENCES, JapaneseGroup
from senrei.source.problem import FaultySchemaError


def said(*arguments):
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output.splitlines()


def test_a_misspelt_command_is_answered_with_the_nearest():
    code, lines = said("chek")
    assert code == 2
    assert lines[0].startswith(
        "誤り: 「chek」という命令はありません。「check」ではありませんか。使えるのは "
    )


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (("check", "--fromat", "json"), "誤り: 「--fromat」という指定はありません。「--format」ではありませんか。"),
        (("check", "--format", "xml"), "誤り: --format に書けるのは text、github、json です。例「--format text」。"),
        (("check", "--format"), "誤り: 「--format」の後に値を書いてください。"),
        (("check", "no-such.yml"), "誤り: 「no-such.yml」が見つかりません。ファイルやフォルダの名前を確かめてください。"),
        (("explain", "tab", "more"), "誤り: 余分な語「more」があります。取り除いてください。"),
        (("format", "--check=yes"), "誤り: 「--check」に値は書けません。「=」から後を消してください。"),
        (("duties", "--on", "r6"), "誤り: --on の値が正しくありません。「r6」は日付ではありません。例「2026-04-01」。"),
        (("figures", "--out", "README.md"), "誤り: 「README.md」は読めません。フォルダかファイルかを確かめてください。"),
        ((), "使い方: main [OPTIONS] COMMAND [ARGS]..."),
        (("new", "case", "--id", "x"), "誤り: 「--ward」を書いてください。"),
    ],
)  # fmt: skip
def test_wrong_use_ends_with_2_and_names_the_cure(arguments, first):
    code, lines = said(*arguments)
    assert code == 2
    assert lines[0] == first


def test_a_folder_without_records_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert said("check") == (
        2,
        [
            "誤り: records/ と schemas/ のあるフォルダが見つかりません。"
            "そのフォルダに移るか、「--root フォルダ」で指定してください。"
        ],
    )


def test_the_project_is_found_from_a_folder_inside(project, monkeypatch):
    monkeypatch.chdir(project / "records/contractors")
    assert said("check", "icr.yml") == (0, ["問題なし"])


def commands(group, *path):
    """Every command and group with the words that call it."""
    yield path, group
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            yield from commands(group.get_command(context, name), *path, name)


COMMANDS = dict(commands(main))


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_help_is_japanese(path):
    code, lines = said(*path, "--help")
    assert code == 0
    assert lines[0].startswith("使い方: ")
    assert "指定:" in lines
    assert not re.search("Usage|Options|Commands|required|default|Show this", "\n".join(lines))


def test_every_sentence_in_place_of_clicks_is_one_that_click_utters():
    uttered = "".join(
        inspect.getsource(module)
        for module in (click.core, click.formatting, click.parser, click.types, click.decorators)
    )
    assert [said for said in SENTENCES if f'"{said}"' not in uttered] == []


NEEDS = {  # what a command must be given, beside a project
    ("duties",): ["--on", "2026-04-01"],
    ("explain",): ["tab"],
    ("export",): ["--out", "made"],
    ("figures",): ["--out", "made"],
    ("impact",): ["HEAD"],
    ("new", "case"): ["--ward", "sakura", "--id", "sakura-r05-1"],
    ("pages",): ["--out", "made"],
}


@pytest.mark.parametrize(
    "path", [path for path, command in COMMANDS.items() if type(command) is click.Command], ids=" ".join
)  # fmt: skip
def test_every_command_works_from_a_folder_inside(path, town, root, monkeypatch):
    shutil.copytree(
        root / "docs/assets/stylesheets", town / "docs/assets/stylesheets", dirs_exist_ok=True
    )
    begin(town)
    monkeypatch.chdir(town / "records/cases")
    code, lines = said(*path, *NEEDS.get(path, ()))
    assert code == 0, lines


def test_an_unformatted_record_is_found_from_a_folder_inside(town, monkeypatch):
    record = town / "records/contractors/hana-jimu.yml"
    record.write_text(record.read_text("utf-8") + "\n\n", "utf-8")
    monkeypatch.chdir(town / "records/cases")
    assert said("format", "--check") == (
        1,
        ["../../records/contractors/hana-jimu.yml: そろっていません", "senrei format を動かすと、そろいます。"],
    )  # fmt: skip


@click.group(cls=JapaneseGroup)
def broken():
    """A tool with a fault."""


@broken.command()
def fail():
    raise KeyError("x")


@broken.command()
def name():
    raise FaultySchemaError("controls", "$id に「controls.json」と書いてください。")


def test_a_fault_of_the_tool_is_said_without_a_traceback(monkeypatch):
    monkeypatch.delenv("SENREI_TRACEBACK", raising=False)
    result = CliRunner().invoke(broken, ["fail"])
    assert result.exit_code == 1
    assert result.output.startswith("誤り: 道具の側の誤りで、続けられませんでした。")
    assert "KeyError: 'x'（test_usage.py:" in result.output
    assert "Traceback" not in result.output


def test_a_fault_of_a_schema_is_told_to_who_changes_it():
    result = CliRunner().invoke(broken, ["name"])
    assert (result.exit_code, result.output) == (
        1,
        "誤り: スキーマの誤りで、続けられません。記録の誤りではありません。"
        "schemas/controls.json: $id に「controls.json」と書いてください。\n",
    )


def test_a_fault_of_the_tool_is_shown_to_who_asks(monkeypatch):
    monkeypatch.setenv("SENREI_TRACEBACK", "1")
    with pytest.raises(KeyError):
        CliRunner().invoke(broken, ["fail"], catch_exceptions=False)
