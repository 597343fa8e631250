import type { Day } from './aep.ts'

const WRITTEN = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/

/**
 * The day a field of a document means: `2026-7-31`, `2025-01-13` or a full timestamp, of which the day is taken as it
 * is written. undefined where it is none that a calendar has.
 */
export function parseDay(raw: string): Day | undefined {
  const parts = WRITTEN.exec(raw.trim())
  if (parts === null) return undefined
  const [, year = '', month = '', date = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const time = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== day ? undefined : day
}

/** Whole days from one day to another; negative where the second is earlier. Both as `parseDay` gives them. */
export function countDaysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
