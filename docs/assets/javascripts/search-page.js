// The search page: reads the address, asks the core, lists, narrows, saves and prints.
const root = document.getElementById("senrei-search")
const byId = id => document.getElementById(id)
const index = new URL(root.dataset.index, document.baseURI)
const [box, zone, sort, status, list, form] = ["sr-q", "sr-in", "sr-sort", "sr-status", "sr-list"].map(byId).concat(root.querySelector("form"))
const FEW = 5
const STEP = 20
const LOG = "senrei-search-log"
let state = new URLSearchParams(location.search)
let found, shown = [], limit = STEP, turn = 0
const facets = new Map()

const fetchScript = address => new Promise((done, failed) => {
  const script = make("script", { src: address })
  script.onload = done
  script.onerror = failed
  document.head.append(script)
})
const engine = senreiSearch(url => fetchScript(new URL(url, index)))

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

const chosen = id => state.getAll(id)

function keepAddress() {
  const text = state.toString()
  try {
    history.replaceState(null, "", text ? `?${text}` : location.pathname)
  } catch { /* some browsers forbid it on a file: the list is right all the same */ }
}

function set(name, ...values) {
  state.delete(name)
  for (const value of values) if (value) state.append(name, value)
}

// --- list ----------------------------------------------------------------------

async function run() {
  const own = ++turn
  const query = state.get("q") ?? ""
  const answer = await engine.search(query, { zone: state.get("in") ?? "", dictionaries: state.get("dict") !== "off" })
  await Promise.all(engine.info().facets.filter(([id]) => chosen(id).length).map(([id]) => load(id)))
  if (own !== turn) return
  found = answer
  limit = STEP
  await show(own)
  await Promise.all(engine.info().facets.filter(([, , wide]) => !wide).map(([id]) => load(id)))
  if (own === turn) showFacets()
  remember(query)
}

async function load(id) {
  if (!facets.has(id)) facets.set(id, await engine.facet(id))
}

// A case passes a facet when it has one of the chosen values.
function passes(page, except) {
  return engine.info().facets.every(([id]) => {
    const values = chosen(id)
    if (!values.length || id === except) return true
    return page < engine.info().cases && facets.get(id).some(value => values.includes(value.value) && value.cases[page])
  })
}

async function show(own) {
  let hits = found.hits.filter(hit => passes(hit.page))
  const order = state.get("sort")
  const isCase = hit => hit.page < engine.info().cases
  if (order) hits = [...hits].sort((a, b) => isCase(b) - isCase(a) || b.all - a.all || (order === "new" ? a.page - b.page : b.page - a.page))
  const several = found.found.length > 1
  let title = "", items
  shown = []
  // A few first, so that something is there at once; then the others of this step.
  for (const [from, to] of [[0, FEW], [FEW, limit]]) {
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
  }
  if (hits.length > limit) {
    const more = make("button", { class: "sr-button", type: "button" }, `続きを見る（残り ${hits.length - limit} 件）`)
    more.onclick = async () => {
      const next = limit
      limit += STEP * 2
      await show(turn)
      list.querySelectorAll(".sr-hit a")[next]?.focus()
    }
    list.append(more)
  }
  const cases = hits.filter(isCase).length
  const about = found.isExact ? "" : "約 "
  status.textContent = hits.length
    ? `${about}${hits.length} 件（案件 ${cases} 件、ほかのページ ${hits.length - cases} 件）`
    : "合うページはありません。"
  root.querySelector(".sr-tools").hidden = !hits.length
  root.querySelector(".sr-log").hidden = false
  if (!hits.length) await suggest()
  for (const result of shown) {
    if (own !== turn) return
    await fillExcerpt(result)
  }
}

function resultItem(result, i) {
  const { card, hit, why } = result
  result.link = make("a", { href: address(card) }, card.title)
  result.excerpt = make("p", { class: "sr-excerpt" }, card.lead)
  const item = make("li", { class: "sr-hit", "data-record": card.key, value: i },
    result.glyph = make("span", { class: "sr-glyph", "aria-hidden": "true" }, card.glyphs),
    make("h3", {}, result.link), make("p", { class: "sr-about" }, card.about), result.excerpt)
  const reasons = why.map(reasonText)
  if (reasons.length) item.append(make("p", { class: "sr-why" }, reasons.join("　")))
  return item
}

const reasonText = ({ said, zones, synonym, partly }) =>
  `${synonym ? `同義語 ${synonym}` : said}${partly ? "（一部）" : ""}：${zones.slice(0, 4).join("・")}${zones.length > 4 ? "ほか" : ""}`

function address(card, anchor = "") {
  const words = found.found.map(word => word.ways[0].words.length ? word.said : "").join(" ").trim()
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
    const link = make("a", { href: address(result.card, passage.anchor), class: "sr-there" }, "この箇所へ")
    link.setAttribute("aria-label", `${result.card.title} のこの箇所へ`)
    result.excerpt.append(" ", link)
  }
}

async function suggest() {
  const query = state.get("q") ?? ""
  const block = make("div", { class: "sr-none" })
  const narrowed = engine.info().facets.filter(([id]) => chosen(id).length)
  if (narrowed.length || state.get("in")) {
    const clear = make("button", { class: "sr-button", type: "button" }, "絞り込みをやめる")
    clear.onclick = () => { for (const [id] of narrowed) state.delete(id); set("in"); apply() }
    block.append(make("p", {}, clear))
  }
  const near = await engine.suggestions(query)
  if (near.length) {
    block.append(make("p", {}, "近い言葉で探す"), make("ul", {}, ...near.map(word =>
      make("li", {}, make("a", { href: `?q=${encodeURIComponent(word)}` }, word)))))
  }
  block.append(make("p", {}, "言葉を短くするか、下の一覧から探してください。見つからないことは、先例がないことを意味しません。"),
    make("p", {}, make("a", { href: `${root.dataset.root}coverage/index.html` }, "収録範囲を見る")))
  list.replaceChildren(block)
}

// --- facets --------------------------------------------------------------------

const panel = byId("sr-facets")

function showFacets() {
  panel.parentElement.hidden = false
  for (const [id, title, wide] of engine.info().facets) {
    let details = panel.querySelector(`[data-facet="${id}"]`)
    if (!details) {
      details = make("details", { "data-facet": id }, make("summary", {}, title), make("div", { class: "sr-values", role: "group", "aria-label": title }))
      details.open = !wide && panel.children.length < 4 && innerWidth > 900 || chosen(id).length > 0
      details.ontoggle = async () => { if (details.open) { await load(id); fill(id, details) } }
      panel.append(details)
    }
    if (facets.has(id)) fill(id, details)
  }
}

function fill(id, details) {
  const pages = found.hits.filter(hit => hit.page < engine.info().cases && passes(hit.page, id)).map(hit => hit.page)
  const values = facets.get(id)
    .map(value => ({ ...value, count: pages.reduce((sum, page) => sum + value.cases[page], 0) }))
    .filter(value => value.count || chosen(id).includes(value.value))
    .sort((a, b) => id === "year" ? (b.value > a.value ? 1 : -1) : b.count - a.count)
  details.hidden = !values.length
  const focused = document.activeElement?.value
  const within = details.contains(document.activeElement)
  const boxes = values.map(({ value, label, count }) => {
    const input = make("input", { type: "checkbox", name: id, value })
    input.checked = chosen(id).includes(value)
    input.onchange = () => {
      set(id, ...(input.checked ? [...chosen(id), value] : chosen(id).filter(other => other !== value)))
      apply()
    }
    return make("label", {}, input, ` ${label} `, make("span", { class: "sr-count" }, `${count}`))
  })
  const holder = details.querySelector("div")
  holder.replaceChildren(...boxes)
  if (within) holder.querySelector(`[value="${CSS.escape(focused)}"]`)?.focus()
}

// --- saving --------------------------------------------------------------------

// Saving is asked for seldom; its script comes when it is.
const saving = () => fetchScript(new URL("../assets/javascripts/search-save.js", document.baseURI))

byId("sr-csv").onclick = async () => {
  for (const result of shown) if (!result.passage) await fillExcerpt(result)
  await saving()
  senreiSave.results(shown, reasonText)
}
byId("sr-print").onclick = () => print()

// What was not found well is kept in this browser only, and only when asked to.
function remember(query) {
  try {
    const kept = JSON.parse(localStorage.getItem(LOG))
    if (!kept || !query || found.hits.some(hit => hit.all)) return
    localStorage.setItem(LOG, JSON.stringify([...kept.filter(([word]) => !query.startsWith(word)), [query, found.hits.length]].slice(-200)))
  } catch { /* a browser may refuse to keep anything */ }
}
root.querySelector(".sr-log").ontoggle = async () => { await saving(); senreiSave.log(LOG) }

// --- what a person does --------------------------------------------------------

function apply() {
  keepAddress()
  return run()
}

let waiting
function typed() {
  clearTimeout(waiting)
  waiting = setTimeout(() => { set("q", box.value.trim()); apply() }, 60)
}

// A composing input method owns the keys; what it has composed arrives when it ends.
box.addEventListener("input", event => { if (!event.isComposing) typed() })
box.addEventListener("compositionend", typed)
form.addEventListener("submit", event => { event.preventDefault(); clearTimeout(waiting); set("q", box.value.trim()); apply() })
box.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault()
})
zone.onchange = () => { set("in", zone.value); apply() }
sort.onchange = () => { set("sort", sort.value); apply() }

document.addEventListener("keydown", event => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)
  if (!typing && ["/", "f", "s"].includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    box.focus()
    box.select()
  }
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.isComposing || event.target.tagName === "SELECT") return
  const stops = [box, ...list.querySelectorAll(".sr-hit h3 a")]
  const at = stops.indexOf(event.target)
  if (at < 0) return
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)]
  if (next) { event.preventDefault(); next.focus() }
})

function fromAddress() {
  state = new URLSearchParams(location.search)
  box.value = state.get("q") ?? ""
  zone.value = state.get("in") ?? ""
  sort.value = state.get("sort") ?? ""
  return run()
}
addEventListener("popstate", fromAddress)
fromAddress()
