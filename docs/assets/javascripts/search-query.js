// Search query: what a person typed, as the words to look for and the ways to read each of them.
function senreiQuery(index) {
  const { fold, runs } = index
  const KANJI = "一二三四五六七八九"
  const KANA = /^[ぁ-ん]{3,}$/
  const spelled = new Map()
  let dictionary, inKanji

  function parse(query) {
    const text = query.normalize("NFKC")
      .replace(/第\s*([0-9]+)\s*([条項号款])/g, "第$1$2")
      .replace(/(令和|平成|昭和)\s*([0-9元]+)\s*年/g, "$1$2年")
      .replace(/([0-9])\s+(?=[条項号年月日件人回名台])/g, "$1")
      .replace(/(?<=[条項])\s+(?=第?[0-9])/g, "")
    const clauses = []
    let zone
    for (const [piece, quoted] of text.matchAll(/["“”「『]([^"“”」』]+)["“”」』]|[^\s"“”「『、。,，?!]+|,(?=\d)/g)) {
      const limit = quoted ? null : /^([^:]{1,8}):(.*)$/.exec(piece)
      const named = limit && zoneNamed(fold(limit[1]))
      zone = named || zone
      const said = quoted ?? (named ? limit[2] : piece)
      if (!said) continue // of 対策:"立入 調査" the zone goes with what follows
      const words = runs(fold(said))
      if (words.length) clauses.push({ said, words, zone, phrase: quoted ? fold(said) : "" })
      zone = undefined
    }
    return clauses
  }

  const zoneNamed = folded =>
    index.start.zones.find(([, name, others]) => [name, ...others].some(known => fold(known) === folded))?.[0]

  const arabic = (all, hundreds, tens, ones) =>
    String([[hundreds, 100], [tens, 10], [ones, 1]].reduce((sum, [digits, unit]) =>
      sum + (digits ? (KANJI.indexOf(digits[0]) + 1 || 1) * unit : 0), 0) || all)
  const YEARS = { r: "令和", h: "平成", s: "昭和" }

  // Other ways to write the numbers, dates and articles of a word; whether it is nothing else.
  function spellings(word, said) {
    const found = new Set()
    const plain = word.replace(
      /(?<![一二三四五六七八九十百])(?=[一二三四五六七八九十百])([一二三四五六七八九]?百)?([一二三四五六七八九]?十)?([一二三四五六七八九])?(?=[条項号款章節年月日件人回台名校館])/g,
      arabic)
    const raw = said.toLowerCase()
    let isForm = false
    const form = written => { isForm = true; found.add(written) }
    const date = /^(r|h|s|令和|平成|昭和)?([0-9]+)[./-]([0-9]{1,2})(?:[./-]([0-9]{1,2}))?$/.exec(raw)
    if (date && (date[1] || date[2].length === 4)) {
      form(`${YEARS[date[1]] ?? date[1] ?? ""}${+date[2]}年${+date[3]}月${date[4] ? `${+date[4]}日` : ""}`)
    }
    const era = /^([rhs])([0-9]{1,2})(年.*|度)?$/.exec(raw)
    if (era) form(YEARS[era[1]] + Number(era[2]) + (era[3] === "度" ? "年度" : era[3] ?? "年"))
    const article = /^(?:第|§|art\.?)?([0-9]+)(?:(?:条の?)?[-(.の]([0-9]+)\)?)?$/.exec(raw)
    if (article && raw !== article[1]) form(`${article[1]}条${article[2] ? `${article[2]}項` : ""}`)
    found.add(plain)
    found.add(plain.replace(/第(?=[0-9]+[条項号])/g, ""))
    found.add(plain.replace(/元年/, "1年"))
    const large = /^([0-9]+)万(?:([0-9])千)?(.*)$/.exec(plain)
    if (large) found.add(large[1] * 10000 + (large[2] ?? 0) * 1000 + large[3])
    if (/[a-z0-9]-[a-z0-9]/.test(raw)) found.add(fold(raw.replace(/-/g, "")))
    found.delete(word)
    return { isForm, written: [...found].filter(Boolean) }
  }

  async function words() {
    if (!dictionary) {
      const text = await index.part("words")
      dictionary = new Map()
      const add = (key, other, weight) => {
        if (other[1] === key) return
        if (!dictionary.has(key)) dictionary.set(key, [])
        dictionary.get(key).push([...other, weight])
      }
      let group
      for (const line of text.split("\n")) {
        const words = line.slice(1).split("|").map(word => [word, fold(word)])
        for (const [word, key] of words) spelled.set(key, word)
        if (line[0] === ">") for (const [, key] of words.slice(1)) add(key, words[0], 0.5)
        else {
          if (line[0] === "=") group = words
          for (const [, key] of group) for (const other of words) add(key, other, line[0] === "=" ? 0.5 : 0.3)
        }
      }
    }
    return dictionary
  }

  // Readings are asked for only where somebody types kana; ロッカー is no reading.
  async function hear(query) {
    const isNative = word => KANA.test(fold(word)) && !/^[ァ-ヺー]*ー[ァ-ヺー]*$/.test(word)
    if (!inKanji && runs(query.normalize("NFKC")).some(isNative)) inKanji = (await kana()).inKanji
  }

  const kana = async () => (await index.part("kana", "../../assets/javascripts/search-kana.js"))(index)

  // The ways to read a word: as typed, in another spelling, by a synonym; each with its weight.
  function readings(said, word, known) {
    const { isForm, written } = spellings(word, said)
    const literal = { words: runs(word), weight: 1 }
    const ways = isForm ? [] : [literal]
    const seen = new Set([word])
    const add = (folded, weight, synonym) => {
      if (!folded || seen.has(folded) || ways.length > 7) return
      seen.add(folded)
      ways.push({ words: runs(folded), weight, synonym })
    }
    for (const spelling of written) add(spelling, isForm ? 1 : 0.95)
    if (isForm) return [...ways, { ...literal, weight: 0.2 }]
    if (!known) return ways
    const others = key => known.get(key) ?? []
    if (inKanji && KANA.test(word)) {
      const { share, ways } = inKanji(word)
      if (share > 0.5) for (const way of ways) add(fold(way), 0.9 * share ** 2, `${said}→${way}`)
    }
    for (const folded of [...seen]) for (const [other, key, weight] of others(folded)) add(key, weight, `${said}→${other}`)
    if (ways.length < 3) {
      let inner = ""
      for (const key of known.keys()) {
        if (key.length > inner.length && key.length >= 3 - /^[一-鿿]+$/.test(key) && word.includes(key)) inner = key
      }
      for (const [other, key, weight] of others(inner).slice(0, 3)) add(word.replace(inner, key), weight, `${inner}→${other}`)
    }
    return ways
  }

  const suggestions = async query => (await words(), await kana()).suggestions(query, spelled)

  return { parse, words, hear, readings, suggestions }
}
