import type { Place } from './judgement.ts'
import { isOwnNoun, markAt, REACH, wordAt } from './look-around.ts'
import { isForeign } from './other-release.ts'
import type { Token } from './tokens.ts'
import { ARTICLES, CONDITIONS, ELSEWHERE, isDenial, isStop, verbForm } from './vocabulary.ts'

/** `With this upgrade`, `With v2.2.0`, `After the upgrade`, `As part of this upgrade`: no condition, but the release itself. */
export function isIntroduction(tokens: readonly Token[], at: number): boolean {
  let index = at + 1
  if (wordAt(tokens, at) === 'as' && wordAt(tokens, index) === 'part') index += 2
  else if (!/^(?:with|after|following|if|once|when)$/.test(wordAt(tokens, at) ?? '')) return false
  const isWith = !/^(?:if|once|when)$/.test(wordAt(tokens, at) ?? '')
  if (wordAt(tokens, index) === 'this') return isOwnNoun(tokens, index + 1)
  if (!isWith) return false
  while (ARTICLES.has(wordAt(tokens, index) ?? '')) index++
  return isOwnNoun(tokens, index) || /^v\d/.test(wordAt(tokens, index) ?? '')
}

/**
 * Whether an AEP begins its clause after a comma and words that only tell when: `Starting at height 27,400,605, AEP-83 is
 * active`, `With v2.2.0 AEP-83 becomes active`. Not `In a later release, AEP-83 is active`.
 */
export function followsIntroduction(tokens: readonly Token[], at: number, place: Place): boolean {
  if (markAt(tokens, at - 1) !== ',') return isIntroduction(tokens, at - 2)
  for (let index = at - 2; index >= 0 && at - index <= REACH; index--) {
    const token = tokens[index]
    if (token?.kind === 'aep') return false
    if (token?.kind === 'mark' && token.mark !== ',') break
    if (token?.kind !== 'word') continue
    const { word } = token
    if (isIntroduction(tokens, index)) continue
    if (word === 'part' && wordAt(tokens, index - 1) === 'as') continue
    if (CONDITIONS.has(word) && !/^(?:with|as)$/.test(word)) return false
    if (isDenial(word) || ELSEWHERE.has(word) || isStop(word)) return false
    if (verbForm(word) !== undefined || isForeign(tokens, index, place)) return false
  }
  return true
}
