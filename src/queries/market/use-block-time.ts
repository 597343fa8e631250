import { queryOptions, useQuery } from '@tanstack/react-query'
import type { BlockTime } from '../../domain/market/market.ts'
import { type Chain, useChain } from '../chain.ts'
import { measureBlockTime } from './measure-block-time.ts'

/** The mean time of a block before a height, as a query. */
export function blockTimeQuery(chain: Chain, height: bigint) {
  return queryOptions({
    queryKey: [chain.key, 'market', 'block-time', height.toString()],
    queryFn: async ({ signal }): Promise<BlockTime> =>
      (await measureBlockTime(chain.transport, { height }, { signal })).value,
    staleTime: Number.POSITIVE_INFINITY,
    // A page that follows the chain has a new height every half minute: what was measured last names its blocks, and stays
    // until the next is there, or times would come and go.
    placeholderData: (last, query) => (query?.queryKey[0] === chain.key ? last : undefined),
  })
}

/** undefined until it is measured, or where it cannot be: then blocks are told without their time. */
export function useBlockTime(height: bigint | undefined): BlockTime | undefined {
  const chain = useChain()
  return useQuery({ ...blockTimeQuery(chain, height ?? 0n), enabled: height !== undefined }).data
}
