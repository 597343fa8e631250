import type { Bin } from '../../../domain/market/metrics/distribution.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** `less than an hour`, `7 to 30 days`, `365 days and more`, of a bin of milliseconds. */
export function formatBin({ from, to }: Bin): string {
  if (to === undefined) return `${formatSpan(from)} and more`
  if (from === 0) return `less than ${formatSpan(to)}`
  const isSameUnit = from >= DAY && to >= DAY && from !== DAY
  return isSameUnit
    ? `${from / DAY} to ${formatSpan(to)}`
    : `${formatSpan(from)} to ${formatSpan(to)}`
}

function formatSpan(ms: number): string {
  if (ms === HOUR) return '1 hour'
  if (ms < DAY) return `${ms / HOUR} hours`
  return ms === DAY ? '1 day' : `${ms / DAY} days`
}
