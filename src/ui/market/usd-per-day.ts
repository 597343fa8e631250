import type { Dec } from '../../domain/decimal.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'

/**
 * The run-rate of a day in dollars, over the denominations that have a price; undefined while the block time is not
 * known, or nothing has a price.
 */
export function usdPerDay({
  runRate,
  runRateUsd,
}: Pick<MarketMetrics, 'runRate' | 'runRateUsd'>): Dec | undefined {
  let sum: Dec | undefined
  for (const { denom, usd, amount } of runRateUsd.parts) {
    const rate = runRate.find((each) => each.denom === denom)
    if (rate?.perTime === undefined) return undefined
    // Dollars a base unit are the same at any length of time.
    sum = (sum ?? 0n) + (amount === 0n ? 0n : (usd * rate.perTime.day) / amount)
  }
  return sum
}
