// @ts-check
// The search page: reads the address, asks the core and lists what it finds. What surrounds the list
// comes after it, with search-facets.js, which gets `searchPage`.
(() => {
  const FEW = 3
  const STEP = 20
  const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id))
  const root = byId("senrei-search")
  const indexFolder = new URL(root.dataset.index ?? "", document.baseURI)
  const box = /** @type {HTMLInputElement} */ (byId("sr-q"))
  const zone = /** @type {HTMLSelectElement} */ (byId("sr-in"))
  const sort = /** @type {HTMLSelectElement} */ (byId("sr-sort"))
  const [status, list] = [byId("sr-status"), byId("sr-list")]
  const engine = senreiSearch(file => runScript(new URL(file, indexFolder).href))
  const script = (/** @type {string} */ name) => engine.part(name, `../../assets/javascripts/search-${name}.js`)
  /** @type {SearchPage["now"]} */
  const now = { asked: new URLSearchParams(), answer: { hits: [], matches: [], isExact: true }, hits: [], results: [], limit: STEP, turn: 0 }
  /** @type {SearchPage["facets"]} */
  const facets = new Map()
  /**
   * @type {((query: string, turn: number) => Promise<void>) | undefined} what surrounds the list, once it is loaded
   */
  let surround

  /** @param {string} address */
  function runScript(address) {
    return new Promise((done, failed) => {
      const element = make("script", { src: address })
      element.onload = done
      element.onerror = failed
      document.head.append(element)
    })
  }

  /** @type {SearchPage["make"]} */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`)
    element.append(...children)
    return element
  }

  /** @param {string} text @param {() => void} action */
  function button(text, action) {
    const made = make("button", { class: "sr-button", type: "button" }, text)
    made.onclick = action
    return made
  }

  const chosen = (/** @type {string} */ facet) => now.asked.getAll(facet)

  /** @param {string} name @param {string[]} values */
  function choose(name, ...values) {
    now.asked.delete(name)
    for (const value of values) if (value) now.asked.append(name, value)
  }

  // A choice is a step that the back button undoes; a further letter is not.
  function apply(isStep = true) {
    const text = now.asked.toString()
    try {
      history[isStep ? "pushState" : "replaceState"](null, "", text ? `?${text}` : location.pathname)
    } catch { /* some browsers forbid it on a file: the list is right all the same */ }
    return run()
  }

  async function run() {
    const turn = ++now.turn
    const { asked } = now
    const query = asked.get("q") ?? ""
    const answer = await engine.search(query, { zone: asked.get("in") ?? "", dictionaries: asked.get("dict") !== "off" })
    await Promise.all(engine.info().facets.filter(({ id }) => chosen(id).length).map(({ id }) => loadFacet(id)))
    if (turn !== now.turn) return
    now.answer = answer
    now.limit = STEP
    await show(turn)
    surround ??= (await script("facets"))(searchPage)
    if (turn === now.turn) await surround?.(query, turn)
    await fillExcerpts(turn)
  }

  /** @param {string} id */
  async function loadFacet(id) {
    if (!facets.has(id)) facets.set(id, await engine.facet(id))
  }

  const isCase = (/** @type {{ page: number }} */ hit) => hit.page < engine.info().cases

  /**
   * A case passes a facet when it has one of the chosen values.
   * 
   * @param {number} page
   * 
   * @param {string} [except] a facet that does not count
   */
  function passes(page, except) {
    return engine.info().facets.every(({ id }) => {
      const values = chosen(id)
      if (!values.length || id === except) return true
      return isCase({ page }) && !!facets.get(id)?.some(value => values.includes(value.value) && value.cases[page])
    })
  }

  /** @param {number} turn */
  async function show(turn) {
    const { answer, limit } = now
    now.hits = answer.hits.filter(hit => passes(hit.page))
    const order = now.asked.get("sort")
    if (order) {
      now.hits.sort((a, b) => +isCase(b) - +isCase(a) || +b.all - +a.all || (order === "new" ? a.page - b.page : b.page - a.page))
    }
    const several = answer.matches.length > 1
    let title = ""
    /** @type {HTMLElement | undefined} */
    let items
    // On an empty page a few first, and time to paint them; then the others of this step.
    const first = list.firstChild ? limit : FEW
    now.results = []
    for (const [from, to] of [[0, first], [first, limit]]) {
      if (from) await new Promise(done => setTimeout(done))
      const some = now.hits.slice(from, to)
      const cards = await Promise.all(some.map(hit => engine.card(hit.page)))
      if (turn !== now.turn) return
      if (!from) list.replaceChildren()
      for (const [i, hit] of some.entries()) {
        const what = isCase(hit) ? "案件" : "ほかのページ"
        const said = hit.all ? (several ? `すべての語に合う${what}` : what) : `一部の語に合う${what}`
        if (said !== title || !items) {
          title = said
          items = make("ol", { class: "sr-hits" })
          list.append(make("h2", { class: "sr-h" }, title), items)
        }
        items.append(listed(hit, cards[i], engine.reasons(hit, answer.matches)))
      }
      if (!from) status.textContent = total()
    }
    if (now.hits.length > limit) {
      list.append(button(`続きを見る（残り ${now.hits.length - limit} 件）`, async () => {
        now.limit += STEP * 2
        await show(now.turn)
        now.results[limit]?.link.focus()
        await fillExcerpts(now.turn)
      }))
    }
  }

  /** @param {number} turn */
  async function fillExcerpts(turn) {
    for (const result of now.results) {
      if (turn !== now.turn) return
      await fillExcerpt(result)
    }
  }

  function total() {
    const { hits, answer, limit } = now
    const cases = hits.filter(isCase).length
    const others = hits.length - cases
    if (!hits.length) return "合うページはありません。"
    const about = answer.isExact || hits.length <= limit ? "" : "約 "
    return `${about}${hits.length} 件${others ? `（案件 ${cases} 件、ほかのページ ${others} 件）` : ""}`
  }

  /** A result as an item of the list. @param {Hit} hit @param {Card} card @param {Reason[]} why */
  function listed(hit, card, why) {
    const result = {
      hit, card, why,
      link: make("a", { href: address(card) }, card.title),
      excerpt: make("p", { class: "sr-excerpt" }, card.lead),
      glyph: make("span", { class: "sr-glyph", "aria-hidden": "true" }, card.glyphs),
    }
    const item = make("li", { class: "sr-hit", "data-record": card.key, value: now.results.push(result) },
      result.glyph, make("h3", {}, result.link), make("p", { class: "sr-about" }, card.about), result.excerpt)
    if (why.length) item.append(make("p", { class: "sr-why" }, why.map(reasonText).join("　")))
    return item
  }

  /** @type {SearchPage["reasonText"]} */
  const reasonText = ({ said, zones, synonym, partly }) =>
    `${synonym ? `同義語 ${synonym}` : said}${partly ? "（一部）" : ""}：${zones.slice(0, 4).join("・")}${zones.length > 4 ? "ほか" : ""}`

  /** @param {Card} card */
  function address(card, anchor = "") {
    const words = now.answer.matches.map(word => word.said).join(" ")
    return `${root.dataset.root}${card.path}${words ? `?h=${encodeURIComponent(words)}` : ""}${anchor ? `#${anchor}` : ""}`
  }

  /** @param {Result} result */
  async function fillExcerpt(result) {
    const { picture } = await engine.content(result.hit.page)
    if (picture) result.glyph.innerHTML = picture // drawn by our own build
    const passage = await engine.excerpt(result.hit, now.answer.matches)
    if (!passage) return
    result.passage = `${passage.zone}：${passage.pieces.map(([text]) => text).join("")}`
    result.excerpt.replaceChildren(make("b", {}, passage.zone), " ",
      ...passage.pieces.map(([text, isMarked]) => isMarked ? make("mark", {}, text) : text))
    if (passage.anchor && passage.anchor !== "title") {
      result.excerpt.append(" ", make("a", {
        href: address(result.card, passage.anchor), class: "sr-there", "aria-label": `${result.card.title} のこの箇所へ`,
      }, "この箇所へ"))
    }
  }

  // --- what a person does --------------------------------------------------------

  /** @type {number | undefined} */
  let waiting
  function typed() {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      choose("q", box.value.trim())
      apply(false)
    }, 25)
  }

  // A composing input method owns the keys; what it has composed arrives when it ends.
  box.addEventListener("input", event => { if (!(/** @type {InputEvent} */ (event).isComposing)) typed() })
  box.addEventListener("compositionend", typed)
  box.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault()
  })
  root.querySelector("form")?.addEventListener("submit", event => {
    event.preventDefault()
    clearTimeout(waiting)
    choose("q", box.value.trim())
    apply()
  })
  zone.onchange = () => {
    choose("in", zone.value)
    apply()
  }
  sort.onchange = () => {
    choose("sort", sort.value)
    apply()
  }

  function fromAddress() {
    now.asked = new URLSearchParams(location.search)
    box.value = now.asked.get("q") ?? ""
    zone.value = now.asked.get("in") ?? ""
    sort.value = now.asked.get("sort") ?? ""
    return run()
  }

  /** @type {SearchPage} */
  const searchPage = { root, box, zone, list, engine, now, facets, byId, make, button, script, chosen, choose, apply, loadFacet, isCase, passes, fillExcerpt, reasonText }
  addEventListener("popstate", fromAddress)
  fromAddress()
})()
