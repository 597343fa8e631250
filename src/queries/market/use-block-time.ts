import { queryOptions, useQuery } from '@tanstack/react-query'
import type { BlockTime } from '../../domain/market/market.ts'
import { type Chain, useChain } from '../chain.ts'
import { type BlockTimeGround, measureBlockTime } from './measure-block-time.ts'

/** A height, and the oldest block the node keeps. */
export type BlockTimeScope = Required<Pick<BlockTimeGround, 'height' | 'oldest'>>

/** The mean time of a block before a height, as a query. */
export function blockTimeQuery(chain: Chain, { height, oldest }: BlockTimeScope) {
  return queryOptions({
    // Not the oldest block: it moves on with every block, and what was measured once will do.
    queryKey: [chain.key, 'market', 'block-time', height.toString()],
    queryFn: async ({ signal }): Promise<BlockTime> =>
      (await measureBlockTime(chain.transport, { height, oldest }, { signal })).value,
    staleTime: Number.POSITIVE_INFINITY,
    // A page that follows the chain has a new height every half minute: what was measured last names its blocks, and stays
    // until the next is there, or times would come and go.
    placeholderData: (last, query) => (query?.queryKey[0] === chain.key ? last : undefined),
  })
}

/** undefined until it is measured, or where it cannot be: then blocks are told without their time. */
export function useBlockTime(scope: BlockTimeScope | undefined): BlockTime | undefined {
  const chain = useChain()
  const ground = scope ?? { height: 0n, oldest: 0n }
  return useQuery({ ...blockTimeQuery(chain, ground), enabled: scope !== undefined }).data
}
