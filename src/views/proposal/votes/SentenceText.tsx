import { AmountText } from '../../../ui/text/AmountText.tsx'
import { ShareText } from '../../../ui/text/ShareText.tsx'
import type { Sentence, SentencePart } from './sentence.ts'
import { ValidatorName } from './ValidatorName.tsx'

export interface SentenceTextProps {
  readonly sentence: Sentence
  /** Of the powers in it. */
  readonly denom: string
}

/** A sentence whose amounts open to the base unit, and whose shares hold all their digits in their titles. */
export function SentenceText({ sentence, denom }: SentenceTextProps) {
  return sentence.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the place in the sentence is what identifies a piece
    <Part key={index} part={part} denom={denom} />
  ))
}

function Part({ part, denom }: { readonly part: SentencePart; readonly denom: string }) {
  if (typeof part === 'string') return part
  switch (part.kind) {
    case 'power':
      return <AmountText coin={{ denom, amount: part.amount }} form="compact" isDisclosed />
    case 'share':
      return <ShareText share={part.share} threshold={part.threshold} />
    case 'name':
      return <ValidatorName label={part.text} />
  }
}
