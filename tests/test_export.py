"""What is written without building the site is what the built site has."""

import re

import markdown
import pytest
import yaml
from click.testing import CliRunner

from senrei.doors.cli import main


def written(folder, command, root):
    """Run a command that writes to a folder; give what it says and the texts by their path."""
    result = CliRunner().invoke(main, [command, "--out", str(folder), "--root", str(root)])
    texts = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
    return result, texts


def test_the_exported_data_are_those_of_the_built_site(invented, invented_site, tmp_path):
    result, texts = written(tmp_path, "export", invented)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{len(texts)} 件のファイルを {tmp_path} に書きました。\n"
    built = (file for file in (invented_site / "api").rglob("*") if file.is_file())
    assert texts == {
        file.relative_to(invented_site).as_posix(): file.read_bytes() for file in built
    }


def test_pages_are_markdown_with_front_matter_and_the_body_as_it_is(invented, tmp_path):
    result, texts = written(tmp_path, "pages", invented)
    assert result.exit_code == 0
    assert "api/v1/index.json" in texts
    assert any(path.startswith("records/wards/") for path in texts)
    pages = {path: text.decode() for path, text in texts.items() if path.endswith(".md")}
    assert any(path.startswith("cases/") for path in pages)
    for path, text in pages.items():
        front, body = re.fullmatch("---\n(.*?)---\n\n(.*)", text, re.DOTALL).groups()
        assert yaml.safe_load(front)["title"], path
        extensions = ["admonition", "attr_list", "tables", "toc"]  # those of mkdocs.yml
        kept = markdown.markdown(body, extensions=extensions)
        assert kept.strip() == body.strip(), path


def test_files_that_stand_there_already_are_left_alone(town, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/index.md").write_text("手で書いたページ", "utf-8")
    _, texts = written(tmp_path / "out", "export", town)
    assert texts["index.md"].decode() == "手で書いたページ"


@pytest.mark.parametrize("command", ["export", "pages"])
def test_an_error_in_a_record_is_said_and_nothing_is_written(town, tmp_path, command):
    record = town / "records/contractors/hana-jimu.yml"
    record.write_text(record.read_text("utf-8").replace("name: ", "nam: "), "utf-8")
    result, texts = written(tmp_path / "out", command, town)
    assert (result.exit_code, texts) == (1, {})
    assert result.stderr.startswith("records/contractors/hana-jimu.yml:")
    assert result.stderr.endswith("記録に誤りがあるため、何も書き出しませんでした。\n")
