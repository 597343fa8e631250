import { useQuery } from '@tanstack/react-query'
import { useChain } from '../chain.ts'

/**
 * Whether so little of the market has ended that it is read without being asked for; false while that is not known, and
 * where no node tells. Asked once a visit, at the height of the first picture.
 */
export function useFewEnded(height: bigint | undefined): boolean {
  const chain = useChain()
  const { data } = useQuery({
    queryKey: [chain.key, 'market', 'few ended'],
    queryFn: async ({ signal }) => {
      const { hasFewEnded } = await import('./has-few-ended.ts')
      return hasFewEnded(chain, height ?? 0n, signal)
    },
    enabled: height !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data === true
}
