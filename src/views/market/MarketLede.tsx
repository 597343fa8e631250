import { formatInteger } from '../../domain/format-integer.ts'
import { formatUsd } from '../../domain/format-usd.ts'
import { usdPerDay } from '../../ui/market/usd-per-day.ts'
import { Lede } from '../../ui/page/Heading.tsx'
import { isRunningWhole, type ShownMarket } from './shown-market.ts'

/** The market in one sentence. */
export function MarketLede({ market, metrics }: Pick<ShownMarket, 'market' | 'metrics'>) {
  const { active, resources, runRateUsd } = metrics
  const usd = usdPerDay(metrics)
  const isWhole = isRunningWhole(market)
  return (
    <Lede>
      {!isWhole && 'As far as it was read: '}
      <b>
        {formatInteger(active.active)} leases are active
        {resources.gpus > 0n && ` and hold ${formatInteger(resources.gpus)} GPUs`}
      </b>
      {active.reclaiming > 0 && `; ${formatInteger(active.reclaiming)} of them are being reclaimed`}
      .
      {usd !== undefined && (
        <>
          {' '}
          Together they cost about {formatUsd(usd)} a day
          {runRateUsd.unpriced.length > 0 && ', not counting what has no price in dollars'}.
        </>
      )}
    </Lede>
  )
}
