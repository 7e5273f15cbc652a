// The search page: reads the address, asks the core and lists what it finds. What surrounds the list
// comes after it, with search-facets.js.
const root = document.getElementById("senrei-search")
const byId = id => document.getElementById(id)
const index = new URL(root.dataset.index, document.baseURI)
const [box, zone, sort, status, list] = ["sr-q", "sr-in", "sr-sort", "sr-status", "sr-list"].map(byId)
const FEW = 3
const STEP = 20
let state, found, shown = [], hits = [], limit = STEP, turn = 0, around
const facets = new Map()

const fetchScript = address => new Promise((done, failed) => {
  const script = make("script", { src: address })
  script.onload = done
  script.onerror = failed
  document.head.append(script)
})
const engine = senreiSearch(url => fetchScript(new URL(url, index)))
const beside = name => engine.part(name, `../../assets/javascripts/search-${name}.js`)

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

function button(text, action) {
  const made = make("button", { class: "sr-button", type: "button" }, text)
  made.onclick = action
  return made
}

const chosen = id => state.getAll(id)

function set(name, ...values) {
  state.delete(name)
  for (const value of values) if (value) state.append(name, value)
}

// A choice is a step that the back button undoes; a further letter is not.
function apply(isStep = true) {
  const text = state.toString()
  try {
    history[isStep ? "pushState" : "replaceState"](null, "", text ? `?${text}` : location.pathname)
  } catch { /* some browsers forbid it on a file: the list is right all the same */ }
  return run()
}

async function run() {
  const own = ++turn
  const query = state.get("q") ?? ""
  const answer = await engine.search(query, { zone: state.get("in") ?? "", dictionaries: state.get("dict") !== "off" })
  await Promise.all(engine.info().facets.filter(([id]) => chosen(id).length).map(([id]) => load(id)))
  if (own !== turn) return
  found = answer
  limit = STEP
  await show(own)
  around ??= (await beside("facets"))()
  if (own === turn) await around(query, own)
  await fillExcerpts(own)
}

async function load(id) {
  if (!facets.has(id)) facets.set(id, await engine.facet(id))
}

const isCase = hit => hit.page < engine.info().cases

// A case passes a facet when it has one of the chosen values.
function passes(page, except) {
  return engine.info().facets.every(([id]) => {
    const values = chosen(id)
    if (!values.length || id === except) return true
    return isCase({ page }) && facets.get(id).some(value => values.includes(value.value) && value.cases[page])
  })
}

async function show(own) {
  hits = found.hits.filter(hit => passes(hit.page))
  const order = state.get("sort")
  if (order) hits.sort((a, b) => isCase(b) - isCase(a) || b.all - a.all || (order === "new" ? a.page - b.page : b.page - a.page))
  const several = found.found.length > 1
  let title = "", items
  // On an empty page a few first, and time to paint them; then the others of this step.
  const first = list.firstChild ? limit : FEW
  shown = []
  for (const [from, to] of [[0, first], [first, limit]]) {
    if (from) await new Promise(done => setTimeout(done))
    const some = hits.slice(from, to)
    const cards = await Promise.all(some.map(hit => engine.card(hit.page)))
    if (own !== turn) return
    if (!from) list.replaceChildren()
    for (const [i, hit] of some.entries()) {
      const kind = isCase(hit) ? "案件" : "ほかのページ"
      const said = hit.all ? (several ? `すべての語に合う${kind}` : kind) : `一部の語に合う${kind}`
      if (said !== title) {
        title = said
        items = make("ol", { class: "sr-hits" })
        list.append(make("h2", { class: "sr-h" }, title), items)
      }
      const result = { hit, card: cards[i], why: engine.reasons(hit, found.found) }
      items.append(resultItem(result, shown.push(result)))
    }
    if (!from) status.textContent = total()
  }
  if (hits.length > limit) {
    list.append(button(`続きを見る（残り ${hits.length - limit} 件）`, async () => {
      const next = limit
      limit += STEP * 2
      await show(turn)
      list.querySelectorAll("h3 a")[next]?.focus()
      await fillExcerpts(turn)
    }))
  }
}

async function fillExcerpts(own) {
  for (const result of shown) {
    if (own !== turn) return
    await fillExcerpt(result)
  }
}

function total() {
  const cases = hits.filter(isCase).length
  const others = hits.length - cases
  if (!hits.length) return "合うページはありません。"
  const about = found.isExact || hits.length <= limit ? "" : "約 "
  return `${about}${hits.length} 件${others ? `（案件 ${cases} 件、ほかのページ ${others} 件）` : ""}`
}

function resultItem(result, place) {
  const { card, why } = result
  result.link = make("a", { href: address(card) }, card.title)
  result.excerpt = make("p", { class: "sr-excerpt" }, card.lead)
  result.glyph = make("span", { class: "sr-glyph", "aria-hidden": "true" }, card.glyphs)
  const item = make("li", { class: "sr-hit", "data-record": card.key, value: place },
    result.glyph, make("h3", {}, result.link), make("p", { class: "sr-about" }, card.about), result.excerpt)
  if (why.length) item.append(make("p", { class: "sr-why" }, why.map(reasonText).join("　")))
  return item
}

const reasonText = ({ said, zones, synonym, partly }) =>
  `${synonym ? `同義語 ${synonym}` : said}${partly ? "（一部）" : ""}：${zones.slice(0, 4).join("・")}${zones.length > 4 ? "ほか" : ""}`

function address(card, anchor = "") {
  const words = found.found.map(word => word.said).join(" ")
  return `${root.dataset.root}${card.path}${words ? `?h=${encodeURIComponent(words)}` : ""}${anchor ? `#${anchor}` : ""}`
}

async function fillExcerpt(result) {
  const [, picture] = await engine.content(result.hit.page)
  if (picture) result.glyph.innerHTML = picture // drawn by our own build
  const passage = await engine.excerpt(result.hit, found.found)
  if (!passage) return
  result.passage = `${passage.zone}：${passage.pieces.map(([text]) => text).join("")}`
  result.excerpt.replaceChildren(make("b", {}, passage.zone), " ",
    ...passage.pieces.map(([text, on]) => on ? make("mark", {}, text) : text))
  if (passage.anchor && passage.anchor !== "title") {
    result.excerpt.append(" ", make("a", {
      href: address(result.card, passage.anchor), class: "sr-there", "aria-label": `${result.card.title} のこの箇所へ`,
    }, "この箇所へ"))
  }
}

// --- what a person does --------------------------------------------------------

let waiting
function typed() {
  clearTimeout(waiting)
  waiting = setTimeout(() => { set("q", box.value.trim()); apply(false) }, 25)
}

// A composing input method owns the keys; what it has composed arrives when it ends.
box.addEventListener("input", event => { if (!event.isComposing) typed() })
box.addEventListener("compositionend", typed)
box.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault()
})
root.querySelector("form").addEventListener("submit", event => {
  event.preventDefault()
  clearTimeout(waiting)
  set("q", box.value.trim())
  apply()
})
zone.onchange = () => { set("in", zone.value); apply() }
sort.onchange = () => { set("sort", sort.value); apply() }

function fromAddress() {
  state = new URLSearchParams(location.search)
  box.value = state.get("q") ?? ""
  zone.value = state.get("in") ?? ""
  sort.value = state.get("sort") ?? ""
  return run()
}
addEventListener("popstate", fromAddress)
fromAddress()
