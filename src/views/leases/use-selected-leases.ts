import { useEffect, useMemo, useState } from 'react'
import type { LeaseRow } from './lease-row.ts'
import { type LeaseSelection, selectAtOnce, selectInSlices } from './select-leases.ts'

/** Up to these many rows are selected while the page is drawn. */
const FEW = 4_000
/** Milliseconds of work before the page gets its turn. */
const TURN_MS = 16

const NO_ROWS: readonly LeaseRow[] = []

/** The rows to show. Many are selected in slices, while those that were selected before stay. */
export function useSelectedLeases(
  rows: readonly LeaseRow[],
  selection: LeaseSelection,
): { readonly shown: readonly LeaseRow[]; readonly isSettled: boolean } {
  const isFew = rows.length <= FEW
  const atOnce = useMemo(
    () => (isFew ? selectAtOnce(rows, selection) : undefined),
    [isFew, rows, selection],
  )
  const [late, setLate] = useState<{
    readonly rows: readonly LeaseRow[]
    readonly selection: LeaseSelection
    readonly shown: readonly LeaseRow[]
  }>()
  useEffect(() => {
    if (isFew) return
    const work = selectInSlices(rows, selection)
    let timer: ReturnType<typeof setTimeout> | undefined
    const turn = () => {
      const until = performance.now() + TURN_MS
      for (;;) {
        const step = work.next()
        if (step.done === true) {
          setLate({ rows, selection, shown: step.value })
          return
        }
        if (performance.now() > until) break
      }
      timer = setTimeout(turn)
    }
    timer = setTimeout(turn)
    return () => clearTimeout(timer)
  }, [isFew, rows, selection])
  if (atOnce !== undefined) return { shown: atOnce, isSettled: true }
  return {
    shown: late?.shown ?? NO_ROWS,
    isSettled: late?.rows === rows && late.selection === selection,
  }
}
