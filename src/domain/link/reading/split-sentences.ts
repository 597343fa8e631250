import type { NamedNumber } from './find-aep-numbers.ts'
import type { Unit } from './split-units.ts'

/** A sentence with the AEPs it names. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly numbers: readonly NamedNumber[]
}

/**
 * From the first mark of a run on, or a row of dots without an end would be gone through from each of them. The look back
 * stands behind that mark: in front of it, it would be taken at every letter.
 */
const STOP = /[.!?](?<![.!?]{2})[.!?]*["'\u2019\u201d)*_]*(?=\s|$)/g
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|incl|resp|approx|no|ca)$/i

/** The sentences of a unit that name an AEP. `numbers` are those of the unit, ascending. */
export function splitSentences(
  text: string,
  { start, end }: Unit,
  numbers: readonly NamedNumber[],
): readonly Sentence[] {
  if (numbers.length === 0) return []
  const sentences: Sentence[] = []
  let from = start
  let next = 0
  const close = (to: number): void => {
    const first = next
    while (next < numbers.length && (numbers[next]?.start ?? to) < to) next++
    if (next > first) sentences.push({ start: from, end: to, numbers: numbers.slice(first, next) })
    from = to
  }
  for (const { index, 0: stop } of text.slice(start, end).matchAll(STOP)) {
    const at = start + index
    const to = at + stop.length
    const isShort = stop.startsWith('.') && /^\s{1,3}\p{Ll}/u.test(text.slice(to, to + 4))
    if (!isShort && !ABBREVIATION.test(text.slice(Math.max(start, at - 8), at))) {
      close(to)
      if (next >= numbers.length) return sentences
    }
  }
  close(end)
  return sentences
}
