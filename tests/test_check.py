"""The command as an editor meets it: all problems of all files at once, with line and cure."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from senrei.doors.cli import main

CASE = "records/cases/kamome/kamome-r01-1.yml"


@pytest.fixture
def project(invented_project):
    return invented_project


def edit(project: Path, name: str, old: str, new: str) -> int:
    """Replace a text that stands once in a file; give the line where it began."""
    file = project / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def check(project: Path, *arguments: str) -> tuple[int, list[str]]:
    result = CliRunner().invoke(main, ["check", "--root", str(project), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout.splitlines()


def test_valid_records_pass(town):
    assert check(town) == (0, [])


def test_five_mistakes_get_five_messages_at_their_lines_in_one_run(project):
    wrong_key = edit(project, CASE, "\nlegal_regime:", "\nlegal_regim:") + 1
    dangling = edit(project, CASE, "\n    meeting: kamome-r01-1", "\n    meeting: kamome-r01-2") + 1
    wrong_type = edit(project, CASE, '\n    agenda_number: "1"', "\n    agenda_number: 1") + 1
    text = (project / CASE).read_text(encoding="utf-8")
    duplicate = text.count("\n") + 1
    (project / CASE).write_text(text + "title: もう一つの件名\n", encoding="utf-8")
    missing = next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith("id:"))
    edit(project, CASE, "\npurpose: unstated", "\n# purpose")

    code, lines = check(project)

    assert code == 1
    places = {(line.split(":")[1], rule(line)) for line in lines}
    assert places == {
        (str(wrong_key), "unknown-key"),
        (str(dangling), "reference"),
        (str(wrong_type), "type"),
        (str(duplicate), "duplicate-key"),
        (str(missing), "missing"),
    }
    assert any(
        "「legal_regim」という項目はありません。「legal_regime」（制度）ではありませんか。" in line
        for line in lines
    )
    assert any("「kamome-r01-1」ではありませんか。" in line for line in lines)
    assert any('"1" のように引用符で囲んでください。' in line for line in lines)


def rule(line: str) -> str:
    return line.split("[", 1)[1].split("]", 1)[0]


def test_a_faulty_record_does_not_accuse_its_neighbours(project):
    edit(project, "records/contractors/tori-jimu.yml", "name: ", "nam: ")
    _, lines = check(project)
    assert {line.split(":", 1)[0] for line in lines} == {"records/contractors/tori-jimu.yml"}


def test_only_the_named_file_is_shown(project):
    edit(project, "records/contractors/tori-jimu.yml", "name: ", "nam: ")
    code, lines = check(project, str(project / CASE))
    assert (code, lines) == (0, [])
    code, lines = check(project, str(project / "records/contractors"))
    assert code == 1
    assert len(lines) == 1


def test_json_and_github_formats_say_the_same(project):
    edit(project, "records/contractors/tori-jimu.yml", "name: ", "nam: ")
    edit(project, "records/contractors/tori-jimu.yml", "\nreading: ", "\nreadinng: ")
    _, text = check(project)
    _, annotated = check(project, "--format", "github")
    _, data = check(project, "--format", "json")
    problems = json.loads("\n".join(data))
    assert len(text) == len(annotated) == len(problems) == 2
    assert [problem["message"] in line for problem, line in zip(problems, text, strict=True)] == [
        True,
        True,
    ]
    assert annotated[0].startswith("::error file=records/contractors/tori-jimu.yml,line=")


def test_wrong_use_of_the_command_ends_with_2(project):
    assert check(project, "--format", "xml")[0] == 2
    assert check(project, "no-such-file.yml")[0] == 2


def test_file_at_an_unknown_place_is_reported(project):
    (project / "records/notes.yml").write_text("a: b\n", encoding="utf-8")
    assert check(project)[1] == [
        "records/notes.yml:1:1: error[place] この場所のファイルは記録として読まれません。"
        "案件は records/cases/自治体の名前/識別子.yml に置きます。"
    ]


def test_copied_record_with_the_same_id_is_reported(project):
    text = (project / "records/contractors/tori-jimu.yml").read_text(encoding="utf-8")
    (project / "records/contractors/zcopy.yml").write_text(text, encoding="utf-8")
    _, lines = check(project)
    assert [rule(line) for line in lines] == ["duplicate-id"]
    assert lines[0].startswith("records/contractors/zcopy.yml:2:5:")


def test_the_command_stands_on_the_path():
    command = Path(sys.executable).with_name("senrei")
    done = subprocess.run([command, "check", "--help"], check=True, capture_output=True, text=True)
    assert "記録を調べ" in done.stdout
