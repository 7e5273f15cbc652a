// @ts-check
// Search excerpts: the passage of a page that shows most of the words, with marks.
senreiPart("excerpts", (/** @type {SearchIndex} */ index) => {
  const { folds, DROPPED, characters, fold, pairs, content, slotZones } = index

  /** Fold a text, and tell where each character of it came from. @param {string} text */
  function traced(text) {
    let folded = ""
    let at = 0
    const from = []
    for (const char of text) {
      for (const plain of characters(char)) {
        const put = folds.get(plain) ?? plain
        for (let i = 0; i < put.length; i++) from.push(at)
        folded += put
      }
      at += char.length
    }
    from.push(at)
    let kept = ""
    let last = 0
    const origins = []
    for (const match of folded.matchAll(DROPPED)) {
      kept += folded.slice(last, match.index)
      origins.push(...from.slice(last, match.index))
      last = match.index + match[0].length
    }
    return { folded: kept + folded.slice(last), from: [...origins, ...from.slice(last)] }
  }

  /** Where words stand in a text: from, to, the word. @param {string} text @param {string[]} wanted */
  function marks(text, wanted) {
    const { folded, from } = traced(text)
    /** @type {[from: number, to: number, word: string][]} */
    const spots = []
    for (const word of wanted) {
      const pattern = new RegExp(word.replace(/(^|[条項])(?=[0-9]+[条項号])/g, "$1第?"), "g")
      for (const match of folded.matchAll(pattern)) {
        spots.push([from[match.index], from[match.index + match[0].length], word])
      }
    }
    return spots.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  }

  /**
   * The passage that shows most of the words, as pieces of text, marked or not.
   * 
   * @param {Hit} hit
   * 
   * @param {Match[]} matching
   * 
   * @returns {Promise<Passage | null>}
   */
  async function excerpt(hit, matching, length = 110) {
    const wanted = [...new Set(matching.flatMap(word =>
      word.partly ? word.ways[0].words.flatMap(pairs) : word.ways.flatMap(way => way.words)))]
    const slots = matching.reduce((all, word) => all | word.where[hit.page], 0)
    let best = null
    for (const { slot, anchor, text } of wanted.length ? (await content(hit.page)).blocks : []) {
      if (!(slots >>> slot & 1)) continue
      const spots = marks(text, wanted)
      if (!spots.length) continue
      const zone = slotZones[slot]
      let rank = new Set(spots.map(spot => spot[2])).size * 10 + Math.max(...spots.map(spot => spot[2].length)) + zone.weight / 10
      if (zone.id === "title") rank -= 5
      if (!best || rank > best.rank) best = { rank, anchor, text, spots, zone: zone.name }
    }
    if (!best) return null
    const begin = Math.max(0, best.text.lastIndexOf("\n", best.spots[0][0] - 1) + 1, best.spots[0][0] - 30)
    const end = Math.min(best.text.length, begin + length)
    /** @type {Passage["pieces"]} */
    const pieces = [[begin ? "…" : "", false]]
    let at = begin
    for (const [from, to] of best.spots) {
      if (from < at || to > end) continue
      pieces.push([best.text.slice(at, from), false], [best.text.slice(from, to), true])
      at = to
    }
    pieces.push([best.text.slice(at, end) + (end < best.text.length ? "…" : ""), false])
    return { zone: best.zone, anchor: best.anchor, pieces: pieces.map(([text, isMarked]) => [text.replace(/\n/g, "　"), isMarked]) }
  }

  /** Whether quoted phrases stand in the page letter by letter. @param {number} page @param {string[]} phrases */
  async function holds(page, phrases) {
    const text = (await content(page)).blocks.map(block => fold(block.text)).join("\n")
    return phrases.every(phrase => text.includes(phrase))
  }

  return { excerpt, holds, traced }
})
