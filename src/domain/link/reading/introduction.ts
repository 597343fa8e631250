import type { Place } from './judgement.ts'
import { isOwnNoun, markAt, REACH, wordAt } from './look-around.ts'
import { isForeign } from './other-release.ts'
import type { Token } from './tokens.ts'
import { ARTICLES, CONDITIONS, ELSEWHERE, isDenial, isStop, verbForm } from './vocabulary.ts'

/** `With this upgrade`, `With v2.2.0`, `After the upgrade`, `As part of this upgrade`: no condition, but the release itself. */
export function isIntroduction(tokens: readonly Token[], at: number): boolean {
  let index = at + 1
  if (wordAt(tokens, at) === 'at') return isUpgradeHeight(tokens, index)
  if (wordAt(tokens, at) === 'as' && wordAt(tokens, index) === 'part') index += 2
  else if (!/^(?:with|after|following|if|once|when)$/.test(wordAt(tokens, at) ?? '')) return false
  const isWith = !/^(?:if|once|when)$/.test(wordAt(tokens, at) ?? '')
  if (wordAt(tokens, index) === 'this') return isOwnNoun(tokens, index + 1)
  if (!isWith) return isUpgradeDone(tokens, index)
  while (ARTICLES.has(wordAt(tokens, index) ?? '')) index++
  return isOwnNoun(tokens, index) || /^v\d/.test(wordAt(tokens, index) ?? '')
}

/**
 * Whether an AEP begins its clause after a comma and words that only tell when: `Starting at height 27,400,605, AEP-83 is
 * active`, `With v2.2.0 AEP-83 becomes active`. Not `In a later release, AEP-83 is active`.
 */
export function followsIntroduction(tokens: readonly Token[], at: number, place: Place): boolean {
  if (markAt(tokens, at - 1) !== ',') {
    if (isIntroduction(tokens, at - 2)) return true
    return [3, 4, 5].some(
      (back) => wordAt(tokens, at - back) === 'at' && isIntroduction(tokens, at - back),
    )
  }
  let isKnown = false
  for (let index = at - 2; index >= 0 && at - index <= REACH; index--) {
    const token = tokens[index]
    if (token?.kind === 'aep') return false
    if (token?.kind === 'mark' && token.mark !== ',') break
    if (token?.kind !== 'word') continue
    const { word } = token
    isKnown ||= tellsWhen(tokens, index)
    if (isIntroduction(tokens, index)) continue
    if (word === 'part' && wordAt(tokens, index - 1) === 'as') continue
    if (CONDITIONS.has(word) && !/^(?:with|as)$/.test(word)) return false
    if (isDenial(word) || ELSEWHERE.has(word) || isStop(word)) return false
    if (verbForm(word) !== undefined || isForeign(tokens, index, place)) return false
  }
  return isKnown
}

/** Of the words before a comma those that are of the release: `On Osmosis, AEP-80 is live` is of another chain. */
function tellsWhen(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at) ?? ''
  if (isIntroduction(tokens, at) || isUpgradeHeight(tokens, at)) return true
  if (/^(?:height|block)$/.test(word) && /^\d/.test(wordAt(tokens, at + 1) ?? '')) return true
  if (/^(?:v\d.*|mainnet|addition|additionally|moreover|furthermore|finally)$/.test(word))
    return true
  return /^(?:this|the)$/.test(word) && isOwnNoun(tokens, at + 1)
}

/** `the upgrade height`, `block 27,400,605`. */
function isUpgradeHeight(tokens: readonly Token[], from: number): boolean {
  let index = from
  while (/^(?:the|upgrade|block|this)$/.test(wordAt(tokens, index) ?? '')) index++
  return index > from && /^(?:height|block|time|\d+)$/.test(wordAt(tokens, index) ?? '')
}

/** `the upgrade is applied`, `the chain has been upgraded`: after `once`, it tells no more than `after the upgrade`. */
function isUpgradeDone(tokens: readonly Token[], from: number): boolean {
  let index = from
  while (/^(?:the|akash|new)$/.test(wordAt(tokens, index) ?? '')) index++
  const isVersion = /^v\d/.test(wordAt(tokens, index) ?? '')
  if (!isVersion && !isOwnNoun(tokens, index) && wordAt(tokens, index) !== 'chain') return false
  while (isOwnNoun(tokens, index) || /^(?:v\d.*|chain)$/.test(wordAt(tokens, index) ?? '')) index++
  while (/^(?:is|has|been|gets|was|goes|takes|successfully)$/.test(wordAt(tokens, index) ?? ''))
    index++
  return DONE.test(wordAt(tokens, index) ?? '')
}

const DONE =
  /^(?:applied|executed|activated|live|complete|completed|installed|upgraded|passes|passed|approved|adopted|enacted|effective|effect|done|over)$/
