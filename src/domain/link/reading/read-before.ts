import { isOwnSubject } from './clause-words.ts'
import { judgeLabel } from './judge-label.ts'
import type { Place } from './judgement.ts'
import {
  isArticle,
  isBracketEnd,
  isBreak,
  isCapital,
  isListMark,
  isOwnNoun,
  openingBefore,
  REACH,
  wordAt,
} from './look-around.ts'
import { phrasalVerbAt } from './phrasal-verb.ts'
import { type Before, readVerb } from './read-verb.ts'
import type { Token } from './tokens.ts'
import {
  ARTICLES,
  ELSEWHERE,
  isDenial,
  isStop,
  NOMINALS,
  PREPOSITIONS,
  SUPPORT,
  type VerbForm,
  verbForm,
} from './vocabulary.ts'

/** Words a name can have between a verb and the number. */
const LONGEST_NAME = 12
/** Words of a name that stand after its number. */
const LONGEST_TAIL = 3

/** Walks left from the AEP to the verb that governs it. */
export function readBefore(tokens: readonly Token[], at: number, place: Place): Before {
  const isLoose = place.isTitle || place.list !== 'none'
  let name: Token[] = []
  let isBracketed = false
  let isCrossed = false
  let nominal: VerbForm['sense'] | undefined
  let isAsDescribed = false
  const isName = (): boolean =>
    isBracketed ||
    name.every((token) => token.kind === 'word' && (token.isCapital || ARTICLES.has(token.word)))
  const end = (): Before => {
    if (isAsDescribed) return { kind: 'blocked' }
    if (nominal !== undefined) {
      // `Pauses the rollout of AEP-76`: a verb that is not known may do anything to it.
      return name.every(isOfNominal)
        ? { kind: 'said', sense: nominal, isSubject: true }
        : { kind: 'blocked' }
    }
    return isName() ? { kind: 'free', isListed: false } : { kind: 'far' }
  }
  for (let index = at - 1; index >= 0 && at - index <= REACH; index--) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.kind === 'aep') {
      // `AEP-80 oracle and AEP-81`: the words belong to the AEP before them.
      const isTail = isCrossed && name.length <= LONGEST_TAIL
      if (!name.every(isArticle) && !isTail) return { kind: 'blocked' }
      isCrossed = false
      name = []
      continue
    }
    if (token.kind === 'mark') {
      if (token.mark === '(' || token.mark === '[') {
        if (name.length > 0 && !isName()) return { kind: 'far' }
        isBracketed = true
        name = []
      } else if (token.mark === ')') index = openingBefore(tokens, index)
      else if (isListMark(token.mark)) {
        if (!isName()) return end()
        if (isLoose && !isAfterAep(tokens, index)) return itemOf(tokens, index)
        isCrossed = true
        name = []
      } else if (isBreak(token.mark)) {
        if (nominal !== undefined) return end()
        if (!isName() && !isCrossed) return { kind: 'far' }
        if (isAsDescribed) return { kind: 'blocked' }
        const label = judgeLabel(tokens.slice(Math.max(0, index - REACH), index))
        if (label === 'aside' || label === 'off') return { kind: 'blocked' }
        if (label === 'removes') return { kind: 'said', sense: 'removes' }
        if (label === 'delivers') return { kind: 'free', isListed: true }
        return isLoose ? { kind: 'free', isListed: false } : { kind: 'far' }
      }
      continue
    }
    const { word } = token
    if (isDenial(word)) {
      const isOnly = wordAt(tokens, index + 1) === 'only'
      if (!isOnly) return { kind: 'denied' }
      continue
    }
    if (ELSEWHERE.has(word)) return { kind: 'blocked' }
    if (isException(word) && name.every(isArticle)) return { kind: 'denied' }
    const phrasal = phrasalVerbAt(tokens, index - 1)
    if (phrasal !== undefined) {
      return readVerb(tokens, index - 1, throughNominal(phrasal, nominal), place)
    }
    const verb = verbForm(word)
    if (
      verb !== undefined &&
      (word === 'following' || !isAsDescribed || word.startsWith('implement'))
    ) {
      return readVerb(tokens, index, throughNominal(verb, nominal), place)
    }
    if (word === 'and' || word === 'or' || word === 'plus') {
      if (!isName()) return { kind: 'blocked' }
      if (isLoose && !isAfterAep(tokens, index)) return itemOf(tokens, index)
      isCrossed = true
      name = []
      continue
    }
    if (isInclusion(word)) {
      name = []
      continue
    }
    if (word === 'of') {
      const noun = wordAt(tokens, index - 1)
      const sense = noun === undefined ? undefined : NOMINALS.get(noun)
      if (sense === undefined) return { kind: 'blocked' }
      nominal ??= sense
      name = []
      index--
      continue
    }
    if (word === 'for' && SUPPORT.has(wordAt(tokens, index - 1) ?? '')) {
      index--
      continue
    }
    if (
      word === 'well' &&
      wordAt(tokens, index - 1) === 'as' &&
      wordAt(tokens, index + 1) === 'as'
    ) {
      index--
      name = []
      continue
    }
    if (word === 'as' && wordAt(tokens, index - 1) === 'well') continue
    if ((word === 'in' || word === 'by') && isDescription(wordAt(tokens, index - 1))) {
      isAsDescribed = true
      if (wordAt(tokens, index - 2) === 'as') index--
      index--
      name = []
      continue
    }
    if (word === 'with' && /^(?:along|together)$/.test(wordAt(tokens, index - 1) ?? '')) {
      index--
      name = []
      continue
    }
    if (isLoose && /^(?:with|for|featuring)$/.test(word) && isName()) {
      return itemOf(tokens, index, NOTHING_BESIDE)
    }
    if (/^(?:with|in|by)$/.test(word) && wordAt(tokens, index + 1) === 'this') {
      if (!isOwnNoun(tokens, index + 2)) return { kind: 'blocked' }
      return name.length === 2 ? { kind: 'free', isListed: false } : { kind: 'far' }
    }
    if (
      /^(?:via|on|of)$/.test(word) &&
      isCapital(tokens[index - 1]) &&
      isCapital(tokens[index + 1])
    ) {
      name.push({ ...token, isCapital: true })
      continue
    }
    if (PREPOSITIONS.has(word) || isStop(word)) {
      return nominal === undefined || !isReleaseSubject(tokens, index)
        ? { kind: 'blocked' }
        : { kind: 'said', sense: nominal }
    }
    name.push(token)
    if (name.length > LONGEST_NAME) return { kind: 'blocked' }
  }
  return end()
}

/** `includes the removal of AEP-76` removes it; of `reverts the removal of AEP-76` only its name is plain. */
function throughNominal(verb: VerbForm, nominal: VerbForm['sense'] | undefined): VerbForm {
  if (nominal !== 'removes') return verb
  return { ...verb, sense: verb.sense === 'delivers' ? 'removes' : 'amends' }
}

/** `Mainnet activation of AEP-76`, `Successful rollout`. */
function isOfNominal(token: Token): boolean {
  if (token.kind !== 'word') return false
  return (
    isArticle(token) ||
    isOwnSubject(token.word) ||
    /^(?:on-chain|successful|official|native)$/.test(token.word)
  )
}

/** `everything save AEP-76`. */
function isException(word: string): boolean {
  return /^(?:save|bar|barring|minus|sans)$/.test(word)
}

/** Items that stand beside an AEP in a list without a word about it. */
const FIXES_BESIDE: ReadonlySet<string> = new Set([
  ...['bug', 'bugs', 'fix', 'fixes', 'bugfixes', 'improvements', 'patches'],
])
const NOTHING_BESIDE: ReadonlySet<string> = new Set()

/** An item among others: what stands before it matters only if it turns the whole. */
function itemOf(tokens: readonly Token[], at: number, beside = FIXES_BESIDE): Before {
  for (let index = at; index >= 0 && at - index <= REACH; index--) {
    const token = tokens[index]
    if (token?.kind === 'mark' && isBreak(token.mark)) break
    if (token?.kind !== 'word' || beside.has(token.word)) continue
    if (isDenial(token.word)) return { kind: 'denied' }
    const isTurned = verbForm(token.word)?.sense === 'removes'
    if (isTurned || isStop(token.word) || ELSEWHERE.has(token.word)) return { kind: 'blocked' }
  }
  return { kind: 'free', isListed: false }
}

function isAfterAep(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at - 1]
  return token?.kind === 'aep' || isBracketEnd(token)
}

/** `This upgrade is the implementation of AEP-76`. */
function isReleaseSubject(tokens: readonly Token[], copula: number): boolean {
  if (wordAt(tokens, copula) !== 'is') return false
  return /^(?:upgrade|release|proposal|update|version)$/.test(wordAt(tokens, copula - 1) ?? '')
}

function isInclusion(word: string): boolean {
  return /^(?:including|namely|notably|particularly|especially|specifically|incl)$/.test(word)
}

function isDescription(word: string | undefined): boolean {
  return word !== undefined && /^(?:specified|defined|described|outlined|proposed)$/.test(word)
}
