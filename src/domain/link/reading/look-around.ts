import type { Token } from './tokens.ts'
import { ARTICLES } from './vocabulary.ts'

/** How many words and marks away something can bear on an AEP. */
export const REACH = 48

/** The word there, in small letters; undefined: a mark, an AEP or nothing. */
export function wordAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at]
  return token?.kind === 'word' ? token.word : undefined
}

/** The mark there; undefined: a word, an AEP or nothing. */
export function markAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at]
  return token?.kind === 'mark' ? token.mark : undefined
}

/** A mark between items of a list. */
export function isListMark(mark: string): boolean {
  return /^[,;&/+\u2022\u00b7]$/.test(mark)
}

/** A mark after which something else begins, as in `Mainnet 19: AEP-83`. */
export function isBreak(mark: string): boolean {
  return /^(?:[:\u2013\u2014|-]|--)$/.test(mark)
}

/** A bracket that closes. */
export function isBracketEnd(token: Token | undefined): boolean {
  return token?.kind === 'mark' && (token.mark === ')' || token.mark === ']')
}

/** A word before a name that says nothing of it. */
export function isArticle(token: Token): boolean {
  return token.kind === 'word' && ARTICLES.has(token.word)
}

/** A word with a capital letter, as names of features have. */
export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.isCapital
}

/** A word for the very thing that is proposed. */
export function isOwnNoun(tokens: readonly Token[], at: number): boolean {
  return /^(?:upgrade|release|proposal|update|version|network|mainnet|software)$/.test(
    wordAt(tokens, at) ?? '',
  )
}

/** `if passed`, `once approved`: the condition of every proposal. */
export function isIfPassed(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  if (word !== 'if' && word !== 'once' && word !== 'when') return false
  const next = wordAt(tokens, at + 1) ?? ''
  const last = /^(?:this|the|it|is|gets|proposal|upgrade)$/
  let index = at + 1
  while (last.test(wordAt(tokens, index) ?? '') && index - at < 6) index++
  return /^(?:passed|approved|accepted|adopted|passes|successful)$/.test(
    wordAt(tokens, index) ?? next,
  )
}

/** Place of the bracket that opened before `at`; `at` itself where none did within reach. */
export function openingBefore(tokens: readonly Token[], at: number): number {
  for (let index = at - 1; index >= 0 && at - index <= REACH; index--) {
    if (markAt(tokens, index) === '(') return index
  }
  return at
}

/** Place of the bracket that closes after `at`; `at` itself where none does within reach. */
export function closingAfter(tokens: readonly Token[], at: number): number {
  for (let index = at + 1; index < tokens.length && index - at <= REACH; index++) {
    if (markAt(tokens, index) === ')') return index
  }
  return at
}
