import { formatDenom } from '../../domain/amount.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import type { Concentration } from '../../domain/market/metrics/concentration.ts'
import { isHoldingKnown } from '../../domain/market/metrics/leased-resources.ts'
import type { MarketMetrics } from '../../domain/market/metrics/market-metrics.ts'

/** What is shared out among providers or tenants. */
export interface SharedMeasure {
  readonly id: string
  readonly label: string
  readonly metric: 'shareOfLeases' | 'shareOfGpus' | 'shareOfRunRate'
  /** `not-known`: neither bids nor orders tell what leases hold, so nobody knows who holds how much. */
  readonly concentration: Concentration | { readonly kind: 'not-known' }
}

/** Leases, GPUs, and the run-rate in dollars and in each denomination where there are several. */
export function sharedMeasures(
  metrics: Pick<MarketMetrics, 'providers' | 'tenants' | 'resources'>,
  side: 'providers' | 'tenants',
): readonly [SharedMeasure, ...SharedMeasure[]] {
  const { leases, gpus, runRate, runRateUsd } = metrics[side].concentration
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
    {
      id: 'gpus',
      label: 'GPUs',
      metric: 'shareOfGpus',
      concentration: isHoldingKnown(metrics.resources) ? gpus : { kind: 'not-known' },
    },
    ...(inDenoms.length > 1 && runRateUsd.counted.length > 1 ? [inUsd] : []),
    ...inDenoms,
  ]
}
