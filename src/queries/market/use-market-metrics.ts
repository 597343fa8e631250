import { startTransition, useEffect, useState } from 'react'
import type { Market } from '../../domain/market/market.ts'
import { createMarketMeasurer, type MeasuredMarket } from './market-measurer.ts'
import type { MarketScope } from './read-market.ts'
import { useMarket } from './use-market.ts'

export type { MeasuredMarket }

export interface MarketMetricsReading {
  /** The picture that was computed of last; undefined before the first. */
  readonly measured: MeasuredMarket | undefined
  /** Why the market cannot be read at all. */
  readonly error: Error | null
  readonly isFetching: boolean
  readonly retry: () => void
}

/** What was measured of a picture, for as long as the picture is kept: a screen that one comes back to stands at once. */
const measuredOf = new WeakMap<Market, MeasuredMarket>()

/** The market with its metrics, computed of the growing picture a few times a second at most, and of the last one. */
export function useMarketMetrics(scope: MarketScope): MarketMetricsReading {
  const { data, error, isFetching, refetch } = useMarket(scope)
  const [measured, setMeasured] = useState(() => data && measuredOf.get(data))
  const [measurer] = useState(() =>
    createMarketMeasurer((next) => {
      measuredOf.set(next.market, next)
      // Drawn in slices, so that the page stays usable meanwhile.
      startTransition(() => setMeasured(next))
    }, measured),
  )
  useEffect(() => {
    if (data !== undefined) measurer.take(data)
  }, [data, measurer])
  useEffect(() => measurer.stop, [measurer])
  return { measured, error, isFetching, retry: () => void refetch() }
}
