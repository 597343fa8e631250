import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Figure } from '../../domain/figure.ts'
import type { MarketList } from '../../domain/market/market.ts'
import { type Chain, useChain } from '../chain.ts'
import { describeQueryFailure } from '../failures.ts'
import {
  datedEnded,
  type EndedMarket,
  type EndedScope,
  failedEnded,
  NOTHING_ENDED,
} from './ended-market.ts'

/** What has ended, as a query: its data grow while it is being fetched. It is the chain's past, so one reading will do. */
function endedQuery(chain: Chain, scope: EndedScope) {
  const { source, owner = '', provider = '' } = scope
  const { withLostBids = false, withDeployments = false } = scope
  const queryKey = [
    chain.key,
    'market',
    'ended',
    source.height.toString(),
    { owner, provider, withLostBids, withDeployments },
  ] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }) => {
      const { readEnded } = await import('./read-ended.ts')
      let latest = NOTHING_ENDED
      for await (const ended of readEnded(chain, scope, signal)) {
        signal.throwIfAborted()
        latest = ended
        client.setQueryData(queryKey, ended)
      }
      return latest
    },
    staleTime: ({ state: { data } }) =>
      data !== undefined && isRead(data, scope) ? Number.POSITIVE_INFINITY : 0,
    structuralSharing: false,
  })
}

export interface EndedReading {
  /** As far as it was read; lists that cannot be had say why. */
  readonly ended: EndedMarket
  readonly retry: () => void
}

/** What has ended by the picture on the page; undefined scope: nobody asked for it. */
export function useEnded(scope: EndedScope | undefined): EndedReading {
  const chain = useChain()
  const nobody: EndedScope = { source: { chainId: '', height: 0n, time: undefined } }
  const { data, error, refetch } = useQuery({
    ...endedQuery(chain, scope ?? nobody),
    enabled: scope !== undefined,
  })
  // Not that of a node: the code that reads it did not come.
  const failed = useMemo(() => error && failedEnded(describeQueryFailure(error)), [error])
  const time = scope?.source.time
  const ended = useMemo(() => {
    const read = data ?? failed ?? NOTHING_ENDED
    return time === undefined ? read : datedEnded(read, time)
  }, [data, failed, time])
  return { ended, retry: () => void refetch() }
}

/** Whether all that was asked for was read to its end. A list that failed is worth another try. */
function isRead(
  { insufficientFunds, closed, lostBids, closedDeployments }: EndedMarket,
  { withLostBids = false, withDeployments = false }: EndedScope,
): boolean {
  const lists: readonly Figure<MarketList<unknown>>[] = [
    insufficientFunds,
    closed,
    ...(withLostBids ? [lostBids] : []),
    ...(withDeployments ? [closedDeployments] : []),
  ]
  return lists.every((list) => list.kind === 'known' && list.value.isComplete)
}
