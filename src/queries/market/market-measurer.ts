import type { Market } from '../../domain/market/market.ts'
import { computeInSteps, type MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'
import { marketGround } from './market-ground.ts'
import { runInPieces } from './run-in-pieces.ts'

/** Milliseconds of rest after a picture was measured, while more of them come. */
const PAUSE_MS = 250

/** A picture of the market and what was computed of that very picture. */
export interface MeasuredMarket {
  readonly market: Market
  /** undefined while no running lease is known, or none can be had. */
  readonly metrics: MarketMetrics | undefined
}

export interface MarketMeasurer {
  /** A newer picture; it takes the place of one that waits. */
  take(market: Market): void
  /** Drops what it is at and what waits. */
  readonly stop: () => void
}

/**
 * Measures pictures of a growing market. What it is at it finishes, or nothing would be shown for as long as pages come;
 * then it goes on with the newest.
 * @param shown what is on screen already, which is not measured again
 */
export function createMarketMeasurer(
  show: (measured: MeasuredMarket) => void,
  shown?: MeasuredMarket,
): MarketMeasurer {
  let waiting: Market | undefined
  /** Ends what it is at; undefined while it is at nothing. */
  let halt: (() => void) | undefined

  const begin = () => {
    const market = waiting
    waiting = undefined
    halt = undefined
    if (market === undefined || market === shown?.market || isBehind(market, shown)) return
    const ground = marketGround(market)
    if (ground === undefined) finish({ market, metrics: undefined })
    else halt = runInPieces(computeInSteps(ground), (metrics) => finish({ market, metrics }))
  }
  const finish = (measured: MeasuredMarket) => {
    const timer = setTimeout(begin, PAUSE_MS)
    halt = () => clearTimeout(timer)
    shown = measured
    show(measured)
  }
  return {
    take(market) {
      waiting = market
      if (halt === undefined) begin()
    },
    stop() {
      halt?.()
      halt = undefined
      waiting = undefined
    },
  }
}

/** Whether a picture that is only beginning would take the place of one that has its figures. */
function isBehind({ running }: Market, shown: MeasuredMarket | undefined): boolean {
  if (shown?.metrics === undefined || shown.market.running.kind !== 'known') return false
  if (running.kind === 'loading') return true
  if (running.kind === 'failed' || running.value.failure !== undefined) return false
  return shown.market.running.value.isComplete && !running.value.isComplete
}
