import type { Day } from '../../domain/registry/aep.ts'
import { parseDay } from '../../domain/registry/day.ts'

export interface GroupMinutes {
  readonly meetings: number
  /** undefined: there are none. */
  readonly last?: Day | undefined
}

/** `meetings/036-2026-06-17.md`, `meeting-2025/002-2025-1-29.md`, `meetings/2024-03-04`. */
const MINUTES = /\/meetings?(?:-\d{4})?\/(?:.*-)?(\d{4}-\d{1,2}-\d{1,2})(?:\.md)?$/i

/** How often a group met and when last, by the names of its minutes. Two minutes of one day are two meetings. */
export function countMinutes(paths: readonly string[]): GroupMinutes {
  const days = paths.flatMap((path) => {
    const written = MINUTES.exec(path)?.[1]
    return (written === undefined ? undefined : parseDay(written)) ?? []
  })
  return { meetings: days.length, last: days.sort().at(-1) }
}

const MOST_MONTHS = 13

/** Whether a day is within 13 months before another one. */
export function isRecent(day: Day, snapshot: Day): boolean {
  const [year = 0, month = 1, date = 1] = snapshot.split('-').map(Number)
  const limit = new Date(Date.UTC(year, month - 1 - MOST_MONTHS, date))
  return day >= limit.toISOString().slice(0, 10)
}
