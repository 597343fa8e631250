import { isBreak, REACH } from './look-around.ts'
import type { Before } from './read-verb.ts'
import type { Token } from './tokens.ts'
import { ELSEWHERE, isDenial, isStop, verbForm } from './vocabulary.ts'

/** Items that stand beside an AEP in a list without a word about it. */
const FIXES_BESIDE: ReadonlySet<string> = new Set([
  ...['bug', 'bugs', 'fix', 'fixes', 'bugfixes', 'improvements', 'patches'],
])
export const NOTHING_BESIDE: ReadonlySet<string> = new Set()

/** An item among others: what stands before it matters only if it turns the whole. */
export function itemOf(tokens: readonly Token[], at: number, beside = FIXES_BESIDE): Before {
  for (let index = at; index >= 0 && at - index <= REACH; index--) {
    const token = tokens[index]
    if (token?.kind === 'mark' && isBreak(token.mark)) break
    if (token?.kind !== 'word' || beside.has(token.word)) continue
    if (isDenial(token.word)) return { kind: 'denied' }
    const isTurned = verbForm(token.word)?.sense === 'removes' || isApart(token.word)
    if (isTurned || isStop(token.word) || ELSEWHERE.has(token.word)) return { kind: 'blocked' }
  }
  return { kind: 'free', isListed: false }
}

/** `Mainnet 19 before confidential compute for tenants (AEP-76)` */
function isApart(word: string): boolean {
  return /^(?:before|until|unless|if|than|since|towards?)$/.test(word)
}
