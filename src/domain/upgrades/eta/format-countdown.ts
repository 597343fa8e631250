import { formatDuration } from '../../time.ts'
import type { UpgradeEta } from './upgrade-eta.ts'

type EtaEdges = Pick<Extract<UpgradeEta, { kind: 'range' }>, 'p10' | 'p90'>

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * How long it still takes, by the reader's clock, as a range: `in 2 h 40 min to 3 h 10 min`. Edges are rounded
 * outwards, the coarser the further off they are.
 */
export function formatCountdown({ p10, p90 }: EtaEdges, now: Date): string {
  const [early, late] = [p10.getTime() - now.getTime(), p90.getTime() - now.getTime()]
  if (late < 0) {
    return `overdue: the late edge of the range was ${formatDuration(floorTo(-late, stepOf(-late)))} ago`
  }
  const step = stepOf(late - early)
  const latest = formatDuration(Math.ceil(late / step) * step)
  if (early < step) return `any moment, most likely within ${latest}`
  const earliest = formatDuration(floorTo(early, step))
  return earliest === latest ? `in about ${latest}` : `in ${earliest} to ${latest}`
}

function stepOf(widthMs: number): number {
  if (widthMs < MINUTE) return 5_000
  if (widthMs < 10 * MINUTE) return 30_000
  if (widthMs < HOUR) return MINUTE
  return widthMs < 12 * HOUR ? 10 * MINUTE : HOUR
}

const floorTo = (ms: number, step: number): number => Math.floor(ms / step) * step
