import type { FieldValue } from './frontmatter.ts'

export interface AepNumbers {
  /** As written, without repetitions. */
  readonly numbers: readonly number[]
  /** Pieces that are no number of an AEP. */
  readonly unreadable: readonly string[]
}

const NUMBER = /^#?(?:aep)?0*([1-9]\d{0,5})$/

/** The AEPs that a field names: `20`, `20, 21`, `AEP-20 and AEP-21`, or a list of these. */
export function readAepNumbers(value: FieldValue): AepNumbers {
  const text = typeof value === 'string' ? value : value.join(',')
  const pieces = text
    .toLowerCase()
    .replaceAll(/\baep[-\s]{1,3}(?=\d)/g, 'aep')
    .split(/[\s,;&]+/)
    .filter((piece) => piece !== '' && piece !== 'and')
  const numbers = new Set<number>()
  const unreadable: string[] = []
  for (const piece of pieces) {
    const digits = NUMBER.exec(piece)?.[1]
    if (digits === undefined) unreadable.push(piece)
    else numbers.add(Number(digits))
  }
  return { numbers: [...numbers], unreadable }
}
