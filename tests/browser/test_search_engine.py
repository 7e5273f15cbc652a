"""What the search finds: judged queries, every run of characters, from a server as from disk."""

import json
import random
import re
import secrets
import shutil

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from senrei.publish.page import Block
from senrei.publish.search.folding import load_folding
from senrei.publish.search.index_files import index_files
from senrei.publish.search.search_pages import SearchPage

ASK = """async ([queries, options]) => {
  const load = url => new Promise((done, failed) => {
    const script = document.createElement("script")
    script.src = new URL("index/" + url, document.baseURI)
    script.onload = done
    script.onerror = failed
    document.head.append(script)
  })
  window.engine ??= senreiSearch(load)
  const ranked = []
  for (const query of queries) {
    const { hits } = await engine.search(query, options)
    const cards = await Promise.all(hits.slice(0, 20).map(hit => engine.card(hit.page)))
    ranked.push(cards.map(card => card.key))
  }
  return ranked
}"""


@pytest.fixture
def base(server):
    return server


@pytest.fixture
def ask(page, base):
    page.goto(base + "search/index.html")
    return lambda queries, **options: page.evaluate(ASK, [list(queries), options])


@pytest.fixture(scope="session")
def judged(root):
    return json.loads((root / "tests/publish/search/judged.json").read_text(encoding="utf-8"))


def figures(judged, ranked):
    recall = reciprocal = success = 0.0
    for one, keys in zip(judged, ranked, strict=True):
        wanted = {f"case/{case}" for case in one["relevant"]}
        places = [place for place, key in enumerate(keys) if key in wanted]
        recall += sum(place < 5 for place in places) / min(5, len(wanted))
        reciprocal += 1 / (places[0] + 1) if places else 0
        success += bool(places) and places[0] < 3
    return recall / len(judged), reciprocal / len(judged), success / len(judged)


def test_judged_queries_are_answered(ask, judged):
    assert len(judged) >= 80
    queries = [one["query"] for one in judged]
    ranked = ask(queries)
    assert [query for query, keys in zip(queries, ranked, strict=True) if not keys] == []
    recall, reciprocal, success = figures(judged, ranked)
    assert recall >= 0.95
    assert reciprocal >= 0.95
    assert success >= 0.94


def test_a_folder_answers_as_a_server_does(ask, browser, site, judged):
    queries = [one["query"] for one in judged]
    over_http = ask(queries)
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "search/index.html").as_uri())
    assert page.evaluate(ASK, [queries, {}]) == over_http
    context.close()


def test_without_dictionaries_most_are_answered(ask, judged):
    recall, _, _ = figures(judged, ask([one["query"] for one in judged], dictionaries=False))
    assert recall >= 0.85


def test_every_run_of_characters_finds_its_case(page, base, site):
    seed = secrets.randbelow(10**6)  # said where it fails
    chance = random.Random(seed)
    asked = []
    for file in sorted((site / "cases").glob("*/index.html")):
        page.goto(f"{base}cases/{file.parent.name}/index.html", wait_until="commit")
        page.wait_for_selector("footer", state="attached")
        runs = re.findall(r"\w{2,}", page.evaluate("document.querySelector('article').innerText"))
        for _ in range(40):
            run = chance.choice(runs)
            length = min(len(run), chance.randint(2, 12))
            start = chance.randrange(len(run) - length + 1)
            asked.append((f"case/{file.parent.name}", run[start : start + length]))
    assert len(asked) >= 13 * 40
    page.goto(f"{base}search/index.html")
    found = page.evaluate(ASK.replace("hits.slice(0, 20)", "hits"), [[run for _, run in asked], {}])
    missed = [one for one, keys in zip(asked, found, strict=True) if one[0] not in keys]
    assert missed == [], f"seed {seed}"


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
SAME = (
    ("第十四条第二項", "14条2項", "14-2", "第14条(2)", "第 １４ 条 第 ２ 項"),
    ("令和4年7月13日", "R4.7.13", "2022/7/13", "2022年7月13日", "令和四年七月十三日"),
    ("3800人", "３，８００人", "3,800 人"),
)


def test_each_spelling_finds_its_case_first(ask):
    ranked = dict(zip(SPELLINGS, ask(list(SPELLINGS)), strict=True))
    wrong = {
        query: ranked[query][:3]
        for query, cases in SPELLINGS.items()
        if ranked[query][0].removeprefix("case/") not in cases
    }
    assert wrong == {}


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
def test_dates_articles_and_numbers_are_found_in_every_spelling(ask, spellings):
    answers = [sorted(key for key in keys if key.startswith("case/")) for keys in ask(spellings)]
    assert answers[0]
    for spelling, cases in zip(spellings, answers, strict=True):
        assert set(answers[0]) <= set(cases), spelling


def test_a_field_limits_what_is_found(ask):
    anywhere, controls = ask(["里親", "対策:里親"])
    assert len(controls) < len(anywhere)


def test_a_quoted_phrase_stands_as_it_is(ask):
    apart, phrase = ask(["システム 粗大ごみ", '"システム粗大ごみ"'])
    assert "case/edogawa-r04-11" in apart
    assert phrase == []


def test_cases_come_before_other_pages(ask):
    for keys in ask(["暗号化", "図書館", "氏名"]):
        kinds = [key.startswith("case/") for key in keys]
        assert kinds == sorted(kinds, reverse=True)


def test_a_group_as_the_guide_shows_it_finds_what_was_not_found(
    ask, browser, root, project, tmp_path_factory
):
    guide = (root / "docs/guide/synonyms/index.md").read_text(encoding="utf-8")
    group = re.search(r"```yaml\n(  - id: .*?)```", guide, re.DOTALL)[1]
    words = yaml.safe_load(group)[0]["words"]
    wanted = "case/shinjuku-genkikan"
    assert all(keys[:1] != [wanted] for keys in ask(words))
    with (project / "records/vocabulary/synonyms.yml").open("a", encoding="utf-8") as file:
        file.write(group)
    target = tmp_path_factory.mktemp("more") / "site"
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(target))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    context = browser.new_context()
    page = context.new_page()
    page.goto((target / "search/index.html").as_uri())
    assert [keys[0] for keys in page.evaluate(ASK, [words, {}])] == [wanted, wanted]
    context.close()


def test_a_large_site_answers_every_query_within_its_budget(browser, site, judged, tmp_path):
    shutil.copytree(site / "assets/javascripts", tmp_path / "assets/javascripts")
    (tmp_path / "search").mkdir()
    shutil.copy(site / "search/index.html", tmp_path / "search")
    texts = [one["query"] for one in judged]
    pages = [
        SearchPage(
            f"case/c{number}",
            f"cases/c{number}/index.html",
            f"案件{number}",
            *("委", "区", ""),
            (Block("control", "c", "。".join(texts[number % 7 :: 7])),),
        )
        for number in range(1100)
    ]
    for file in index_files(pages, ("=予約|申込み",), ("よやく|予約",), (), load_folding()):
        (tmp_path / file.path).parent.mkdir(exist_ok=True)
        (tmp_path / file.path).write_text(file.text, encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "search/index.html").as_uri())
    many = [*texts, " ".join(texts[:30]), "。".join(texts[60:90]), "は が を", "鮪"]
    answers = page.evaluate(ASK, [many, {}])
    assert [query for query, keys in zip(texts, answers, strict=False) if not keys] == []
    assert len(answers) == len(many)
    context.close()


def test_no_query_gets_an_empty_answer(ask):
    queries = ["宇宙旅行", "ぬるぽ", "qwxz", "粗大塵", "震災", "99999", "①", "ヴァイオリン"]
    answers = dict(zip(queries, ask(queries), strict=True))
    assert [query for query, keys in answers.items() if not keys] == []


def test_browser_folds_as_the_index_does(page, site, ask):
    folding = load_folding()
    ask([])
    page.evaluate("engine.ready()")
    texts = [
        re.sub(r"<[^>]+>", " ", file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("index.html"))
    ]
    texts += ["ＤＸ ﾏｲﾅ １，２３４ 第 14 条", "サーバー/ウィルス", "㈱①Ⅳ", "e\u0301 ガ"]
    assert len(texts) > 400
    for begin in range(0, len(texts), 50):
        some = texts[begin : begin + 50]
        folded = page.evaluate("texts => texts.map(engine.fold)", some)
        assert folded == [folding.fold(text) for text in some]
