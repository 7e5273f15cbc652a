// @ts-check
// What is asked for seldom: words in kana read as kanji, and near words where nothing is found.
senreiPart("kana", async (/** @type {SearchIndex} */ index) => {
  const { fold, wordsIn, pairs } = index
  /** @type {Map<string, string[]>} words by how they are read */
  const read = new Map()
  for (const line of (await index.part("readings")).split("\n")) {
    const [heard, ...words] = line.split("|")
    read.set(heard, words)
  }

  /**
   * A word in kana as the words it may stand for: しょうがいじ as 障害児, こくほのでんわ as 国保 電話,
   * もうしこみふぉーむ as 申込ふぉーむ; kana that no reading knows are kept and, second, left out.
   * @param {string} kana
   */
  function inKanji(kana) {
    const best = [{ cost: 0, heard: 0, ways: [""] }]
    for (let end = 1; end <= kana.length; end++) {
      const { cost, heard, ways } = best[end - 1]
      best[end] = { cost: cost + 2, heard, ways: ways.map(way => way + kana[end - 1]) }
      for (let begin = Math.max(0, end - 12); begin < end; begin++) {
        const from = best[begin]
        const known = (read.get(kana.slice(begin, end)) ?? []).filter(word => word.length > 1 || /[^ぁ-ん]$/.test(from.ways[0]))
        if (!known.length || from.cost + 1 >= best[end].cost) continue
        best[end] = {
          cost: from.cost + 1,
          heard: from.heard + end - begin,
          ways: known.flatMap(word => from.ways.map(way => way + word)).slice(0, 4),
        }
      }
    }
    const { heard, ways } = best[kana.length]
    /** @param {string} text */
    const spaced = text => text.replace(/(?<![ぁ-ん])[のをはがにでとへもや]|(?<![ぁ-ん])[ぁ-ん](?![ぁ-ん])/g, " ").trim()
    const several = ways.flatMap(way => [spaced(way), way.replace(/[ぁ-ん]+/g, " ").trim()])
    return { share: heard / kana.length, ways: [...new Set(several)].slice(0, 4) }
  }

  /**
   * Words of the dictionary that share most pairs with what was typed.
   * 
   * @param {string} query
   * 
   * @param {Map<string, string>} written
   */
  function suggestions(query, written) {
    const typed = new Set(wordsIn(fold(query)).flatMap(pairs))
    /** @type {[share: number, word: string][]} */
    const scored = []
    for (const [key, word] of written) {
      const keys = pairs(key)
      const shared = keys.filter(pair => typed.has(pair)).length
      if (shared) scored.push([shared / Math.max(keys.length, typed.size), word])
    }
    return scored.sort((a, b) => b[0] - a[0]).slice(0, 5).map(([, word]) => word)
  }

  return { inKanji, suggestions }
})
