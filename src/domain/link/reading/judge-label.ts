import { isOwnNoun } from './look-around.ts'
import { isPutOnList } from './put-on-list.ts'
import { putsOff } from './puts-off.ts'
import type { Token } from './tokens.ts'
import { ELSEWHERE, isDenial, judgeLabelWord, verbForm } from './vocabulary.ts'

/** What a heading, or a lead before a list, makes of the AEPs under it. `off`: nothing there is of this release. */
export type Label = 'delivers' | 'removes' | 'aside' | 'off' | 'neutral'

const NOTHING: ReadonlySet<string> = new Set()

/**
 * `This release contains`, `What's new`, `Upgrade to v2.1.0` bring; `References` do not; `Not included`, `Future work` do
 * not even where verbs are.
 */
export function judgeLabel(tokens: readonly Token[], own = NOTHING): Label {
  const words = tokens.flatMap((token) => (token.kind === 'word' ? [token.word] : []))
  if (words.length === 0) return 'neutral'
  if (putsOff(tokens, own)) return 'off'
  if (words.some((word) => isDenial(word) || ELSEWHERE.has(word))) return 'aside'
  const verbs = words.map(verbForm)
  if (verbs.some((verb) => verb?.sense === 'removes') || words.includes('removals')) {
    return tokens.some((_, at) => isPutOnList(tokens, at)) ? 'off' : 'removes'
  }
  const judged = words.map(judgeLabelWord)
  if (judged.includes('aside') || verbs.some((verb) => verb?.sense === 'amends')) return 'aside'
  if (verbs.some((verb) => verb?.sense === 'delivers') || judged.includes('content')) {
    return 'delivers'
  }
  if (judged.every((word) => word === 'release')) return 'delivers'
  // `What this upgrade does`
  const isDeed = words.includes('does') && tokens.some((_, at) => isOwnNoun(tokens, at))
  return isDeed ? 'delivers' : 'neutral'
}
