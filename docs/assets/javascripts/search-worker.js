// @ts-check
// The theme's box speaks to this instead of its own worker: 0 set up, 1 ready, 2 query, 3 result.
// It runs as a worker over http and inside the frame of a stand-in from disk.
(() => {
  const [SET_UP, READY, QUERY, RESULT] = [0, 1, 2, 3]
  const here = globalThis.document ? /** @type {HTMLScriptElement} */ (document.currentScript).src : location.href
  const indexFolder = new URL("../../search/index/", here)
  const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)
  /** @type {SearchEngine} */
  let engine
  let latest = 0

  const answer = (/** @type {unknown[]} */ items) => postMessage({ type: RESULT, data: { items } })

  addEventListener("message", async ({ data: { type, data } }) => {
    if (type === SET_UP) {
      await importScripts(...["index", "query", "core"].map(name => new URL(`search-${name}.js`, here)))
      engine = senreiSearch(file => importScripts(new URL(file, indexFolder)))
      await engine.ready()
      postMessage({ type: READY })
    }
    if (type !== QUERY) return
    const turn = ++latest
    if (!data.trim()) return answer([])
    const { hits, matches, isExact } = await engine.search(data)
    const { pages, cases } = engine.info()
    const shown = hits.slice(0, pages > 1000 ? 12 : 40)
    const total = `${isExact ? "" : "約 "}${hits.length} 件（案件 ${hits.filter(hit => hit.page < cases).length} 件）`
    const terms = Object.fromEntries(matches.map(word => [word.said, true]))
    /** The results as the theme wants them. @param {boolean} withText */
    const items = withText => Promise.all(shown.map(async (hit, rank) => {
      const card = await engine.card(hit.page)
      const passage = withText ? await engine.excerpt(hit, matches) : null
      const text = passage
        ? passage.pieces.map(([text, isMarked]) => isMarked ? `<mark>${escaped(text)}</mark>` : escaped(text)).join("")
        : escaped(card.lead)
      const base = { score: 1000 - rank, terms, title: escaped(card.title) }
      return [{ ...base, location: card.path, text: `<span data-key="${card.key}" data-total="${total}">${escaped(card.about)}</span><br>${text}` }]
    }))
    for (const withText of [false, true]) {
      const ready = await items(withText)
      if (turn === latest) answer(ready)
    }
  })
})()
