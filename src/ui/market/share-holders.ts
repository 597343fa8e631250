import { formatDenom } from '../../domain/amount.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { Concentration } from '../../domain/market/metrics/concentration.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'

/** What is shared out among providers or tenants. */
export interface SharedMeasure {
  readonly id: string
  readonly label: string
  readonly metric: 'shareOfLeases' | 'shareOfGpus' | 'shareOfRunRate'
  readonly concentration: Concentration
}

/** Leases, GPUs, and the run-rate in dollars and in each denomination where there are several. */
export function sharedMeasures(
  side: MarketMetrics['providers'],
): readonly [SharedMeasure, ...SharedMeasure[]] {
  const { leases, gpus, runRate, runRateUsd } = side.concentration
  const inDenoms = runRate.map(({ denom, concentration }): SharedMeasure => {
    const ticker = sanitizeChainText(formatDenom(denom))
    return { id: denom, label: `Run-rate in ${ticker}`, metric: 'shareOfRunRate', concentration }
  })
  const inUsd: SharedMeasure = {
    id: 'usd',
    label: `Run-rate in USD (${runRateUsd.counted.map(formatDenom).join(' + ')})`,
    metric: 'shareOfRunRate',
    concentration: runRateUsd.concentration,
  }
  return [
    { id: 'leases', label: 'Active leases', metric: 'shareOfLeases', concentration: leases },
    { id: 'gpus', label: 'GPUs', metric: 'shareOfGpus', concentration: gpus },
    ...(inDenoms.length > 1 && runRateUsd.counted.length > 1 ? [inUsd] : []),
    ...inDenoms,
  ]
}
