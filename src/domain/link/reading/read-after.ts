import type { Place } from './judgement.ts'
import { closingAfter, isBracketEnd, isIfPassed, markAt, REACH, wordAt } from './look-around.ts'
import { isForeign } from './other-release.ts'
import { isPutOnList } from './put-on-list.ts'
import type { Token } from './tokens.ts'
import {
  ARTICLES,
  AUXILIARIES,
  CLAUSE_STARTS,
  ELSEWHERE,
  isDenial,
  isPartOf,
  isStop,
  NOMINALS,
  PAST_AUXILIARIES,
  PREPOSITIONS,
  SUPPORT,
  stateOf,
  verbForm,
} from './vocabulary.ts'

/** `planned`: it is taken from a plan, so that what removes it there removes nothing. */
export type After = 'nothing' | 'part' | 'planned' | 'removal' | 'elsewhere' | 'denied'

/** Looks right of the AEP, past its list: `fixes`, `in a later upgrade`, `not included`. */
export function readAfter(tokens: readonly Token[], at: number, place: Place): After {
  let part: After = 'nothing'
  let isExplained = false
  let index = at + 1
  while (isBracketEnd(tokens[index])) index++
  const next = markAt(tokens, index)
  const first = next === ':' || next === '-' || next === '\u2013' ? index + 1 : index
  const word = wordAt(tokens, first)
  if (word !== undefined) {
    if (NOMINALS.get(word) === 'removes') part = 'removal'
    else if (isPartOf(word) || isUndone(tokens, first)) part = 'part'
  }
  for (; index < tokens.length && index - at <= REACH; index++) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.kind === 'mark') {
      isExplained ||= token.mark === ':'
      if (token.mark === '(' && namesAep(tokens, index)) index = closingAfter(tokens, index)
      else if (token.mark === ';' || token.mark === ')') break
      if (token.mark === ',' && !isList(tokens, index)) {
        if (isTakenBack(tokens, index + 1, place)) return 'elsewhere'
        break
      }
      continue
    }
    if (token.kind !== 'word') continue
    if (isTakenBack(tokens, index, place)) return 'elsewhere'
    if (CLAUSE_STARTS.has(token.word)) break
    if (token.word === 'if' && !isIfPassed(tokens, index)) return 'elsewhere'
    if (token.word === 'and' && !isList(tokens, index)) break
    if (isDenial(token.word) && wordAt(tokens, index + 1) !== 'only') {
      const bearing = readDenial(tokens, index)
      if (bearing !== 'beside') return bearing
      break
    }
    if (isExplained && /^(?:may|might|could|should)$/.test(token.word)) {
      // `AEP-76: tenants may ask for it`; not `AEP-76: it may come`.
      const subject = wordAt(tokens, index - 1) ?? 'it'
      const deed = wordAt(tokens, index + 1) ?? 'be'
      const isItsOwn = /^(?:it|this|which|that)$/.test(subject) || deed === 'be'
      if (!isItsOwn && verbForm(deed) === undefined) continue
    }
    if (ELSEWHERE.has(token.word) && !isIfPassed(tokens, index)) return 'elsewhere'
    if (isForeign(tokens, index, place)) return 'elsewhere'
    if (isPutOnList(tokens, index)) return token.word === 'from' ? 'planned' : 'part'
  }
  return part
}

/** `AEP-55 is superseded`, `AEP-55 being replaced`: told of the AEP, whatever was told before. */
function isUndone(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at) ?? ''
  if (!AUXILIARIES.has(word) && !PAST_AUXILIARIES.has(word)) return false
  return isStop(wordAt(tokens, at + 1) ?? '')
}

/**
 * What a denial after an AEP says of it: `AEP-76 is not included`; or of something beside it: `without a halt`, `except
 * AEP-78`; what is excepted from it leaves a part.
 */
function readDenial(tokens: readonly Token[], at: number): 'denied' | 'beside' | 'part' {
  const word = wordAt(tokens, at) ?? ''
  if (word === 'without' || (word === 'no' && wordAt(tokens, at - 1) === 'with')) return 'beside'
  if (!/^(?:except|excluding|excludes|omits)$/.test(word)) return 'denied'
  return isList(tokens, at) ? 'beside' : 'part'
}

/** Whether nothing is told of a phrase that ends with an AEP: `Implementing AEP-76 on mainnet.` */
export function endsPhrase(tokens: readonly Token[], at: number): boolean {
  for (let index = at + 1; index < tokens.length && index - at <= REACH; index++) {
    const token = tokens[index]
    if (token?.kind === 'mark' && token.mark === '(') index = closingAfter(tokens, index)
    else if (token?.kind === 'word') {
      const isOver = PREPOSITIONS.has(token.word) && !AUXILIARIES.has(token.word)
      if (isOver && !PAST_AUXILIARIES.has(token.word)) return true
      if (token.word !== 'and' && !ARTICLES.has(token.word) && !SUPPORT.has(token.word))
        return false
    }
  }
  return true
}

/** Whether an AEP follows a comma or an `and`. */
function isList(tokens: readonly Token[], at: number): boolean {
  for (let index = at + 1; index < tokens.length && index - at <= 3; index++) {
    const token = tokens[index]
    if (token?.kind === 'aep') return true
    if (token?.kind === 'word' && !ARTICLES.has(token.word) && token.word !== 'and') return false
  }
  return false
}

/** Whether a bracket holds another AEP, so that its words are about that one. */
function namesAep(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at, closingAfter(tokens, at)).some(({ kind }) => kind === 'aep')
}

const OFF =
  /^(?:disabled|deactivated|inactive|dormant|off|unimplemented|unfinished|incomplete|postponed|deferred)$/

/** `but not activated`, `which stays disabled`, `not yet enabled`: what is brought without coming into force. */
function isTakenBack(tokens: readonly Token[], at: number, place: Place): boolean {
  const first = wordAt(tokens, at) ?? ''
  const isRemark = isDenial(first) || OFF.test(first)
  if (!isRemark && !/^(?:but|though|although|yet|which|that|still)$/.test(first)) return false
  for (let index = isRemark ? at : at + 1; index <= at + 5; index++) {
    const word = wordAt(tokens, index)
    if (word === undefined) return false
    if (OFF.test(word) || isForeign(tokens, index, place)) return true
    if (isDenial(word)) {
      const next = wordAt(tokens, index + 1) ?? ''
      const state = /^(?:yet|fully)$/.test(next) ? (wordAt(tokens, index + 2) ?? '') : next
      return stateOf(state) === 'delivers'
    }
  }
  return false
}
