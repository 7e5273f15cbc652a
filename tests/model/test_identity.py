"""An id means one thing for ever: retired, former and replaced ids."""

import pytest

from senrei.model.check import check_records

TORI = "records/contractors/tori-jimu.yml"
HANE = "records/contractors/hane-system.yml"
DATE = 'since:\n    value: "2026-11-21"\n    as_written: 2026年11月21日\n'


@pytest.fixture
def said(invented_project):
    def add(name, text):
        file = invented_project / name
        file.write_text(file.read_text("utf-8") + text, "utf-8")

    def of(*changes):
        for name, text in changes:
            add(name, text)
        return [p.as_text() for p in check_records(invented_project) if p.rule != "unused"]

    return of


def line_of(invented_project, name, text):
    lines = (invented_project / name).read_text("utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if text in line)


def standing(by="", state="superseded"):
    return f"standing:\n  state: {state}\n{by}  reason: 合併したためです。\n  {DATE}"


def test_a_former_id_that_is_free_is_no_problem(said):
    assert said((TORI, "aliases:\n  - tori-old\n")) == []


def test_a_former_id_that_is_another_record_is_an_error(invented_project, said):
    (text,) = said((TORI, "aliases:\n  - hane-system\n"))
    assert text.startswith(
        f"{TORI}:{line_of(invented_project, TORI, '- hane-system')}:5: error[former-id] "
    )
    assert "以前の識別子「hane-system」は records/contractors/hane-system.yml:" in text
    assert text.endswith(
        "でも使われています。識別子は、ほかの記録に使い回せません。"
        "aliases からこの行を消すか、実際に前に使っていた識別子に直してください。"
    )


def test_a_former_id_of_two_records_is_an_error(said):
    (text,) = said((TORI, "aliases:\n  - gone\n"), (HANE, "aliases:\n  - gone\n"))
    assert "error[former-id] 以前の識別子「gone」は records/contractors/hane-system.yml:" in text


def test_a_reference_to_a_former_id_says_the_new_one(invented_project, said):
    file = invented_project / "records/cases/hibari/hibari-r05-3.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("contractor: tori-jimu\n", "contractor: tori-old\n"), "utf-8")
    texts = said((TORI, "aliases:\n  - tori-old\n"))
    assert texts
    for text in texts:
        assert text.endswith(
            "error[reference] 「tori-old」は「tori-jimu」に変わりました。「tori-jimu」と書いてください。"
        )


def test_a_retired_id_is_not_used_again(invented_project, said):
    (invented_project / "records/retired.yml").write_text(
        f"retired:\n  - kind: contractor\n    id: tori-jimu\n    reason: 二重の登録でした。\n"
        f"    {DATE.replace(chr(10), chr(10) + '  ')}".rstrip(" "),
        "utf-8",
    )
    assert said() == [
        f"{TORI}:2:5: error[retired-id] 識別子「tori-jimu」は、前に使って今は使わなくなったものです"
        "（records/retired.yml:2）。別の識別子にしてください。例「id: tori-jimu-2」。"
    ]


def test_withdrawn_and_superseded_records_stay(said):
    assert said((TORI, standing("  by: hane-system\n"))) == []
    assert said(("records/contractors/machi-zaidan.yml", standing(state="withdrawn"))) == []


def test_a_superseded_record_names_its_successor(invented_project, said):
    (text,) = said((TORI, standing()))
    line = line_of(invented_project, TORI, "state: superseded")
    assert text == (
        f"{TORI}:{line}:10: error[standing] "
        "差替え（superseded）のときは、替わりの記録の識別子を by に書きます。"
        "例「by: 識別子」。替わりがなければ「state: withdrawn」（取下げ）にしてください。"
    )


def test_successors_do_not_run_in_a_circle(said):
    texts = said(
        (TORI, standing("  by: hane-system\n")),
        (HANE, standing("  by: tori-jimu\n")),
    )
    assert len(texts) == 2
    assert all("error[standing]" in text and "もとに戻ります" in text for text in texts)


def test_a_successor_that_is_not_there_is_an_error(said):
    (text,) = said((TORI, standing("  by: hane-sistem\n")))
    assert "error[reference]" in text
    assert "「hane-system」ではありませんか。" in text
