"""What was written into the issue form becomes the same record."""

import yaml
from click.testing import CliRunner

from senrei.doors.cli import main
from senrei.model.check import check_records
from senrei.source.yaml_text import parse_yaml

CASE = "tsubame-r04-7"


def issue_of(project, root, left_out=()):
    """Write an issue as GitHub does when the form is filled in with a case."""
    text = (project / f"records/cases/tsubame/{CASE}.yml").read_text("utf-8")
    data = parse_yaml(text.encode("utf-8"), "x")[0].data
    blocks = {key: _block(text, key) for key in data}
    form = yaml.safe_load((root / ".github/ISSUE_TEMPLATE/new-case.yml").read_text("utf-8"))
    said = []
    for part in form["body"]:
        if part["type"] == "markdown":
            continue
        name = part["id"]
        if name not in data or name in left_out:
            answer = "_No response_"
        elif part["type"] == "dropdown":
            answer = next(
                o for o in part["attributes"]["options"] if o.startswith(f"{data[name]}（")
            )
        elif part["type"] == "input":
            answer = data[name]
        else:
            answer = f"```yaml\n{blocks[name]}\n```"
        said.append(f"### {part['attributes']['label']}\n\n{answer}\n")
    return "\n".join(said).replace("\n", "\r\n")


def _block(text, key):
    lines = text.split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{key}:"))
    end = next(
        (n for n in range(start + 1, len(lines)) if lines[n][:1] not in {"", " "}), len(lines)
    )
    return "\n".join(lines[start:end]).rstrip("\n")


def start(project, text, case_id=CASE):
    (project / f"records/cases/tsubame/{CASE}.yml").unlink(missing_ok=True)
    arguments = ["new", "case", "--ward", "tsubame", "--id", case_id, "--issue", "-"]
    return CliRunner().invoke(main, [*arguments, "--root", str(project)], input=text)


def test_a_filled_form_gives_the_same_record(invented_project, root):
    file = invented_project / f"records/cases/tsubame/{CASE}.yml"
    before = parse_yaml(file.read_bytes(), "x")[0].data
    assert start(invented_project, issue_of(invented_project, root)).exit_code == 0
    assert parse_yaml(file.read_bytes(), "x")[0].data == before
    assert [p for p in check_records(invented_project) if p.rule != "unused"] == []


def test_what_was_not_answered_waits(invented_project, root):
    assert (
        start(
            invented_project, issue_of(invented_project, root, {"brief", "title", "notes"})
        ).exit_code
        == 0
    )
    text = (invented_project / f"records/cases/tsubame/{CASE}.yml").read_text("utf-8")
    assert "\ntitle: 要確認\n" in text
    assert "\nbrief: 要確認\n" in text
    assert "\nnotes:" not in text
    assert {p.rule for p in check_records(invented_project)} == {"unconfirmed"}


def test_marks_of_the_form_are_kept_and_other_keys_are_not_taken_in(invented_project):
    issue = (
        "### 添付資料（annexes）\n\n```yaml\nannexes: unstated # 要確認\n```\n\n"
        "### 目的（purpose）\n\n```yaml\npurpose: unstated\ntitle: もう一つ\n```\n\n"
        "### 件名（title）\n\nid: 別のもの\nstanding: x\n\n"
        "### 時期（schedule）\n\n[[[\n"
    )
    assert start(invented_project, issue).exit_code == 0
    text = (invented_project / f"records/cases/tsubame/{CASE}.yml").read_text("utf-8")
    assert "\nannexes: unstated # 要確認\n" in text
    assert "\npurpose: 要確認\n" in text
    assert '\ntitle: "id: 別のもの standing: x"\n' in text
    assert "\nschedule: 要確認\n" in text
    assert {p.rule for p in check_records(invented_project) if p.path.endswith(f"{CASE}.yml")} == {
        "unconfirmed"
    }
