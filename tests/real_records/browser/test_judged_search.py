"""What the search finds in the thirteen papers: judged queries, and every spelling.

Ranks are those among the thirteen, so that further cases may stand between them.
"""

import json
import re
from pathlib import Path

import pytest
import yaml
from browser_pages import ASK

JUDGED = json.loads((Path(__file__).parents[1] / "judged.json").read_text("utf-8"))
QUERIES = [one["query"] for one in JUDGED]
PAPERS = {
    *(f"case/edogawa-r03-{number}" for number in range(27, 34)),
    *(f"case/edogawa-r04-{number}" for number in (10, 11, 12)),
    *("case/setagaya-bop", "case/shinjuku-genkikan", "case/shinjuku-school-library"),
}


@pytest.fixture
def base(server):
    return server


def papers_of(ranked):
    """Of what was found for each query, the thirteen papers."""
    return [[key for key in keys if key in PAPERS] for keys in ranked]


def figures(ranked):
    recall = reciprocal = success = 0.0
    for one, keys in zip(JUDGED, ranked, strict=True):
        wanted = {f"case/{case}" for case in one["relevant"]}
        places = [place for place, key in enumerate(keys) if key in wanted]
        recall += sum(place < 5 for place in places) / min(5, len(wanted))
        reciprocal += 1 / (places[0] + 1) if places else 0
        success += bool(places) and places[0] < 3
    return recall / len(JUDGED), reciprocal / len(JUDGED), success / len(JUDGED)


def test_judged_queries_are_answered(ask):
    assert len(JUDGED) >= 80
    ranked = papers_of(ask(QUERIES))
    assert [query for query, keys in zip(QUERIES, ranked, strict=True) if not keys] == []
    recall, reciprocal, success = figures(ranked)
    assert recall >= 0.95
    assert reciprocal >= 0.95
    assert success >= 0.94


def test_without_dictionaries_most_are_answered(ask):
    recall, _, _ = figures(papers_of(ask(QUERIES, dictionaries=False)))
    assert recall >= 0.85


SPELLINGS = {
    "ﾏｲﾅﾎﾟｰﾀﾙ": {"edogawa-r03-29"},
    "圖書館": {"edogawa-r04-12", "shinjuku-school-library"},
    "そだいごみ": {"edogawa-r04-11"},
    "がっこうとしょかん": {"edogawa-r04-12", "shinjuku-school-library"},
    "第十四条第二項": {
        f"edogawa-{case}" for case in ("r03-27", "r03-28", "r03-29", "r04-11", "r04-12")
    },
    "R4.7.13": {"edogawa-r04-10", "edogawa-r04-11", "edogawa-r04-12"},
    "3800人": {"edogawa-r03-27"},
    "不等利得": {"edogawa-r03-33"},
    "ごみ収集の紙の伝票をなくす": {"edogawa-r04-11"},
    '"粗大ごみ受付収集システム"': {"edogawa-r04-11"},
    "事業者:トーマツ": {"edogawa-r04-10"},
    "件名：里親": {"edogawa-r03-32"},
}


def test_each_spelling_finds_its_case_first(ask):
    ranked = dict(zip(SPELLINGS, papers_of(ask(SPELLINGS)), strict=True))
    wrong = {
        query: ranked[query][:3]
        for query, cases in SPELLINGS.items()
        if ranked[query][0].removeprefix("case/") not in cases
    }
    assert wrong == {}


def test_a_quoted_phrase_stands_as_it_is(ask):
    apart, phrase = papers_of(ask(["システム 粗大ごみ", '"システム粗大ごみ"']))
    assert "case/edogawa-r04-11" in apart
    assert phrase == []


def test_a_group_as_the_guide_shows_it_finds_what_was_not_found(ask, browser, project, built):
    guide = (project / "docs/guide/synonyms/index.md").read_text(encoding="utf-8")
    group = re.search(r"```yaml\n(  - id: .*?)```", guide, re.DOTALL)[1]
    words = yaml.safe_load(group)[0]["words"]
    wanted = "case/shinjuku-genkikan"
    assert not all(wanted in keys for keys in ask(words))
    with (project / "records/vocabulary/synonyms.yml").open("a", encoding="utf-8") as file:
        file.write(group)
    more = built(project, "more-synonyms")
    context = browser.new_context()
    page = context.new_page()
    page.goto((more / "search/index.html").as_uri())
    found = papers_of(page.evaluate(ASK, [words, {}]))
    assert [keys[0] for keys in found] == [wanted, wanted]
    context.close()
