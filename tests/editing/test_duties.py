"""The list of duties: on a fixed day, what is open."""

from click.testing import CliRunner

from senrei.doors.cli import main


def duties(project, day):
    result = CliRunner().invoke(main, ["duties", "--root", str(project), "--on", day])
    assert result.exit_code == 0
    return result.stdout


def test_unused_terms_and_stubs_are_listed(invented_project):
    with (invented_project / "records/vocabulary/controls.yml").open("a", encoding="utf-8") as file:
        file.write("  - id: moat\n    label: 堀\n    reading: ほり\n    definition: 堀です。\n    group: physical\n")  # fmt: skip
    said = duties(invented_project, "2026-11-21")
    assert said.startswith("# 当番の一覧（2026-11-21）\n\n## 検査の注意（")
    assert "「堀」を使う案件がありません。" in said
    assert "の案件が収録されていません" in said
    assert "の開催日が分かっていません" in said
    assert "日を過ぎた案件" not in said


def test_checks_grow_stale_after_a_year(invented_project):
    said = duties(invented_project, "2028-01-01")
    assert "## 確認から 365 日を過ぎた案件（" in said
    assert "- [ ] 「図書館システムの変更と予約受付の委託」 最後の確認 2026-" in said


def test_a_case_without_a_second_reading_is_listed(invented_project):
    before = _unread(duties(invented_project, "2026-11-21"))
    file = invented_project / "records/cases/tsubame/tsubame-r04-7.yml"
    text = file.read_text("utf-8")
    at = text.index("  second_reading:\n")
    file.write_text(text[:at] + "  second_reading: unstated\n", "utf-8")
    after = _unread(duties(invented_project, "2026-11-21"))
    assert set(after) - set(before) == {"- [ ] 「図書館システムの変更と予約受付の委託」"}


def _unread(said):
    counted, _, lines = said.partition("読み合わせがまだの案件（")[2].partition("件）")
    listed = [line for line in lines.partition("## ")[0].splitlines() if line.startswith("- ")]
    assert len(listed) == int(counted)
    return listed
