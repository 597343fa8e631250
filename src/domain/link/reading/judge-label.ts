import { isMaker } from './clause-words.ts'
import { isOwnNoun, wordAt } from './look-around.ts'
import { isForeign, isOwnRelease } from './other-release.ts'
import { isPutOnList } from './put-on-list.ts'
import { putsOff } from './puts-off.ts'
import type { Token } from './tokens.ts'
import { ADVERBS, ARTICLES, ELSEWHERE, isDenial, judgeLabelWord, verbForm } from './vocabulary.ts'

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
  if (isOfOtherRelease(tokens, own)) return 'aside'
  if (isWhatIsInside(words)) return 'delivers'
  const verbs = words.map(verbForm)
  if (verbs.some((verb) => verb?.sense === 'removes') || words.includes('removals')) {
    return tokens.some((_, at) => isPutOnList(tokens, at)) ? 'off' : 'removes'
  }
  const isSaid = verbs.some((verb) => verb?.sense === 'delivers')
  if (isSaid && tokens.some((_, at) => isOfOthers(tokens, at))) return 'aside'
  const judged = words.map((word) =>
    // `contains the following improvements`
    isSaid && /^(?:improvements|changed|updated)$/.test(word) ? 'content' : judgeLabelWord(word),
  )
  if (judged.includes('aside') || verbs.some((verb) => verb?.sense === 'amends')) return 'aside'
  if (isSaid) return 'delivers'
  if (judged.includes('content')) {
    // `AEPs discussed`, `AEPs relevant to`
    const isPlain = !words.some((word) => /^aeps?$/.test(word)) || words.every(isOfContents)
    return isPlain ? 'delivers' : 'neutral'
  }
  if (judged.every((word) => word === 'release')) return 'delivers'
  // `What this upgrade does`
  const isDeed = words.includes('does') && tokens.some((_, at) => isOwnNoun(tokens, at))
  return isDeed ? 'delivers' : 'neutral'
}

/** `v2.0.0`, `Contents of Mainnet 17`; but `Upgrade from v2.1.0 to v2.2.0`. */
function isOfOtherRelease(tokens: readonly Token[], own: ReadonlySet<string>): boolean {
  if (own.size === 0) return false
  const place = { own, list: 'none', isTitle: false } as const
  if (!tokens.some((_, at) => isForeign(tokens, at, place))) return false
  return !tokens.some((_, at) => isOwnRelease(tokens, at, own))
}

/** A word of `The following AEPs are part of this upgrade`. */
function isOfContents(word: string): boolean {
  if (judgeLabelWord(word) !== undefined || ARTICLES.has(word) || ADVERBS.has(word)) return true
  return /^(?:part|list|covered|summary|of|in|on|is|are|be|by|with|two|three|four|five|six|main|key|\d+)$/.test(
    word,
  )
}

/** A word of `this upgrade`, `v2.2.0`. */
function isOfRelease(word: string): boolean {
  return judgeLabelWord(word) === 'release'
}

/** `What is in it`, `What's inside this release`. */
function isWhatIsInside(words: readonly string[]): boolean {
  const [first, second] = words
  if (first !== "what's" && !(first === 'what' && second === 'is')) return false
  const [where = '', ...rest] = words.slice(first === 'what' ? 2 : 1)
  if (where === 'inside' || where === 'included') return true
  return (
    where === 'in' &&
    rest.every((word) => /^(?:it|here|there|store)$/.test(word) || isOfRelease(word))
  )
}

/** `The provider release contains`, `Validators enable`. */
function isOfOthers(tokens: readonly Token[], at: number): boolean {
  const form = verbForm(wordAt(tokens, at) ?? '')
  if (form?.sense !== 'delivers' || form.form === 'past') return false
  return [1, 2, 3].some((back) => isMaker(wordAt(tokens, at - back) ?? ''))
}
