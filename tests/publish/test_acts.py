"""What a page says of the acts of a case: outcome with conditions, opinions, meetings, citation."""

import dataclasses
import re

import pytest

from senrei.model.links import Links
from senrei.model.organisations import Meeting
from senrei.publish.case_page import case_page
from senrei.publish.case_view import CaseView
from senrei.publish.record_facts import time_order
from senrei.publish.rendering import Renderer
from senrei.publish.tables import csv_tables


@pytest.fixture(scope="module")
def body(invented_catalog):
    renderer = Renderer(invented_catalog)

    def of(case):
        view = CaseView(invented_catalog.cases[case], invented_catalog)
        return case_page(view, renderer, None).body

    return of


def text_between(body, start, end):
    part = body[body.index(start) : body.index(end, body.index(start))]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", part))


def test_the_box_says_the_outcome_and_its_conditions_right_below(body):
    said = text_between(body("hibari-r05-list"), 'data-field="acts.outcome"', "</dd>")
    order = ("条件付き承認", "令和５年11月20日", "ひ情審第12号", "答申書 1", "写しを取らない")
    positions = [said.find(text) for text in order]
    assert -1 not in positions
    assert positions == sorted(positions)


def test_outcomes_of_several_acts_are_told_with_their_acts(body):
    said = text_between(body("tsubame-r05-pia"), 'data-field="acts.outcome"', "</dd>")
    assert "第三者点検 適切と確認" in said
    assert "報告（結果について） 報告了承" in said
    assert "意見と回答：意見募集 3件" in said
    assert "本資料に記載なし" not in said


def test_an_opinion_stands_with_its_answer_and_what_changed(body):
    said = text_between(body("tsubame-r05-pia"), 'id="act-public_comment-opinions"', "</table>")
    row = "区民（2人） 保存の年限を150年に延ばす理由を評価書に書くことを求めています。"
    assert f"{row} 国の政令で延びたことを評価書に書き足すと答えています。" in said
    assert " なし 結果 2" in said


def test_what_does_not_apply_to_an_act_is_told_once(body):
    said = text_between(body("tsubame-r05-pia"), 'id="act-filing"', "</section>")
    assert "対象外会議、議案番号、結果" in said


def test_a_citation_names_the_body_once_and_the_day(body):
    said = text_between(body("tsubame-r05-pia"), "この案件の引き方", "</dd>")
    assert said.strip() == (
        "この案件の引き方つばめ区議会総務委員会 報告事項(2)"
        "「住民記録に関する事務の『特定個人情報保護評価』の再実施について」（令和5年11月28日）"
    )


def test_a_citation_tells_a_title_once(invented_catalog):
    case = invented_catalog.cases["tsubame-r05-pia"]
    act = dataclasses.replace(case.principal, agenda_as_written=case.title)
    again = dataclasses.replace(case, acts=(act,))
    page = case_page(CaseView(again, invented_catalog), Renderer(invented_catalog), None).body
    assert f"つばめ区議会総務委員会「{case.title.replace('「', '『').replace('」', '』')}」" in page


def test_meetings_of_one_name_are_told_apart_by_their_days(invented_catalog):
    meetings = invented_catalog.of(Meeting)
    first = meetings["tsubame-committee-2023-11-28"]
    assert first.label == "つばめ区議会総務委員会（令和５年11月28日）"
    assert first.year == 2023
    silent = meetings["kamome-r06-hearing"]
    assert (silent.label, silent.year) == (silent.name, None)


def test_a_table_has_a_row_for_each_act_and_one_for_each_opinion(invented_catalog):
    tables = csv_tables(invented_catalog, Links(invented_catalog))
    acts = [act for case in invented_catalog.cases.values() for act in case.acts]
    assert tables["acts"].count("\r\n") == len(acts) + 1
    assert tables["opinions"].count("\r\n") == sum(len(act.opinions) for act in acts) + 1


def test_meetings_are_listed_in_the_order_of_time(invented_catalog):
    meetings = sorted(invented_catalog.of(Meeting).values(), key=time_order)
    years = [meeting.year for meeting in meetings if meeting.year]
    assert years == sorted(years)
    names = [meeting.id for meeting in meetings if meeting.body == "tsubame-committee"]
    assert names == ["tsubame-committee-2023-11-28", "tsubame-committee-2024-02-26"]


def test_a_date_that_only_a_paper_tells_is_told_with_the_paper(body):
    assert "令和５年10月２日2023-10-02 諮問書" in text_between(
        body("hibari-r05-list"), 'id="act-consultation"', "</dl>"
    )
    held = text_between(body("tsubame-r04-7"), 'id="act-consultation"', "</dl>")
    assert "令和４年８月26日2022-08-26 機関" in held
