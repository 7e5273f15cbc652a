// @ts-check
// Search in pieces: what answers a question, a compound or a slip of the pen that stands in no page as
// it was typed. It comes when it is needed.
senreiPart("pieces", (/** @type {SearchIndex} */ index, /** @type {SearchQuery} */ { readings }, /** @type {Evaluation} */ { evaluate, loadInBudget, count, casesIn, nothing }) => {
  const { fold, wordsIn, pairs, isSingle, masksOf, masksOfKey, zoneWeight, start } = index

  /**
   * @param {ReadClause} clause
   * 
   * @param {Dictionary | null} known
   * 
   * @param {number} cases that hold the whole
   * 
   * @returns {Promise<Piece[]>}
   */
  async function judge({ said, bits, ways }, known, cases) {
    const natural = pieces(said, known).sort((a, b) => telling(b) - telling(a) || b.length - a.length)
    if (cases && natural.length < 2) return []
    /** @type {Match[]} */
    const parts = []
    for (const piece of natural) parts.push(...(await judgePiece(piece, bits, known)))
    const some = parts.filter(part => part.count || part.isLeftOut)
    const useful = some.some(part => casesIn(part.where)) || cases ? some : await leftovers(said, ways, bits)
    return useful.map(part => ({ ...part, tells: telling(part.said) * (part.isCut ? 0.5 : 1) }))
  }

  /** @param {string} piece @param {number} bits @param {Dictionary | null} known @returns {Promise<Match[]>} */
  async function judgePiece(piece, bits, known) {
    const ways = readings(piece, fold(piece), known)
    await loadInBudget({ said: piece, ways, bits })
    if (!ways.length) return [leftOut(piece)]
    const match = evaluate(piece, ways, bits)
    if (casesIn(match.where)) return [match]
    /** @param {string} word */
    const stands = word => !!known?.has(fold(word)) || casesIn(masksOf({ words: [fold(word)] })?.map(mask => mask & bits) ?? new Uint32Array()) > 0
    const { words, rest } = isSingle(piece) || /[a-z]/i.test(piece) ? { words: [], rest: [] } : cut(piece, stands)
    if (!words.length) return leftovers(piece, ways, bits)
    /** @type {Match[]} */
    const several = []
    for (const word of words) {
      const others = readings(word, fold(word), known)
      await loadInBudget({ said: word, ways: others, bits })
      several.push(evaluate(word, others, bits))
    }
    for (const left of rest) several.push(...(await leftovers(left, [{ words: wordsIn(fold(left)), weight: 1 }], bits)))
    return several.map(match => ({ ...match, isCut: rest.length > 0 }))
  }

  /** @param {string} said @returns {Match} */
  const leftOut = said => ({ ...nothing(said), rare: 1, isLeftOut: true })

  /**
   * What is left where a word stands nowhere: most of its pairs, or else its characters.
   * 
   * @param {string} said
   * 
   * @param {Way[]} ways
   * 
   * @param {number} bits
   * 
   * @returns {Promise<Match[]>}
   */
  async function leftovers(said, ways, bits) {
    if (!ways.length) return [leftOut(said)]
    const match = byMostPairs(said, ways, bits)
    if (match.count) return [match]
    const single = [...new Set(ways[0].words.join(""))].map(char => ({ words: [char], weight: 0.1 }))
    await loadInBudget({ said, ways: single, bits })
    const known = single.map(way => ({ way, pages: count(masksOf(way) ?? new Uint32Array(), bits) })).filter(({ pages }) => pages)
    const rare = known.filter(({ pages }) => pages < start.pages * 0.3) // the others tell nothing
    return [{ ...evaluate(said, (rare.length ? rare : known).map(({ way }) => way), bits), partly: true }]
  }

  /**
   * Pages that hold most of a word's pairs, by their rarity: what a slip of the pen leaves.
   * 
   * @param {string} said
   * 
   * @param {Way[]} ways
   * 
   * @param {number} bits
   * 
   * @returns {Match}
   */
  function byMostPairs(said, ways, bits) {
    const match = { ...nothing(said), ways, partly: true }
    const known = ways[0].words.flatMap(pairs).map(masksOfKey)
    const rarity = known.map(masks => Math.log(1 + start.pages / (masks ? count(masks, -1) : 1)))
    const whole = rarity.reduce((a, b) => a + b, 0)
    match.rare = whole
    const shares = Float32Array.from({ length: start.pages }, (_, page) =>
      known.reduce((share, masks, i) => share + (masks && masks[page] & bits ? rarity[i] : 0), 0) / whole)
    const least = shares.reduce((a, b) => Math.max(a, b), 0) * 0.7
    for (const [page, share] of shares.entries()) {
      if (!share || share < least) continue
      match.where[page] = known.reduce((all, masks) => all | (masks ? masks[page] & bits : 0), 0)
      match.best[page] = share ** 2 * zoneWeight(match.where[page]) * 0.5
      match.count++
    }
    return match
  }

  // What is no content word of a question or a compound.
  const GRAMMAR = "(?:について|における|によって|による|として|したい|している|された|される|します|しました|ました|ません|ください|ですか|ますか|ですが|する|した|して|です|ます|から|まで|より|など|ため|とき|という|どの|どう|どこ|どれ|だれ|なに|いつ|どんな|ような|ように|ある|ない|いる|たい|られる|できる|の|は|が|を|に|で|と|も|へ|や|か|な)"
  const EMPTY = new Set(["例", "事例", "先例", "前例", "案件", "場合", "方法", "教え", "知り", "使", "使う", "行う", "何", "誰", "見", "調べ", "扱う", "願い", "出し", "仕事", "こと", "もの", "人", "お", "ご", "行い", "行っ", "つい", "教えて", "欲し"])
  /** The content words of what was typed. @param {string} said @param {Dictionary | null} [known] */
  function pieces(said, known) {
    /** @type {string[]} */
    const words = []
    let open = "" // of a word whose kana go on in kanji: 取り立て
    for (const [, body = "", tail] of said.normalize("NFKC").replace(/[おご](?=[一-鿿])/g, " ").matchAll(/(子ども|こども|障がい[一-鿿]*|[一-鿿々〆ヶ0-9]+|[ァ-ヺー・]+|[A-Za-z0-9]+)?([ぁ-ん]*)/g)) {
      if (/^[いえきぎけげしせちてびべみめりれ]$/.test(tail) && body) { open += body + tail; continue }
      const cut = tail.replace(new RegExp(`^${GRAMMAR}+`), "").replace(new RegExp(`${GRAMMAR}+$`), "")
      const isEnding = body && cut.length < 4 && !known?.has(fold(cut)) // なった, られた
      for (const piece of tail.startsWith(cut) ? [open + body + cut] : isEnding ? [open + body] : [open + body, cut]) {
        if (piece.length > 1 || piece > "ん") words.push(piece)
      }
      open = ""
    }
    const kept = words.filter(piece => !EMPTY.has(piece))
    return kept.length ? kept : words
  }

  /** Nouns tell more than verbs, and these more than a single character. @param {string} piece */
  const telling = piece => isSingle(piece) ? 0.2 : /[ぁ-ん]$/.test(piece) ? 0.5 : 1

  /**
   * A compound that stands nowhere, cut into the fewest words that stand somewhere, and the rest.
   * 
   * @param {string} compound
   * 
   * @param {(word: string) => boolean} stands
   */
  function cut(compound, stands) {
    /** @type {{ cost: number, words: string[], rest: string[] }[]} */
    const best = [{ cost: 0, words: [], rest: [""] }]
    for (let end = 1; end <= compound.length; end++) {
      const { cost, words, rest } = best[end - 1]
      best[end] = { cost: cost + 3, words, rest: [...rest.slice(0, -1), rest.at(-1) + compound[end - 1]] }
      for (let begin = end - 2; begin >= 0; begin--) {
        const word = compound.slice(begin, end)
        const isKana = !/[一-鿿0-9]/.test(word) // two kana stand anywhere
        if ((word.length > 2 || !isKana) && best[begin].cost + 1 < best[end].cost && stands(word)) {
          best[end] = { cost: best[begin].cost + 1, words: [...best[begin].words, word], rest: [...best[begin].rest, ""] }
        }
      }
    }
    const { words, rest } = best[compound.length]
    return { words, rest: rest.filter(Boolean) }
  }

  return { judge, pieces, cut }
})
