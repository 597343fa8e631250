import { followsIntroduction } from './introduction.ts'
import { isNamedItem } from './item-name.ts'
import { type Judgement, NAMED, type Place } from './judgement.ts'
import { isOwnNoun, markAt, wordAt } from './look-around.ts'
import { type After, endsPhrase, readAfter } from './read-after.ts'
import { readBefore } from './read-before.ts'
import { isClauseSubject, readPassive } from './read-passive.ts'
import type { Token } from './tokens.ts'
import { ADVERBS, ARTICLES, SUPPORT, verbForm } from './vocabulary.ts'

/** Judges the AEP at one place of a sentence. Looks at a bounded number of words around it. */
export function judgeSentence(tokens: readonly Token[], at: number, place: Place): Judgement {
  const after = readAfter(tokens, at, place)
  const judgement = judge(tokens, at, place, after)
  // `AEP-76 was dropped from this release`: from the plan of it, not from the chain.
  return after === 'planned' && judgement.says === 'removes' ? NAMED : judgement
}

function judge(tokens: readonly Token[], at: number, place: Place, after: After): Judgement {
  if (after === 'denied') return { says: 'mentions', by: 'denial' }
  if (after === 'elsewhere') return NAMED
  const before = readBefore(tokens, at, place)
  if (before.kind === 'denied') return { says: 'mentions', by: 'denial' }
  if (before.kind === 'said') {
    if (before.isSubject === true && !endsPhrase(tokens, at)) {
      const passive = readPassive(tokens, at, place) ?? NAMED
      // `The removal of AEP-76 is included`: what is told is told of the removal.
      return before.sense === 'removes' && passive.says === 'delivers'
        ? { ...passive, says: 'removes' }
        : passive
    }
    if (before.isSubject !== true && isClauseSubject(tokens, at)) {
      return readPassive(tokens, at, place) ?? NAMED
    }
    return after === 'part' ? NAMED : { says: before.sense, by: 'verb' }
  }
  if (before.kind === 'blocked' || before.kind === 'far') {
    if ((place.isTitle || place.list === 'delivers') && after === 'nothing') {
      if (isNamedItem(tokens, at, place)) return { says: 'delivers', by: 'list' }
    }
  }
  if (before.kind === 'blocked') {
    if (isRemovedThen(tokens, at)) return { says: 'removes', by: 'verb' }
    if (before.describedFrom !== undefined && isInCommas(tokens, at)) {
      if (readAfter(tokens, at + 1, place) !== 'nothing') return NAMED
      return readPassive(tokens, at, place, before.describedFrom) ?? NAMED
    }
    const isOwn = isClauseSubject(tokens, at) && followsIntroduction(tokens, at, place)
    return (isOwn ? readPassive(tokens, at, place) : undefined) ?? NAMED
  }
  const passive = readPassive(tokens, at, place)
  if (passive !== undefined) return passive
  if (after === 'removal') return { says: 'removes', by: 'verb' }
  if (after === 'part' || before.kind === 'far') return NAMED
  if (place.list !== 'none') return { says: place.list, by: 'list' }
  return place.isTitle || before.isListed ? { says: 'delivers', by: 'list' } : NAMED
}

/** `Confidential compute, as specified in AEP-76, is enabled`. */
function isInCommas(tokens: readonly Token[], at: number): boolean {
  return markAt(tokens, at + 1) === ',' && isClauseSubject(tokens, at + 1)
}

/** `Deprecates the module of AEP-76 and removes it`. */
function isRemovedThen(tokens: readonly Token[], at: number): boolean {
  let verb = at + 1
  if (wordAt(tokens, verb) !== 'and') return false
  while (ADVERBS.has(wordAt(tokens, verb) ?? '') || wordAt(tokens, verb) === 'and') verb++
  const form = verbForm(wordAt(tokens, verb) ?? '')
  if (form?.sense !== 'removes' || form.form !== 'third' || wordAt(tokens, verb + 1) !== 'it')
    return false
  let first = at - 1
  if (wordAt(tokens, first) === 'of' && SUPPORT.has(wordAt(tokens, first - 1) ?? '')) first -= 2
  while (ARTICLES.has(wordAt(tokens, first) ?? '')) first--
  return wordAt(tokens, first) === 'deprecates' && isOwnStart(tokens, first - 1)
}

/** Nothing stands there, or `This upgrade`. */
function isOwnStart(tokens: readonly Token[], last: number): boolean {
  if (last < 0) return true
  return (
    isOwnNoun(tokens, last) && /^(?:this|the)$/.test(wordAt(tokens, last - 1) ?? '') && last === 1
  )
}
