import { isPuttingOff } from './clause-words.ts'
import { isIfPassed, isOwnNoun, wordAt } from './look-around.ts'
import { isOwnRelease } from './other-release.ts'
import type { Token } from './tokens.ts'
import { isContentWord, isDenial, verbForm } from './vocabulary.ts'

/**
 * Whether a heading or a lead is of what is not in the release: `Future work`, `Out of scope`, `Not included`, `Non-goals`.
 * What stands below it is no deed of the release, whatever its verbs.
 */
export function putsOff(tokens: readonly Token[], own: ReadonlySet<string>): boolean {
  const isOfThis = tokens.some((_, at) => isOwnRelease(tokens, at, own))
  return tokens.some((token, at) => {
    if (token.kind !== 'word' || isIfPassed(tokens, at)) return false
    const { word } = token
    if (word === 'next' || word === 'upcoming') return !isOfThis
    if (word === 'scope') return isOutside(tokens, at)
    if (isPuttingOff(word)) return true
    return isDenial(word) && !isAbsence(word) && isAboutContent(tokens)
  })
}

/** `out of scope`, `beyond the scope`. */
function isOutside(tokens: readonly Token[], at: number): boolean {
  return [1, 2].some((back) => /^(?:out|outside|beyond)$/.test(wordAt(tokens, at - back) ?? ''))
}

/** `no downtime`: something else is missing. */
function isAbsence(word: string): boolean {
  return /^(?:no|none|nothing|without|nobody|neither|nor|hardly)$/.test(word)
}

/** `not in this release`, `features that did not make it`; not `why not wait`. */
function isAboutContent(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (token.kind !== 'word') return false
    const { word } = token
    return (
      isContentWord(word) ||
      isOwnNoun(tokens, at) ||
      verbForm(word)?.sense === 'delivers' ||
      /^(?:yet|scope|part|excluded|omitted|does|doesn't)$/.test(word)
    )
  })
}
