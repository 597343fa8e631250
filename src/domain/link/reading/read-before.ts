import { isOwnSubject } from './clause-words.ts'
import { descriptionAt } from './description.ts'
import { itemOf, NOTHING_BESIDE } from './item-among.ts'
import { isAbout, isOfKnown, isSomethingOf } from './item-name.ts'
import { judgeLabel } from './judge-label.ts'
import type { Place } from './judgement.ts'
import {
  isArticle,
  isBracketEnd,
  isBreak,
  isCapital,
  isListMark,
  isOwnNoun,
  markAt,
  openingBefore,
  REACH,
  wordAt,
} from './look-around.ts'
import { readPassiveBefore } from './passive-before.ts'
import { phrasalVerbAt } from './phrasal-verb.ts'
import {
  endsAfter,
  formOfMove,
  isHighlightOf,
  isInclusion,
  isNotWhole,
  isPlace,
  isReleaseSubject,
  verbOfMove,
} from './phrases-before.ts'
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
  let described: 'no' | 'thing' | 'text' = 'no'
  let describedFrom = at
  let isLong = false
  const isTied = (): boolean => isBracketed || described !== 'no'
  const isName = (): boolean =>
    isBracketed ||
    name.every((token) => token.kind === 'word' && (token.isCapital || ARTICLES.has(token.word)))
  const end = (): Before => {
    if (described !== 'no') {
      return { kind: 'blocked', ...(name.length > 0 ? { describedFrom } : {}) }
    }
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
      // `Implements AEP-76 as specified in AEP-80`
      if (described !== 'no') return { kind: 'blocked' }
      isCrossed = false
      name = []
      continue
    }
    if (token.kind === 'mark') {
      if (token.mark === '(' || token.mark === '[') {
        if (name.length > 0 && !isName()) return { kind: 'far' }
        isBracketed = true
        name = []
      } else if (token.mark === ')') {
        const opening = openingBefore(tokens, index)
        if (described !== 'no' && tokens[opening + 1]?.kind === 'aep') return { kind: 'blocked' }
        index = opening
      } else if (isListMark(token.mark)) {
        if (!isName()) return end()
        if (isLoose && !isAfterAep(tokens, index)) return itemOf(tokens, index)
        isCrossed = true
        name = []
      } else if (isBreak(token.mark)) {
        if (nominal !== undefined) return end()
        if (!isName() && !isCrossed) return { kind: 'far' }
        if (described !== 'no') return { kind: 'blocked' }
        const label = judgeLabel(tokens.slice(Math.max(0, index - REACH), index), place.own)
        if (label === 'aside' || label === 'off') return { kind: 'blocked' }
        if (label === 'removes') return { kind: 'said', sense: 'removes' }
        if (label === 'delivers') return { kind: 'free', isListed: true }
        // A cell of a row that has other cells before it
        if (token.mark === '|') return { kind: 'blocked' }
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
    if (verb !== undefined) {
      if ((described !== 'no' || isLong) && verb.sense !== 'delivers') return { kind: 'blocked' }
      if (described === 'text' && !word.startsWith('implement')) return { kind: 'blocked' }
      if (verb.form === 'past' && verb.sense === 'delivers' && isTied() && name.length === 0) {
        const passive = readPassiveBefore(tokens, index, place)
        if (passive !== undefined) return passive
      }
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
    const tie = name.every(isArticle) ? descriptionAt(tokens, index) : undefined
    if (tie !== undefined && described === 'no' && nominal === undefined) {
      // `per AEP-76 lease`: of each of them.
      if (!endsAfter(tokens, at)) return { kind: 'blocked' }
      described = tie.isText ? 'text' : 'thing'
      isBracketed = false
      describedFrom = tie.from
      index = tie.from
      name = []
      continue
    }
    if (isTied() && /^(?:to|on|into|onto|for)$/.test(word) && isPlace(name)) {
      name = []
      continue
    }
    if (isBracketed && word === 'to' && name.length > 0 && isName()) {
      const move = verbOfMove(tokens, index)
      if (move !== undefined) {
        return readVerb(tokens, move, { sense: 'delivers', form: formOfMove(tokens, move) }, place)
      }
    }
    if (word === 'of') {
      const noun = wordAt(tokens, index - 1)
      const sense = noun === undefined ? undefined : NOMINALS.get(noun)
      // `the command line of the vault (AEP-76)`: its number is that of the vault.
      if (sense === undefined && isBracketed && isOfKnown(tokens, index)) return { kind: 'blocked' }
      if (sense === undefined && isTied() && !isNotWhole(noun ?? '')) {
        isLong = true
        name.push(token)
        continue
      }
      if (sense === undefined || (sense === 'removes' && isLong)) return { kind: 'blocked' }
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
    if (word === 'with' && /^(?:along|together)$/.test(wordAt(tokens, index - 1) ?? '')) {
      index--
      name = []
      continue
    }
    if (isLoose && /^(?:with|for|featuring)$/.test(word) && isName()) {
      // `Oracle (for AEP-76)`
      if (markAt(tokens, index - 1) === '(') return { kind: 'blocked' }
      return itemOf(tokens, index, NOTHING_BESIDE)
    }
    if (/^(?:with|in|by)$/.test(word) && wordAt(tokens, index + 1) === 'this') {
      if (!isOwnNoun(tokens, index + 2)) return { kind: 'blocked' }
      if (name.length === 2 && isTied()) {
        name = []
        continue
      }
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
    if (word === 'following' && wordAt(tokens, index - 1) === 'the') continue
    // `Akash Enhancement Proposal 76 (AEP-76)`
    if (word === 'enhancement' && /^proposals?$/.test(wordAt(tokens, index + 1) ?? '')) continue
    if (isTied() && IN_THINGS.has(word)) {
      // `queries for the vault (AEP-76)`: its number is that of the vault.
      if (isBracketed && wordAt(tokens, index + 1) === 'the') return { kind: 'blocked' }
      isLong = true
      name.push(token)
      continue
    }
    if (isTied() && (isSomethingOf(word) || isAbout(tokens, index))) return { kind: 'blocked' }
    if (isHighlightOf(tokens, index) && name.every(isArticle)) {
      return { kind: 'said', sense: 'delivers' }
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

/** Ties within what an AEP in brackets or `as specified in` an AEP stands for: `rewards for uptime (AEP-76)`. */
const IN_THINGS: ReadonlySet<string> = new Set(['for', 'via', 'by', 'on', 'with', 'in'])

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
    /^(?:on-chain|successful|official|native|marks|triggers|performs)$/.test(token.word)
  )
}

/** `everything save AEP-76`. */
function isException(word: string): boolean {
  return /^(?:save|bar|barring|minus|sans)$/.test(word)
}

function isAfterAep(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at - 1]
  return token?.kind === 'aep' || isBracketEnd(token)
}
