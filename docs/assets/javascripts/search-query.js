// @ts-check
// Search query: what a person typed, as the words to look for and the ways to read each of them.

/** @param {SearchIndex} index */
// biome-ignore lint/correctness/noUnusedVariables: other scripts call it
function senreiQuery(index) {
  const { fold, wordsIn } = index
  const KANJI = "一二三四五六七八九"
  const KANA = /^[ぁ-ん]{3,}$/
  /** @type {Map<string, string>} words of the dictionary as they are written, by their folded form */
  const written = new Map()
  /** @type {Dictionary | undefined} */
  let dictionary
  /** @type {((kana: string) => { share: number, ways: string[] }) | undefined} */
  let inKanji

  /** @param {string} query */
  function parse(query) {
    const eras = Object.values(index.start.eras).join("|")
    const text = query.normalize("NFKC")
      .replace(/第\s*([0-9]+)\s*([条項号款])/g, "第$1$2")
      .replace(new RegExp(`(${eras})\\s*([0-9元]+)\\s*年`, "g"), "$1$2年")
      .replace(/([0-9])\s+(?=[条項号年月日件人回名台])/g, "$1")
      .replace(/(?<=[条項])\s+(?=第?[0-9])/g, "")
    /** @type {Clause[]} */
    const clauses = []
    let zone
    for (const [piece, quoted] of text.matchAll(/["“”「『]([^"“”」』]+)["“”」』]|[^\s"“”「『、。,，?!]+|,(?=\d)/g)) {
      const limit = quoted ? null : /^([^:]{1,8}):(.*)$/.exec(piece)
      const named = limit && zoneNamed(fold(limit[1]))
      zone = named || zone
      const said = quoted ?? (limit && named ? limit[2] : piece)
      if (!said) continue // of 対策:"立入 調査" the zone goes with what follows
      const words = wordsIn(fold(said))
      if (words.length) clauses.push({ said, words, zone, phrase: quoted ? fold(said) : "" })
      zone = undefined
    }
    return clauses
  }

  /** @param {string} folded */
  const zoneNamed = folded =>
    index.start.zones.find(({ name, also }) => [name, ...also].some(known => fold(known) === folded))?.id

  /** @type {(all: string, hundreds: string, tens: string, ones: string) => string} */
  const arabic = (all, hundreds, tens, ones) => {
    const value = /** @type {[string, number][]} */ ([[hundreds, 100], [tens, 10], [ones, 1]]).reduce((sum, [digits, unit]) =>
      sum + (digits ? (KANJI.indexOf(digits[0]) + 1 || 1) * unit : 0), 0)
    return String(value || all)
  }

  /**
   * Other ways to write the numbers, dates and articles of a word; whether it is nothing else.
   * 
   * @param {string} word folded
   * 
   * @param {string} said
   */
  function spellings(word, said) {
    const { eras } = index.start
    /** @type {Set<string>} */
    const forms = new Set()
    const plain = word.replace(
      /(?<![一二三四五六七八九十百])(?=[一二三四五六七八九十百])([一二三四五六七八九]?百)?([一二三四五六七八九]?十)?([一二三四五六七八九])?(?=[条項号款章節年月日件人回台名校館])/g,
      arabic)
    const raw = said.toLowerCase()
    let isForm = false
    /** @param {string} other */
    const form = other => {
      isForm = true
      forms.add(other)
    }
    const letters = Object.keys(eras).join("")
    const date = new RegExp(`^([${letters}]|${Object.values(eras).join("|")})?([0-9]+)[./-]([0-9]{1,2})(?:[./-]([0-9]{1,2}))?$`).exec(raw)
    if (date && (date[1] || date[2].length === 4)) {
      form(`${eras[date[1]] ?? date[1] ?? ""}${+date[2]}年${+date[3]}月${date[4] ? `${+date[4]}日` : ""}`)
    }
    const era = new RegExp(`^([${letters}])([0-9]{1,2})(年.*|度)?$`).exec(raw)
    if (era) form(eras[era[1]] + Number(era[2]) + (era[3] === "度" ? "年度" : era[3] ?? "年"))
    const article = /^(?:第|§|art\.?)?([0-9]+)(?:(?:条の?)?[-(.の]([0-9]+)\)?)?$/.exec(raw)
    if (article && raw !== article[1]) form(`${article[1]}条${article[2] ? `${article[2]}項` : ""}`)
    forms.add(plain)
    forms.add(plain.replace(/第(?=[0-9]+[条項号])/g, ""))
    forms.add(plain.replace(/元年/, "1年"))
    const large = /^([0-9]+)万(?:([0-9])千)?(.*)$/.exec(plain)
    if (large) forms.add(+large[1] * 10000 + +(large[2] ?? 0) * 1000 + large[3])
    if (/[a-z0-9]-[a-z0-9]/.test(raw)) forms.add(fold(raw.replace(/-/g, "")))
    forms.delete(word)
    return { isForm, others: [...forms].filter(Boolean) }
  }

  /** The dictionary, once it is here. */
  async function words() {
    dictionary ??= dictionaryOf(await index.part("words"))
    return dictionary
  }

  /** @param {string} text */
  function dictionaryOf(text) {
    /** @type {Dictionary} */
    const known = new Map()
    /** @param {string} key @param {[string, string]} other @param {number} weight */
    const add = (key, other, weight) => {
      if (other[1] === key) return
      const others = known.get(key)
      if (others) others.push([...other, weight])
      else known.set(key, [[...other, weight]])
    }
    /** @type {[string, string][]} */
    let group = []
    for (const line of text.split("\n")) {
      const words = line.slice(1).split("|").map(word => /** @type {[string, string]} */ ([word, fold(word)]))
      for (const [word, key] of words) written.set(key, word)
      if (line[0] === ">") for (const [, key] of words.slice(1)) add(key, words[0], 0.5)
      else {
        if (line[0] === "=") group = words
        for (const [, key] of group) for (const other of words) add(key, other, line[0] === "=" ? 0.5 : 0.3)
      }
    }
    return known
  }

  /** Readings are asked for only where somebody types kana; ロッカー is no reading. @param {string} query */
  async function loadReadings(query) {
    /** @param {string} word */
    const isNative = word => KANA.test(fold(word)) && !/^[ァ-ヺー]*ー[ァ-ヺー]*$/.test(word)
    if (!inKanji && wordsIn(query.normalize("NFKC")).some(isNative)) inKanji = (await kana()).inKanji
  }

  /**
   * @returns {Promise<{ inKanji: typeof inKanji, suggestions: (query: string, written: Map<string, string>) => string[] }>}
   */
  const kana = async () => (await index.part("kana", "../../assets/javascripts/search-kana.js"))(index)

  /**
   * The ways to read a word: as typed, in another spelling, by a synonym; each with its weight.
   * 
   * @param {string} said
   * 
   * @param {string} word folded
   * 
   * @param {Dictionary | null} known
   */
  function readings(said, word, known) {
    const { isForm, others } = spellings(word, said)
    /** @type {Way} */
    const literal = { words: wordsIn(word), weight: 1 }
    const ways = isForm ? [] : [literal]
    const seen = new Set([word])
    /** @param {string} folded @param {number} weight @param {string} [synonym] */
    const add = (folded, weight, synonym) => {
      if (!folded || seen.has(folded) || ways.length > 7) return
      seen.add(folded)
      ways.push({ words: wordsIn(folded), weight, synonym })
    }
    for (const spelling of others) add(spelling, isForm ? 1 : 0.95)
    if (isForm) return [...ways, { ...literal, weight: 0.2 }]
    if (!known) return ways
    /** @param {string} key */
    const synonyms = key => known.get(key) ?? []
    if (inKanji && KANA.test(word)) {
      const { share, ways } = inKanji(word)
      if (share > 0.5) for (const way of ways) add(fold(way), 0.9 * share ** 2, `${said}→${way}`)
    }
    for (const folded of [...seen]) for (const [other, key, weight] of synonyms(folded)) add(key, weight, `${said}→${other}`)
    if (ways.length < 3) {
      let inner = ""
      for (const key of known.keys()) {
        const least = /^[一-鿿]+$/.test(key) ? 2 : 3
        if (key.length > inner.length && key.length >= least && word.includes(key)) inner = key
      }
      for (const [other, key, weight] of synonyms(inner).slice(0, 3)) add(word.replace(inner, key), weight, `${inner}→${other}`)
    }
    return ways
  }

  /** @param {string} query */
  async function suggestions(query) {
    await words()
    return (await kana()).suggestions(query, written)
  }

  return { parse, words, loadReadings, readings, suggestions, spellings }
}
