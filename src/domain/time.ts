const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30.436875 * DAY
const YEAR = 365.2425 * DAY

/** Of a time nobody recorded: undefined, not a date, or protobuf's year 1. */
export function isRecorded(date: Date | undefined): date is Date {
  return date !== undefined && !Number.isNaN(date.getTime()) && date.getUTCFullYear() > 1
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/**
 * Length of time in its two largest units, rounded down: `4 min`, `1 h 12 min`, `14 days`, `350 ms`. Below zero is
 * taken as zero.
 */
export function formatDuration(durationMs: number): string {
  const ms = Math.max(0, Math.floor(durationMs))
  if (ms < SECOND) return `${ms} ms`
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`
  if (ms < HOUR) return join(ms, MINUTE, 'min', SECOND, 's')
  if (ms < DAY) return join(ms, HOUR, 'h', MINUTE, 'min')
  const days = plural(Math.floor(ms / DAY), 'day')
  const hours = Math.floor((ms % DAY) / HOUR)
  return hours === 0 ? days : `${days} ${hours} h`
}

function join(ms: number, large: number, largeUnit: string, small: number, smallUnit: string) {
  const rest = Math.floor((ms % large) / small)
  const head = `${Math.floor(ms / large)} ${largeUnit}`
  return rest === 0 ? head : `${head} ${rest} ${smallUnit}`
}

/** One unit, or two where the second decides: `24 min`, `5 h 12 min`, `3 days`, `8 months`, `2 years`. */
function formatSpan(ms: number): string {
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`
  if (ms < DAY) return join(ms, HOUR, 'h', MINUTE, 'min')
  if (ms < 60 * DAY) return plural(Math.floor(ms / DAY), 'day')
  if (ms < 2 * YEAR) return plural(Math.floor(ms / MONTH), 'month')
  return plural(Math.floor(ms / YEAR), 'year')
}

/** `in 24 min`, `12 min ago`, `now` within a second. Rounded down, so that no deadline looks further off than it is. */
export function formatRelative(date: Date, now: Date): string {
  const distanceMs = date.getTime() - now.getTime()
  const span = Math.abs(distanceMs)
  if (span < SECOND) return 'now'
  return distanceMs > 0 ? `in ${formatSpan(span)}` : `${formatSpan(span)} ago`
}

/** How much of an absolute time is written. */
export type TimePart = 'full' | 'minute' | 'date' | 'time'

/** `2026-06-11 14:00:03 UTC`; `minute` leaves the seconds out, `time` the date, `date` the time. */
export function formatUtc(date: Date, part: TimePart = 'full'): string {
  return `${formatCivil(date.getTime(), part)}${part === 'date' ? '' : ' UTC'}`
}

/**
 * The same in the reader's zone: `2026-06-11 16:00:03 UTC+2`.
 * @param offsetMinutes east of Greenwich. @default that of the machine at that date
 */
export function formatLocal(
  date: Date,
  part: TimePart = 'full',
  offsetMinutes = -date.getTimezoneOffset(),
): string {
  const civil = formatCivil(date.getTime() + offsetMinutes * MINUTE, part)
  return part === 'date' ? civil : `${civil} ${formatOffset(offsetMinutes)}`
}

/** Whether two moments fall on one UTC day. */
export function isSameUtcDay(a: Date, b: Date): boolean {
  return Math.floor(a.getTime() / DAY) === Math.floor(b.getTime() / DAY)
}

function formatOffset(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC'
  const size = Math.abs(offsetMinutes)
  const minutes = size % 60
  const sign = offsetMinutes < 0 ? '\u2212' : '+'
  return `UTC${sign}${Math.floor(size / 60)}${minutes === 0 ? '' : `:${pad(minutes)}`}`
}

const pad = (value: number, width = 2): string => value.toString().padStart(width, '0')

function formatCivil(epochMs: number, part: TimePart): string {
  const days = Math.floor(epochMs / DAY)
  const seconds = Math.floor((epochMs - days * DAY) / SECOND)
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`
  if (part === 'date') return formatDay(days)
  if (part === 'minute') return `${formatDay(days)} ${clock}`
  const exact = `${clock}:${pad(seconds % 60)}`
  return part === 'time' ? exact : `${formatDay(days)} ${exact}`
}

/** Days since 1970 to a Gregorian date, counting years from March so that leap days come last. */
function formatDay(daysSince1970: number): string {
  const daysSinceEra0 = daysSince1970 + 719_468
  const era = Math.floor(daysSinceEra0 / 146_097)
  const dayOfEra = daysSinceEra0 - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}
