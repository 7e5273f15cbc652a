// @ts-check
// Search index: folding, postings and what is kept of each page, from the files of the index. It asks
// for files through the function it is given and touches neither page nor network itself.

/** @param {(file: string) => unknown} load runs a file of the index, which calls senreiPart */
// biome-ignore lint/correctness/noUnusedVariables: other scripts call it
function senreiIndex(load) {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  const VALUE = new Uint8Array(128)
  for (let i = 0; i < 64; i++) VALUE[DIGITS.charCodeAt(i)] = i
  const WORD = /[\p{L}\p{N}_]+/gu
  // What does not count between characters: a hyphen for a long vowel, 1,234, 第 14 条.
  const DROPPED = /(?<=[ぁ-ん])-+(?=[ぁ-ん])|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))|(?<=[ぁ-ん々一-鿿])[^\S\n]+(?=[0-9a-z])|(?<=[0-9a-z])[^\S\n]+(?=[ぁ-ん々一-鿿])/g
  /** @type {Map<string, Promise<any>>} */ const parts = new Map()
  /** @type {Map<number, Shard>} */ const shards = new Map()
  /** @type {Map<string, Uint32Array | null>} */ const decoded = new Map()
  /** @type {Map<string, string>} */ const folds = new Map()
  /** @type {Zone[]} the zone of each slot */ const slotZones = []
  /** @type {string[]} */ let bounds
  /** @type {StartFile} */ let start
  /** @type {number} */ let readingSlots
  const textStarts = [0]

  // A part arrives as a script that calls senreiPart; who waits for it is told.
  globalThis.senreiArrived ??= new Map()
  globalThis.senreiPart ??= (name, data) => senreiArrived.set(name, data)

  /** @param {string} name */
  function part(name, file = `${name}.js`) {
    let asked = parts.get(name)
    if (!asked) {
      asked = Promise.resolve(load(start ? `${file}?${start.version}` : file)).then(() => senreiArrived.get(name))
      parts.set(name, asked)
    }
    return asked
  }

  /** @param {string} text @param {(number: number) => void} take */
  function numbers(text, take) {
    let value = 0, shift = 0
    for (let i = 0; i < text.length; i++) {
      const digit = VALUE[text.charCodeAt(i)]
      value += (digit & 31) * 2 ** shift
      if (digit > 31) shift += 5
      else {
        take(value)
        value = shift = 0
      }
    }
  }

  /** @type {Promise<StartFile> | undefined} */ let opening
  /** Load the start file; everything else wants it. */
  function ready() {
    opening ??= part("start").then(data => {
      start = data
      const to = [...start.folding.to]
      for (const [i, from] of [...start.folding.from].entries()) folds.set(from, to[i])
      for (const dropped of start.folding.drop) folds.set(dropped, "")
      for (const zone of start.zones) for (let i = 0; i < zone.slots; i++) slotZones.push(zone)
      readingSlots = slotsOf("reading")
      bounds = start.bounds.split("\n")
      numbers(start.texts, count => textStarts.push(textStarts[textStarts.length - 1] + count))
      return start
    })
    return opening
  }

  /** @param {string} zone its id */
  const slotsOf = zone => slotZones.reduce((bits, { id }, slot) => id === zone ? bits | 1 << slot : bits, 0)

  /** @param {string} text */
  const characters = text => text.normalize("NFKC").toLowerCase()

  /** @param {string} text */
  function fold(text) {
    let folded = ""
    for (const char of characters(text)) folded += folds.get(char) ?? char
    return folded.replace(DROPPED, "")
  }

  /** @param {string} folded @returns {string[]} */
  const wordsIn = folded => folded.match(WORD) ?? []

  /** @param {string} word */
  function pairs(word) {
    const chars = [...word]
    return chars.length < 2 ? chars : chars.slice(1).map((char, i) => chars[i] + char)
  }
  // Numbers and Latin words have few different characters: three in a row tell more than two, and
  // a date more than its parts.
  const LONGER = [
    /(?=([0-9]{2}[\p{L}\p{N}_]|(?![0-9])[\p{L}\p{N}_][0-9](?![0-9])[\p{L}\p{N}_]|[a-z]{3}))/gu,
    /(?=([0-9]{1,2}[年月][0-9]{1,2}[月日]))/g,
  ]
  /** @param {string} word */
  const triples = word => LONGER.flatMap(pattern => [...word.matchAll(pattern)].map(match => match[1]))
  /** @param {string} word */
  const kanaTriples = word => [...word.matchAll(/(?=([ぁ-ん]{3}))/g)].map(match => match[1])
  /** @param {string} word */
  const isSingle = word => [...word].length < 2

  /** The last index whose bound is not above what is looked for. @template T @param {T[]} sorted @param {T} wanted */
  function indexBelow(sorted, wanted) {
    let low = 0, high = sorted.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (sorted[middle] <= wanted) low = middle
      else high = middle - 1
    }
    return low
  }

  /** @param {string} key */
  const shardOf = key => indexBelow(bounds, key)

  /** @param {string} word */
  function shardsFor(word) {
    if (!isSingle(word)) return [...pairs(word), ...triples(word), ...kanaTriples(word)].map(shardOf)
    const [first, last] = [shardOf(word), shardOf(`${word}\uffff`)]
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  }

  /** @param {Way[]} ways */
  const missing = ways => [...new Set(ways.flatMap(way => way.words.flatMap(shardsFor)))].filter(shard => !shards.has(shard))

  /** How many bytes the files for some ways weigh that are not here yet. @param {Way[]} ways */
  const weight = ways => missing(ways).reduce((sum, shard) => sum + 512 * VALUE[start.loads.charCodeAt(shard)], 0)

  /** @param {Way[]} ways */
  async function loadShards(ways) {
    await Promise.all(missing(ways).map(async shard => shards.set(shard, await part(`i${shard}`))))
  }

  /** A list is, page by page, the gap to the page and the slots there, each slot one digit. @param {string} written */
  function masks(written) {
    const slots = new Uint32Array(start.pages)
    let page = 0, gap = 0, shift = 0, isGap = true
    for (let i = 0; i < written.length; i++) {
      const digit = VALUE[written.charCodeAt(i)]
      const more = digit > 31
      if (!isGap) {
        slots[page - 1] |= 1 << (digit & 31)
        isGap = !more
        continue
      }
      gap += (digit & 31) << shift
      shift += 5
      if (more) continue
      page += gap + 1
      gap = shift = 0
      isGap = false
    }
    return slots
  }

  /** The slots of each page that hold a key; null where no page does. @param {string} key */
  function masksOfKey(key) {
    const shard = shards.get(shardOf(key))
    if (!shard) return null
    let masked = decoded.get(key)
    if (masked === undefined) {
      if (decoded.size > 400) decoded.clear()
      masked = shard[key] ? masks(shard[key]) : null
      decoded.set(key, masked)
    }
    return masked
  }

  /** Which pages hold all of a word's pairs, and in which slots all of them together. @param {{ words: string[] }} way */
  function masksOf(way) {
    /** @type {Uint32Array | null} */
    let all = null
    /** @param {Uint32Array} masked @param {number} also */
    const narrow = (masked, also) => {
      if (!all) all = masked.slice()
      else for (let page = 0; page < all.length; page++) all[page] &= masked[page] | also
    }
    for (const word of way.words) {
      if (isSingle(word)) {
        const any = new Uint32Array(start.pages)
        for (const shard of shardsFor(word)) {
          for (const key of Object.keys(shards.get(shard) ?? {})) {
            if (!key.startsWith(word)) continue
            const masked = masksOfKey(key)
            for (let page = 0; masked && page < any.length; page++) any[page] |= masked[page]
          }
        }
        narrow(any, 0)
        continue
      }
      for (const key of [...pairs(word), ...triples(word)]) {
        const masked = masksOfKey(key)
        if (!masked) return null
        narrow(masked, 0)
      }
      for (const key of kanaTriples(word)) narrow(masksOfKey(key) ?? new Uint32Array(start.pages), ~readingSlots)
    }
    return /** @type {Uint32Array | null} */ (all)
  }

  /** What a hit in some slots weighs. @param {number} mask */
  function zoneWeight(mask) {
    let best = 0, more = 0
    for (let slot = 0; mask; slot++, mask >>>= 1) {
      if (!(mask & 1)) continue
      const { weight } = slotZones[slot]
      more += 0.12 * weight
      if (weight > best) best = weight
    }
    return best + Math.min(more, 4)
  }

  /** @param {number} page @returns {Promise<Card>} */
  async function card(page) {
    /** @type {CardRow[]} */
    const cards = await part(`c${Math.floor(page / start.cardSize)}`)
    const [key, path, title, glyphs, about, lead] = cards[page % start.cardSize]
    return { key, path, title, glyphs, about, lead }
  }

  /** The passages of a page, and its picture. @param {number} page */
  async function content(page) {
    const file = indexBelow(textStarts.slice(0, -1), page)
    /** @type {TextRow[]} */
    const texts = await part(`t${file}`)
    const [rows, picture] = texts[page - textStarts[file]]
    return { blocks: rows.map(([slot, anchor, text]) => ({ slot, anchor, text })), picture }
  }

  /** @param {string} id @returns {Promise<FacetValue[]>} */
  async function facet(id) {
    /** @type {FacetRow[]} */
    const rows = await part(`f-${id}`)
    return rows.map(([value, label, gaps]) => {
      const cases = new Uint8Array(start.cases)
      let page = -1
      numbers(gaps, gap => {
        page += gap + 1
        cases[page] = 1
      })
      return { value, label, cases }
    })
  }

  return {
    ready, part, folds, DROPPED, characters, fold, wordsIn, pairs, isSingle, weight, loadShards, masksOf, masksOfKey, zoneWeight, card, content, facet, slotsOf, slotZones,
    get start() { return start },
  }
}
