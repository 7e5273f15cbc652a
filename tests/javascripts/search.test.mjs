// The parts of the search that need no page, on the index that SENREI_INDEX names; see test_scripts.py.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import path from "node:path"
import { test } from "node:test"
import vm from "node:vm"

const scripts = path.join(import.meta.dirname, "../../docs/assets/javascripts")
const folder = process.env.SENREI_INDEX

function run(file) {
  vm.runInThisContext(readFileSync(file, "utf8"), { filename: file })
}

function load(asked) {
  const name = asked.split("?")[0]
  run(name.includes("javascripts/") ? path.join(scripts, path.basename(name)) : path.join(folder, name))
}

for (const name of ["index", "query", "core"]) run(path.join(scripts, `search-${name}.js`))
const engine = senreiSearch(load)
const index = senreiIndex(load)
await index.ready()
const query = senreiQuery(index)
const make = async name => (await engine.part(name, `../../assets/javascripts/search-${name}.js`))(index, query, {})
const { cut, pieces } = await make("pieces")
const { traced } = await make("excerpts")

const keys = async (asked, options) => {
  const { hits } = await engine.search(asked, options)
  return Promise.all(hits.map(async hit => (await engine.card(hit.page)).key))
}

test("a text folds as in the index, and each character knows where it came from", () => {
  for (const [text, folded] of JSON.parse(readFileSync(path.join(folder, "folded.json"), "utf8"))) {
    assert.equal(index.fold(text), folded)
    assert.equal(traced(text).folded, folded)
  }
  const { folded, from } = traced("第 14 条")
  assert.equal("第 14 条".slice(from[folded.indexOf("1")]), "14 条")
})

test("words, quoted phrases and zones stand apart", () => {
  const parsed = query.parse('粗大ごみ 対策:暗号化 「立入 調査」 事業者:"株式会社 甲"').map(({ said, zone, phrase }) => ({ said, zone, phrase }))
  assert.deepEqual(parsed, [
    { said: "粗大ごみ", zone: undefined, phrase: "" },
    { said: "暗号化", zone: "control", phrase: "" },
    { said: "立入 調査", zone: undefined, phrase: "立入 調査" },
    { said: "株式会社 甲", zone: "contractor", phrase: "株式会社 甲" },
  ])
  assert.deepEqual(query.parse("第 14 条 第 2 項").map(clause => clause.said), ["第14条第2項"])
})

const SPELLINGS = {
  "r4.7.13": "令和4年7月13日",
  "2022/7/13": "2022年7月13日",
  "t10": "大正10年",
  "h31度": "平成31年度",
  "14-2": "14条2項",
  "第十四条": "14条",
  "2万5千円": "25000円",
  "令和元年": "令和1年",
  "wi-fi": "wifi",
}
for (const [said, other] of Object.entries(SPELLINGS)) {
  test(`${said} is also ${other}`, () => {
    assert.ok(query.spellings(index.fold(said), said).others.includes(other))
  })
}

test("a question is its content words", () => {
  assert.deepEqual(pieces("図書館の貸出しをタブレットで行う例は"), ["図書館", "貸出し", "タブレット"])
})

test("a compound is cut into the fewest words that stand somewhere", () => {
  const known = new Set(["粗大", "ごみ", "粗大ごみ", "収集"])
  assert.deepEqual(cut("粗大ごみ収集車", word => known.has(word)), { words: ["粗大ごみ", "収集"], rest: ["車"] })
})

test("what says it stands first, in its zone, with its synonym", async () => {
  assert.deepEqual((await keys("粗大ごみ"))[0], "case/garbage")
  assert.deepEqual(await keys("暗号化", { zone: "title" }), [])
  const { hits, matches } = await engine.search("シール")
  assert.deepEqual(engine.reasons(hits[0], matches)[0], { said: "シール", zones: ["対策"], synonym: "シール→処理券", partly: false })
})

test("an excerpt marks what was asked for", async () => {
  const { hits, matches } = await engine.search("暗号化")
  const passage = await engine.excerpt(hits[0], matches)
  assert.equal(passage.zone, "対策")
  assert.deepEqual(passage.pieces.filter(([, isMarked]) => isMarked).map(([text]) => text), ["暗号化"])
})

test("a quoted phrase stands as it is", async () => {
  assert.deepEqual(await keys('"通信を暗号化"'), ["case/garbage", "case/library"])
  assert.deepEqual(await keys('"暗号化を通信"'), [])
})

test("a facet knows its cases", async () => {
  const [first] = await engine.facet("ward")
  assert.deepEqual({ ...first, cases: [...first.cases] }, { value: "x", label: "X区", cases: [1, 0] })
})
