"""Each rule across fields and records, shown by one change of a valid project."""

from copy import deepcopy

import pytest
import yaml

from senrei.model.check import check_records
from senrei.source.problem import Severity

LIBRARY = "cases/tsubame/tsubame-r04-7.yml"
HALL = "cases/hibari/hibari-r05-1.yml"
CONTRACTOR = "contractors/tori-jimu.yml"


@pytest.fixture(scope="module")
def loaded(invented):
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {
        name: yaml.load((invented / "records" / name).read_text("utf-8"), Loader=loader)  # noqa: S506
        for name in (LIBRARY, HALL, CONTRACTOR)
    }


def changed(project, loaded, name, change):
    """Write a record with a change; give what is said of it as rule and message."""
    text = yaml.safe_dump(loaded[name], allow_unicode=True, sort_keys=False)
    data = yaml.safe_load(text)
    change(data)
    file = project / "records" / name
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return [problem for problem in check_records(project) if problem.rule != "unused"]


def entry(data, matter=0, group=0, position=0):
    return data["matters"][matter]["controls"][group]["entries"][position]


def put(holder, key, value):
    holder[key] = value


RULES = {
    "id unlike its file": (CONTRACTOR, lambda d: put(d, "id", "tori-2"), {"file-name"}),
    "case in another ward's folder": (LIBRARY, lambda d: put(d, "ward", "hibari"), {"file-name"}),
    "body of another ward": (
        LIBRARY,
        lambda d: put(d["acts"][0], "body", "hibari-council"),
        {"ward"},
    ),
    "department of another ward": (
        LIBRARY,
        lambda d: put(d["departments"][0], "department", "hibari-sports"),
        {"ward"},
    ),
    "regime that does not fit": (
        LIBRARY,
        lambda d: put(d, "legal_regime", "national_act"),
        {"regime"},
    ),
    "day that is in no calendar": (
        LIBRARY,
        lambda d: put(d["acts"][0]["documents"][1]["date"], "value", "2022-02-30"),
        {"date"},
    ),
    "value unlike what is written": (
        LIBRARY,
        lambda d: put(d["acts"][0]["documents"][1]["date"], "value", "2022-08-04"),
        {"date"},
    ),
    "era that was over": (
        LIBRARY,
        lambda d: put(d["acts"][0]["documents"][1]["date"], "as_written", "平成31年5月2日"),
        {"date"},
    ),
    "request after the council's letter": (
        LIBRARY,
        lambda d: put(
            d["acts"][0]["documents"][1],
            "date",
            {"value": "2022-08-11", "as_written": "令和4年8月11日"},
        ),
        {"date-order"},
    ),
    "end before the beginning": (
        LIBRARY,
        lambda d: put(d["schedule"][0], "until", {"value": "2022-09", "as_written": "令和4年9月"}),
        {"date-order"},
    ),
    "period that runs backwards": (
        LIBRARY,
        lambda d: put(
            d["matters"][1]["period"], "end", {"value": "2023-02-28", "as_written": "2月28日"}
        ),
        {"date-order"},
    ),
    "matter that is not there": (
        LIBRARY,
        lambda d: put(d["schedule"][0], "matters", ["chang"]),
        {"matter"},
    ),
    "two matters of one name": (
        LIBRARY,
        lambda d: put(d["matters"][1], "id", "change"),
        {"duplicate-id", "matter", "items"},
    ),
    "same as a matter that is not there": (
        LIBRARY,
        lambda d: put(d["matters"][1]["data_items"][0], "same_as", "chang"),
        {"matter"},
    ),
    "system that is not there": (
        LIBRARY,
        lambda d: [put(o, "system", "x") for o in d["responsible_offices"] if "system" in o],
        {"system"},
    ),
    "dash without a reason": (LIBRARY, lambda d: entry(d, 0, 0, 2).pop("reason"), {"mark"}),
    "reason without a dash": (LIBRARY, lambda d: put(entry(d), "reason", "理由"), {"mark"}),
    "several terms outside a checklist": (
        LIBRARY,
        lambda d: put(entry(d, 1), "also", ["name-tag"]),
        {"also"},
    ),
    "items and same_as together": (
        LIBRARY,
        lambda d: put(d["matters"][0]["data_items"][0], "same_as", "outsourcing"),
        {"items"},
    ),
    "two matters that point to each other": (
        LIBRARY,
        lambda d: put(d["matters"][0], "data_items", [{"same_as": "outsourcing", "where": "4"}]),
        {"items"},
    ),
    "volume without a number": (
        LIBRARY,
        lambda d: [d["matters"][0]["volumes"][1].pop(key) for key in ("min", "max")],
        {"volume"},
    ),
    "volume that runs backwards": (
        LIBRARY,
        lambda d: put(d["matters"][0]["volumes"][1], "min", 9000),
        {"volume"},
    ),
    "node in no lane": (
        LIBRARY,
        lambda d: put(d["data_flow"]["nodes"][0], "party", "nobody"),
        {"flow"},
    ),
    "arrow from nowhere": (
        LIBRARY,
        lambda d: put(d["data_flow"]["flows"][0], "from", "nowhere"),
        {"flow"},
    ),
    "version that is not there": (
        LIBRARY,
        lambda d: put(d["data_flow"]["flows"][0], "in", ["later"]),
        {"flow"},
    ),
    "removed step in the last version": (
        LIBRARY,
        lambda d: [f.pop("in") for f in d["data_flow"]["flows"] if f.get("change") == "removed"],
        {"flow"},
    ),
    "added step missing from the last version": (
        LIBRARY,
        lambda d: [
            put(f, "in", ["before"]) for f in d["data_flow"]["flows"] if f.get("change") == "added"
        ],
        {"flow"},
    ),
    "step number twice": (
        LIBRARY,
        lambda d: put(d["data_flow"]["flows"][1], "step", d["data_flow"]["flows"][0]["step"]),
        {"flow"},
    ),
    "item in the picture that no matter has": (
        HALL,
        lambda d: put(d["data_flow"]["flows"][0], "items", ["loan-record"]),
        {"flow-item"},
    ),
    "place in an undeclared section": (
        LIBRARY,
        lambda d: put(d["matters"][0]["controls"][0], "where", "77 対策"),
        {"section"},
    ),
    "section that nothing cites": (
        LIBRARY,
        lambda d: d["sources"][0]["sections"].append(
            {"at": "別紙9", "heading": "別紙", "recorded_as": ["matters.controls"]}
        ),
        {"section-coverage"},
    ),
    "section without an account": (
        LIBRARY,
        lambda d: d["sources"][0]["sections"].append({"at": "別紙9", "heading": "別紙"}),
        {"section-coverage"},
    ),
    "section recorded in a field that is not there": (
        LIBRARY,
        lambda d: put(d["sources"][0]["sections"][0], "recorded_as", ["title", "titel"]),
        {"section"},
    ),
    "mark held here and wanted there": (
        LIBRARY,
        lambda d: d["matters"][1]["contractors"].append(
            deepcopy(d["matters"][1]["contractors"][0])
            | {
                "certifications": [
                    {"mark": "privacy-mark", "status": "to_be_obtained", "where": "7"}
                ]
            }
        ),
        {"certification"},
    ),
}


@pytest.mark.parametrize(("name", "change", "rules"), RULES.values(), ids=RULES)
def test_breaking_a_rule_is_said(invented_project, loaded, name, change, rules):
    said = changed(invented_project, loaded, name, change)
    assert {problem.rule for problem in said} == rules
    assert all(problem.message.endswith(("。", "す")) for problem in said)


def test_valid_records_break_no_rule(each_project):
    said = check_records(each_project)
    assert [problem.as_text() for problem in said if problem.rule != "unused"] == []


def test_a_term_under_two_names_is_an_error(town):
    add_term(town, "id: shelf-lock\n    label: 施錠した・保管\n", "せじょうしたほかん")
    said = [problem for problem in check_records(town) if problem.rule != "unused"]
    assert [(problem.rule, problem.severity) for problem in said] == [("same-term", Severity.ERROR)]
    assert "「locked-storage」と重なります" in said[0].message


def test_a_term_that_no_case_uses_is_a_warning_at_its_line(town):
    line = add_term(town, "id: moat\n    label: 堀\n", "ほり")
    (said,) = check_records(town)
    assert (said.rule, said.severity, said.line) == ("unused", Severity.WARNING, line)
    assert (
        said.message
        == "「堀」を使う案件がありません。案件から使うか、要らなければ取り除いてください。"
    )


def add_term(project, head, reading):
    file = project / "records/vocabulary/controls.yml"
    text = file.read_text("utf-8")
    term = f"  - {head}    reading: {reading}\n    definition: 説明。\n    group: physical\n"
    file.write_text(text + term, "utf-8")
    return text.count("\n") + 1


def test_a_renamed_file_is_said(town):
    folder = town / "records/contractors"
    (folder / "hana-jimu.yml").rename(folder / "hana-old.yml")
    assert [problem.rule for problem in check_records(town)] == ["file-name"]
    assert check_records(town)[0].path == "records/contractors/hana-old.yml"


def test_a_case_in_another_folder_is_said(town):
    folder = town / "records/cases"
    (folder / "ume").mkdir()
    (folder / "sakura/sakura-r04-1.yml").rename(folder / "ume/sakura-r04-1.yml")
    assert [problem.rule for problem in check_records(town)] == ["file-name"]


def test_check_tells_remarks_of_a_kind_together_with_what_to_write(invented_project, loaded):
    def change(data):
        confirmed = data["data_flow"]["confirmed"]
        kept = [
            confirmation
            for confirmation in confirmed
            if confirmation["remark"] != "sensitive-carried"
        ]
        put(data["data_flow"], "confirmed", kept)

    (problem,) = changed(invented_project, loaded, LIBRARY, change)
    assert (problem.rule, str(problem.severity)) == ("flow-remark", "warning")
    assert problem.message.startswith(
        "確認事項「慎重に扱う項目を、紙や持ち運べる媒体で運んでいる」：手順6（予約資料名）、"
    )
    assert "remark: sensitive-carried と steps: [6, 7, 8] を書き" in problem.message


def test_check_tells_of_a_confirmation_that_nothing_needs(invented_project, loaded):
    def change(data):
        data["data_flow"]["confirmed"][0]["steps"].append(3)

    (problem,) = changed(invented_project, loaded, LIBRARY, change)
    assert problem.message == (
        "「3」に、確認事項 never-received は今ありません。直したあとなら、この行を消します。"
    )
