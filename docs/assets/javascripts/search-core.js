// Search core: which pages answer what was typed, in which order and why; the same for both doors.
function senreiSearch(load) {
  const FEW = 3 // cases below which the pieces of what was typed are looked for too
  const LARGE = 1000 // pages from which each further file is worth a thought
  const BUDGET = 100_000 // bytes of postings that one search may ask for there
  const ENOUGH = 200 // pages from which synonyms add nothing there
  const index = senreiIndex(load)
  const typed = senreiQuery(index)
  const { runs, fold, isSingle, together, worth, fetch } = index
  const count = (masks, bits) => masks.reduce((sum, mask) => sum + !!(mask & bits), 0)
  let start, spent, own // the slots of what a page says itself, not of other cases

  async function search(query, { dictionaries = true, zone = "" } = {}) {
    start = (await index.open()).start
    spent = 0
    own = ~index.slotsOf(known => known[0] === "near")
    const known = dictionaries ? await typed.words() : null
    if (known) await typed.hear(query)
    const clauses = typed.parse(query)
    for (const clause of clauses) {
      const limit = clause.zone ?? zone
      clause.bits = limit ? index.slotsOf(known => known[0] === limit) : -1
      clause.ways = clause.phrase ? [{ words: clause.words, weight: 1 }] : typed.readings(clause.said, clause.words.join(" "), known)
    }
    if (start.pages < LARGE) await fetch(clauses.filter(clause => !isLong(clause)).flatMap(clause => clause.ways.slice(0, 1)))
    const groups = []
    for (const clause of clauses) groups.push(await judge(clause, known))
    const ranked = rank(groups)
    const phrases = clauses.filter(clause => clause.phrase).map(clause => clause.phrase)
    if (phrases.length) {
      const { holds } = await excerpts()
      const sure = start.pages < LARGE ? 60 : 10
      const certain = await Promise.all(ranked.hits.slice(0, sure).map(hit => holds(hit.page, phrases)))
      ranked.isExact = ranked.hits.length <= sure
      ranked.hits = ranked.hits.filter((_, i) => certain[i] ?? true)
    }
    return ranked
  }

  // A word of the query as a whole, and its pieces where the whole is found seldom.
  async function judge(clause, known) {
    const { said, phrase, bits } = clause
    let whole = null
    if (!isLong(clause) || start.pages < LARGE && await canStand(clause)) {
      await enough(clause)
      whole = evaluate(said, clause.ways, bits)
    }
    const cases = whole ? casesIn(whole.sure) : 0
    const isOneWord = !/[のをがにでとへもや]/.test(said)
    if (phrase || cases >= (isOneWord ? 1 : FEW)) return { whole, parts: [] }
    return { whole, parts: await (await inPieces()).judge(clause, known, cases) }
  }

  const inPieces = async () =>
    (await index.part("pieces", "../../assets/javascripts/search-pieces.js"))(index, typed, { evaluate, enough, count, casesIn, nothing })

  const casesIn = masks => count(masks.slice(0, start.cases), own)

  // A question seldom stands in a page as it is: its content words alone tell, at half the files.
  const isLong = clause => !clause.phrase && clause.words.join("").length > 9

  // In a large site: synonyms only where the word itself is seldom, and no more files than a reader
  // should wait for. What is left out counts as not found.
  async function enough({ said, ways, bits }) {
    if (start.pages < LARGE) return fetch(ways)
    for (let taken = 0; taken < ways.length; taken++) {
      const next = ways.slice(taken, taken + 1)
      const weight = index.weight(next)
      if (spent && spent + weight > BUDGET) { ways.length = taken; return }
      spent += weight
      await fetch(next)
      if (evaluate(said, ways.slice(0, taken + 1), bits).count > ENOUGH) ways.length = taken + 1
    }
  }

  async function canStand(clause) {
    const { pieces } = await inPieces()
    const content = { words: pieces(clause.said).flatMap(piece => runs(fold(piece))).filter(word => !isSingle(word)) }
    await fetch([content])
    return !content.words.length || !!together(content)?.some(mask => mask & clause.bits)
  }

  const nothing = said => ({
    said, ways: [], count: 0, rare: 0,
    best: new Float32Array(start.pages), where: new Uint32Array(start.pages), how: new Uint8Array(start.pages),
    sure: new Uint32Array(start.pages), // where it stands itself or by a near synonym
  })

  // Pages for one word: the best way for each page, and how rare the word is.
  function evaluate(said, ways, bits) {
    const found = { ...nothing(said), ways }
    ways.forEach((way, number) => {
      const all = way.words.length ? together(way) : null
      if (!all) return
      const pages = count(all, bits)
      if (!pages) return
      // Of the word as typed, where it stands anywhere.
      found.rare ||= Math.log(1 + start.pages / pages)
      for (let page = 0; page < all.length; page++) {
        const mask = all[page] & bits
        if (!mask) continue
        const score = worth(mask) * way.weight * found.rare
        if (!found.best[page]) found.count++
        // Beside the word itself a synonym counts a little; among synonyms the best one counts.
        if (found.best[page] && found.how[page] === 0) found.best[page] += score * 0.2
        else if (score > found.best[page]) { found.best[page] = score; found.how[page] = number }
        found.where[page] |= mask
        if (way.weight > 0.3) found.sure[page] |= mask
      }
    })
    return found
  }

  // Cases before other pages; all words as typed, all in pieces, some; then by score.
  function rank(groups) {
    const hits = []
    if (!groups.length) for (let page = 0; page < start.cases; page++) hits.push({ page, score: 0, all: true })
    for (let page = 0; groups.length && page < start.pages; page++) {
      let score = 0, matched = 0, place = -1, fit = 2
      for (const { whole, parts } of groups) {
        const some = parts.filter(part => part.where[page] & own)
        const stands = !!(whole?.where[page] & own)
        const weigh = several => several.reduce((sum, part) => sum + part.tells * (1 + part.rare / 4), 0)
        const covered = some.length ? weigh(some.filter(part => !part.partly)) / weigh(parts) || 0.1 : 0
        if (stands) score += whole.best[page]
        score += 0.6 * covered ** 2 * some.reduce((sum, part) => sum + part.best[page] * part.tells, 0)
        if (stands) place &= whole.where[page]
        else if (some.length) place &= some.reduce((places, part) => places & part.where[page], -1)
        matched += stands ? 1 : covered || (whole?.best[page] ? 0.1 : 0)
        fit = Math.min(fit, stands && whole.ways[whole.how[page]].weight > 0.8 ? 2 : stands || covered > 0.8 ? 1 : 0)
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

  // The words that a page holds, itself where it does; pieces only where it does not hold the whole.
  function matching({ page }, found) {
    const all = found.filter(word => word.best[page])
    const said = all.filter(word => word.where[page] & own)
    return (said.length ? said : all).filter(word => !(word.unless?.where[page] & own))
  }

  // Why a page was found: for each word the parts of the page, and the synonym that was used.
  function reasons(hit, found) {
    return matching(hit, found).map(word => {
      const zones = new Set()
      index.slotZone.forEach((zone, slot) => { if (word.where[hit.page] >>> slot & 1) zones.add(start.zones[zone][1]) })
      return { said: word.said, zones: [...zones], synonym: word.ways[word.how[hit.page]].synonym, partly: !!word.partly }
    })
  }

  // Excerpts come after the list, and so does their script.
  async function excerpts() {
    const make = await index.part("excerpts", "../../assets/javascripts/search-excerpts.js")
    return make(index)
  }

  async function excerpt(hit, found) {
    return (await excerpts()).excerpt(hit, matching(hit, found))
  }

  return { ...index, search, reasons, excerpt, suggestions: typed.suggestions, info: () => index.start }
}
