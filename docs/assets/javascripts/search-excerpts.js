// Search excerpts: the passage of a page that shows most of the words, with marks.
senreiPart("excerpts", index => {
  const { folds, fold, pairs, content, weights, slotZone, start } = index

  // A folded text that remembers where each of its characters came from.
  function traced(text) {
    let folded = "", at = 0
    const from = []
    for (const char of text) {
      for (const plain of char.normalize("NFKC").toLowerCase()) {
        const put = folds.get(plain) ?? plain
        for (let i = 0; i < put.length; i++) from.push(at)
        folded += put
      }
      at += char.length
    }
    from.push(at)
    let kept = "", places = []
    let last = 0
    const skip = /(?<=[ぁ-ん])-+(?=[ぁ-ん])|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))|(?<=[ぁ-ん々一-鿿])[^\S\n]+(?=[0-9a-z])|(?<=[0-9a-z])[^\S\n]+(?=[ぁ-ん々一-鿿])/g
    for (const match of folded.matchAll(skip)) {
      kept += folded.slice(last, match.index)
      places.push(...from.slice(last, match.index))
      last = match.index + match[0].length
    }
    return { folded: kept + folded.slice(last), from: [...places, ...from.slice(last)] }
  }

  function marks(text, wanted) {
    const { folded, from } = traced(text)
    const spots = []
    for (const word of wanted) {
      const pattern = new RegExp(word.replace(/(^|[条項])(?=[0-9]+[条項号])/g, "$1第?"), "g")
      for (const match of folded.matchAll(pattern)) {
        spots.push([from[match.index], from[match.index + match[0].length], word])
      }
    }
    return spots.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  }

  // The passage that shows most of the words, as pieces of text, marked or not.
  async function excerpt(hit, matching, length = 110) {
    const wanted = [...new Set(matching.flatMap(word =>
      word.partly ? word.ways[0].words.flatMap(pairs) : word.ways.flatMap(way => way.words)))]
    const mask = matching.reduce((mask, word) => mask | word.where[hit.page], 0)
    let best = null
    for (const [slot, anchor, text] of wanted.length ? (await content(hit.page))[0] : []) {
      if (!(mask >>> slot & 1)) continue
      const spots = marks(text, wanted)
      if (!spots.length) continue
      let rank = new Set(spots.map(spot => spot[2])).size * 10 + Math.max(...spots.map(spot => spot[2].length)) + weights[slot] / 10
      if (slotZone[slot] === start.zones.findIndex(zone => zone[0] === "title")) rank -= 5
      if (!best || rank > best.rank) best = { rank, anchor, text, spots, zone: start.zones[slotZone[slot]][1] }
    }
    if (!best) return null
    const begin = Math.max(0, best.text.lastIndexOf("\n", best.spots[0][0] - 1) + 1, best.spots[0][0] - 30)
    const end = Math.min(best.text.length, begin + length)
    const shown = [[begin ? "…" : "", false]]
    let at = begin
    for (const [from, to] of best.spots) {
      if (from < at || to > end) continue
      shown.push([best.text.slice(at, from), false], [best.text.slice(from, to), true])
      at = to
    }
    shown.push([best.text.slice(at, end) + (end < best.text.length ? "…" : ""), false])
    return { zone: best.zone, anchor: best.anchor, pieces: shown.map(([text, on]) => [text.replace(/\n/g, "　"), on]) }
  }

  // Quoted phrases stand in the page letter by letter.
  async function holds(page, phrases) {
    const text = (await content(page))[0].map(([, , text]) => fold(text)).join("\n")
    return phrases.every(phrase => text.includes(phrase))
  }

  return { excerpt, holds }
})
