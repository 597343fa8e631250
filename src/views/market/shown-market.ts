import type { Market } from '../../domain/market/market.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import type { Source } from '../../domain/source.ts'

/** What the parts of the screen show: a picture, what was computed of it, and where it was read. */
export interface ShownMarket {
  readonly market: Market
  readonly metrics: MarketMetrics
  readonly source: Source
  readonly now: Date
}

/** Whether all running leases are there with what they hold. */
export function isRunningWhole({ running }: Market): boolean {
  return running.kind === 'known' && running.value.isComplete
}
