// What surrounds the list: keys, facets with counts, what is chosen, help where little is found, saving.
senreiPart("facets", () => {
  const LOG = "senrei-search-log"
  const panel = byId("sr-facets")
  const narrow = byId("sr-narrow")
  narrow.open = innerWidth > 900
  byId("sr-print").onclick = () => print()
  byId("sr-csv").onclick = async () => {
    for (const result of shown) if (!result.passage) await fillExcerpt(result)
    const save = await beside("save")
    save("kensaku.csv", [
      ["順位", "記録", "名前", "区・年度・種類", "合い方", "当たった所", "抜粋", "アドレス"],
      ...shown.map(({ card, hit, why, passage, link }, i) => [i + 1, card.key, card.title, card.about,
        hit.all ? "すべての語" : "一部の語", why.map(reasonText).join("／"), passage ?? card.lead, link.href]),
    ])
  }
  document.addEventListener("keydown", event => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (!/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && ["/", "f", "s"].includes(event.key)) {
      event.preventDefault()
      box.focus()
      box.select()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const stops = [box, ...list.querySelectorAll("h3 a")]
    const next = step && stops.includes(event.target) && stops[stops.indexOf(event.target) + step]
    if (next) { event.preventDefault(); next.focus() }
  })

  let settled

  async function around(query, own) {
    root.querySelector(".sr-tools").hidden = !hits.length
    await help(query, own)
    await Promise.all(engine.info().facets.filter(([, , isWide]) => !isWide).map(([id]) => load(id)))
    if (own !== turn) return
    narrow.hidden = false
    for (const [id, title, isWide] of engine.info().facets) {
      let details = panel.querySelector(`[data-facet="${id}"]`)
      if (!details) {
        details = make("details", { "data-facet": id }, make("summary", {}, title), make("div", { class: "sr-values", role: "group", "aria-label": title }))
        details.open = !isWide && panel.children.length < 4 && innerWidth > 900 || chosen(id).length > 0
        details.ontoggle = async () => { if (details.open) { await load(id); fill(id, details) } }
        panel.append(details)
      }
      if (facets.has(id)) fill(id, details)
    }
    showChosen()
    clearTimeout(settled)
    settled = setTimeout(() => remember(query), 1500)
  }

  function fill(id, details) {
    const pages = found.hits.filter(hit => isCase(hit) && passes(hit.page, id)).map(hit => hit.page)
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

  // What the list is narrowed by, each with a button that takes it away.
  function showChosen() {
    const taken = engine.info().facets.flatMap(([id, title]) => chosen(id).map(value => {
      const label = facets.get(id)?.find(known => known.value === value)?.label ?? value
      const chip = button(`${title}：${label} ×`, () => { set(id, ...chosen(id).filter(other => other !== value)); apply() })
      chip.setAttribute("aria-label", `${title}：${label} の絞り込みをやめる`)
      return chip
    }))
    if (taken.length > 1) taken.push(button("すべてやめる", widen))
    byId("sr-chosen").replaceChildren(...taken)
    narrow.querySelector("summary").textContent = `絞り込む${taken.length ? "（選択あり）" : ""}`
  }

  function widen() {
    for (const [id] of engine.info().facets) state.delete(id)
    set("in")
    zone.value = ""
    apply()
  }

  // Where no case has all the words: say so, offer near words, and never call it "no precedent".
  async function help(query, own) {
    const notice = byId("sr-notice")
    const isNarrowed = engine.info().facets.some(([id]) => chosen(id).length) || state.get("in")
    if (!query || hits.some(hit => hit.all && isCase(hit))) return notice.replaceChildren()
    const near = await engine.suggestions(query)
    if (own !== turn) return
    notice.replaceChildren(make("p", {}, `${hits.length ? "この言葉すべてに合う案件はありません。近いものを示しています。" : ""}見つからないことは、先例がないことを意味しません。`, make("a", { href: `${root.dataset.root}coverage/index.html` }, "収録範囲を見る")))
    if (isNarrowed) notice.append(make("p", {}, button("絞り込みをやめて探す", widen)))
    if (near.length) {
      notice.append(make("p", {}, "近い言葉で探す："), make("ul", { class: "sr-near" }, ...near.map(word =>
        make("li", {}, make("a", { href: `?q=${encodeURIComponent(word)}` }, word)))))
    }
    notice.append(make("p", { class: "sr-hint" }, "合わなかった言葉は、", make("a", { href: "log/index.html" }, "このブラウザーの中の控え"), "に残ります。どこにも送りません。"))
  }

  // What was not found well is kept in this browser only; the page of the log tells and forgets.
  function remember(query) {
    try {
      const { off, kept = [] } = JSON.parse(localStorage.getItem(LOG)) ?? {}
      if (off || !query || hits.some(hit => hit.all && isCase(hit)) || query !== state.get("q")) return
      const others = kept.filter(([word]) => !query.startsWith(word))
      const times = kept.find(([word]) => word === query)?.[2] ?? 0
      localStorage.setItem(LOG, JSON.stringify({ kept: [...others, [query, hits.length, times + 1]].slice(-200) }))
    } catch { /* a browser may refuse to keep anything */ }
  }

  return around
})
