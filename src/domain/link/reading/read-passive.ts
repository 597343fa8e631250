import { isIntroduction } from './introduction.ts'
import { type Judgement, NAMED, type Place } from './judgement.ts'
import { closingAfter, isBracketEnd, isListMark, isOwnNoun, wordAt } from './look-around.ts'
import { isForeign } from './other-release.ts'
import { phrasalVerbAt } from './phrasal-verb.ts'
import type { Token } from './tokens.ts'
import {
  ADVERBS,
  ARRIVES,
  AUXILIARIES,
  CONDITIONS,
  isStop,
  PAST_AUXILIARIES,
  PREPOSITIONS,
  stateOf,
  verbForm,
} from './vocabulary.ts'

/**
 * `AEP-76 and AEP-78 are enabled`, `AEP-76 ships`, `AEP-76 will go live`.
 * @param from where the subject begins
 */
export function readPassive(
  tokens: readonly Token[],
  at: number,
  place: Place,
  from = at,
): Judgement | undefined {
  if (isConditional(tokens, from)) return undefined
  let isPast = false
  let isPerfect = false
  let hasAuxiliary = false
  let isBare = true
  for (let index = at + 1, words = 0; index < tokens.length && words <= 8; index++) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.kind === 'aep') {
      words = 0
      continue
    }
    if (token.kind === 'mark') {
      if (token.mark === '(') index = closingAfter(tokens, index)
      else if (token.mark !== ',' && token.mark !== '&' && !isBracketEnd(token)) break
      continue
    }
    const { word } = token
    if (word === 'and' || ADVERBS.has(word) || word === 'which' || word === 'to') continue
    if (AUXILIARIES.has(word)) {
      hasAuxiliary = true
      continue
    }
    if (PAST_AUXILIARIES.has(word)) {
      // `has been added`, told in the text of a release, is told of the release.
      isPerfect = word === 'been' && /^(?:has|have)$/.test(wordAt(tokens, index - 1) ?? '')
      isPast = true
      hasAuxiliary = true
      continue
    }
    if (MODALS.has(word)) return NAMED
    const sense = hasAuxiliary ? (phrasalVerbAt(tokens, index)?.sense ?? stateOf(word)) : undefined
    if (sense !== undefined) {
      const isLast = endsClause(tokens, index)
      const isDone = isPerfect && verbForm(word) !== undefined && isLast
      if (isPast && !isDone && !isByThisRelease(tokens, index)) return NAMED
      // `Fees, as specified in AEP-76, are included in the price`
      if (from !== at && !isLast && !isByThisRelease(tokens, index)) return NAMED
      return isByAnother(tokens, index, place) ? NAMED : { says: sense, by: 'verb' }
    }
    if (hasAuxiliary && word === 'part') {
      return /^(?:this|the)$/.test(wordAt(tokens, index + 2) ?? '') && isOwnNoun(tokens, index + 3)
        ? { says: 'delivers', by: 'verb' }
        : NAMED
    }
    if (ARRIVES.has(word) && isBare) return { says: 'delivers', by: 'verb' }
    if (isStop(word) || PREPOSITIONS.has(word) || hasAuxiliary) return undefined
    if (verbForm(word) !== undefined) return undefined
    isBare = false
    words++
  }
  return undefined
}

/** `AEP-76 can be enabled`: that it is so is not said. */
const MODALS: ReadonlySet<string> = new Set(['can', 'must', 'needs', 'ought'])

/** `once AEP-76 is enabled`. */
function isConditional(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && at - index <= 12; index--) {
    const token = tokens[index]
    if (token?.kind === 'mark' && !isListMark(token.mark)) return false
    if (token?.kind === 'word' && CONDITIONS.has(token.word)) {
      return !isIntroduction(tokens, index)
    }
  }
  return false
}

/** Nothing is added to it that could tell of another time or place. */
function endsClause(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next === undefined || (next.kind === 'mark' && /^[.;!]$/.test(next.mark))
}

function isByThisRelease(tokens: readonly Token[], at: number): boolean {
  for (let index = at + 1; index <= at + 3; index++) {
    if (wordAt(tokens, index) === 'this') {
      const isIn = /^(?:in|by|with|of|through|via|within)$/.test(wordAt(tokens, index - 1) ?? '')
      return isIn && isOwnNoun(tokens, index + 1)
    }
  }
  return false
}

/** `is implemented by AEP-80`. */
function isByAnother(tokens: readonly Token[], at: number, place: Place): boolean {
  const word = wordAt(tokens, at + 1)
  if (word === undefined || !PREPOSITIONS.has(word)) return false
  return tokens[at + 2]?.kind === 'aep' || isForeign(tokens, at + 2, place)
}

/** `AEP-76 was left out`: it begins a clause of its own, so that no verb before it has it as its object. */
export function isClauseSubject(tokens: readonly Token[], at: number): boolean {
  let index = at + 1
  while (isBracketEnd(tokens[index]) || ADVERBS.has(wordAt(tokens, index) ?? '')) index++
  const word = wordAt(tokens, index) ?? ''
  return AUXILIARIES.has(word) || PAST_AUXILIARIES.has(word) || MODALS.has(word)
}
