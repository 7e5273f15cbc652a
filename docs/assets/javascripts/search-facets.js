// @ts-check
// What surrounds the list: keys, facets with counts, what is chosen, help where little is found, saving.
senreiPart("facets", (/** @type {SearchPage} */ searchPage) => {
  const { root, box, zone, list, engine, now, facets } = searchPage
  const { byId, make, button, script, chosen, choose, apply, loadFacet, isCase, passes, fillExcerpt, reasonText } = searchPage
  const LOG = "senrei-search-log"
  const panel = byId("sr-facets")
  const narrow = /** @type {HTMLDetailsElement} */ (byId("sr-narrow"))
  narrow.open = innerWidth > 900
  byId("sr-print").onclick = () => print()
  byId("sr-csv").onclick = async () => {
    for (const result of now.results) if (!result.passage) await fillExcerpt(result)
    const save = await script("save")
    save("kensaku.csv", [
      ["順位", "記録", "名前", "自治体・年度・種類", "合い方", "当たった所", "抜粋", "アドレス"],
      ...now.results.map(({ card, hit, why, passage, link }, i) => [i + 1, card.key, card.title, card.about,
        hit.all ? "すべての語" : "一部の語", why.map(reasonText).join("／"), passage ?? card.lead, link.href]),
    ])
  }
  document.addEventListener("keydown", event => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const focused = /** @type {HTMLElement} */ (event.target)
    if (!/^(INPUT|SELECT|TEXTAREA)$/.test(focused.tagName) && ["/", "f", "s"].includes(event.key)) {
      event.preventDefault()
      box.focus()
      box.select()
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    /** @type {HTMLElement[]} */
    const stops = [box, .../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("h3 a"))]
    const next = step && stops.includes(focused) ? stops[stops.indexOf(focused) + step] : null
    if (next) {
      event.preventDefault()
      next.focus()
    }
  })

  /** @type {number | undefined} */
  let settled

  /** @param {string} query @param {number} turn */
  async function surround(query, turn) {
    const tools = /** @type {HTMLElement} */ (root.querySelector(".sr-tools"))
    tools.hidden = !now.hits.length
    await help(query, turn)
    await Promise.all(engine.info().facets.filter(({ isWide }) => !isWide).map(({ id }) => loadFacet(id)))
    if (turn !== now.turn) return
    narrow.hidden = false
    for (const facet of engine.info().facets) {
      const details = panel.querySelector(`[data-facet="${facet.id}"]`) ?? addFacet(facet)
      fill(facet.id, /** @type {HTMLDetailsElement} */ (details))
    }
    showChosen()
    clearTimeout(settled)
    settled = setTimeout(() => remember(query), 1500)
  }

  /** @param {FacetHead} facet */
  function addFacet({ id, title, isWide }) {
    const values = make("div", { class: "sr-values", role: "group", "aria-label": title })
    const details = make("details", { "data-facet": id }, make("summary", {}, title), values)
    details.open = !isWide && panel.children.length < 4 && innerWidth > 900 || chosen(id).length > 0
    details.ontoggle = async () => {
      if (!details.open) return
      await loadFacet(id)
      fill(id, details)
    }
    panel.append(details)
    return details
  }

  /** @param {string} id @param {HTMLDetailsElement} details */
  function fill(id, details) {
    const known = facets.get(id)
    if (!known) return
    const pages = now.answer.hits.filter(hit => isCase(hit) && passes(hit.page, id)).map(hit => hit.page)
    const values = known
      .map(value => ({ ...value, count: pages.reduce((sum, page) => sum + value.cases[page], 0) }))
      .filter(value => value.count || chosen(id).includes(value.value))
      .sort((a, b) => id === "year" ? (b.value > a.value ? 1 : -1) : b.count - a.count)
    details.hidden = !values.length
    const active = document.activeElement
    const focused = active instanceof HTMLInputElement && details.contains(active) ? active.value : null
    const boxes = values.map(({ value, label, count }) => {
      const input = make("input", { type: "checkbox", name: id, value })
      input.checked = chosen(id).includes(value)
      input.onchange = () => {
        choose(id, ...(input.checked ? [...chosen(id), value] : chosen(id).filter(other => other !== value)))
        apply()
      }
      return make("label", {}, input, ` ${label} `, make("span", { class: "sr-count" }, `${count}`))
    })
    const holder = /** @type {HTMLElement} */ (details.querySelector("div"))
    holder.replaceChildren(...boxes)
    if (focused !== null) /** @type {HTMLElement | null} */ (holder.querySelector(`[value="${CSS.escape(focused)}"]`))?.focus()
  }

  // What the list is narrowed by, each with a button that takes it away.
  function showChosen() {
    const taken = engine.info().facets.flatMap(({ id, title }) => chosen(id).map(value => {
      const label = facets.get(id)?.find(known => known.value === value)?.label ?? value
      const chip = button(`${title}：${label} ×`, () => {
        choose(id, ...chosen(id).filter(other => other !== value))
        apply()
      })
      chip.setAttribute("aria-label", `${title}：${label} の絞り込みをやめる`)
      return chip
    }))
    if (taken.length > 1) taken.push(button("すべてやめる", widen))
    byId("sr-chosen").replaceChildren(...taken)
    const summary = /** @type {HTMLElement} */ (narrow.querySelector("summary"))
    summary.textContent = `絞り込む${taken.length ? "（選択あり）" : ""}`
  }

  function widen() {
    for (const { id } of engine.info().facets) choose(id)
    choose("in")
    zone.value = ""
    apply()
  }

  /**
   * Where no case has all the words: say so, offer near words, and never call it "no precedent".
   * 
   * @param {string} query
   * 
   * @param {number} turn
   */
  async function help(query, turn) {
    const notice = byId("sr-notice")
    const isNarrowed = engine.info().facets.some(({ id }) => chosen(id).length) || now.asked.get("in")
    if (!query || now.hits.some(hit => hit.all && isCase(hit))) return notice.replaceChildren()
    const near = await engine.suggestions(query)
    if (turn !== now.turn) return
    const some = now.hits.length ? "この言葉すべてに合う案件はありません。近いものを示しています。" : ""
    const coverage = make("a", { href: `${root.dataset.root}coverage/index.html` }, "収録範囲を見る")
    notice.replaceChildren(make("p", {}, `${some}見つからないことは、先例がないことを意味しません。`, coverage))
    if (isNarrowed) notice.append(make("p", {}, button("絞り込みをやめて探す", widen)))
    if (near.length) {
      notice.append(make("p", {}, "近い言葉で探す："), make("ul", { class: "sr-near" }, ...near.map(word =>
        make("li", {}, make("a", { href: `?q=${encodeURIComponent(word)}` }, word)))))
    }
    const log = make("a", { href: "log/index.html" }, "このブラウザーの中の控え")
    notice.append(make("p", { class: "sr-hint" }, "合わなかった言葉は、", log, "に残ります。どこにも送りません。"))
  }

  /**
   * What was not found well is kept in this browser only; the page of the log tells and forgets.
   * 
   * @param {string} query
   */
  function remember(query) {
    const { hits, asked } = now
    try {
      /** @type {SearchLog} */
      const { off, kept = [] } = JSON.parse(localStorage.getItem(LOG) ?? "{}")
      if (off || !query || hits.some(hit => hit.all && isCase(hit)) || query !== asked.get("q")) return
      const others = kept.filter(([word]) => !query.startsWith(word))
      const times = kept.find(([word]) => word === query)?.[2] ?? 0
      localStorage.setItem(LOG, JSON.stringify({ kept: [...others, [query, hits.length, times + 1]].slice(-200) }))
    } catch { /* a browser may refuse to keep anything */ }
  }

  return surround
})
