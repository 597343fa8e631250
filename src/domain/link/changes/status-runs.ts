import type { Aep, Day, EditorialStatus } from '../../registry/aep.ts'
import { parseEditorialStatus } from '../../registry/editorial-status.ts'
import { HISTORY_BEGINS } from './history-begins.ts'

/** A time during which a document said the same of its status. */
export interface StatusRun {
  readonly status: EditorialStatus
  /** As first written in it. */
  readonly raw: string
  readonly since: Day
  /** Whether it may have said so before `since` as well, for nothing older is on record. */
  readonly isAtLatest: boolean
}

/** Ascending; empty where no history of the document is on record. A change of spelling alone begins no new run. */
export function listStatusRuns({ history }: Pick<Aep, 'history'>): readonly StatusRun[] {
  const runs: StatusRun[] = []
  for (const { field, date, value } of history) {
    if (field !== 'status') continue
    const raw = value ?? ''
    const status = parseEditorialStatus(raw)
    const last = runs.at(-1)
    if (last?.status === status && (status !== 'other' || last.raw === raw)) continue
    const isAtLatest = runs.length === 0 && date <= HISTORY_BEGINS
    runs.push({ status, raw, since: date, isAtLatest })
  }
  return runs
}
