import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Market, MarketList } from '../../domain/market/market.ts'
import { type Chain, useChain } from '../chain.ts'
import type { MarketScope } from './read-market.ts'

/** The market as a query: its data grow while it is being fetched. */
export function marketQuery(chain: Chain, scope: MarketScope) {
  const { isWhole, withAuctions = true } = scope
  const extent = !isWhole ? 'running' : withAuctions ? 'whole' : 'leases'
  const queryKey = [chain.key, 'market', extent] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }) => {
      const { readMarket } = await import('./read-market.ts')
      // Read again, the last reading stays until the new picture is whole.
      const wasRead = isRead(client.getQueryData<Market>(queryKey), scope)
      let latest: Market | undefined
      for await (const market of readMarket(chain, scope, signal)) {
        // A reader who has left stops it; what is told of that is no news of the chain.
        signal.throwIfAborted()
        latest = market
        if (!wasRead) client.setQueryData(queryKey, market)
      }
      if (latest === undefined) throw new Error('reading the market gave nothing')
      return latest
    },
    // A reading that was broken off is read again by whoever looks next.
    staleTime: ({ state }) => {
      if (!isRead(state.data, scope)) return 0
      return chain.explicitHeight === undefined ? 60_000 : Number.POSITIVE_INFINITY
    },
    // Of lists this long every comparison costs more than the drawing that it might save.
    structuralSharing: false,
  })
}

/** The market of the page's chain, growing while it is read. */
export function useMarket(scope: MarketScope): UseQueryResult<Market, Error> {
  return useQuery(marketQuery(useChain(), scope))
}

/** Whether a reading went to its end: everything was had, or says why not. */
function isRead(
  market: Market | undefined,
  { isWhole, withAuctions = true }: MarketScope,
): boolean {
  if (market === undefined) return false
  const { leases, running, bids, orders, deployments } = market
  const { providers, oracle, bme, actSupply, blockTime } = market
  const now = [leases.active, leases.reclaiming, running, bids.active, bids.open]
  const alsoNow = [orders.active, orders.open, deployments.active]
  const ended = [leases.insufficient_funds, leases.closed, deployments.closed]
  const auctions = withAuctions ? [bids.lost, orders.closed] : []
  const lists = [...now, ...alsoNow, ...(isWhole ? [...ended, ...auctions] : [])]
  const figures = [providers, oracle, bme, actSupply, blockTime]
  return (
    figures.every(({ kind }) => kind !== 'loading') &&
    lists.every((list) => list.kind === 'failed' || (list.kind === 'known' && isOver(list.value)))
  )
}

/** Nothing more is to come of it. */
function isOver({ isComplete, failure }: MarketList<unknown>): boolean {
  return isComplete || failure !== undefined
}
