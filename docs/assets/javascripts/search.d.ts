// What the files of the index hold, as scripts/senrei/publish/search writes them, and what the scripts
// hand each other. It is for the checker of types alone; the site does not carry it.

// --- files of the index -----------------------------------------------------------------

/** `start.js`: what every search needs. */
interface StartFile {
  version: string
  pages: number
  /** How many of the pages are cases; they come first. */
  cases: number
  /** Cards in a file of cards. */
  cardSize: number
  /** How many pages each file of texts holds, as numbers in base 32. */
  texts: string
  /** The first key of each shard, line by line. */
  bounds: string
  /** How heavy each shard is: one digit for 512 bytes. */
  loads: string
  folding: Folding
  /** Names of eras by their letter: r, h, s, t. */
  eras: Record<string, string>
  zones: Zone[]
  facets: FacetHead[]
}

interface Folding {
  from: string
  to: string
  drop: string
}

interface Zone {
  id: string
  name: string
  also: string[]
  weight: number
  slots: number
}

interface FacetHead {
  id: string
  title: string
  isWide: boolean
}

/** A row of a file of cards, `c0.js`. */
type CardRow = [key: string, path: string, title: string, glyphs: string, about: string, lead: string]
/** A row of a file of texts, `t0.js`: one page. */
type TextRow = [blocks: BlockRow[], picture: string]
type BlockRow = [slot: number, anchor: string, text: string]
/** A row of the file of a facet, `f-ward.js`. */
type FacetRow = [value: string, label: string, gaps: string]
/** A shard of postings, `i0.js`: pages and their slots by key. */
type Shard = Record<string, string>

// --- what the scripts hand each other ----------------------------------------------------

interface Card {
  key: string
  path: string
  title: string
  glyphs: string
  about: string
  lead: string
}

interface FacetValue {
  value: string
  label: string
  /** 1 for each case that has the value. */
  cases: Uint8Array
}

/** One way to read a word: runs of characters that must stand together. */
interface Way {
  words: string[]
  weight: number
  synonym?: string
}

/** A word of the query: what was typed, and where it may stand. */
interface Clause {
  said: string
  words: string[]
  zone: string | undefined
  /** Folded, where it was typed in quotation marks. */
  phrase: string
}

/** A clause with the ways to read it and the slots where it may stand, as bits. */
interface ReadClause extends Clause {
  bits: number
  ways: Way[]
}

/** The pages for one word; each array has a member for each page. */
interface Match {
  said: string
  ways: Way[]
  count: number
  rare: number
  best: Float32Array
  where: Uint32Array
  /** The number of the best way. */
  how: Uint8Array
  /** Where it stands itself or by a near synonym. */
  sure: Uint32Array
  /** Only most of it stands there. */
  partly?: boolean
  isCut?: boolean
  isLeftOut?: boolean
  /** Where this stands, the piece says nothing more. */
  unless?: Match
}

/** A piece of a clause, with how much it tells. */
interface Piece extends Match {
  tells: number
}

interface Judged {
  whole: Match | null
  parts: Piece[]
}

interface Hit {
  page: number
  score: number
  /** It has all words, if only in pieces. */
  all: boolean
  /** 2 all as typed, 1 all in pieces, 0 some. */
  fit: number
}

interface Answer {
  hits: Hit[]
  matches: Match[]
  /** The hits are sure to hold every word letter by letter. */
  isExact: boolean
}

interface Reason {
  said: string
  zones: string[]
  synonym: string | undefined
  partly: boolean
}

interface Passage {
  zone: string
  anchor: string
  pieces: [text: string, isMarked: boolean][]
}

/** Words that find each other: the word as written, folded, and what it weighs. */
type Dictionary = Map<string, [word: string, key: string, weight: number][]>

type SearchIndex = ReturnType<typeof senreiIndex>
type SearchQuery = ReturnType<typeof senreiQuery>
type SearchEngine = ReturnType<typeof senreiSearch>

/** How a script of its own asks the core. */
interface Evaluation {
  evaluate: (said: string, ways: Way[], bits: number) => Match
  loadInBudget: (asked: { said: string; ways: Way[]; bits: number }) => Promise<void>
  count: (masks: Uint32Array, bits: number) => number
  casesIn: (masks: Uint32Array) => number
  nothing: (said: string) => Match
}

/** A result in the list of the search page. */
interface Result {
  hit: Hit
  card: Card
  why: Reason[]
  link: HTMLAnchorElement
  excerpt: HTMLElement
  glyph: HTMLElement
  /** The passage as plain text, once it is there. */
  passage?: string
}

/** The search page as what surrounds its list sees it. */
interface SearchPage {
  root: HTMLElement
  box: HTMLInputElement
  zone: HTMLSelectElement
  list: HTMLElement
  engine: SearchEngine
  /** What is shown now; a search puts it in place. */
  now: {
    /** What was asked, as the address has it. */
    asked: URLSearchParams
    answer: Answer
    /** The hits that pass the facets. */
    hits: Hit[]
    results: Result[]
    limit: number
    /** The number of the search; another number says that a later one has begun. */
    turn: number
  }
  /** Facets that are loaded. */
  facets: Map<string, FacetValue[]>
  byId: (id: string) => HTMLElement
  make: <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes?: Record<string, string | number>,
    ...children: (string | Node)[]
  ) => HTMLElementTagNameMap[Tag]
  button: (text: string, action: () => void) => HTMLButtonElement
  // biome-ignore lint/suspicious/noExplicitAny: each script hands over something of its own
  script: (name: string) => Promise<any>
  chosen: (facet: string) => string[]
  choose: (name: string, ...values: string[]) => void
  apply: () => Promise<void>
  loadFacet: (id: string) => Promise<void>
  isCase: (hit: { page: number }) => boolean
  passes: (page: number, except?: string) => boolean
  fillExcerpt: (result: Result) => Promise<void>
  reasonText: (reason: Reason) => string
}

/** What the browser keeps of words that were not found well. */
interface SearchLog {
  off?: boolean
  kept?: [word: string, hits: number, times: number][]
}

// --- names that are shared between scripts --------------------------------------------------

/** Hands a part of the index or a script over by its name. */
// biome-ignore lint/suspicious/noExplicitAny: each part is something of its own
declare var senreiPart: (name: string, data: any) => void
// biome-ignore lint/suspicious/noExplicitAny: each part is something of its own
declare var senreiArrived: Map<string, any>

/** Of workers; from disk a stand-in has it too. */
declare function importScripts(...scripts: (string | URL)[]): Promise<void> | void
