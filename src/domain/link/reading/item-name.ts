import { isSomewhere } from './clause-words.ts'
import type { Place } from './judgement.ts'
import { isBracketEnd, isListMark, REACH, wordAt } from './look-around.ts'
import { isForeign } from './other-release.ts'
import type { Token } from './tokens.ts'
import {
  ELSEWHERE,
  isDenial,
  isPartOf,
  isStop,
  NOMINALS,
  PREPOSITIONS,
  verbForm,
} from './vocabulary.ts'

/** Prepositions that a name can hold: `Confidential compute via Kata containers`, `Deposits by several accounts`. */
const IN_NAMES: ReadonlySet<string> = new Set([
  ...['of', 'for', 'with', 'to', 'via', 'on', 'in', 'by', 'from', 'through', 'per', 'over', 'at'],
  ...['into', 'within', 'is', 'are', 'be'],
])
/** What follows on these is about something else than the whole item. */
const TURNS: ReadonlySet<string> = new Set([
  ...['if', 'when', 'whenever', 'unless', 'whether', 'where', 'while', 'towards', 'toward'],
])
const NO_PLACE = { own: new Set<string>(), list: 'none', isTitle: false } as const
/** First words by which an item is about something of an AEP: `Parameters of the vault (AEP-76)`. */
const SOMETHING_OF =
  /^(?:param|notes?$|guideline|quer(?:y|ies)$|events?$|dashboard|metric|telemetry|logging|tooling|wording|typo|clean-?up|scaffold|stub|placeholder|tuning|smaller|minor|config$|configuration|preparation|removal|deletion|tweak|change$|changes$|adjust|chore$|debug|benchmark|simulation|example|tutorial|guide)/
/** Whether a word is for something about a thing rather than for the thing: `metrics`, `documentation`. */
export function isSomethingOf(word: string): boolean {
  if (/^(?:changes?|support|improvements?|configurable)$/.test(word)) return false
  return SOMETHING_OF.test(word) || isPartOf(word)
}

const ABOUT =
  /^(?:work|progress|status|state|design|report|information|news|timeline|overview|commands?|interfaces?|views?|lines?|research|efforts?)$/

/** `work on the vault`, `path to confidential compute`: about a thing, and not the thing. */
export function isAbout(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at) ?? ''
  const tie = wordAt(tokens, at + 1) ?? ''
  if (/^(?:path|road|introduction|steps?|way)$/.test(word)) return /^(?:to|towards?)$/.test(tie)
  return ABOUT.test(word) && /^(?:of|on|for|about|with|in|around|towards?)$/.test(tie)
}

/** Stops elsewhere, which in the name of a thing only tell what it does: `Allows tenants to ask for TEEs (AEP-83)`. */
const DEEDS = /^(?:allow|let|help|request|ask|pay|us(?:e|es|ed)$)/

/** Whether an AEP stands alone in brackets, or alone in the last cell of a row, at the end of a sentence. */
function openingOfLast(tokens: readonly Token[], at: number): number | undefined {
  let from = at - 1
  while (isOfList(tokens[from])) from--
  const opening = tokens[from]
  if (opening?.kind !== 'mark') return undefined
  const isCell = opening.mark === '|'
  if (!isCell && opening.mark !== '(') return undefined
  let to = at + 1
  while (isOfList(tokens[to])) to++
  while (isBracketEnd(tokens[to])) to++
  const next = tokens[to]
  const isLast =
    next === undefined || (next.kind === 'mark' && /^[.;,:|\u2013\u2014-]$/.test(next.mark))
  return isLast ? from : undefined
}

function isOfList(token: Token | undefined): boolean {
  if (token?.kind === 'mark') return isListMark(token.mark)
  return token?.kind === 'aep' || (token?.kind === 'word' && token.word === 'and')
}

/**
 * Whether an item of contents, or a title, is no more than the name of what it brings, with the AEP in brackets at its end:
 * `Confidential compute via Kata containers (AEP-83)`; not `Groundwork for confidential compute (AEP-83)`.
 */
export function isNamedItem(tokens: readonly Token[], at: number, place: Place): boolean {
  const opening = openingOfLast(tokens, at)
  if (opening === undefined || opening === 0) return false
  let first = opening
  const isMove = isMoved(tokens, opening)
  for (let index = opening - 1; index >= 0; index--) {
    if (opening - index > REACH) return false
    const token = tokens[index]
    if (token === undefined || token.kind === 'aep') return false
    if (token.kind === 'mark') {
      // `The oracle (AEP-80) and the vault of all (AEP-76)`: what stands before was the item before.
      if (token.mark === ')' && tokens[index - 1]?.kind === 'aep') break
      continue
    }
    if (isTurned(tokens, index, isMove ? NO_PLACE : place) || isAbout(tokens, index)) return false
    first = index
  }
  // The number of a pull request
  while (/^\d+$/.test(wordAt(tokens, first) ?? '')) first++
  if (first === opening) return true
  const word = wordAt(tokens, first)
  const isMigration = word !== undefined && /^(?:migration|bump)/.test(word)
  if (isMigration && !isMove) return false
  if (word === undefined || SOMETHING_OF.test(word) || NOMINALS.get(word) === 'removes')
    return false
  for (let index = first; index < opening; index++) {
    const verb = verbForm(wordAt(tokens, index) ?? '')
    if (verb === undefined) continue
    const isDeed = index === first || verb.form === 'gerund'
    if (verb.sense !== 'delivers' || !isDeed) return false
  }
  return true
}

/** `Upgrade of Cosmos SDK to v0.53`: the version is one of something else. */
function isMoved(tokens: readonly Token[], end: number): boolean {
  const from = Math.max(0, end - REACH)
  let isMove = false
  for (let index = from; index < end; index++) {
    const word = wordAt(tokens, index) ?? ''
    if (isMove && word === 'to') return true
    isMove ||= /^(?:migrat|upgrad|bump)/.test(word)
  }
  return false
}

/** `of the vault`: of what is there already; not `of the new modules`, `of the chain`. */
export function isOfKnown(tokens: readonly Token[], preposition: number): boolean {
  if (wordAt(tokens, preposition + 1) !== 'the') return false
  const word = wordAt(tokens, preposition + 2) ?? ''
  return word !== 'new' && !isSomewhere(word)
}

function isTurned(tokens: readonly Token[], index: number, place: Place): boolean {
  const word = wordAt(tokens, index) ?? ''
  if (isDenial(word) || ELSEWHERE.has(word) || TURNS.has(word)) return true
  if (PREPOSITIONS.has(word)) {
    // `Settlement with the oracle (AEP-80)`: its number is that of the oracle.
    if (/^(?:with|from|by|via|of|for|on)$/.test(word) && isOfKnown(tokens, index)) return true
    return !IN_NAMES.has(word)
  }
  return (isStop(word) && !DEEDS.test(word)) || isForeign(tokens, index, place)
}
