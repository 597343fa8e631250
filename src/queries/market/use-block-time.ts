import { queryOptions, useQuery } from '@tanstack/react-query'
import { fetchHeaderTime } from '../../chain/node.ts'
import type { BlockTime } from '../../domain/market/market.ts'
import { type Chain, useChain } from '../chain.ts'

/** Blocks over which the time of one is measured. */
const BLOCK_SPAN = 100n

/** The mean time of a block before a height, as a query. */
function blockTimeQuery(chain: Chain, height: bigint) {
  return queryOptions({
    queryKey: [chain.key, 'market', 'block-time', height.toString()],
    queryFn: async ({ signal }): Promise<BlockTime> => {
      const fromHeight = height > BLOCK_SPAN ? height - BLOCK_SPAN : 1n
      const [to, from] = await Promise.all(
        [height, fromHeight].map((each) => fetchHeaderTime(chain.transport, each, { signal })),
      )
      if (to === undefined || from === undefined || height <= fromHeight) {
        throw new RangeError('one block has no time between blocks')
      }
      const meanMs = (to.value.getTime() - from.value.getTime()) / Number(height - fromHeight)
      return { meanMs, fromHeight, toHeight: height }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** undefined until it is measured, or where it cannot be: then blocks are told without their time. */
export function useBlockTime(height: bigint | undefined): BlockTime | undefined {
  const chain = useChain()
  return useQuery({ ...blockTimeQuery(chain, height ?? 0n), enabled: height !== undefined }).data
}
