/** A place where a text names an AEP. */
export interface NamedNumber {
  readonly aep: number
  readonly start: number
  readonly end: number
  /**
   * `words`: in running text. `address`: inside an address, a path or the target of a link. `compound`: part of a longer word
   * (`AEP-76-based`, `post-AEP-76`) or with a possessive (`AEP-76's`).
   */
  readonly form: 'words' | 'address' | 'compound'
}

/** Where an address and the target of a link begin, and how far they go. */
const ADDRESS_MARK = '://'
const TARGET_MARK = ']('
const ADDRESS_REST = /[^\s<>"'`)\]]*/y
const TARGET_REST = /[^()\s]*/y
/** `AEP-76`, `AEP 76`, `AEP76`, `AEPs: 76`; hyphens of every kind. */
const START =
  /(?<![\p{L}\p{N}_@])AEP(s?)(?:(?<=s):? ?|[ \u00a0]?[-\u2010-\u2013\u2212][ \u00a0]?|[ \u00a0_]?)(\d{1,3})(?![\p{L}\p{N}])/giuy
/** `AEPs included: 76, 78`, `AEP: 76`: numbers after a label. */
const LABELLED =
  /(?<![\p{L}\p{N}_@])AEP(?:s((?: [\p{L}\p{N}][\p{L}\p{N}.'\u2019-]{0,19}){0,8}))?[*_]{0,2}:[*_]{0,2} [*_]{0,2}(?=(\d{1,3})(?![\p{L}\p{N}]))/iuy
const NEXT =
  /(?:\)|\])?[ \u00a0]{0,2}(?:[,;&/+]|and|or|plus)(?:[ \u00a0]{0,2}(?:&|and|or|plus))?[ \u00a0]{0,2}(\d{1,3})(?![\p{L}\p{N}])/iuy
const RANGE = /[ \u00a0]?(?:[\u2013\u2014-]|to|through)[ \u00a0]?(\d{1,3})(?![\p{L}\p{N}])/iuy
/** What makes a number one of something else: decimals, thousands, shares, dates. */
const OTHER_NUMBER = /^(?:[.,]\d|%|:\d|\/\d{4}|-\d|\u2011\d)/
/** A thing counted after a blank: `AEP-76 and 12 fixes`, `AEP 3 weeks ago`. */
const UNIT =
  /^[ \u00a0](?:more|other|others|new|further|additional|smaller|minor|major|bug|bugs|bugfixes|fix|fixes|changes|improvements|features|days?|weeks?|months?|years?|hours?|minutes?|seconds?|blocks?|validators?|votes?|times?|points?|people|members|percent|akt|uakt|usd|usdc|million|billion|k|x)(?![\p{L}\p{N}])/iu
/** Words after a bare number that show the list to be over, so that the number was one of it. */
const CONTINUES =
  /^(?:[ \u00a0]?(?:$|[.,;:!?)\]&/+|\n\r\u2013\u2014-])|[ \u00a0](?:and|or|plus|is|are|was|were|will|have|has|in|on|for|with|to|from|as|which|that|when|by|at|be|should|can|may|into|ship|ships|deliver|delivers|land|lands)(?![\p{L}\p{N}]))/iu
/** Of a wider range only so many between its ends: it is a catalogue. */
const WIDEST_RANGE = 20
const HYPHEN_RANGE = /^-\d{1,3}(?![\d-])/
const WINDOW = 24

/**
 * Every place where a text names an AEP, in order: `AEP-76`, `AEP 76`, `AEP76`, `AEPs 76, 78 and 80`, `AEP-62/63`. Numbers of
 * pull requests and discussions (`aep#4`, `AEP #4`) are no AEPs, nor are zero, numbers with leading zeros and versions.
 * Linear in the length of the text.
 */
export function findAepNumbers(
  text: string,
  isPlausible: (aep: number) => boolean,
): readonly NamedNumber[] {
  const found: NamedNumber[] = []
  let addresses: readonly Span[] | undefined
  let address = 0
  const word = /aep/gi
  while (word.test(text)) {
    const at = word.lastIndex - 3
    if (isInWord(text, at)) continue
    const first = readPlain(text, at) ?? startAt(text, at)
    if (first === null && !LABEL_GOES_ON.test(text.slice(at + 3, at + 6))) continue
    const labelled =
      first === null || first.all.includes(':') ? readLabelled(text, at, isPlausible) : []
    if (labelled.length > 0) {
      for (const number of labelled) found.push(number)
      word.lastIndex = labelled.at(-1)?.end ?? at + 3
      continue
    }
    if (first === null) continue
    addresses ??= findAddresses(text)
    while ((addresses[address]?.end ?? text.length) <= at) address++
    const isInside = (addresses[address]?.start ?? text.length) <= at
    const named = readList(text, at, first, isInside, isPlausible)
    for (const number of named) found.push(number)
    word.lastIndex = Math.max(at + 3, named.at(-1)?.end ?? 0)
  }
  return found
}

/** The first words of an AEP, and its number. */
interface Start {
  readonly all: string
  readonly isPlural: boolean
  readonly digits: string
}

function startAt(text: string, at: number): Start | null {
  START.lastIndex = at
  const match = START.exec(text)
  if (match === null) return null
  const [all, plural = '', digits = ''] = match
  return { all, isPlural: plural !== '', digits }
}

/** `AEP-76` in plain characters, by far the most common, without an expression. */
function readPlain(text: string, at: number): Start | undefined {
  if (text.charCodeAt(at + 3) !== HYPHEN) return undefined
  let end = at + 4
  while (isDigit(text.charCodeAt(end)) && end < at + 7) end++
  if (end === at + 4 || isWordCode(text.charCodeAt(end))) return undefined
  return { all: text.slice(at, end), isPlural: false, digits: text.slice(at + 4, end) }
}

/** Letters and digits, and whatever may be one; not the end of the text. */
function isWordCode(code: number): boolean {
  if (code >= 0x80) return true
  return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** `MAEP-76`, `@AEP-76`, as far as plain characters tell. */
function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1)
  return code < 0x80 && (isWordCode(code) || code === 0x40 || code === 0x5f)
}

const HYPHEN = 0x2d

/** What can follow on `AEP` where numbers come only after a colon. */
const LABEL_GOES_ON = /^(?:s?[*_:]|s )/i

/**
 * Numbers after a label. A single one after `AEPs` is how many there are, rather than which, so that it takes two; `AEPs: 76`
 * with nothing between is read elsewhere.
 */
function readLabelled(
  text: string,
  at: number,
  isPlausible: (aep: number) => boolean,
): readonly NamedNumber[] {
  LABELLED.lastIndex = at
  const label = LABELLED.exec(text)
  if (label === null) return []
  const [all, words, digits = ''] = label
  const start = at + all.length
  const rest = text.slice(start + digits.length, start + digits.length + WINDOW)
  if (OTHER_NUMBER.test(rest) || !(CONTINUES.test(rest) || RANGE_GOES_ON.test(rest))) return []
  const named = readRest(text, start, start + digits.length, digits, 'words', true, isPlausible)
  return named.length > (words === undefined ? 0 : 1) ? named : []
}

const RANGE_GOES_ON = /^ ?(?:[\u2013\u2014-]|to|through) ?\d/

interface Span {
  readonly start: number
  readonly end: number
}

/** Addresses and targets of links. The scheme before `://` holds no AEP. */
function findAddresses(text: string): readonly Span[] {
  const spans: Span[] = []
  let address = text.indexOf(ADDRESS_MARK)
  let target = text.indexOf(TARGET_MARK)
  while (address !== -1 || target !== -1) {
    const isTarget = address === -1 || (target !== -1 && target < address)
    const start = isTarget ? target : address
    const from = start + (isTarget ? TARGET_MARK : ADDRESS_MARK).length
    const rest = isTarget ? TARGET_REST : ADDRESS_REST
    rest.lastIndex = from
    const end = rest.test(text) ? rest.lastIndex : from
    const isOpen = isTarget && text.charAt(end) !== ')'
    if (!isOpen) spans.push({ start, end })
    const next = isOpen ? from : end
    if (address !== -1 && address < next) address = text.indexOf(ADDRESS_MARK, next)
    if (target !== -1 && target < next) target = text.indexOf(TARGET_MARK, next)
  }
  return spans
}

function readList(
  text: string,
  start: number,
  { all, isPlural, digits }: Start,
  isInside: boolean,
  isPlausible: (aep: number) => boolean,
): readonly NamedNumber[] {
  const end = start + all.length
  const after = text.slice(end, end + WINDOW)
  if (isOtherNumber(after) && !(isPlural && HYPHEN_RANGE.test(after))) return []
  if (!isPlural && isLoose(all, digits) && UNIT.test(after)) return []
  const form = isInside || isPath(text, start) ? 'address' : formOf(text, start, after)
  return readRest(text, start, end, digits, form, isPlural, isPlausible)
}

/** The first number of a list, and the others behind it. */
function readRest(
  text: string,
  start: number,
  first: number,
  digits: string,
  form: NamedNumber['form'],
  isPlural: boolean,
  isPlausible: (aep: number) => boolean,
): readonly NamedNumber[] {
  const named: NamedNumber[] = []
  let end = first
  let last = parseNumber(digits)
  if (last > 0 && isPlausible(last)) named.push({ aep: last, start, end, form })
  for (let isRange = false; form === 'words'; isRange = false) {
    let next = goesOn(text, end) ? nextAt(text, end) : null
    if (next === null && (isPlural || isDash(text, end))) {
      RANGE.lastIndex = end
      next = RANGE.exec(text)
      isRange = true
    }
    if (next === null) break
    const [words, number = ''] = next
    const to = end + words.length
    const rest = text.slice(to, to + WINDOW)
    const isOne = isPlural ? !UNIT.test(rest) : CONTINUES.test(rest)
    const aep = parseNumber(number)
    if (isOtherNumber(rest) || !isOne || aep === 0) break
    const from = to - number.length
    const between = isRange ? Math.min(aep - last, WIDEST_RANGE) : 0
    for (let step = 1; step < between; step++) {
      if (isPlausible(last + step)) named.push({ aep: last + step, start: from, end: from, form })
    }
    if (!isPlausible(aep)) break
    named.push({ aep, start: from, end: to, form })
    last = aep
    end = to
  }
  return named
}

function nextAt(text: string, at: number): RegExpExecArray | null {
  NEXT.lastIndex = at
  return NEXT.exec(text)
}

/** Whether a list may go on: most often a single look tells that it does not. */
function goesOn(text: string, end: number): boolean {
  const first = text.charAt(end)
  if (first !== ' ') return first !== '' && LIST_MARKS.includes(first)
  return LIST_WORDS.includes(text.charAt(end + 1) || '-')
}

const LIST_MARKS = ')],;&/+\u00a0'
const LIST_WORDS = ' \u00a0,;&/+aopAOP'

/** `76–78`, `76 –78` */
function isDash(text: string, end: number): boolean {
  const first = text.charAt(end)
  const dash = first === ' ' || first === '\u00a0' ? text.charAt(end + 1) : first
  return dash === '\u2013' || dash === '\u2014'
}

/** `AEP 76` */
function isLoose(all: string, digits: string): boolean {
  const before = all.charAt(all.length - digits.length - 1)
  return before === ' ' || before === '\u00a0'
}

function isOtherNumber(after: string): boolean {
  return '.,%:/-\u2011'.includes(after.charAt(0) || ' ') && OTHER_NUMBER.test(after)
}

/** Zero and what begins with it are none. */
function parseNumber(digits: string): number {
  return digits.startsWith('0') ? 0 : Number(digits)
}

/** `spec/aep-83/README.md`; but `AEP-62/AEP-63` are two AEPs. */
function isPath(text: string, start: number): boolean {
  if (text.charAt(start - 1) !== '/') return false
  return !/AEP[- ]?\d{1,3}\/$/i.test(text.slice(Math.max(0, start - 10), start))
}

function formOf(text: string, start: number, after: string): NamedNumber['form'] {
  const isTied = '-\u2010\u2011.#'.includes(text.charAt(start - 1) || ' ')
  if (!isTied && !"-\u2010\u2011_'\u2019".includes(after.charAt(0) || ' ')) return 'words'
  return isTied || /^(?:[-\u2010\u2011_]\p{L}|['\u2019]s\b)/u.test(after) ? 'compound' : 'words'
}
