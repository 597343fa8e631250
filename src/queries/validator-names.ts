import { queryOptions } from '@tanstack/react-query'
import { fetchBondedValidators } from '../chain/staking.ts'
import type { Validator } from '../domain/validator.ts'
import type { Chain } from './chain.ts'

/** The bonded validators of a height, to name those who voted before. */
export function bondedValidatorsQuery(chain: Chain, height: bigint) {
  return queryOptions({
    queryKey: [chain.key, 'validators', height.toString()] as const,
    queryFn: async ({ signal }): Promise<readonly Validator[]> =>
      (await fetchBondedValidators(chain.transport, height, { signal })).value,
    // A height does not change any more.
    staleTime: Number.POSITIVE_INFINITY,
  })
}
