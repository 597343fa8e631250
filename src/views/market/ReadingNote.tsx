import type { Market } from '../../domain/market/market.ts'
import { MarketProgress } from '../../ui/market/MarketProgress.tsx'

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
    <div className="mb-5 grid gap-1">
      <MarketProgress label="active leases" list={leases.active} />
      <MarketProgress label="reclaiming leases" list={leases.reclaiming} />
      <MarketProgress label="winning bids, which tell resources," list={bids.active} />
      <MarketProgress label="orders of active leases" list={orders.active} />
      <MarketProgress label="deployments with their escrow" list={deployments.active} />
      {isWhole && (
        <>
          <MarketProgress label="leases out of funds" list={leases.insufficient_funds} />
          <MarketProgress label="closed leases" list={leases.closed} />
        </>
      )}
    </div>
  )
}
