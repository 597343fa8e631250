import { queryOptions } from '@tanstack/react-query'
import { fetchTransactionHeight } from '../chain/blocks.ts'
import type { Chain } from './chain.ts'

/** The height of the block a transaction is in, where a node's index has it. Asked for only on the reader's word. */
export function transactionHeightQuery(chain: Chain, hash: string) {
  return queryOptions({
    queryKey: [chain.key, 'transaction-height', hash] as const,
    queryFn: async ({ signal }) =>
      (await fetchTransactionHeight(chain.transport, hash, { signal })).value,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}
