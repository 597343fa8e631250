import { formatInteger } from '../../domain/format-integer.ts'

/** `60.5 days`, `1 day`: the median of an even number of whole days may be half of one. */
export function formatDays(days: number): string {
  const whole = Math.floor(days)
  const text = days === whole ? formatInteger(whole) : `${formatInteger(whole)}.5`
  return `${text} ${days === 1 ? 'day' : 'days'}`
}
