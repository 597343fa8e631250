import {
  isDoubt,
  isGround,
  isMaker,
  isModule,
  isOwnSubject,
  isPuttingOff,
  isStranger,
} from './clause-words.ts'
import { isIntroduction } from './introduction.ts'
import type { Place } from './judgement.ts'
import {
  isBracketEnd,
  isBreak,
  isCapital,
  isIfPassed,
  isOwnNoun,
  openingBefore,
  REACH,
  wordAt,
} from './look-around.ts'
import { isForeign } from './other-release.ts'
import type { Before } from './read-verb.ts'
import type { Token } from './tokens.ts'
import {
  CLAUSE_STARTS,
  ELSEWHERE,
  isContentWord,
  isDenial,
  PREPOSITIONS,
  type VerbForm,
  verbForm,
} from './vocabulary.ts'

/** Words and marks a label has before its colon. */
const LONGEST_LABEL = 8
/** Words between a verb and the one it serves: `adds a new module that implements`. */
const NEAR = 8

/**
 * The words of the clause before its verb. undefined: they change nothing. A verb of somebody else, of a condition, of
 * another time, or of what is only said or doubted, makes nothing true.
 * @param from place before the verb, past adverbs
 */
export function readSubject(
  tokens: readonly Token[],
  from: number,
  { form, isFulfilled = false }: VerbForm,
  place: Place,
): Before | undefined {
  const blocked = { kind: 'blocked' } as const
  let isOwn =
    isWithoutSubject(tokens, from) ||
    form === 'gerund' ||
    place.list === 'delivers' ||
    (isFulfilled && isPartOfChain(tokens, from))
  let isAfterComma = false
  let isAfterConjunction = false
  // `The Console (beta) implements`
  const last = isBracketEnd(tokens[from]) ? openingBefore(tokens, from) - 1 : from
  if (isOthers(tokens, last)) return blocked
  for (let index = from; index >= 0 && from - index <= REACH; index--) {
    const token = tokens[index]
    if (token === undefined) break
    if (token.kind === 'mark') {
      if (token.mark === ':' && isLabelOfOther(tokens, index)) return blocked
      if (isBreak(token.mark) || token.mark === ';') break
      isAfterComma ||= token.mark === ','
      isOwn ||= token.mark === '/'
      continue
    }
    if (token.kind !== 'word') continue
    const { word } = token
    if (isOtherProposal(tokens, index)) return blocked
    isOwn ||= isOwnSubject(word) || isContentWord(word)
    if (word === 'which' && index === from && isOfRelease(tokens, index)) continue
    if (CLAUSE_STARTS.has(word)) {
      if (word !== 'but') return blocked
      break
    }
    if (isDenial(word)) {
      if (wordAt(tokens, index + 1) === 'only') continue
      // `Without a halt, this upgrade implements AEP-76`: the manner of it.
      if (isAfterComma && isManner(tokens, index)) continue
      // `does not change fees and implements AEP-76`: what was denied is another verb.
      if (!isAfterConjunction) return { kind: 'denied' }
      break
    }
    if (isIfPassed(tokens, index)) continue
    if (isAfterComma && isIntroduction(tokens, index)) continue
    if (isAfterConjunction && form !== 'gerund' && isPostponing(word)) continue
    if (ELSEWHERE.has(word)) return blocked
    // `upgrades the SDK to v0.53 and implements`: the version of something else.
    const isBump = isAfterConjunction && wordAt(tokens, index - 1) === 'to'
    if (isForeign(tokens, index, place) && !isBump) return blocked
    if (/^(?:if|when|whenever|until|unless|before|whether)$/.test(word)) return blocked
    if (word === 'after' && !isAfterComma) return blocked
    if (word === 'that' && !isTrueThat(tokens, index, from)) return blocked
    if (isOnlySaid(tokens, index)) return blocked
    isAfterConjunction ||= word === 'and'
  }
  return isOwn ? undefined : blocked
}

/** `Implements`, `It fixes fees and implements`, `In addition, implements`: whoever is the subject stands somewhere else. */
function isWithoutSubject(tokens: readonly Token[], from: number): boolean {
  const token = tokens[from]
  if (token?.kind !== 'word') return !isBracketEnd(token)
  return /^(?:and|or|but|to|by|that)$/.test(token.word)
}

/** `BME implements`, `The x/oracle module implements`, `CosmWasm implements`: what the chain consists of. */
function isPartOfChain(tokens: readonly Token[], last: number): boolean {
  if (isSpelledOut(tokens, last)) return true
  let first = last
  while (isArticleAt(tokens, first - 1)) first--
  const opening = tokens[first - 1]
  if (opening !== undefined && (opening.kind !== 'mark' || opening.mark === ')')) return false
  const token = tokens[last]
  if (token?.kind !== 'word') return false
  return isModule(token.word) || (token.isAcronym && !isStranger(token.word))
}

/** `Burn Mint Equilibrium (BME) implements`. */
function isSpelledOut(tokens: readonly Token[], closing: number): boolean {
  const token = tokens[closing - 1]
  if (!isBracketEnd(tokens[closing]) || token?.kind !== 'word' || !token.isAcronym) return false
  const first = closing - 2 - token.word.length
  const initials = [...token.word].map((_, at) => wordAt(tokens, first + at)?.charAt(0)).join('')
  return initials === token.word && (first === 0 || tokens[first - 1]?.kind === 'mark')
}

function isArticleAt(tokens: readonly Token[], at: number): boolean {
  return /^(?:the|a|an|our|new|this)$/.test(wordAt(tokens, at) ?? '')
}

/** `Proposal 350 implements`. */
function isOtherProposal(tokens: readonly Token[], at: number): boolean {
  if (wordAt(tokens, at) !== 'proposal') return false
  const next = tokens[at + 1]
  return (next?.kind === 'mark' && next.mark === '#') || /^\d+$/.test(wordAt(tokens, at + 1) ?? '')
}

/** `v2.2.0, which implements`: the release is what `which` stands for. */
function isOfRelease(tokens: readonly Token[], which: number): boolean {
  return isReleaseName(tokens, tokens[which - 1]?.kind === 'mark' ? which - 2 : which - 1)
}

/** `release`, `v2.2.0`, `Mainnet 19`; of which release is seen elsewhere. */
function isReleaseName(tokens: readonly Token[], last: number): boolean {
  const word = wordAt(tokens, last) ?? ''
  if (isOwnNoun(tokens, last) || /^v\d/.test(word)) return true
  return /^\d{1,3}$/.test(word) && wordAt(tokens, last - 1) === 'mainnet'
}

/** `The provider software implements`, `Validators enable`: not the release. */
function isOthers(tokens: readonly Token[], from: number): boolean {
  let isMade = false
  let index = from
  for (; index >= 0 && from - index <= 3; index--) {
    const word = wordAt(tokens, index)
    if (word === undefined || word === 'and' || PREPOSITIONS.has(word)) break
    isMade ||= isMaker(word)
  }
  return isMade && !/^(?:for|of|to|by|with|on|in|from)$/.test(wordAt(tokens, index) ?? '')
}

/** `without a halt`, `with no halt`. */
function isManner(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at)
  return word === 'without' || (word === 'no' && wordAt(tokens, at - 1) === 'with')
}

function isPostponing(word: string): boolean {
  return /^(?:postpones|defers|delays)$/.test(word)
}

/**
 * `Note that`, `It is true that`; `a module that implements` where the module is what is brought. Of anything else that
 * stands before a `that` nobody knows whether it is so.
 */
function isTrueThat(tokens: readonly Token[], that: number, from: number): boolean {
  if (that !== from) return isGround(wordAt(tokens, that - 1) ?? '')
  if (isReleaseName(tokens, that - 1)) return true
  for (let index = that - 1; index >= 0 && that - index <= NEAR; index--) {
    const word = wordAt(tokens, index)
    if (word !== undefined && verbForm(word)?.sense === 'delivers') return true
  }
  return false
}

/** `believe this upgrade implements`, `Contrary to rumours`, `As far as we know`. */
function isOnlySaid(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at) ?? ''
  if (word === 'contrary' || word === 'according') return true
  if (word === 'far' && wordAt(tokens, at - 1) === 'as') return true
  if (!isDoubt(word)) return false
  const next = wordAt(tokens, at + 1) ?? ''
  return /^(?:this|the|it|we|our|v\d.*)$/.test(next) || isCapital(tokens[at + 1])
}

/** `Next steps: implement AEP-76`, `Out of scope:`, `Not included:`: what follows is done elsewhere or never. */
function isLabelOfOther(tokens: readonly Token[], colon: number): boolean {
  if (colon > LONGEST_LABEL) return false
  return tokens.slice(0, colon).some((token, at) => {
    if (token.kind !== 'word' || isIfPassed(tokens, at)) return false
    const { word } = token
    if (isDenial(word) || ELSEWHERE.has(word) || isPuttingOff(word)) return true
    return word === 'scope' && wordAt(tokens, at - 2) === 'out'
  })
}
