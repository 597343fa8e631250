import { startTransition, useEffect, useState } from 'react'
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

/** The market with its metrics, computed of the growing picture a few times a second at most, and of the last one. */
export function useMarketMetrics(scope: MarketScope): MarketMetricsReading {
  const { data, error, isFetching, refetch } = useMarket(scope)
  const [measured, setMeasured] = useState<MeasuredMarket>()
  // Drawn in slices, so that the page stays usable meanwhile.
  const [measurer] = useState(() =>
    createMarketMeasurer((next) => startTransition(() => setMeasured(next))),
  )
  useEffect(() => {
    if (data !== undefined) measurer.take(data)
  }, [data, measurer])
  useEffect(() => measurer.stop, [measurer])
  return { measured, error, isFetching, retry: () => void refetch() }
}
