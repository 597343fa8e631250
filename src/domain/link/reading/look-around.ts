import type { Token } from './tokens.ts'
import { ARTICLES } from './vocabulary.ts'

/** How many words and marks away something can bear on an AEP. */
export const REACH = 48

export function wordAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at]
  return token?.kind === 'word' ? token.word : undefined
}

export function markAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at]
  return token?.kind === 'mark' ? token.mark : undefined
}

export function isListMark(mark: string): boolean {
  return /^[,;&/+\u2022\u00b7]$/.test(mark)
}

export function isBreak(mark: string): boolean {
  return /^(?:[:\u2013\u2014|-]|--)$/.test(mark)
}

export function isBracketEnd(token: Token | undefined): boolean {
  return token?.kind === 'mark' && (token.mark === ')' || token.mark === ']')
}

export function isArticle(token: Token): boolean {
  return token.kind === 'word' && ARTICLES.has(token.word)
}

export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.isCapital
}

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

export function openingBefore(tokens: readonly Token[], at: number): number {
  for (let index = at - 1; index >= 0 && at - index <= REACH; index--) {
    if (markAt(tokens, index) === '(') return index
  }
  return at
}

export function closingAfter(tokens: readonly Token[], at: number): number {
  for (let index = at + 1; index < tokens.length && index - at <= REACH; index++) {
    if (markAt(tokens, index) === ')') return index
  }
  return at
}
