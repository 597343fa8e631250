import { wordAt } from './look-around.ts'
import type { Token } from './tokens.ts'
import { ARTICLES } from './vocabulary.ts'

const DESCRIBED: ReadonlySet<string> = new Set([
  ...['specified', 'defined', 'described', 'outlined', 'proposed', 'detailed', 'laid', 'set'],
])
const TEXTS: ReadonlySet<string> = new Set([
  ...['specification', 'specifications', 'spec', 'design', 'standard', 'text', 'proposal'],
])

/** How an AEP is tied to the thing before it. `from`: the place of the first word of the tie. */
export interface Description {
  readonly from: number
  /** `the specification of AEP-76`: only who implements it brings more than a text. */
  readonly isText: boolean
}

/**
 * The tie by which something is what an AEP describes, where its last word stands there: `as specified in`, `described by`,
 * `per`, `according to`, `in line with`, `the specification of`.
 */
export function descriptionAt(tokens: readonly Token[], at: number): Description | undefined {
  const word = wordAt(tokens, at)
  const before = wordAt(tokens, at - 1) ?? ''
  const isText = false
  switch (word) {
    case 'per':
      return isAmount(tokens, at) ? undefined : { from: before === 'as' ? at - 1 : at, isText }
    case 'to':
      return before === 'according' || before === 'pursuant' ? { from: at - 1, isText } : undefined
    case 'with':
      if (wordAt(tokens, at - 2) !== 'in') return undefined
      // `Brings the chain in line with AEP-76`
      if (before === 'line') return { from: at - 2, isText: true }
      return /^(?:accordance|conformance|compliance)$/.test(before)
        ? { from: at - 2, isText }
        : undefined
    case 'in':
    case 'by':
    case 'of':
      break
    default:
      return undefined
  }
  if (word !== 'of') {
    // `as set out in`
    const back = before === 'out' ? 2 : 1
    if (DESCRIBED.has(wordAt(tokens, at - back) ?? '') && (back === 2 || before !== 'set')) {
      const isTied = wordAt(tokens, at - back - 1) === 'as'
      return { from: at - back - (isTied ? 1 : 0), isText }
    }
  }
  return word !== 'by' && TEXTS.has(before) ? textBefore(tokens, at - 1) : undefined
}

/** `5 AKT per AEP-76` is a rate. */
function isAmount(tokens: readonly Token[], end: number): boolean {
  if (/^(?:akt|uakt|act|uact|usdc?|percent|tokens?|blocks?)$/.test(wordAt(tokens, end - 1) ?? '')) {
    return true
  }
  return [end - 1, end - 2].some((at) => /^\d/.test(wordAt(tokens, at) ?? ''))
}

/** `the specification of`; `following the specification of`, `according to the text of` tie as well as `as specified in`. */
function textBefore(tokens: readonly Token[], noun: number): Description {
  let from = noun
  while (ARTICLES.has(wordAt(tokens, from - 1) ?? '') && wordAt(tokens, from - 1) !== 'following') {
    from--
  }
  const tie = wordAt(tokens, from - 1)
  if (tie === 'following' || tie === 'per') return { from: from - 1, isText: false }
  if (tie === 'to' && wordAt(tokens, from - 2) === 'according')
    return { from: from - 2, isText: false }
  return { from, isText: true }
}
