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

/** Where an address begins, and how far it and the target of a link go. */
const ADDRESS_MARK = /:\/\/|\]\(/g
const ADDRESS_REST = /[^\s<>"'`)\]]*/y
const TARGET_REST = /[^()\s]*/y
/** `AEP-76`, `AEP 76`, `AEP76`, `AEPs: 76`; hyphens of every kind. */
const START =
  /(?<![\p{L}\p{N}_@])AEP(s?)(?:(?<=s):? ?|[ \u00a0]?[-\u2010-\u2013\u2212][ \u00a0]?|[ \u00a0_]?)(\d{1,3})(?![\p{L}\p{N}])/giuy
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
    START.lastIndex = at
    const first = START.exec(text)
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

interface Span {
  readonly start: number
  readonly end: number
}

/** Addresses and targets of links. The scheme before `://` holds no AEP. */
function findAddresses(text: string): readonly Span[] {
  const spans: Span[] = []
  const mark = new RegExp(ADDRESS_MARK)
  while (mark.test(text)) {
    const from = mark.lastIndex
    const isTarget = text.charAt(from - 1) === '('
    const rest = isTarget ? TARGET_REST : ADDRESS_REST
    rest.lastIndex = from
    const end = rest.test(text) ? rest.lastIndex : from
    if (isTarget && text.charAt(end) !== ')') continue
    spans.push({ start: from - (isTarget ? 2 : 3), end })
    mark.lastIndex = end
  }
  return spans
}

function readList(
  text: string,
  start: number,
  first: RegExpExecArray,
  isInside: boolean,
  isPlausible: (aep: number) => boolean,
): readonly NamedNumber[] {
  const [all, plural = '', digits = ''] = first
  let end = start + all.length
  const after = text.slice(end, end + WINDOW)
  const isLoose = /\s\d/.test(all)
  const isRangeOf = plural !== '' && HYPHEN_RANGE.test(after)
  if ((OTHER_NUMBER.test(after) && !isRangeOf) || (isLoose && plural === '' && UNIT.test(after)))
    return []
  const form = isInside || isPath(text, start) ? 'address' : formOf(text, start, after)
  const named: NamedNumber[] = []
  let last = parseNumber(digits)
  if (last > 0 && isPlausible(last)) named.push({ aep: last, start, end, form })
  for (let isRange = false; form === 'words'; isRange = false) {
    NEXT.lastIndex = end
    let next = NEXT.exec(text)
    if (
      next === null &&
      (plural !== '' || /^[ \u00a0]?[\u2013\u2014]/.test(text.slice(end, end + 2)))
    ) {
      RANGE.lastIndex = end
      next = RANGE.exec(text)
      isRange = true
    }
    if (next === null) break
    const [words, number = ''] = next
    const to = end + words.length
    const rest = text.slice(to, to + WINDOW)
    const isOne = plural === '' ? CONTINUES.test(rest) : !UNIT.test(rest)
    const aep = parseNumber(number)
    if (OTHER_NUMBER.test(rest) || !isOne || aep === 0) break
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
  const isTied = /[-\u2010\u2011.#]/.test(text.charAt(start - 1))
  return isTied || /^(?:[-\u2010\u2011_]\p{L}|['\u2019]s\b)/u.test(after) ? 'compound' : 'words'
}
