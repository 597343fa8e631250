import type { Day } from '../../domain/registry/aep.ts'
import { countDaysBetween } from '../../domain/registry/day.ts'
import { formatRelative, formatUtc } from '../../domain/time.ts'

export interface DayTextProps {
  readonly day: Day
  readonly now: Date
}

const HALF_DAY = 43_200_000

/** A day that has no time of day, relative and absolute: `2026-06-17, 5 months ago`. */
export function DayText({ day, now }: DayTextProps) {
  return (
    <time dateTime={day}>
      <span className="whitespace-nowrap">{day}</span>{' '}
      <span className="whitespace-nowrap text-ink-3">{formatDayRelative(day, now)}</span>
    </time>
  )
}

/** `today`, `yesterday`, `5 months ago`, `in 3 days`, by the UTC day of `now`. */
export function formatDayRelative(day: Day, now: Date): string {
  const days = countDaysBetween(formatUtc(now, 'date'), day)
  if (days === 0) return 'today'
  if (days === -1) return 'yesterday'
  if (days === 1) return 'tomorrow'
  // Whole days apart; the half day keeps rounding from losing one.
  const slack = days > 0 ? HALF_DAY : -HALF_DAY
  return formatRelative(new Date(now.getTime() + days * 2 * HALF_DAY + slack), now)
}
