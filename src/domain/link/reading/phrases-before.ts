import { isMaker, isMoving, isSomewhere } from './clause-words.ts'
import { isOwnNoun, wordAt } from './look-around.ts'
import type { Token } from './tokens.ts'
import { ADVERBS, PREPOSITIONS, type VerbForm } from './vocabulary.ts'

/** Words of what is moved somewhere. */
const LONGEST_MOVED = 5

export function formOfMove(tokens: readonly Token[], at: number): VerbForm['form'] {
  const word = wordAt(tokens, at) ?? ''
  if (word.endsWith('ing')) return 'gerund'
  return word.endsWith('s') ? 'third' : 'base'
}

/** Whether no noun follows on an AEP and its list. */
export function endsAfter(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at + 1)
  return word === undefined || word === 'and' || PREPOSITIONS.has(word) || ADVERBS.has(word)
}

/** `some of the changes`, `on top of the vault`: not the thing itself. */
export function isNotWhole(word: string): boolean {
  return /^(?:some|few|many|most|several|much|any|one|two|three|each|top|ahead|front|out|outside|instead|lieu|favou?r|light|spirit|anticipation|aspects?|elements?|bits?|rest|remainder|none|type|types|kind|lack|want|sake|behalf|place|version)$/.test(
    word,
  )
}

/** The words after a preposition up to a tie: `to the Akash network`. */
export function isPlace(name: readonly Token[]): boolean {
  const noun = name[0]
  return noun?.kind === 'word' && name.length <= 3 && isSomewhere(noun.word)
}

/** `migrates the network to`, `upgrades to`. */
export function verbOfMove(tokens: readonly Token[], to: number): number | undefined {
  for (let index = to - 1; index >= 0 && to - index <= LONGEST_MOVED; index--) {
    const word = wordAt(tokens, index)
    if (word === undefined || PREPOSITIONS.has(word)) return undefined
    if (word === 'away' || isMaker(word)) return undefined
    if (isMoving(word)) return index
  }
  return undefined
}

/** `The main features of this upgrade are`. */
export function isHighlightOf(tokens: readonly Token[], copula: number): boolean {
  if (!/^(?:is|are)$/.test(wordAt(tokens, copula) ?? '') || !isOwnNoun(tokens, copula - 1))
    return false
  if (!/^(?:this|the)$/.test(wordAt(tokens, copula - 2) ?? '')) return false
  if (!/^(?:of|in)$/.test(wordAt(tokens, copula - 3) ?? '')) return false
  if (!/^(?:features?|highlights?|contents|additions?)$/.test(wordAt(tokens, copula - 4) ?? ''))
    return false
  for (let index = copula - 5; index >= 0; index--) {
    if (
      !/^(?:the|main|key|major|new|headline|and|highlights|features)$/.test(
        wordAt(tokens, index) ?? '',
      )
    )
      return false
  }
  return true
}

/** `This upgrade is the implementation of AEP-76`. */
export function isReleaseSubject(tokens: readonly Token[], copula: number): boolean {
  if (wordAt(tokens, copula) !== 'is') return false
  return /^(?:upgrade|release|proposal|update|version)$/.test(wordAt(tokens, copula - 1) ?? '')
}

export function isInclusion(word: string): boolean {
  return /^(?:including|namely|notably|particularly|especially|specifically|incl)$/.test(word)
}
