// Search in pieces: what answers a question, a compound or a slip of the pen that stands in no page as
// it was typed. It comes when it is needed.
senreiPart("pieces", (index, { readings }, { evaluate, enough, count, casesIn, nothing }) => {
  const { fold, runs, pairs, isSingle, together, pageMasks, worth, start } = index

  async function judge({ said, bits, ways }, known, isFound) {
    const natural = pieces(said, known).sort((a, b) => telling(b) - telling(a) || b.length - a.length)
    if (isFound && natural.length < 2) return []
    const parts = []
    for (const piece of natural) parts.push(...(await judgePiece(piece, bits, known)))
    const some = parts.filter(part => part.count || part.isLeftOut)
    const found = some.some(part => casesIn(part.where)) || isFound ? some : await almost(said, ways, bits)
    return found.map(part => ({ ...part, tells: telling(part.said) * (part.isCut ? 0.5 : 1) }))
  }

  async function judgePiece(piece, bits, known) {
    const ways = readings(piece, fold(piece), known)
    await enough({ said: piece, ways, bits })
    if (!ways.length) return [leftOut(piece)]
    const found = evaluate(piece, ways, bits)
    if (casesIn(found.where)) return [found]
    const stands = word => known?.has(fold(word)) || casesIn(together({ words: [fold(word)] })?.map(mask => mask & bits) ?? [])
    const { words, rest } = isSingle(piece) || /[a-z]/i.test(piece) ? { words: [] } : cut(piece, stands)
    if (!words.length) return almost(piece, ways, bits)
    const several = []
    for (const word of words) {
      const others = readings(word, fold(word), known)
      await enough({ said: word, ways: others, bits })
      several.push(evaluate(word, others, bits))
    }
    for (const left of rest) several.push(...(await almost(left, [{ words: runs(fold(left)), weight: 1 }], bits)))
    return several.map(found => ({ ...found, isCut: rest.length > 0 }))
  }

  const leftOut = said => ({ ...nothing(said), rare: 1, isLeftOut: true })

  // What is left where a word stands nowhere: most of its pairs, or else its characters.
  async function almost(said, ways, bits) {
    if (!ways.length) return [leftOut(said)]
    const found = nearly(said, ways, bits)
    if (found.count) return [found]
    const single = [...new Set(ways[0].words.join(""))].map(char => ({ words: [char], weight: 0.1 }))
    await enough({ said, ways: single, bits })
    const known = single.map(way => [way, count(together(way), bits)]).filter(([, own]) => own)
    const rare = known.filter(([, own]) => own < start.pages * 0.3) // the others tell nothing
    return [{ ...evaluate(said, (rare.length ? rare : known).map(([way]) => way), bits), partly: true }]
  }

  // Pages that hold most of a word's pairs, by their rarity: what a slip of the pen leaves.
  function nearly(said, ways, bits) {
    const found = { ...nothing(said), ways, partly: true }
    const known = ways[0].words.flatMap(pairs).map(pageMasks)
    const rarity = known.map(masks => Math.log(1 + start.pages / (masks ? count(masks, -1) : 1)))
    const whole = found.rare = rarity.reduce((a, b) => a + b, 0)
    const shares = Float32Array.from({ length: start.pages }, (_, page) =>
      known.reduce((share, masks, i) => share + (masks?.[page] & bits ? rarity[i] : 0), 0) / whole)
    const least = shares.reduce((a, b) => Math.max(a, b), 0) * 0.7
    shares.forEach((share, page) => {
      if (!share || share < least) return
      found.where[page] = known.reduce((all, masks) => all | masks?.[page] & bits, 0)
      found.best[page] = share ** 2 * worth(found.where[page]) * 0.5
      found.count++
    })
    return found
  }

  // Content words of a question or a compound.
  const GRAMMAR = "(?:について|における|によって|による|として|したい|している|された|される|します|しました|ました|ません|ください|ですか|ますか|ですが|する|した|して|です|ます|から|まで|より|など|ため|とき|という|どの|どう|どこ|どれ|だれ|なに|いつ|どんな|ような|ように|ある|ない|いる|たい|られる|できる|の|は|が|を|に|で|と|も|へ|や|か|な)"
  const EMPTY = new Set(["例", "事例", "先例", "前例", "案件", "場合", "方法", "教え", "知り", "使", "使う", "行う", "何", "誰", "見", "調べ", "扱う", "願い", "出し", "仕事", "こと", "もの", "人", "お", "ご", "行い", "行っ", "つい", "教えて", "欲し"])
  function pieces(said, known) {
    const found = []
    let open = "" // of a word whose kana go on in kanji: 取り立て
    for (const [, body = "", tail] of said.normalize("NFKC").replace(/[おご](?=[一-鿿])/g, " ").matchAll(/(子ども|こども|障がい[一-鿿]*|[一-鿿々〆ヶ0-9]+|[ァ-ヺー・]+|[A-Za-z0-9]+)?([ぁ-ん]*)/g)) {
      if (/^[いえきぎけげしせちてびべみめりれ]$/.test(tail) && body) { open += body + tail; continue }
      const cut = tail.replace(new RegExp(`^${GRAMMAR}+`), "").replace(new RegExp(`${GRAMMAR}+$`), "")
      const isEnding = body && cut.length < 4 && !known?.has(fold(cut)) // なった, られた
      for (const piece of tail.startsWith(cut) ? [open + body + cut] : isEnding ? [open + body] : [open + body, cut]) {
        if (piece.length > 1 || piece > "ん") found.push(piece)
      }
      open = ""
    }
    const kept = found.filter(piece => !EMPTY.has(piece))
    return kept.length ? kept : found
  }

  // Nouns tell more than verbs, and these more than a single character.
  const telling = piece => isSingle(piece) ? 0.2 : /[ぁ-ん]$/.test(piece) ? 0.5 : 1

  // A compound that stands nowhere, cut into the fewest words that stand somewhere, and the rest.
  function cut(compound, stands) {
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

  return { judge, pieces }
})
