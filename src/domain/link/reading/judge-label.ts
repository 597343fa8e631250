import type { Token } from './tokens.ts'
import { ELSEWHERE, judgeLabelWord, NEGATIONS, verbForm } from './vocabulary.ts'

/** What a heading, or a lead before a list, makes of the AEPs listed under it. */
export type Label = 'delivers' | 'removes' | 'aside' | 'neutral'

/** `This release contains`, `What's new`, `Upgrade to v2.1.0` bring; `Not included`, `References` do not. */
export function judgeLabel(tokens: readonly Token[]): Label {
  const words = tokens.flatMap((token) => (token.kind === 'word' ? [token.word] : []))
  if (words.length === 0) return 'neutral'
  if (words.some((word) => isDenial(word) || ELSEWHERE.has(word))) return 'aside'
  const verbs = words.map(verbForm)
  if (verbs.some((verb) => verb?.sense === 'removes') || words.includes('removals'))
    return 'removes'
  const judged = words.map(judgeLabelWord)
  if (judged.includes('aside') || verbs.some((verb) => verb?.sense === 'amends')) return 'aside'
  if (verbs.some((verb) => verb?.sense === 'delivers') || judged.includes('content')) {
    return 'delivers'
  }
  return judged.every((word) => word === 'release') ? 'delivers' : 'neutral'
}

/** `not`, `without`, `doesn't`. */
export function isDenial(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't")
}
