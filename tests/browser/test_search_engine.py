"""What the search finds: every run of characters, every spelling, from a server as from disk."""

import random
import re
import secrets
import shutil

import pytest
from browser_pages import ASK

from senrei.publish.page import Block
from senrei.publish.search.folding import load_folding
from senrei.publish.search.index_files import index_files
from senrei.publish.search.search_pages import SearchPage

QUERIES = [
    *("予約票", "図書館 予約", "道路工事 申請", "すぽーつかん", "名簿", "避難所", "暗号化"),
    *("第12条第2項", "令和4年8月10日", "12,000件", "ISO27001", "個人情報を外に出さない", "委託"),
]


@pytest.fixture
def base(each_server):
    return each_server


def test_a_folder_answers_as_a_server_does(ask, browser, each_site):
    over_http = ask(QUERIES)
    context = browser.new_context()
    page = context.new_page()
    page.goto((each_site / "search/index.html").as_uri())
    assert page.evaluate(ASK, [QUERIES, {}]) == over_http
    context.close()


def test_every_run_of_characters_finds_its_case(page, base, each_site):
    seed = secrets.randbelow(10**6)  # said where it fails
    chance = random.Random(seed)
    asked = []
    for file in sorted((each_site / "cases").glob("*/index.html")):
        page.goto(f"{base}cases/{file.parent.name}/index.html", wait_until="commit")
        page.wait_for_selector("footer", state="attached")
        # The name of a field that does not apply is no word of the case.
        page.add_style_tag(content="[data-zone=none] { display: none }")
        runs = re.findall(r"\w{2,}", page.evaluate("document.querySelector('article').innerText"))
        for _ in range(40):
            run = chance.choice(runs)
            length = min(len(run), chance.randint(2, 12))
            start = chance.randrange(len(run) - length + 1)
            asked.append((f"case/{file.parent.name}", run[start : start + length]))
    assert asked
    page.goto(f"{base}search/index.html")
    found = page.evaluate(ASK.replace("hits.slice(0, 20)", "hits"), [[run for _, run in asked], {}])
    missed = [one for one, keys in zip(asked, found, strict=True) if one[0] not in keys]
    assert missed == [], f"seed {seed}"


def test_cases_come_before_other_pages(ask):
    for keys in ask(["暗号化", "図書館", "氏名"]):
        kinds = [key.startswith("case/") for key in keys]
        assert kinds == sorted(kinds, reverse=True)


def test_no_query_gets_an_empty_answer(ask):
    queries = ["宇宙旅行", "ぬるぽ", "qwxz", "粗大塵", "震災", "99999", "①", "ヴァイオリン"]
    answers = dict(zip(queries, ask(queries), strict=True))
    assert [query for query, keys in answers.items() if not keys] == []


def test_browser_folds_as_the_index_does(page, each_site, ask):
    folding = load_folding()
    ask([])
    page.evaluate("engine.ready()")
    texts = [
        re.sub(r"<[^>]+>", " ", file.read_text(encoding="utf-8"))
        for file in sorted(each_site.rglob("index.html"))
    ]
    texts += ["ＤＸ ﾏｲﾅ １，２３４ 第 14 条", "サーバー/ウィルス", "㈱①Ⅳ", "e\u0301 ガ"]
    assert len(texts) > 200
    for begin in range(0, len(texts), 50):
        some = texts[begin : begin + 50]
        folded = page.evaluate("texts => texts.map(engine.fold)", some)
        assert folded == [folding.fold(text) for text in some]


SPELLINGS = {
    "圖書館": "tsubame-r04-7",
    "ﾖﾔｸ票": "tsubame-r04-7",
    "すぽーつかん": "hibari-r05-1",
    "第十二条第二項": "tsubame-r04-7",
    "R4.8.10": "tsubame-r04-7",
    "12000件": "tsubame-r04-7",
    '"要支援者名簿"': "hibari-r05-2",
    "事業者:まちの財団": "hibari-r05-1",
    "件名：再諮問": "kamome-r01-1",
}
SAME = (
    ("第十二条第二項", "12条2項", "12-2", "第12条(2)", "第 １２ 条 第 ２ 項"),
    ("令和4年8月10日", "R4.8.10", "2022/8/10", "2022年8月10日", "令和四年八月十日"),
    ("3500人", "３，５００人", "3,500 人"),
)


class TestInventedCases:
    @pytest.fixture
    def base(self, invented_server):
        return invented_server

    def test_each_spelling_finds_its_case_first(self, ask):
        found = zip(SPELLINGS, ask(SPELLINGS), strict=True)
        assert {query: keys[0].removeprefix("case/") for query, keys in found} == SPELLINGS

    @pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
    def test_dates_articles_and_numbers_are_found_in_every_spelling(self, ask, spellings):
        answers = [
            sorted(key for key in keys if key.startswith("case/")) for keys in ask(spellings)
        ]
        assert answers[0]
        for spelling, cases in zip(spellings, answers, strict=True):
            assert set(answers[0]) <= set(cases), spelling

    def test_a_field_limits_what_is_found(self, ask):
        anywhere, controls = ask(["予約", "対策:予約"])
        assert controls
        assert len(controls) < len(anywhere)

    def test_a_quoted_phrase_stands_as_it_is(self, ask):
        apart, phrase = ask(["システム 図書館", '"システム図書館"'])
        assert "case/tsubame-r04-7" in apart
        assert phrase == []


def test_a_large_site_answers_every_query_within_its_budget(browser, invented_site, tmp_path):
    shutil.copytree(invented_site / "assets/javascripts", tmp_path / "assets/javascripts")
    (tmp_path / "search").mkdir()
    shutil.copy(invented_site / "search/index.html", tmp_path / "search")
    pages = [
        SearchPage(
            f"case/c{number}",
            f"cases/c{number}/index.html",
            f"案件{number}",
            *("委", "区", ""),
            (Block("control", "c", "。".join(QUERIES[number % 7 :: 7])),),
        )
        for number in range(1100)
    ]
    for file in index_files(pages, ("=予約|申込み",), ("よやく|予約",), (), load_folding()):
        (tmp_path / file.path).parent.mkdir(exist_ok=True)
        (tmp_path / file.path).write_text(file.text, encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "search/index.html").as_uri())
    many = [*QUERIES, " ".join(QUERIES * 3), "。".join(QUERIES * 3), "は が を", "鮪"]
    answers = page.evaluate(ASK, [many, {}])
    assert [query for query, keys in zip(QUERIES, answers, strict=False) if not keys] == []
    assert len(answers) == len(many)
    context.close()
