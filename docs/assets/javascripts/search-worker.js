// The theme's box speaks to this instead of its own worker: 0 set up, 1 ready, 2 query, 3 result.
// It runs as a worker over http and inside the frame of a stand-in from disk.
const here = globalThis.document ? document.currentScript.src : location.href
const index = new URL("../../search/index/", here)
const escaped = text => text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)
let engine, latest = 0

const answer = items => postMessage({ type: 3, data: { items } })

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === 0) {
    await importScripts(...["index", "query", "core"].map(name => new URL(`search-${name}.js`, here)))
    engine = senreiSearch(url => importScripts(new URL(url, index)))
    await engine.open()
    postMessage({ type: 1 })
  }
  if (type !== 2) return
  const turn = ++latest
  if (!data.trim()) return answer([])
  const { hits, found, isExact } = await engine.search(data)
  const { pages, cases } = engine.info()
  const shown = hits.slice(0, pages > 1000 ? 12 : 40)
  const total = `${isExact ? "" : "約 "}${hits.length} 件（案件 ${hits.filter(hit => hit.page < cases).length} 件）`
  const terms = Object.fromEntries(found.map(word => [word.said, true]))
  const items = withText => Promise.all(shown.map(async (hit, rank) => {
    const card = await engine.card(hit.page)
    const passage = withText ? await engine.excerpt(hit, found) : null
    const text = passage
      ? passage.pieces.map(([text, on]) => on ? `<mark>${escaped(text)}</mark>` : escaped(text)).join("")
      : escaped(card.lead)
    const base = { score: 1000 - rank, terms, title: escaped(card.title) }
    const first = { ...base, location: card.path, text: `<span data-key="${card.key}" data-total="${total}">${escaped(card.about)}</span><br>${text}` }
    return [first]
  }))
  for (const withText of [false, true]) {
    const ready = await items(withText)
    if (turn === latest) answer(ready)
  }
})
