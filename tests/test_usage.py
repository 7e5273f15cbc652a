"""Wrong use is answered in Japanese with what to write; no traceback reaches anybody."""

import click
import pytest
from click.testing import CliRunner

from senrei.cli import main
from senrei.usage import JapaneseGroup


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


def test_the_help_is_japanese():
    code, lines = said("check", "--help")
    assert code == 0
    assert lines[0].startswith("使い方:")
    assert "指定:" in lines


@click.group(cls=JapaneseGroup)
def broken():
    """A tool with a fault."""


@broken.command()
def fail():
    raise KeyError("x")


def test_a_fault_of_the_tool_is_said_without_a_traceback(monkeypatch):
    monkeypatch.delenv("SENREI_TRACEBACK", raising=False)
    result = CliRunner().invoke(broken, ["fail"])
    assert result.exit_code == 1
    assert result.output.startswith("誤り: 道具の側の誤りで、続けられませんでした。")
    assert "KeyError（test_usage.py:" in result.output
    assert "Traceback" not in result.output


def test_a_fault_of_the_tool_is_shown_to_who_asks(monkeypatch):
    monkeypatch.setenv("SENREI_TRACEBACK", "1")
    with pytest.raises(KeyError):
        CliRunner().invoke(broken, ["fail"], catch_exceptions=False)
