import { isMaker } from './clause-words.ts'
import { isSomethingOf } from './item-name.ts'
import type { Place } from './judgement.ts'
import { isBreak, isOwnNoun, REACH, wordAt } from './look-around.ts'
import { isForeign } from './other-release.ts'
import type { Before } from './read-verb.ts'
import type { Token } from './tokens.ts'
import {
  ADVERBS,
  AUXILIARIES,
  CONDITIONS,
  ELSEWHERE,
  isDenial,
  isStop,
  PREPOSITIONS,
  verbForm,
} from './vocabulary.ts'

/** Ties within the subject: `Support for deposits`, `A vault with prices of the oracle`. */
const IN_SUBJECTS: ReadonlySet<string> = new Set(['for', 'of', 'with', 'via'])

/**
 * `A new oracle module is added (AEP-80)`, `x/oracle has been introduced as described in AEP-80`: a participle whose subject is
 * what the AEP describes. undefined: it is no passive.
 * @param at place of the participle
 */
export function readPassiveBefore(
  tokens: readonly Token[],
  at: number,
  place: Place,
): Before | undefined {
  let index = at - 1
  while (
    ADVERBS.has(wordAt(tokens, index) ?? '') &&
    !/^(?:will|shall)$/.test(wordAt(tokens, index) ?? '')
  )
    index--
  const auxiliary = wordAt(tokens, index) ?? ''
  const isPerfect = auxiliary === 'been' && /^(?:has|have)$/.test(wordAt(tokens, index - 1) ?? '')
  if (!isPerfect && !AUXILIARIES.has(auxiliary)) return undefined
  index -= isPerfect ? 2 : 1
  const blocked = { kind: 'blocked' } as const
  for (let words = 0; index >= 0 && words < REACH; index--, words++) {
    const token = tokens[index]
    if (token === undefined || token.kind === 'aep') return blocked
    if (token.kind === 'mark') {
      if (isBreak(token.mark) || token.mark === ';') break
      continue
    }
    const { word } = token
    if (isDenial(word)) return { kind: 'denied' }
    if (isIntroduced(tokens, index)) continue
    if (ELSEWHERE.has(word) || isStop(word) || CONDITIONS.has(word)) return blocked
    if (PREPOSITIONS.has(word) && !IN_SUBJECTS.has(word)) return blocked
    if (/^(?:can|must|needs|ought)$/.test(word) || isForeign(tokens, index, place)) return blocked
    // `Console support for deposits is added (AEP-76)`: there, and not on the chain.
    if (verbForm(word) !== undefined || isSomethingOf(word) || isMaker(word)) return blocked
  }
  return { kind: 'said', sense: 'delivers' }
}

/** `In this upgrade`, `with this release`. */
function isIntroduced(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:in|with|by)$/.test(wordAt(tokens, at) ?? '')) return false
  return wordAt(tokens, at + 1) === 'this' && isOwnNoun(tokens, at + 2)
}
