import type { ReactNode } from 'react'
import {
  formatLocal,
  formatRelative,
  formatUtc,
  isRecorded,
  isSameUtcDay,
} from '../../domain/time.ts'

export interface TimeTextProps {
  readonly date: Date | undefined
  readonly now: Date
  /**
   * `both`: relative with the UTC time beneath, for tables. `line`: both on one line. `full`: relative, UTC and local.
   * `relative`, `utc`: one of them. The rest is always in the title. @default 'both'
   */
  readonly form?: 'both' | 'line' | 'full' | 'relative' | 'utc'
  /** Where there is no time. @default 'not recorded' */
  readonly absence?: string
}

/** A moment of the chain, relative and absolute. */
export function TimeText({ date, now, form = 'both', absence = 'not recorded' }: TimeTextProps) {
  if (!isRecorded(date)) return <span className="text-ink-3">{absence}</span>
  const relative = formatRelative(date, now)
  const utc = formatUtc(date)
  const local = formatLocal(date)
  const isElsewhere = local !== utc
  const short = isSameUtcDay(date, now) ? formatUtc(date, 'time') : formatUtc(date, 'minute')
  const contents: Readonly<Record<NonNullable<TimeTextProps['form']>, ReactNode>> = {
    relative,
    utc,
    line: (
      <>
        {relative} <span className="text-ink-3">({short})</span>
      </>
    ),
    full: (
      <>
        {relative}: {utc}
        {isElsewhere && <span className="text-ink-3"> ({local} on this device)</span>}
      </>
    ),
    both: (
      <>
        {relative} <small className="block text-xs text-ink-3">{short}</small>
      </>
    ),
  }
  return (
    <time
      dateTime={date.toISOString()}
      title={`${relative}: ${utc}${isElsewhere ? `, ${local} on this device` : ''}`}
    >
      {contents[form]}
    </time>
  )
}
