import { formatCompactAmount } from '../../../domain/amount.ts'
import type { Dec } from '../../../domain/decimal.ts'
import { formatDecShare } from '../../../domain/format-share.ts'

/** A piece of a sentence. Figures stay figures, so that a screen can open them to the unit; names are strangers' text. */
export type SentencePart =
  | string
  | { readonly kind: 'power'; readonly amount: bigint }
  | { readonly kind: 'share'; readonly share: Dec; readonly threshold?: Dec }
  | { readonly kind: 'name'; readonly text: string }

export type Sentence = readonly SentencePart[]

export function powerPart(amount: bigint): SentencePart {
  return { kind: 'power', amount }
}

/** @param threshold a mark the share must not be rounded to or across */
export function sharePart(share: Dec, threshold?: Dec): SentencePart {
  return threshold === undefined ? { kind: 'share', share } : { kind: 'share', share, threshold }
}

/** Names in a row: the first few, and how many more there are. */
export function namesPart(names: readonly string[], most = 3): Sentence {
  const shown = names.length === most + 1 ? names : names.slice(0, most)
  const rest = names.length - shown.length
  const parts: SentencePart[] = []
  for (const [index, text] of shown.entries()) {
    if (index > 0) parts.push(rest === 0 && index === shown.length - 1 ? ' and ' : ', ')
    parts.push({ kind: 'name', text })
  }
  if (rest > 0) parts.push(` and ${rest} more`)
  return parts
}

/** The sentence as plain text, powers shortened. */
export function formatSentence(sentence: Sentence, denom: string): string {
  return sentence.map((part) => formatPart(part, denom)).join('')
}

function formatPart(part: SentencePart, denom: string): string {
  if (typeof part === 'string') return part
  switch (part.kind) {
    case 'power':
      return formatCompactAmount({ denom, amount: part.amount })
    case 'share':
      return formatDecShare(part.share, { threshold: part.threshold })
    case 'name':
      return part.text
  }
}
