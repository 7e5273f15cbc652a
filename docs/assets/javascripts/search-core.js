// Search core: folding, postings, ranking and excerpts, the same for both doors. It asks for files
// through the function it is given and touches neither page nor network itself.
function senreiSearch(load) {
  const KANJI = "一二三四五六七八九"
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  const VALUE = new Uint8Array(128)
  for (let i = 0; i < 64; i++) VALUE[DIGITS.charCodeAt(i)] = i
  const WORD = /[\p{L}\p{N}_]+/gu
  const parts = new Map()
  const lists = new Map()
  const read = new Map()
  let start, folds, slotZone, weights, bounds, textStarts, dictionary, readingSlots

  // A part arrives as a script that calls senreiPart; who waits for it is told.
  const arrived = (globalThis.senreiArrived ??= new Map())
  globalThis.senreiPart ??= (name, data) => arrived.set(name, data)

  function part(name) {
    if (!parts.has(name)) {
      parts.set(name, Promise.resolve(load(start ? `${name}.js?${start.version}` : `${name}.js`)).then(() => arrived.get(name)))
    }
    return parts.get(name)
  }

  const numbers = (text, take) => {
    let value = 0, shift = 0
    for (let i = 0; i < text.length; i++) {
      const digit = VALUE[text.charCodeAt(i)]
      value += (digit & 31) * 2 ** shift
      if (digit > 31) shift += 5
      else { take(value); value = shift = 0 }
    }
  }

  let opening
  function open() {
    return (opening ??= part("start").then(data => {
      start = data
      folds = new Map()
      const to = [...data.folding.to]
      ;[...data.folding.from].forEach((from, i) => folds.set(from, to[i]))
      for (const dropped of data.folding.drop) folds.set(dropped, "")
      slotZone = []
      data.zones.forEach((zone, z) => { for (let i = 0; i < zone[4]; i++) slotZone.push(z) })
      weights = slotZone.map(z => data.zones[z][3])
      readingSlots = slotZone.reduce((bits, z, slot) => data.zones[z][0] === "reading" ? bits | 1 << slot : bits, 0)
      bounds = data.bounds.split("\n")
      textStarts = [0]
      numbers(data.texts, count => textStarts.push(textStarts.at(-1) + count))
      return api
    }))
  }

  function fold(text) {
    let folded = ""
    for (const char of text.normalize("NFKC").toLowerCase()) folded += folds.get(char) ?? char
    return folded
      .replace(/(?<=[ぁ-ん])-+(?=[ぁ-ん])/g, "")
      .replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, "")
      .replace(/(?<=[ぁ-ん々一-鿿])\s+(?=[0-9a-z])/g, "")
      .replace(/(?<=[0-9a-z])\s+(?=[ぁ-ん々一-鿿])/g, "")
  }

  const runs = folded => folded.match(WORD) ?? []
  const pairs = word => {
    const chars = [...word]
    return chars.length < 2 ? chars : chars.slice(1).map((char, i) => chars[i] + char)
  }
  // Numbers and Latin words have few different characters: three in a row tell more than two.
  const triples = word => [...word.matchAll(/(?=([0-9]{2}[\p{L}\p{N}_]|[a-z]{3}))/gu)].map(match => match[1])
  const kanaTriples = word => [...word.matchAll(/(?=([ぁ-ん]{3}))/g)].map(match => match[1])
  const isSingle = word => pairs(word)[0] === word

  // --- what a person typed ---------------------------------------------------

  function parse(query) {
    const text = query.normalize("NFKC")
      .replace(/第\s*([0-9]+)\s*([条項号款])/g, "第$1$2")
      .replace(/(令和|平成|昭和)\s*([0-9元]+)\s*年/g, "$1$2年")
      .replace(/([0-9])\s+(?=[条項号年月日件人回名台])/g, "$1")
      .replace(/(?<=[条項])\s+(?=第?[0-9])/g, "")
    const clauses = []
    let zone = -1
    for (const [piece, quoted] of text.matchAll(/["“”「『]([^"“”」』]+)["“”」』]|[^\s"“”「『、。,，?!]+|,(?=\d)/g)) {
      let said = quoted ?? piece
      if (quoted === undefined) {
        const limit = /^([^:]{1,8}):(.*)$/.exec(said)
        const found = limit ? zoneNamed(limit[1]) : -1
        if (found >= 0) { zone = found; said = limit[2] }
      }
      if (!said) continue
      const words = runs(fold(said))
      if (words.length || /[\p{L}\p{N}]/u.test(said)) {
        clauses.push({ said, words, zone, phrase: quoted !== undefined ? fold(said) : "" })
      }
      zone = -1
    }
    return clauses
  }

  const zoneNamed = name => {
    const folded = fold(name)
    return start.zones.findIndex(zone => [zone[1], ...zone[2]].some(known => fold(known) === folded))
  }

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
    const article = /^(?:§|art\.?)?([0-9]+)(?:(?:条の?)?[-(.の]([0-9]+)\)?)?$/.exec(raw)
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
      const text = await part("words")
      dictionary = new Map()
      const add = (key, other, weight) => {
        if (fold(other) === key) return
        if (!dictionary.has(key)) dictionary.set(key, [])
        dictionary.get(key).push([other, weight])
      }
      for (const line of text.split("\n")) {
        const group = line.slice(1).split("|")
        if (line[0] === "=") for (const word of group) for (const other of group) add(fold(word), other, 0.5)
        else for (const word of group.slice(1)) add(fold(word), group[0], line[0] === ">" ? 0.5 : 0.3)
      }
    }
    return dictionary
  }

  // Readings are asked for only where somebody types kana.
  async function readWords() {
    if (!read.size) for (const line of (await part("readings")).split("\n")) {
      const [kana, ...words] = line.split("|")
      read.set(kana, words)
    }
  }

  const KANA = /^[ぁ-ん]{3,}$/

  // A word in kana as the words it may stand for: しょうがいじ as 障害児, こくほのでんわ as 国保 電話.
  function inKanji(kana) {
    const best = [{ cost: 0, heard: 0, ways: [[""]] }]
    for (let end = 1; end <= kana.length; end++) {
      const { cost, heard, ways } = best[end - 1]
      best[end] = { cost: cost + 2, heard, ways: ways.map(way => [...way, ""]) }
      for (let begin = Math.max(0, end - 12); begin < end; begin++) {
        const from = best[begin]
        const known = (read.get(kana.slice(begin, end)) ?? []).filter(word => word.length > 1 || from.ways[0].at(-1))
        if (!known.length || from.cost + 1 >= best[end].cost) continue
        best[end] = {
          cost: from.cost + 1,
          heard: from.heard + end - begin,
          ways: known.flatMap(word => from.ways.map(way => [...way.slice(0, -1), way.at(-1) + word])).slice(0, 4),
        }
      }
    }
    const { heard, ways } = best[kana.length]
    return { share: heard / kana.length, ways: ways.map(way => way.filter(Boolean).join(" ")) }
  }

  // The ways to read a word: as typed, in another spelling, by a synonym; each with its weight.
  function readings(said, word, known) {
    const { isForm, written } = spellings(word, said)
    const ways = [{ words: runs(word), weight: isForm ? 0.2 : 1 }]
    const seen = new Set([word])
    const add = (folded, weight, synonym) => {
      if (!folded || seen.has(folded) || ways.length > 7) return
      seen.add(folded)
      ways.push({ words: runs(folded), weight, synonym })
    }
    for (const spelling of written) add(spelling, 0.95)
    if (!known) return ways
    const others = key => known.get(key) ?? []
    if (KANA.test(word)) {
      const { share, ways } = inKanji(word)
      if (share > 0.6) for (const way of ways) add(fold(way), 0.9 * share ** 2, `${said}→${way}`)
    }
    for (const folded of [...seen]) for (const [other, weight] of others(folded)) add(fold(other), weight, `${said}→${other}`)
    if (ways.length < 3) {
      let inner = ""
      for (const key of known.keys()) {
        if (key.length > inner.length && key.length >= 3 - /^[一-鿿]+$/.test(key) && word.includes(key)) inner = key
      }
      for (const [other, weight] of others(inner).slice(0, 3)) add(word.replace(inner, fold(other)), weight, `${inner}→${other}`)
    }
    return ways
  }

  // Content words of a question or a compound.
  const GRAMMAR = "(?:について|における|によって|による|として|したい|している|された|される|します|しました|ました|ません|ください|ですか|ますか|ですが|する|した|して|です|ます|から|まで|より|など|ため|とき|という|どの|どう|どこ|どれ|だれ|なに|いつ|どんな|ような|ように|ある|ない|いる|たい|られる|できる|の|は|が|を|に|で|と|も|へ|や|か|な)"
  const EMPTY = new Set(["例", "事例", "先例", "前例", "案件", "場合", "方法", "教え", "知り", "使", "使う", "行う", "何", "誰", "見", "調べ", "扱う", "願い", "出し", "仕事", "こと", "もの", "人", "お", "ご", "行い", "行っ", "つい", "教えて", "欲し"])
  function pieces(said) {
    const found = []
    let open = "" // of a word whose kana go on in kanji: 取り立て
    for (const [, body = "", tail] of said.normalize("NFKC").replace(/[おご](?=[一-鿿])/g, " ").matchAll(/(子ども|こども|[一-鿿々〆ヶ0-9]+|[ァ-ヺー・]+|[A-Za-z0-9]+)?([ぁ-ん]*)/g)) {
      if (/^[いえきぎけげしせちてびべみめりれ]$/.test(tail) && body) { open += body + tail; continue }
      const cut = tail.replace(new RegExp(`^${GRAMMAR}+`), "").replace(new RegExp(`${GRAMMAR}+$`), "")
      for (const piece of tail.startsWith(cut) ? [open + body + cut] : [open + body, cut]) {
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
        if (best[begin].cost + 1 < best[end].cost && stands(word)) {
          best[end] = { cost: best[begin].cost + 1, words: [...best[begin].words, word], rest: [...best[begin].rest, ""] }
        }
      }
    }
    const { words, rest } = best[compound.length]
    return { words, rest: rest.filter(Boolean) }
  }

  // --- postings --------------------------------------------------------------

  const shardOf = key => {
    let low = 0, high = bounds.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (bounds[middle] <= key) low = middle
      else high = middle - 1
    }
    return low
  }

  const shardsFor = word => {
    if (!isSingle(word)) return [...pairs(word), ...triples(word), ...kanaTriples(word)].map(shardOf)
    const [first, last] = [shardOf(word), shardOf(word + "\uffff")]
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }

  async function fetch(ways) {
    const needed = new Set(ways.flatMap(way => way.words.flatMap(shardsFor)))
    await Promise.all([...needed].map(async number => {
      const name = `i${number}`
      const data = await part(name)
      if (data) lists.set(number, data)
    }))
  }

  function masks(written) {
    const found = new Uint32Array(start.pages)
    let page = -1, gap = true
    numbers(written, value => {
      if (gap) page += value + 1
      else found[page] = value
      gap = !gap
    })
    return found
  }

  const decoded = new Map()
  function pageMasks(key) {
    const shard = lists.get(shardOf(key))
    if (!shard) return null
    if (!decoded.has(key)) {
      if (decoded.size > 400) decoded.clear()
      decoded.set(key, shard[key] ? masks(shard[key]) : null)
    }
    return decoded.get(key)
  }

  // Which pages hold all of a word's pairs, and in which slots all of them together.
  function together(way) {
    let all = null
    const narrow = (found, also) => {
      if (!all) all = found.slice()
      else for (let page = 0; page < all.length; page++) all[page] &= found[page] | also
    }
    for (const word of way.words) {
      if (isSingle(word)) {
        const any = new Uint32Array(start.pages)
        for (const shard of shardsFor(word)) {
          for (const key of Object.keys(lists.get(shard) ?? {})) {
            if (key.startsWith(word)) pageMasks(key).forEach((mask, page) => { any[page] |= mask })
          }
        }
        narrow(any, 0)
        continue
      }
      for (const key of [...pairs(word), ...triples(word)]) {
        const found = pageMasks(key)
        if (!found) return null
        narrow(found, 0)
      }
      for (const key of kanaTriples(word)) narrow(pageMasks(key) ?? new Uint32Array(start.pages), ~readingSlots)
    }
    return all
  }

  const worth = mask => {
    let best = 0, more = 0
    for (let slot = 0; mask; slot++, mask >>>= 1) {
      if (mask & 1) { more += 0.12 * weights[slot]; if (weights[slot] > best) best = weights[slot] }
    }
    return best + Math.min(more, 4)
  }

  // Pages for one word: the best way for each page, and how rare the word is.
  function evaluate(said, ways, bits) {
    const found = { said, ways, best: new Float32Array(start.pages), where: new Uint32Array(start.pages), how: new Uint8Array(start.pages), count: 0, rare: 0 }
    ways.forEach((way, number) => {
      const all = way.words.length ? together(way) : null
      if (!all) return
      const own = all.reduce((sum, mask) => sum + !!(mask & bits), 0)
      if (!own) return
      // Of the word as typed, where it stands anywhere.
      found.rare ||= Math.log(1 + start.pages / own)
      for (let page = 0; page < all.length; page++) {
        const mask = all[page] & bits
        if (!mask) continue
        const score = worth(mask) * way.weight * found.rare
        if (!found.best[page]) found.count++
        // Beside the word itself a synonym counts a little; among synonyms the best one counts.
        if (found.best[page] && found.how[page] === 0) found.best[page] += score * 0.2
        else if (score > found.best[page]) { found.best[page] = score; found.how[page] = number }
        found.where[page] |= mask
      }
    })
    return found
  }

  // Pages that hold most of a word's pairs, by their rarity: what a slip of the pen leaves.
  function nearly(said, ways, bits) {
    const found = { said, ways, best: new Float32Array(start.pages), where: new Uint32Array(start.pages), how: new Uint8Array(start.pages), count: 0, rare: 0, partly: true }
    const known = ways[0].words.flatMap(pairs).map(pageMasks)
    const rarity = known.map(masks => Math.log(1 + start.pages / (masks?.reduce((n, mask) => n + !!mask, 0) || 1)))
    const whole = found.rare = rarity.reduce((a, b) => a + b, 0)
    const shares = Float32Array.from({ length: start.pages }, (_, page) =>
      known.reduce((share, masks, i) => share + (masks?.[page] & bits ? rarity[i] : 0), 0) / whole)
    const least = Math.max(...shares) * 0.7
    shares.forEach((share, page) => {
      if (!share || share < least) return
      found.where[page] = known.reduce((all, masks) => all | masks?.[page] & bits, 0)
      found.best[page] = share ** 2 * worth(found.where[page]) * 0.5
      found.count++
    })
    return found
  }

  // --- search ----------------------------------------------------------------

  const FEW = 3 // cases below which the pieces of what was typed are looked for too

  async function search(query, { dictionaries = true, zone = "" } = {}) {
    await open()
    const clauses = parse(query).filter(clause => clause.words.length)
    const known = dictionaries ? await words() : null
    if (known && runs(fold(query)).some(word => KANA.test(word))) await readWords()
    for (const clause of clauses) {
      if (clause.zone < 0) clause.zone = start.zones.findIndex(known => known[0] === zone)
      clause.bits = clause.zone < 0 ? -1 : slotZone.reduce((bits, zone, slot) => bits | (zone === clause.zone ? 1 << slot : 0), 0)
      clause.ways = clause.phrase
        ? [{ words: clause.words, weight: 1 }]
        : readings(clause.said, clause.words.join(" "), known)
    }
    await fetch(clauses.filter(clause => !isLong(clause)).flatMap(clause => clause.ways.slice(0, 1)))
    const groups = []
    for (const clause of clauses) groups.push(await judge(clause, known))
    const ranked = rank(groups)
    const phrases = clauses.filter(clause => clause.phrase).map(clause => clause.phrase)
    if (phrases.length) {
      const sure = start.pages < LARGE ? 60 : 10
      const certain = await Promise.all(ranked.hits.slice(0, sure).map(hit => holds(hit.page, phrases)))
      ranked.isExact = ranked.hits.length <= sure
      ranked.hits = ranked.hits.filter((_, i) => certain[i] ?? true)
    }
    return { clauses, ...ranked }
  }

  // A word of the query as a whole, and its pieces where the whole is found seldom.
  async function judge(clause, known) {
    const { said, phrase, bits } = clause
    let whole = null, natural = []
    if (!phrase) natural = pieces(said)
    if (await canStand(clause, natural)) {
      await enough(clause)
      whole = evaluate(said, clause.ways, bits)
    }
    const cases = whole ? whole.best.subarray(0, start.cases).reduce((sum, best) => sum + !!best, 0) : 0
    if (phrase || cases >= FEW || whole?.count && natural.length < 2) return { whole, parts: [] }
    const parts = []
    for (const piece of natural) {
      for (const found of await judgePiece(piece, bits, known)) if (found.count) parts.push(found)
    }
    if (!parts.length && !whole?.count) parts.push(...(await almost(said, clause.ways, bits)))
    return { whole, parts }
  }

  async function judgePiece(piece, bits, known) {
    const ways = readings(piece, fold(piece), known)
    await enough({ said: piece, ways, bits })
    const found = evaluate(piece, ways, bits)
    if (found.count) return [found]
    const stands = word => known?.has(fold(word)) || together({ words: [fold(word)] })?.some(mask => mask & bits)
    const { words, rest } = isSingle(piece) || /[a-z]/i.test(piece) ? { words: [] } : cut(piece, stands)
    if (!words.length) return almost(piece, ways, bits)
    const several = []
    for (const word of words) {
      const others = readings(word, fold(word), known)
      await enough({ said: word, ways: others, bits })
      several.push(evaluate(word, others, bits))
    }
    for (const left of rest) several.push(...(await almost(left, [{ words: runs(fold(left)), weight: 1 }], bits)))
    return several
  }

  // What is left where a word stands nowhere: most of its pairs, or else its characters.
  async function almost(said, ways, bits) {
    const found = nearly(said, ways, bits)
    if (found.count) return [found]
    const single = [...new Set(ways[0].words.join(""))].map(char => ({ words: [char], weight: 0.1 }))
    await fetch(single)
    return [{ ...evaluate(said, single, bits), partly: true }]
  }

  // A question seldom stands in a page as it is: its content words alone tell, at half the files.
  const isLong = clause => !clause.phrase && clause.words.join("").length > 9

  // Where hundreds of pages are found in a large site, further synonyms are not worth the wait.
  const LARGE = 1000
  async function enough({ said, ways, bits }) {
    if (start.pages < LARGE) return fetch(ways)
    for (let taken = 1; taken <= ways.length; taken++) {
      await fetch(ways.slice(taken - 1, taken))
      if (evaluate(said, ways.slice(0, taken), bits).count > 200) ways.length = taken
    }
  }

  async function canStand(clause, natural) {
    const content = { words: natural.flatMap(piece => runs(fold(piece))).filter(word => !isSingle(word)) }
    if (!isLong(clause) || !content.words.length) return true
    await fetch([content])
    return !!together(content)?.some(mask => mask & clause.bits)
  }

  // Cases before other pages; all words as typed, all in pieces, some; then by score.
  function rank(groups) {
    const hits = []
    if (!groups.length) for (let page = 0; page < start.cases; page++) hits.push({ page, score: 0, all: true })
    for (let page = 0; groups.length && page < start.pages; page++) {
      let score = 0, matched = 0, place = -1, fit = 2
      for (const { whole, parts } of groups) {
        const own = parts.filter(part => part.best[page])
        if (whole?.best[page]) {
          score += whole.best[page]
          place &= whole.where[page]
          matched++
        } else if (own.length) {
          const weigh = several => several.reduce((sum, part) => sum + telling(part.said) * (1 + part.rare / 4), 0)
          const covered = weigh(own.filter(part => !part.partly)) / weigh(parts) || 0.1
          score += 0.6 * covered ** 2 * own.reduce((sum, part) => sum + part.best[page] * telling(part.said), 0)
          place &= own.reduce((places, part) => places & part.where[page], -1)
          matched += covered
          fit = Math.min(fit, covered > 0.8 ? 1 : 0)
        } else fit = 0
      }
      if (!matched) continue
      if (fit && place) score *= 1.25
      hits.push({ page, score: score * (fit ? 1 : matched / groups.length), all: fit > 0, fit })
    }
    const isCase = hit => hit.page < start.cases
    hits.sort((a, b) => isCase(b) - isCase(a) || b.fit - a.fit || b.score - a.score || a.page - b.page)
    const found = groups.flatMap(({ whole, parts }) => whole ? [whole, ...parts.map(part => ({ ...part, unless: whole }))] : parts)
    return { hits, found, isExact: found.every(word => word.ways.every(way => way.words.every(one => [...one].length <= 2))) }
  }

  // --- what results show -----------------------------------------------------

  async function card(page) {
    const cards = await part(`c${Math.floor(page / start.cardSize)}`)
    const [key, path, title, glyphs, about, lead] = cards[page % start.cardSize]
    return { key, path, title, glyphs, about, lead }
  }

  // The passages of a page, and its picture.
  async function content(page) {
    let file = 0, high = textStarts.length - 2
    while (file < high) {
      const middle = (file + high + 1) >> 1
      if (textStarts[middle] <= page) file = middle
      else high = middle - 1
    }
    return (await part(`t${file}`))[page - textStarts[file]]
  }

  const matching = (hit, found) => found.filter(word => word.best[hit.page] && !word.unless?.best[hit.page])

  // Why a page was found: for each word the parts of the page, and the synonym that was used.
  function reasons(hit, found) {
    return matching(hit, found).map(word => {
      const zones = new Set()
      slotZone.forEach((zone, slot) => { if (word.where[hit.page] >>> slot & 1) zones.add(start.zones[zone][1]) })
      return { said: word.said, zones: [...zones], synonym: word.ways[word.how[hit.page]].synonym, partly: !!word.partly }
    })
  }

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
  async function excerpt(hit, found, { length = 110 } = {}) {
    const wanted = [...new Set(matching(hit, found).flatMap(word =>
      word.partly ? word.ways[0].words.flatMap(pairs) : word.ways.flatMap(way => way.words)))]
    const mask = matching(hit, found).reduce((mask, word) => mask | word.where[hit.page], 0)
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
    return { zone: best.zone, anchor: best.anchor, pieces: shown.map(([text, on]) => [text.replace(/\n/g, " "), on]) }
  }

  // Quoted phrases stand in the page letter by letter.
  async function holds(page, phrases) {
    const text = (await content(page))[0].map(([, , text]) => fold(text)).join("\n")
    return phrases.every(phrase => text.includes(phrase))
  }

  async function facet(id) {
    return (await part(`f-${id}`)).map(([value, label, gaps]) => {
      const cases = new Uint8Array(start.cases)
      let page = -1
      numbers(gaps, gap => { page += gap + 1; cases[page] = 1 })
      return { value, label, cases }
    })
  }

  // Words of the dictionary that share most with what was typed.
  async function suggestions(query) {
    const typed = new Set(runs(fold(query)).flatMap(pairs))
    const scored = []
    for (const [key, others] of await words()) {
      const own = pairs(key)
      const shared = own.filter(pair => typed.has(pair)).length
      if (shared) scored.push([shared / Math.max(own.length, typed.size), others[0][0]])
    }
    return [...new Set(scored.sort((a, b) => b[0] - a[0]).map(([, word]) => word))].slice(0, 5)
  }

  const api = { open, search, card, content, excerpt, reasons, facet, suggestions, fold, info: () => start }
  return api
}
