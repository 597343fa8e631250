import type { MarketGround } from '../../src/domain/market/metrics/market-metrics.ts'

/** The part of one tenant in so many, because plain loops over all of a market take their time. */
export function sampleTenants(ground: MarketGround, every: number): MarketGround {
  const leases = [...ground.running, ...(ground.ended ?? [])]
  const owners = [...new Set(leases.map(({ id }) => id.owner))].toSorted()
  const kept = new Set(owners.filter((_, index) => index % every === 0))
  const isKept = ({ id }: { readonly id: { readonly owner: string } }) => kept.has(id.owner)
  return {
    ...ground,
    running: ground.running.filter(isKept),
    ended: ground.ended?.filter(isKept),
    openOrders: ground.openOrders?.filter(isKept),
    openBids: ground.openBids?.filter(isKept),
    lostBids: ground.lostBids?.filter(isKept),
    deployments: ground.deployments?.filter(({ owner }) => kept.has(owner)),
  }
}
