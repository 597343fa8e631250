import { followsIntroduction } from './introduction.ts'
import { type Judgement, NAMED, type Place } from './judgement.ts'
import { type After, endsPhrase, readAfter } from './read-after.ts'
import { readBefore } from './read-before.ts'
import { isClauseSubject, readPassive } from './read-passive.ts'
import type { Token } from './tokens.ts'

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
  if (before.kind === 'blocked') {
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
