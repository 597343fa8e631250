import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { LeaseName } from '../../domain/market/lease-name.ts'
import { type Chain, useChain } from '../chain.ts'
import type { LeaseDetail } from './read-lease.ts'

/** One lease with all that belongs to it, as a query. */
export function leaseQuery(chain: Chain, name: LeaseName) {
  const { owner, dseq, gseq, oseq, provider, bseq } = name
  return queryOptions({
    queryKey: [
      chain.key,
      'market',
      'lease',
      `${owner}/${dseq}/${gseq}/${oseq}/${provider}/${bseq ?? ''}`,
    ],
    queryFn: async ({ signal }): Promise<LeaseDetail> => {
      const { readLease } = await import('./read-lease.ts')
      return readLease(chain, name, signal)
    },
    // At a height the reader chose nothing changes any more, but what failed is worth another try.
    staleTime: ({ state: { data } }) =>
      chain.explicitHeight !== undefined && data !== undefined && isRead(data)
        ? Number.POSITIVE_INFINITY
        : 10_000,
    structuralSharing: false,
  })
}

export function useLease(name: LeaseName): UseQueryResult<LeaseDetail, Error> {
  return useQuery(leaseQuery(useChain(), name))
}

function isRead({ bids, order, deployment }: LeaseDetail): boolean {
  return [bids, order, deployment].every(({ kind }) => kind === 'known')
}
