import { isDenial } from './judge-label.ts'
import type { Place } from './judgement.ts'
import { isBreak, isIfPassed, REACH, wordAt } from './look-around.ts'
import { isForeign } from './other-release.ts'
import type { Token } from './tokens.ts'
import {
  ADVERBS,
  CLAUSE_STARTS,
  ELSEWHERE,
  isStop,
  PREPOSITIONS,
  type VerbForm,
} from './vocabulary.ts'

export type Before =
  /** `isSubject`: as `Implementing AEP-76`, of which the rest of the sentence may tell more. */
  | { readonly kind: 'said'; readonly sense: VerbForm['sense']; readonly isSubject?: boolean }
  | { readonly kind: 'denied' }
  /** Something stands between. */
  | { readonly kind: 'blocked' }
  /** Nothing but words of a name; it may be a whole phrase. */
  | { readonly kind: 'far' }
  /** It stands first, in brackets, or among its like. `isListed`: under a label that brings it. */
  | { readonly kind: 'free'; readonly isListed: boolean }

/** Whether a verb that was found makes its object true: who does it, when, and under which condition. */
export function readVerb(
  tokens: readonly Token[],
  at: number,
  { sense, form }: VerbForm,
  place: Place,
): Before {
  const blocked = { kind: 'blocked' } as const
  let subject = at - 1
  while (ADVERBS.has(wordAt(tokens, subject) ?? '')) subject--
  const previous = tokens[subject]
  const isFirst = previous === undefined || isOpening(previous)
  if (form === 'past' && !isFirst) return blocked
  if (form === 'base' && previous?.kind === 'word') {
    if (/^(?:can|must|cannot|may|might|could|should)$/.test(previous.word)) return blocked
    if (previous.word === 'to' && !isAimed(tokens, subject)) return blocked
  }
  if (form === 'gerund' && previous?.kind === 'word') {
    const isMeans = previous.word === 'by' || previous.word === 'and'
    if (!isMeans && (PREPOSITIONS.has(previous.word) || isStop(previous.word))) return blocked
  }
  // `AEP-80 enables AEP-76` tells of the AEPs, not of the release.
  if (previous?.kind === 'aep') return blocked
  const isSubject = form === 'gerund' && isFirst
  return readSubject(tokens, subject, place) ?? { kind: 'said', sense, isSubject }
}

/** The words of the clause before its verb. undefined: they change nothing. */
function readSubject(tokens: readonly Token[], from: number, place: Place): Before | undefined {
  for (let index = from; index >= 0 && from - index <= REACH; index--) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.kind === 'mark' && token.mark === ':' && isPutOff(tokens, index)) {
      return { kind: 'blocked' }
    }
    if (token.kind === 'mark' && (isBreak(token.mark) || token.mark === ';')) break
    if (token.kind !== 'word') continue
    const { word } = token
    if (CLAUSE_STARTS.has(word)) return word === 'but' ? undefined : { kind: 'blocked' }
    if (isDenial(word)) {
      if (wordAt(tokens, index + 1) === 'only') continue
      // `does not change fees and implements AEP-76`: what was denied is another verb.
      return hasVerbBetween(tokens, index, from) ? undefined : { kind: 'denied' }
    }
    if (isIfPassed(tokens, index)) continue
    if (ELSEWHERE.has(word) || isForeign(tokens, index, place)) return { kind: 'blocked' }
    if (/^(?:if|when|whenever|until|unless|before|after|whether)$/.test(word)) {
      return { kind: 'blocked' }
    }
  }
  return undefined
}

/** Words and marks a label has before its colon. */
const LONGEST_LABEL = 8

/** `Next steps: implement AEP-76`, `Out of scope:`, `Not included:`: what follows is done elsewhere or never. */
function isPutOff(tokens: readonly Token[], colon: number): boolean {
  if (colon > LONGEST_LABEL) return false
  return tokens.slice(0, colon).some((token, at) => {
    if (token.kind !== 'word' || isIfPassed(tokens, at)) return false
    const { word } = token
    if (isDenial(word) || ELSEWHERE.has(word)) return true
    return word === 'roadmap' || (word === 'scope' && wordAt(tokens, at - 2) === 'out')
  })
}

/** Whether a verb, told apart by a conjunction, stands between two places. */
function hasVerbBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from + 1; index <= to; index++) {
    const word = wordAt(tokens, index)
    if (word === 'and' || word === 'but') return true
  }
  return false
}

/** `upgrades the chain to implement AEP-76`; not `is required to implement`, `plans to implement`. */
function isAimed(tokens: readonly Token[], to: number): boolean {
  for (let index = to - 1; index >= 0 && to - index <= 3; index--) {
    const word = wordAt(tokens, index)
    if (word === undefined) break
    if (word.startsWith('propos')) return true
    if (
      isStop(word) ||
      /^(?:enabl|need|want|wish|able|ready|possible|continue|start|begin|work)/.test(word)
    ) {
      return false
    }
  }
  return true
}

/** Whether nothing before a verb is its subject. */
function isOpening(token: Token): boolean {
  if (token.kind === 'mark') return token.mark !== ')' && token.mark !== ','
  return token.kind === 'word' && token.word === 'and'
}
