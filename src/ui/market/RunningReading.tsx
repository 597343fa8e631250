import type { Market } from '../../domain/market/market.ts'
import { MarketReading, type MarketReadingProps } from './MarketReading.tsx'

/** How far the running leases are read, with what they hold, and what else a screen is made of. */
export function RunningReading({
  market: { source, leases, bids },
  also = [],
}: {
  readonly market: Pick<Market, 'source' | 'leases' | 'bids'>
  readonly also?: MarketReadingProps['lists']
}) {
  return (
    <MarketReading
      height={source.height}
      lists={[
        ['active leases', leases.active],
        ['reclaiming leases', leases.reclaiming],
        ['winning bids, which tell resources', bids.active],
        ...also,
      ]}
    />
  )
}
