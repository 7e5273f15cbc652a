// Search index: folding, postings and what is kept of each page, from the files of the index. It asks
// for files through the function it is given and touches neither page nor network itself.
function senreiIndex(load) {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  const VALUE = new Uint8Array(128)
  for (let i = 0; i < 64; i++) VALUE[DIGITS.charCodeAt(i)] = i
  const WORD = /[\p{L}\p{N}_]+/gu
  const parts = new Map()
  const lists = new Map()
  const decoded = new Map()
  const index = { open, part, fold, runs, pairs, isSingle, weight, fetch, together, pageMasks, worth, card, content, facet }
  let start, folds, weights, bounds, textStarts, readingSlots

  // A part arrives as a script that calls senreiPart; who waits for it is told.
  const arrived = (globalThis.senreiArrived ??= new Map())
  globalThis.senreiPart ??= (name, data) => arrived.set(name, data)

  function part(name, file = `${name}.js`) {
    if (!parts.has(name)) {
      parts.set(name, Promise.resolve(load(start ? `${file}?${start.version}` : file)).then(() => arrived.get(name)))
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
      start = index.start = data
      folds = new Map()
      const to = [...data.folding.to]
      ;[...data.folding.from].forEach((from, i) => folds.set(from, to[i]))
      for (const dropped of data.folding.drop) folds.set(dropped, "")
      index.folds = folds
      index.slotZone = []
      data.zones.forEach((zone, z) => { for (let i = 0; i < zone[4]; i++) index.slotZone.push(z) })
      index.weights = weights = index.slotZone.map(z => data.zones[z][3])
      readingSlots = slotsOf(zone => zone[0] === "reading")
      bounds = data.bounds.split("\n")
      textStarts = [0]
      numbers(data.texts, count => textStarts.push(textStarts.at(-1) + count))
      return index
    }))
  }

  const slotsOf = index.slotsOf = chosen =>
    index.slotZone.reduce((bits, z, slot) => chosen(start.zones[z]) ? bits | 1 << slot : bits, 0)

  function fold(text) {
    let folded = ""
    for (const char of text.normalize("NFKC").toLowerCase()) folded += folds.get(char) ?? char
    return folded
      .replace(/(?<=[ぁ-ん])-+(?=[ぁ-ん])/g, "")
      .replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, "")
      .replace(/(?<=[ぁ-ん々一-鿿])\s+(?=[0-9a-z])/g, "")
      .replace(/(?<=[0-9a-z])\s+(?=[ぁ-ん々一-鿿])/g, "")
  }

  function runs(folded) { return folded.match(WORD) ?? [] }
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
  const triples = word => LONGER.flatMap(pattern => [...word.matchAll(pattern)].map(match => match[1]))
  const kanaTriples = word => [...word.matchAll(/(?=([ぁ-ん]{3}))/g)].map(match => match[1])
  function isSingle(word) { return [...word].length < 2 }

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

  const missing = ways => [...new Set(ways.flatMap(way => way.words.flatMap(shardsFor)))].filter(shard => !lists.has(shard))

  // How many bytes the files for some ways weigh that are not here yet.
  function weight(ways) {
    return missing(ways).reduce((sum, shard) => sum + 512 * VALUE[start.loads.charCodeAt(shard)], 0)
  }

  async function fetch(ways) {
    await Promise.all(missing(ways).map(async shard => lists.set(shard, await part(`i${shard}`))))
  }

  // A list is, page by page, the gap to the page and the slots there, each slot one digit.
  function masks(written) {
    const found = new Uint32Array(start.pages)
    let page = 0, gap = 0, shift = 0, isGap = true
    for (let i = 0; i < written.length; i++) {
      const digit = VALUE[written.charCodeAt(i)], more = digit > 31
      if (!isGap) {
        found[page - 1] |= 1 << (digit & 31)
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
    return found
  }

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

  function worth(mask) {
    let best = 0, more = 0
    for (let slot = 0; mask; slot++, mask >>>= 1) {
      if (mask & 1) { more += 0.12 * weights[slot]; if (weights[slot] > best) best = weights[slot] }
    }
    return best + Math.min(more, 4)
  }

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

  async function facet(id) {
    return (await part(`f-${id}`)).map(([value, label, gaps]) => {
      const cases = new Uint8Array(start.cases)
      let page = -1
      numbers(gaps, gap => { page += gap + 1; cases[page] = 1 })
      return { value, label, cases }
    })
  }

  return index
}
