// @ts-check
// Search core: which pages answer what was typed, in which order and why; the same for both doors.

/** @param {(file: string) => unknown} load runs a file of the index */
// biome-ignore lint/correctness/noUnusedVariables: other scripts call it
function senreiSearch(load) {
  const FEW = 3 // cases below which the pieces of what was typed are looked for too
  const LARGE = 1000 // pages from which each further file is worth a thought
  const BUDGET = 100_000 // bytes of postings that one search may ask for there
  const MANY = 200 // pages from which synonyms add nothing there
  const index = senreiIndex(load)
  const typed = senreiQuery(index)
  const { wordsIn, fold, isSingle, masksOf, zoneWeight, loadShards } = index
  /** How many pages have one of the slots. @param {Uint32Array} masks @param {number} bits */
  const count = (masks, bits) => masks.reduce((sum, mask) => sum + (mask & bits ? 1 : 0), 0)
  /** @type {StartFile} */
  let start
  let spent = 0
  let ownSlots = 0 // of what a page says itself, not of other cases

  /** @param {string} query @returns {Promise<Answer>} */
  async function search(query, { dictionaries = true, zone = "" } = {}) {
    start = await index.ready()
    spent = 0
    ownSlots = ~index.slotsOf("near")
    const known = dictionaries ? await typed.words() : null
    if (known) await typed.loadReadings(query)
    const clauses = typed.parse(query).map(clause => {
      const limit = clause.zone ?? zone
      const ways = clause.phrase ? [{ words: clause.words, weight: 1 }] : typed.readings(clause.said, clause.words.join(" "), known)
      return { ...clause, bits: limit ? index.slotsOf(limit) : -1, ways }
    })
    if (start.pages < LARGE) await loadShards(clauses.filter(clause => !isLong(clause)).flatMap(clause => clause.ways.slice(0, 1)))
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

  /**
   * A word of the query as a whole, and its pieces where the whole is found seldom.
   * 
   * @param {ReadClause} clause
   * 
   * @param {Dictionary | null} known
   * 
   * @returns {Promise<Judged>}
   */
  async function judge(clause, known) {
    const { said, phrase, bits } = clause
    let whole = null
    if (!isLong(clause) || start.pages < LARGE && await canStand(clause)) {
      await loadInBudget(clause)
      whole = evaluate(said, clause.ways, bits)
    }
    const cases = whole ? casesIn(whole.sure) : 0
    const isOneWord = !/[のをがにでとへもや]/.test(said)
    if (phrase || cases >= (isOneWord ? 1 : FEW)) return { whole, parts: [] }
    return { whole, parts: await (await inPieces()).judge(clause, known, cases) }
  }

  /**
   * @returns {Promise<{ judge: (clause: ReadClause, known: Dictionary | null, cases: number) => Promise<Piece[]>, pieces: (said: string) => string[] }>}
   */
  const inPieces = async () =>
    (await index.part("pieces", "../../assets/javascripts/search-pieces.js"))(index, typed, { evaluate, loadInBudget, count, casesIn, nothing })

  /** @param {Uint32Array} masks */
  const casesIn = masks => count(masks.slice(0, start.cases), ownSlots)

  /**
   * A question seldom stands in a page as it is: its content words alone tell, at half the files.
   * 
   * @param {Clause} clause
   */
  const isLong = clause => !clause.phrase && clause.words.join("").length > 9

  /**
   * Load what is needed to evaluate a word. In a large site: synonyms only where the word itself is
   * seldom, and no more files than a reader should wait for. What is left out counts as not found.
   * @param {{ said: string, ways: Way[], bits: number }} asked
   */
  async function loadInBudget({ said, ways, bits }) {
    if (start.pages < LARGE) return loadShards(ways)
    for (let taken = 0; taken < ways.length; taken++) {
      const next = ways.slice(taken, taken + 1)
      const weight = index.weight(next)
      if (spent && spent + weight > BUDGET) {
        ways.length = taken
        return
      }
      spent += weight
      await loadShards(next)
      if (evaluate(said, ways.slice(0, taken + 1), bits).count > MANY) ways.length = taken + 1
    }
  }

  /** @param {ReadClause} clause */
  async function canStand(clause) {
    const { pieces } = await inPieces()
    const content = { words: pieces(clause.said).flatMap(piece => wordsIn(fold(piece))).filter(word => !isSingle(word)), weight: 1 }
    await loadShards([content])
    return !content.words.length || !!masksOf(content)?.some(mask => mask & clause.bits)
  }

  /** @param {string} said @returns {Match} */
  const nothing = said => ({
    said, ways: [], count: 0, rare: 0,
    best: new Float32Array(start.pages), where: new Uint32Array(start.pages), how: new Uint8Array(start.pages), sure: new Uint32Array(start.pages),
  })

  /**
   * Pages for one word: the best way for each page, and how rare the word is.
   * 
   * @param {string} said
   * 
   * @param {Way[]} ways
   * 
   * @param {number} bits
   */
  function evaluate(said, ways, bits) {
    const match = { ...nothing(said), ways }
    for (const [number, way] of ways.entries()) {
      const all = way.words.length ? masksOf(way) : null
      const pages = all && count(all, bits)
      if (!all || !pages) continue
      // Of the word as typed, where it stands anywhere.
      match.rare ||= Math.log(1 + start.pages / pages)
      for (let page = 0; page < all.length; page++) {
        const mask = all[page] & bits
        if (!mask) continue
        const score = zoneWeight(mask) * way.weight * match.rare
        if (!match.best[page]) match.count++
        // Beside the word itself a synonym counts a little; among synonyms the best one counts.
        if (match.best[page] && match.how[page] === 0) match.best[page] += score * 0.2
        else if (score > match.best[page]) {
          match.best[page] = score
          match.how[page] = number
        }
        match.where[page] |= mask
        if (way.weight > 0.3) match.sure[page] |= mask
      }
    }
    return match
  }

  /**
   * Cases before other pages; all words as typed, all in pieces, some; then by score.
   * 
   * @param {Judged[]} groups
   * 
   * @returns {Answer}
   */
  function rank(groups) {
    /** @type {Hit[]} */
    const hits = []
    if (!groups.length) for (let page = 0; page < start.cases; page++) hits.push({ page, score: 0, all: true, fit: 2 })
    for (let page = 0; groups.length && page < start.pages; page++) {
      let score = 0
      let matched = 0
      let common = -1 // slots where all words stand
      let fit = 2
      for (const { whole, parts } of groups) {
        const some = parts.filter(part => part.where[page] & ownSlots)
        const stands = whole && whole.where[page] & ownSlots ? whole : null
        /** @param {Piece[]} several */
        const weigh = several => several.reduce((sum, part) => sum + part.tells * (1 + part.rare / 4), 0)
        const covered = some.length ? weigh(some.filter(part => !part.partly)) / weigh(parts) || 0.1 : 0
        if (stands) score += stands.best[page]
        score += 0.6 * covered ** 2 * some.reduce((sum, part) => sum + part.best[page] * part.tells, 0)
        if (stands) common &= stands.where[page]
        else if (some.length) common &= some.reduce((slots, part) => slots & part.where[page], -1)
        matched += stands ? 1 : covered || (whole?.best[page] ? 0.1 : 0)
        fit = Math.min(fit, stands && stands.ways[stands.how[page]].weight > 0.8 ? 2 : stands || covered > 0.8 ? 1 : 0)
      }
      if (!matched) continue
      if (fit && common) score *= 1.25
      hits.push({ page, score: score * (fit ? 1 : matched / groups.length), all: fit > 0, fit })
    }
    /** @param {Hit} hit */
    const isCase = hit => +(hit.page < start.cases)
    hits.sort((a, b) => isCase(b) - isCase(a) || b.fit - a.fit || b.score - a.score || a.page - b.page)
    const matches = groups.flatMap(({ whole, parts }) => whole ? [whole, ...parts.map(part => ({ ...part, unless: whole }))] : parts)
    return { hits, matches, isExact: matches.every(word => word.ways.every(way => way.words.every(text => [...text].length <= 2))) }
  }

  /**
   * The words that a page holds, itself where it does; pieces only where it does not hold the whole.
   * 
   * @param {Hit} hit
   * 
   * @param {Match[]} matches
   */
  function matching({ page }, matches) {
    const all = matches.filter(word => word.best[page])
    const said = all.filter(word => word.where[page] & ownSlots)
    return (said.length ? said : all).filter(word => !(word.unless && word.unless.where[page] & ownSlots))
  }

  /**
   * Why a page was found: for each word the parts of the page, and the synonym that was used.
   * 
   * @param {Hit} hit
   * 
   * @param {Match[]} matches
   * 
   * @returns {Reason[]}
   */
  function reasons(hit, matches) {
    return matching(hit, matches).map(word => {
      const zones = index.slotZones.filter((_, slot) => word.where[hit.page] >>> slot & 1).map(zone => zone.name)
      return { said: word.said, zones: [...new Set(zones)], synonym: word.ways[word.how[hit.page]].synonym, partly: !!word.partly }
    })
  }

  /**
   * Excerpts come after the list, and so does their script.
   * 
   * @returns {Promise<{ excerpt: (hit: Hit, matching: Match[]) => Promise<Passage | null>, holds: (page: number, phrases: string[]) => Promise<boolean> }>}
   */
  async function excerpts() {
    const make = await index.part("excerpts", "../../assets/javascripts/search-excerpts.js")
    return make(index)
  }

  /** @param {Hit} hit @param {Match[]} matches */
  const excerpt = async (hit, matches) => (await excerpts()).excerpt(hit, matching(hit, matches))

  const { ready, part, card, content, facet } = index
  return { ready, part, fold, card, content, facet, search, reasons, excerpt, suggestions: typed.suggestions, info: () => index.start }
}
