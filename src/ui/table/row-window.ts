/** A row to draw, as the virtualizer measures it: pixels from the start of the list. */
export interface PlacedRow {
  readonly index: number
  readonly start: number
  readonly end: number
}

/** What the body of the table holds: rows, and empty space in place of those not drawn. */
export type WindowPart =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'space'; readonly key: string; readonly height: number }

/**
 * Fills the gaps between drawn rows, which need not follow on one another: the row with the focus is drawn wherever it
 * is. `offset`: where the list begins in the virtualizer's pixels; `total`: its whole height.
 */
export function layOutWindow(
  rows: readonly PlacedRow[],
  offset: number,
  total: number,
): readonly WindowPart[] {
  const parts: WindowPart[] = []
  let end = offset
  for (const row of rows) {
    if (row.start > end) parts.push(space(row.index, row.start - end))
    parts.push({ kind: 'row', index: row.index })
    end = Math.max(end, row.end)
  }
  if (offset + total > end) parts.push(space('end', offset + total - end))
  return parts
}

/** The first rows, and the space the others will take. `rowHeight` in pixels. */
export function firstWindow(
  count: number,
  drawn: number,
  rowHeight: number,
): readonly WindowPart[] {
  const first = Array.from({ length: Math.min(count, drawn) }, (_, index) => ({
    kind: 'row' as const,
    index,
  }))
  return count <= drawn ? first : [...first, space('end', (count - drawn) * rowHeight)]
}

export function isSameWindow(a: readonly WindowPart[], b: readonly WindowPart[]): boolean {
  return a.length === b.length && a.every((part, at) => isSamePart(part, b[at]))
}

function isSamePart(a: WindowPart, b: WindowPart | undefined): boolean {
  if (a.kind === 'row') return b?.kind === 'row' && a.index === b.index
  return b?.kind === 'space' && a.key === b.key && a.height === b.height
}

function space(before: number | 'end', height: number): WindowPart {
  return { kind: 'space', key: `space-${before}`, height }
}

/** Adds an index to ascending ones at its place; indexes that are there or out of range change nothing. */
export function includeIndex(
  indexes: readonly number[],
  index: number | undefined,
  count: number,
): number[] {
  const isNew = index !== undefined && index >= 0 && index < count && !indexes.includes(index)
  return isNew ? [...indexes, index].sort((a, b) => a - b) : [...indexes]
}
