import { isAiming, isOwnSubject, isPurpose } from './clause-words.ts'
import type { Place } from './judgement.ts'
import { isOwnNoun, wordAt } from './look-around.ts'
import { readSubject } from './read-subject.ts'
import type { Token } from './tokens.ts'
import {
  ADVERBS,
  ARTICLES,
  isStop,
  PAST_AUXILIARIES,
  PREPOSITIONS,
  type VerbForm,
  verbForm,
} from './vocabulary.ts'

export type Before =
  /** `isSubject`: as `Implementing AEP-76`, of which the rest of the sentence may tell more. */
  | { readonly kind: 'said'; readonly sense: VerbForm['sense']; readonly isSubject?: boolean }
  | { readonly kind: 'denied' }
  /** Something stands between. */
  | {
      readonly kind: 'blocked'
      /** It only tells of which thing the sentence is: `Confidential compute, as specified in AEP-76, is enabled`. */
      readonly describedFrom?: number
    }
  /** Nothing but words of a name; it may be a whole phrase. */
  | { readonly kind: 'far' }
  /** It stands first, in brackets, or among its like. `isListed`: under a label that brings it. */
  | { readonly kind: 'free'; readonly isListed: boolean }

/** Whether a verb that was found makes its object true: who does it, when, and under which condition. */
export function readVerb(
  tokens: readonly Token[],
  at: number,
  verb: VerbForm,
  place: Place,
): Before {
  const { sense, form } = verb
  const blocked = { kind: 'blocked' } as const
  let subject = at - 1
  while (ADVERBS.has(wordAt(tokens, subject) ?? '')) subject--
  const previous = tokens[subject]
  const isFirst = previous === undefined || isOpening(previous)
  if (form === 'past' && !isFirst) return blocked
  if (verb.isEditorial === true && !isRelease(tokens, subject)) return blocked
  if (form === 'base' && previous?.kind === 'word') {
    if (/^(?:can|must|cannot|may|might|could|should)$/.test(previous.word)) return blocked
    if (previous.word === 'to' && !isAimed(tokens, subject)) return blocked
  }
  if (form === 'gerund' && previous?.kind === 'word') {
    const isMeans = previous.word === 'by' || previous.word === 'and'
    // `We stopped implementing`: of other verbs nobody knows what they make of it.
    if (!isMeans && !isOwnSubject(previous.word) && place.list !== 'delivers') return blocked
  }
  // `AEP-80 enables AEP-76` tells of the AEPs, not of the release.
  if (previous?.kind === 'aep') return blocked
  const isSubject = form === 'gerund' && isFirst
  return readSubject(tokens, subject, verb, place) ?? { kind: 'said', sense, isSubject }
}

/** `This upgrade`, `v2.2.0`, `Mainnet 19`, not `This vote`. */
function isRelease(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at) ?? ''
  if (/^\d{1,3}$/.test(word)) return wordAt(tokens, at - 1) === 'mainnet'
  return word !== 'proposal' && (isOwnNoun(tokens, at) || /^v\d/.test(word))
}

/** Words between `to implement` and the verb that it is the aim of. */
const NEAR = 8

/**
 * `upgrades the chain to implement AEP-76`, `is set to implement`; not `is required to implement`, `plans to implement`, `too
 * small to implement`: what is not plainly an aim of the release is none.
 */
function isAimed(tokens: readonly Token[], to: number): boolean {
  for (let index = to - 1; index >= 0 && to - index <= 3; index--) {
    const word = wordAt(tokens, index)
    if (word === undefined) break
    if (isAiming(word)) return !isOfEarlier(tokens, index)
    if (
      isStop(word) ||
      /^(?:too|enabl|need|want|wish|able|ready|possible|continue|start|begin|work|time)/.test(word)
    ) {
      return false
    }
  }
  if (isPurposeOfRelease(tokens, to)) return true
  if (isOwnNoun(tokens, to - 1) || isOwnSubject(wordAt(tokens, to - 1) ?? '')) return true
  for (let index = to - 1; index >= 0 && to - index <= NEAR; index--) {
    const word = wordAt(tokens, index)
    if (word === undefined || PREPOSITIONS.has(word)) return false
    const isUpgrading =
      /^upgrad(?:es|ing)$/.test(word) && !ARTICLES.has(wordAt(tokens, index - 1) ?? '')
    if (isUpgrading || verbForm(word)?.sense === 'delivers') return true
  }
  return false
}

/** `was going to`, `Proposal 350 to`. */
function isOfEarlier(tokens: readonly Token[], at: number): boolean {
  return (
    PAST_AUXILIARIES.has(wordAt(tokens, at - 1) ?? '') || /^\d+$/.test(wordAt(tokens, at + 1) ?? '')
  )
}

/** `The purpose of this upgrade is to implement`. */
function isPurposeOfRelease(tokens: readonly Token[], to: number): boolean {
  if (wordAt(tokens, to - 1) !== 'is' || !isOwnSubject(wordAt(tokens, to - 2) ?? '')) return false
  const of = [3, 4].find((back) => wordAt(tokens, to - back) === 'of')
  return of !== undefined && isPurpose(wordAt(tokens, to - of - 1) ?? '')
}

/** Whether nothing before a verb is its subject. */
function isOpening(token: Token): boolean {
  if (token.kind === 'mark') return token.mark !== ')' && token.mark !== ','
  return token.kind === 'word' && token.word === 'and'
}
