import { formatInteger } from '../../domain/format-integer.ts'
import { formatUsd } from '../../domain/format-usd.ts'
import { describeUsdParts } from '../../ui/market/describe-usd-parts.ts'
import { HeldFigure } from '../../ui/market/HeldFigure.tsx'
import { MetricFigure } from '../../ui/market/MetricFigure.tsx'
import { SteadyLede } from '../../ui/market/SteadyLede.tsx'
import { usdPerDay } from '../../ui/market/usd-per-day.ts'
import { isRunningWhole, type ShownMarket } from './shown-market.ts'

/** The market in one sentence. */
export function MarketLede({ market, metrics, source, now }: ShownMarket) {
  const { active, resources, runRateUsd } = metrics
  const usd = usdPerDay(metrics)
  const figure = { source, now }
  return (
    <SteadyLede>
      {!isRunningWhole(market) && 'As far as it was read: '}
      <b>
        <MetricFigure metric="activeLeases" {...figure}>
          {formatInteger(active.active)}
        </MetricFigure>{' '}
        {active.active === 1 ? 'lease is' : 'leases are'} active
        {resources.gpus > 0n && (
          <>
            {' '}
            and {active.active === 1 ? 'holds' : 'hold'}{' '}
            <HeldFigure metric="leasedGpus" {...figure} of={resources}>
              {formatInteger(resources.gpus)}
            </HeldFigure>{' '}
            {resources.gpus === 1n ? 'GPU' : 'GPUs'}
          </>
        )}
      </b>
      {active.reclaiming > 0 && (
        <>
          ;{' '}
          <MetricFigure metric="reclaimingLeases" {...figure}>
            {formatInteger(active.reclaiming)}
          </MetricFigure>{' '}
          of them {active.reclaiming === 1 ? 'is' : 'are'} being reclaimed
        </>
      )}
      .
      {usd !== undefined && (
        <>
          {' '}
          Together they cost about{' '}
          <MetricFigure metric="usdValue" {...figure} note={describeUsdParts(runRateUsd)}>
            {formatUsd(usd)}
          </MetricFigure>{' '}
          a day
          {runRateUsd.unpriced.length > 0 && ', not counting what has no price in dollars'}.
        </>
      )}
    </SteadyLede>
  )
}
