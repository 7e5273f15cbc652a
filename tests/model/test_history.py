"""Last changes come from Git: the right commit for each record, nothing where nothing is known."""

import shutil

from repositories import begin, commit, edit, run_git

from senrei.model.check import read_project
from senrei.model.history import History, read_history
from senrei.publish.site import make_site

TORI = "records/contractors/tori-jimu.yml"
CONTROLS = "records/vocabulary/controls.yml"


def history_of(project):
    return read_history(project, read_project(project))


def test_without_git_nothing_is_told(invented_project):
    assert history_of(invented_project) == History()


def test_each_record_tells_its_own_last_change(invented_project):
    begin(invented_project)
    edit(invented_project, TORI, "reading: とりじむ", "reading: とりじむう")
    commit(invented_project, "よみを直す", "2026-02-01")
    text = (invented_project / CONTROLS).read_text("utf-8")
    at = text.index("id: security-wire\n")
    changed = text[:at] + text[at:].replace("definition: ", "definition: かならず、", 1)
    (invented_project / CONTROLS).write_text(changed, "utf-8")
    commit(invented_project, "説明を直す", "2026-03-01")
    (invented_project / "docs/x.md").write_text("x", "utf-8")
    commit(invented_project, "記録ではない", "2026-04-01")

    history = history_of(invented_project)

    def told(kind, name):
        change = history.last[kind, name]
        return change.day, change.reason

    assert told("contractor", "tori-jimu") == ("2026-02-01", "よみを直す")
    assert told("contractor", "hane-system") == ("2026-01-10", "記録を作る")
    assert told("control", "security-wire") == ("2026-03-01", "説明を直す")
    assert told("control", "antivirus") == ("2026-01-10", "記録を作る")
    assert told("department", "tsubame-waste") == ("2026-01-10", "記録を作る")
    assert [change.change.reason for change in history.changes] == [
        "説明を直す",
        "よみを直す",
        "記録を作る",
    ]
    assert history.changes[1].files == (("M", TORI),)


def test_a_change_of_blanks_alone_does_not_count_for_a_term(invented_project):
    begin(invented_project)
    text = (invented_project / CONTROLS).read_text("utf-8")
    (invented_project / CONTROLS).write_text(text.replace("    label: ", "    label:  "), "utf-8")
    commit(invented_project, "空白だけ", "2026-02-01")
    assert history_of(invented_project).last["control", "antivirus"].reason == "記録を作る"


def test_what_is_not_committed_tells_nothing(invented_project):
    begin(invented_project)
    text = (invented_project / CONTROLS).read_text("utf-8")
    term = "  - id: moat\n    label: 堀\n    reading: ほり\n    definition: 堀です。\n    group: physical\n"
    (invented_project / CONTROLS).write_text(text + term, "utf-8")
    history = history_of(invented_project)
    assert ("control", "moat") not in history.last
    assert ("control", "antivirus") in history.last


def test_a_part_of_the_history_is_not_taken_for_the_whole(invented_project, tmp_path):
    begin(invented_project)
    edit(invented_project, TORI, "reading: とりじむ", "reading: とりじむう")
    commit(invented_project, "よみを直す", "2026-02-01")
    shallow = tmp_path / "shallow"
    run_git(
        tmp_path, "clone", "--quiet", "--depth", "1", f"file://{invented_project}", str(shallow)
    )
    shutil.copytree(invented_project / "schemas", shallow / "schemas", dirs_exist_ok=True)
    assert history_of(shallow) == History()


def test_pages_show_the_last_change_and_a_page_lists_all(invented_project, schemas):
    begin(invented_project)
    edit(invented_project, TORI, "reading: とりじむ", "reading: とりじむう")
    commit(invented_project, "よみを<b>直す", "2026-02-01")
    reading = read_project(invented_project)
    history = read_history(invented_project, reading)
    pages = {page.path: page.body for page in make_site(reading.catalog, schemas, None, history).pages}  # fmt: skip
    said = '<time datetime="2026-02-01">2026-02-01</time> よみを&lt;b&gt;直す'
    assert said in pages["contractors/tori-jimu/index.html"]
    changes = pages["changes/index.html"]
    assert '<a href="../contractors/tori-jimu/index.html">株式会社とり事務</a>' in changes
    assert changes.index("よみを") < changes.index("記録を作る")
    assert "個のファイル" in changes
    again = make_site(reading.catalog, schemas, None, read_history(invented_project, reading))
    assert {page.path: page.body for page in again.pages} == pages


def test_without_a_history_the_page_says_so(invented_catalog, schemas):
    pages = {page.path: page.body for page in make_site(invented_catalog, schemas, None).pages}
    assert "履歴のない所で作られたため" in pages["changes/index.html"]
    assert "最後の変更" not in pages["contractors/tori-jimu/index.html"]
