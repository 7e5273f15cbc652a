"""Each rule across fields and records, shown by one change of a sound project."""

import pytest
import yaml

from senrei.model.check import check_records
from senrei.source.problem import Severity

NAVIGATION = "cases/edogawa/edogawa-r03-33.yml"
WASTE = "cases/edogawa/edogawa-r04-11.yml"
HALL = "cases/shinjuku/shinjuku-genkikan.yml"
LIBRARY = "cases/edogawa/edogawa-r04-12.yml"
CULTURE = "cases/edogawa/edogawa-r03-30.yml"


@pytest.fixture(scope="module")
def loaded(snapshot):
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    names = (NAVIGATION, WASTE, HALL, LIBRARY, CULTURE, "contractors/icr.yml")
    return {
        name: yaml.load((snapshot / "records" / name).read_text("utf-8"), Loader=loader)  # noqa: S506
        for name in names
    }


def changed(project, loaded, name, change):
    """Write a record with a change; give what is said of it as rule and message."""
    text = yaml.safe_dump(loaded[name], allow_unicode=True, sort_keys=False)
    data = yaml.safe_load(text)
    change(data)
    file = project / "records" / name
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return [problem for problem in check_records(project) if problem.rule != "unused"]


def entry(data, matter=0, group=0, place=0):
    return data["matters"][matter]["controls"][group]["entries"][place]


def put(place, key, value):
    place[key] = value


RULES = {
    "id unlike its file": ("contractors/icr.yml", lambda d: put(d, "id", "icr-2"), {"file-name"}),
    "case in another ward's folder": (
        NAVIGATION,
        lambda d: put(d, "ward", "shinjuku"),
        {"file-name"},
    ),
    "body of another ward": (NAVIGATION, lambda d: put(d, "body", "shinjuku-council"), {"ward"}),
    "department of another ward": (
        NAVIGATION,
        lambda d: put(d["departments"][0], "department", "shinjuku-health-policy"),
        {"ward"},
    ),
    "regime that does not fit": (
        NAVIGATION,
        lambda d: put(d, "legal_regime", "national_act"),
        {"regime"},
    ),
    "day that is in no calendar": (
        NAVIGATION,
        lambda d: put(d["documents"][1]["date"], "value", "2022-02-30"),
        {"date"},
    ),
    "value unlike what is written": (
        NAVIGATION,
        lambda d: put(d["documents"][1]["date"], "value", "2022-02-03"),
        {"date"},
    ),
    "era that was over": (
        NAVIGATION,
        lambda d: put(d["documents"][1]["date"], "as_written", "平成31年5月2日"),
        {"date"},
    ),
    "request after the council's letter": (
        WASTE,
        lambda d: put(
            d["documents"][1], "date", {"value": "2022-07-14", "as_written": "令和4年7月14日"}
        ),
        {"date-order"},
    ),
    "end before the beginning": (
        HALL,
        lambda d: put(d["schedule"][2], "until", {"value": "2025-04", "as_written": "令和7年4月"}),
        {"date-order"},
    ),
    "period that runs backwards": (
        HALL,
        lambda d: put(
            d["matters"][2]["period"], "end", {"value": "2025-03-31", "as_written": "3月31日"}
        ),
        {"date-order"},
    ),
    "matter that is not there": (
        HALL,
        lambda d: put(d["schedule"][0], "matters", ["developement"]),
        {"matter"},
    ),
    "two matters of one name": (
        HALL,
        lambda d: put(d["matters"][1], "id", "development"),
        {"duplicate-id", "matter"},
    ),
    "same as a matter that is not there": (
        LIBRARY,
        lambda d: put(d["matters"][1]["data_items"][0], "same_as", "chang"),
        {"matter"},
    ),
    "system that is not there": (
        WASTE,
        lambda d: [put(o, "system", "x") for o in d["responsible_offices"] if "system" in o],
        {"system"},
    ),
    "dash without a reason": (
        HALL,
        lambda d: entry(d, 2, 0, 5).pop("reason"),
        {"mark"},
    ),
    "reason without a dash": (HALL, lambda d: put(entry(d), "reason", "理由"), {"mark"}),
    "several terms outside a checklist": (
        NAVIGATION,
        lambda d: put(entry(d), "also", ["training"]),
        {"also"},
    ),
    "items and same_as together": (
        LIBRARY,
        lambda d: put(d["matters"][0]["data_items"][0], "same_as", "outsourcing"),
        {"items"},
    ),
    "two matters that point to each other": (
        LIBRARY,
        lambda d: put(
            d["matters"][0], "data_items", [{"same_as": "outsourcing", "where": "7 情報の内容"}]
        ),
        {"items"},
    ),
    "volume without a number": (
        CULTURE,
        lambda d: [d["matters"][0]["volumes"][0].pop(key) for key in ("min", "max")],
        {"volume"},
    ),
    "volume that runs backwards": (
        CULTURE,
        lambda d: put(d["matters"][0]["volumes"][0], "min", 9000),
        {"volume"},
    ),
    "node in no lane": (
        WASTE,
        lambda d: put(d["data_flow"]["nodes"][0], "party", "nobody"),
        {"flow"},
    ),
    "arrow from nowhere": (
        WASTE,
        lambda d: put(d["data_flow"]["flows"][0], "from", "nowhere"),
        {"flow"},
    ),
    "version that is not there": (
        WASTE,
        lambda d: put(d["data_flow"]["flows"][0], "in", ["later"]),
        {"flow"},
    ),
    "removed step in the last version": (
        WASTE,
        lambda d: [f.pop("in") for f in d["data_flow"]["flows"] if f.get("change") == "removed"],
        {"flow"},
    ),
    "added step missing from the last version": (
        WASTE,
        lambda d: [
            put(f, "in", ["before"]) for f in d["data_flow"]["flows"] if f.get("change") == "added"
        ],
        {"flow"},
    ),
    "step number twice": (
        NAVIGATION,
        lambda d: put(d["data_flow"]["flows"][1], "step", d["data_flow"]["flows"][0]["step"]),
        {"flow"},
    ),
    "item in the picture that no matter has": (
        NAVIGATION,
        lambda d: put(d["data_flow"]["flows"][0], "items", ["loan-record"]),
        {"flow-item"},
    ),
    "place in an undeclared section": (
        NAVIGATION,
        lambda d: put(d["matters"][0]["controls"][0], "where", "77 対策"),
        {"section"},
    ),
    "section that nothing cites": (
        NAVIGATION,
        lambda d: d["sources"][0]["sections"].append(
            {"at": "別紙9", "heading": "別紙", "recorded_as": ["matters.controls"]}
        ),
        {"section-coverage"},
    ),
    "section without an account": (
        NAVIGATION,
        lambda d: d["sources"][0]["sections"].append({"at": "別紙9", "heading": "別紙"}),
        {"section-coverage"},
    ),
    "section recorded in a field that is not there": (
        NAVIGATION,
        lambda d: put(d["sources"][0]["sections"][0], "recorded_as", ["title", "titel"]),
        {"section", "section-coverage"},
    ),
    "mark held here and wanted there": (
        NAVIGATION,
        lambda d: d["matters"][0]["contractors"].append(
            d["matters"][0]["contractors"][0]
            | {"certifications": [{"mark": "isms", "status": "to_be_obtained", "where": "7"}]}
        ),
        {"certification"},
    ),
}


@pytest.mark.parametrize(("name", "change", "rules"), RULES.values(), ids=RULES)
def test_breaking_a_rule_is_said(project, loaded, name, change, rules):
    said = changed(project, loaded, name, change)
    assert {problem.rule for problem in said} == rules
    assert all(problem.message.endswith(("。", "す")) for problem in said)


def test_sound_records_break_no_rule(snapshot):
    said = check_records(snapshot)
    assert [problem.as_text() for problem in said] == []


def test_a_term_under_two_names_is_an_error(project):
    add_term(project, "id: wire-lock\n    label: セキュリティ・ワイヤ－\n", "せきゅりてぃわいやー")
    said = [problem for problem in check_records(project) if problem.rule != "unused"]
    assert [(problem.rule, problem.severity) for problem in said] == [("same-term", Severity.ERROR)]
    assert "「security-wire」と重なります" in said[0].message


def test_a_term_that_no_case_uses_is_a_warning_at_its_line(project):
    line = add_term(project, "id: moat\n    label: 堀\n", "ほり")
    (said,) = check_records(project)
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


def test_a_renamed_file_is_said(project):
    folder = project / "records/contractors"
    (folder / "icr.yml").rename(folder / "icr-old.yml")
    assert [problem.rule for problem in check_records(project)] == ["file-name"]
    assert check_records(project)[0].path == "records/contractors/icr-old.yml"


def test_a_case_in_another_folder_is_said(project):
    folder = project / "records/cases"
    (folder / "edogawa/edogawa-r03-33.yml").rename(folder / "shinjuku/edogawa-r03-33.yml")
    assert [problem.rule for problem in check_records(project)] == ["file-name"]


def test_check_tells_remarks_of_a_kind_together_with_what_to_write(project, loaded):
    def change(data):
        kept = [one for one in data["data_flow"]["confirmed"] if one["remark"] != "never-ended"]
        put(data["data_flow"], "confirmed", kept)

    (problem,) = changed(project, loaded, WASTE, change)
    assert (problem.rule, str(problem.severity)) == ("flow-remark", "warning")
    assert problem.message.startswith(
        "確認事項「消去・返却・廃棄が、流れの中に書かれていない」：粗大ごみ受付収集システム、"
    )
    assert "remark: never-ended と places: [system, pc, tablet, ward-terminal] を書き" in (
        problem.message
    )


def test_check_tells_of_a_confirmation_that_nothing_needs(project, loaded):
    def change(data):
        data["data_flow"]["confirmed"][0]["steps"].append(3)

    (problem,) = changed(project, loaded, WASTE, change)
    assert problem.message == (
        "「3」に、確認事項 never-received は今ありません。直したあとなら、この行を消します。"
    )
