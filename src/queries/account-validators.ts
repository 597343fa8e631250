import { queryOptions } from '@tanstack/react-query'
import { fetchValidatorProfiles } from '../chain/accounts.ts'
import type { ValidatorProfile } from '../domain/account.ts'
import { labelValidators } from '../domain/validator-label.ts'
import type { Chain } from './chain.ts'

/** A bonded validator with a name unlike every other's. */
export interface NamedValidator extends ValidatorProfile {
  /** Made visible already (validator-label.ts). */
  readonly label: string
}

/** The bonded validators of a height, and who told them. */
export interface NamedValidators {
  readonly validators: readonly NamedValidator[]
  readonly endpoint: string
}

export function namedValidatorsQuery(chain: Chain, height: bigint) {
  return queryOptions({
    queryKey: [chain.key, 'named-validators', height.toString()] as const,
    queryFn: async ({ signal }): Promise<NamedValidators> => {
      const { value, endpoint } = await fetchValidatorProfiles(chain.transport, height, { signal })
      const labels = labelValidators(value)
      return {
        validators: value.map((profile) => ({
          ...profile,
          label: labels.get(profile.operatorAddress)?.text ?? profile.operatorAddress,
        })),
        endpoint,
      }
    },
    // A height does not change any more.
    staleTime: Number.POSITIVE_INFINITY,
  })
}
