"""What a change does, in words: golden reports of small changes."""

import pytest
from click.testing import CliRunner
from repositories import begin, commit, edit, run_git

from senrei.doors.cli import main
from senrei.editing.impact import escaped

TORI = "records/contractors/tori-jimu.yml"
CONTROLS = "records/vocabulary/controls.yml"
HALL = "records/cases/hibari/hibari-r05-1.yml"
LIBRARY = "records/cases/tsubame/tsubame-r04-7.yml"


@pytest.fixture
def repository(invented_project):
    begin(invented_project)
    return invented_project


def impact(repository, *arguments):
    result = CliRunner().invoke(main, ["impact", "--root", str(repository), *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_formatting_alone_says_nothing(repository):
    file = repository / TORI
    text = file.read_text("utf-8").replace("  - とり", "      - とり") + "\n# 注\n"
    file.write_bytes(text.replace("\n", "\r\n").encode("utf-8"))
    assert impact(repository, "HEAD") == ""


def test_a_changed_field_is_said_with_its_title_and_its_pages(repository):
    edit(repository, LIBRARY, "outcome: unknown", "outcome: does_not_apply")
    assert impact(repository, "HEAD") == (
        "# この変更がすること\n"
        "\n"
        "## 記録\n"
        "\n"
        "### 案件「図書館システムの変更と予約受付の委託」（`records/cases/tsubame/tsubame-r04-7.yml`）\n"
        "\n"
        "| 項目 | 前 | 後 |\n"
        "|---|---|---|\n"
        "| 手続 1 › 結果 | unknown（本資料に記載なし） | does&#95;not&#95;apply（対象外） |\n"
        "\n"
        "\n"
        "## ページと数\n"
        "\n"
        "- 内容が変わるページ: 1（cases 1）\n"
        "  - 図書館システムの変更と予約受付の委託 `cases/tsubame-r04-7/index.html`\n"
    )


def test_a_term_that_comes_is_named_with_its_page_and_count(repository):
    before = len((repository / CONTROLS).read_text("utf-8").split("\n  - id: ")) - 1
    with (repository / CONTROLS).open("a", encoding="utf-8") as file:
        file.write(
            "  - id: moat\n    label: 堀\n    reading: ほり\n"
            "    definition: 建物を堀で囲みます。\n    group: physical\n"
        )
    said = impact(repository, "HEAD")
    assert "| **加わった安全管理措置（対策）** 語の一覧 moat | （なし） | moat 堀 |\n" in said
    assert f"- 安全管理措置（対策）: {before}件 → {before + 1}件\n" in said
    assert "- 加わるページ: 1（controls 1）\n  - 堀 `controls/moat/index.html`\n" in said


def test_coverage_that_comes_and_goes_is_said_cell_by_cell(repository):
    edit(repository, LIBRARY, "            term: security-wire\n", "            term: vault\n")
    edit(repository, CONTROLS, "  - id: security-wire\n", "  - id: vault\n    label: 金庫\n    reading: きんこ\n    definition: 金庫に入れます。\n    group: physical\n  - id: security-wire\n")  # fmt: skip
    said = impact(repository, "HEAD")
    lost = [line for line in said.splitlines() if line.startswith("- なくなる: ")]
    assert len(lost) == 1
    assert "ワイヤー" in lost[0]
    assert "×「図書館システムの変更と予約受付の委託」 " in lost[0]
    assert "- 加わる: 「金庫」×「図書館システムの変更と予約受付の委託」" in said
    assert "| security-wire（" in said


def test_a_removed_record_breaks_its_addresses(repository):
    edit(repository, LIBRARY, "\nlineage:\n", "\nlineage_was:\n")
    assert "## 直すところ\n\n誤りが " in impact(repository, "HEAD")
    run_git(repository, "checkout", "--quiet", ".")
    file = repository / "records/contractors/machi-zaidan.yml"
    file.unlink()
    said = impact(repository, "HEAD")
    assert (
        "- 消えた記録: 事業者「公益財団法人まちの財団」（`records/contractors/machi-zaidan.yml`）"
        in said
    )
    assert "誤りが " in said


def test_a_renamed_record_with_an_alias_breaks_no_address(repository):
    base = run_git(repository, "rev-parse", "HEAD")
    text = (repository / TORI).read_text("utf-8")
    (repository / TORI).unlink()
    new = repository / "records/contractors/tori-inc.yml"
    new.write_text(
        text.replace("id: tori-jimu\n", "id: tori-inc\n") + "aliases:\n  - tori-jimu\n", "utf-8"
    )
    for file in (repository / "records").rglob("*.yml"):
        text = file.read_text("utf-8")
        if "aliases" not in text:
            file.write_text(text.replace(" tori-jimu\n", " tori-inc\n"), "utf-8")
    head = commit(repository, "識別子を変える")
    said = impact(repository, base, head)
    assert "- 識別子が変わった記録: 事業者「株式会社とり事務」" in said
    assert "もとは `records/contractors/tori-jimu.yml`" in said
    assert "| 以前の識別子 | （なし） | tori-jimu |" in said
    assert "## なくなるアドレス" not in said
    assert "誤りが" not in said


def test_a_lost_place_on_a_page_is_said_with_the_cure(repository):
    text = (repository / HALL).read_text("utf-8")
    start = text.index("notes:\n")
    end = text.index("sources:\n")
    (repository / HALL).write_text(text[:start] + text[end:], "utf-8")
    said = impact(repository, "HEAD")
    assert "## なくなるアドレス\n\n- `cases/hibari-r05-1/index.html#notes`\n" in said
    assert "`aliases` に前の識別子を書き" in said


def test_pictures_before_and_after_are_written(repository, tmp_path):
    text = (repository / LIBRARY).read_text("utf-8")
    at = text.index("data_flow:\n")
    label = text[at:].split("label: ", 1)[1].split("\n", 1)[0]
    changed = text[:at] + text[at:].replace(f"label: {label}\n", "label: 別の名前\n", 1)
    (repository / LIBRARY).write_text(changed, "utf-8")
    page = tmp_path / "diagrams.html"
    said = impact(repository, "HEAD", "--diagrams", str(page))
    assert "## 図\n\n- 変わる: 「図書館システムの変更と予約受付の委託」の情報の流れ\n" in said
    html = page.read_text("utf-8")
    before, after = html.split("<h3>後</h3>")
    assert before.count("<svg") == after.count("<svg") > 0
    assert "別の名前" in after
    assert "別の名前" not in before


def test_a_version_that_is_not_there_is_said(repository):
    result = CliRunner().invoke(main, ["impact", "--root", str(repository), "no-such"])
    assert result.exit_code == 2
    assert "Git の版が見つかりません: no-such" in result.output
    option = CliRunner().invoke(main, ["impact", "--root", str(repository), "--", "--output=x"])
    assert option.exit_code == 2


def test_text_of_a_record_is_no_markup_in_the_report():
    hostile = "<img src=x>|`a`[b](https://x.invalid)@someone #12 www.x.invalid\n# h"
    said = escaped(hostile)
    assert not set("<>|`[]@\n").intersection(said)
    assert "://" not in said
    assert "www." not in said
    assert "# h" not in said
