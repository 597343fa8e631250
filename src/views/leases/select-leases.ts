import type { LeaseSort } from './lease-column-ids.ts'
import type { LeaseRow } from './lease-row.ts'
import { sortInSlices } from './sort-leases.ts'

/** Which rows, in which order. */
export interface LeaseSelection {
  readonly matches: (row: LeaseRow) => boolean
  readonly sort: LeaseSort
  readonly isAscending: boolean
  readonly height: bigint
}

/** Rows looked at before somebody else may have a turn. */
const SLICE = 4_000

/** The rows that match, in order. Yields between slices of the work. */
export function* selectInSlices(
  rows: readonly LeaseRow[],
  { matches, sort, isAscending, height }: LeaseSelection,
): Generator<undefined, readonly LeaseRow[]> {
  const matching: LeaseRow[] = []
  for (const [index, row] of rows.entries()) {
    if (matches(row)) matching.push(row)
    if (index % SLICE === SLICE - 1) yield undefined
  }
  return yield* sortInSlices(matching, sort, isAscending, height)
}

/** The same without a pause, for few rows. */
export function selectAtOnce(
  rows: readonly LeaseRow[],
  selection: LeaseSelection,
): readonly LeaseRow[] {
  const work = selectInSlices(rows, selection)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
