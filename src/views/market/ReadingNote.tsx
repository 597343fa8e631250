import type { Market } from '../../domain/market/market.ts'
import { MarketReading } from '../../ui/market/MarketReading.tsx'

/** What of the picture is still read, was left out, or could not be had. */
export function ReadingNote({
  market,
  isWhole,
}: {
  readonly market: Market
  readonly isWhole: boolean
}) {
  const { leases, bids, orders, deployments } = market
  return (
    <MarketReading
      height={market.source.height}
      lists={[
        ['active leases', leases.active],
        ['reclaiming leases', leases.reclaiming],
        ['winning bids, which tell resources', bids.active],
        ['orders of active leases', orders.active],
        ['deployments with their escrow', deployments.active],
        ...(isWhole
          ? ([
              ['leases out of funds', leases.insufficient_funds],
              ['closed leases', leases.closed],
            ] as const)
          : []),
      ]}
    />
  )
}
