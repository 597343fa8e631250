import { isPlaceOfPlans } from './clause-words.ts'
import { wordAt } from './look-around.ts'
import type { Token } from './tokens.ts'
import { PREPOSITIONS } from './vocabulary.ts'

/** `to the roadmap`, `to a vote`, `for discussion`, `as reference`: put before people, not on the chain; `from the scope`. */
export function isPutOnList(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at) ?? ''
  const isFor = word === 'for' || word === 'as'
  if (!isFor && !/^(?:to|on|onto|from)$/.test(word)) return false
  for (let index = at + 1; index <= at + LONGEST_PLACE; index++) {
    const noun = wordAt(tokens, index)
    if (noun === undefined || PREPOSITIONS.has(noun)) return false
    if (isFor ? FOR_PEOPLE.test(noun) : isPlaceOfPlans(noun, word)) return true
  }
  return false
}

/** Words of a place up to its noun: `the watch list`. */
const LONGEST_PLACE = 3
const FOR_PEOPLE =
  /^(?:discussion|review|feedback|comment|comments|consideration|reference|candidate|option|possibility|placeholder|stub|example|idea)$/
