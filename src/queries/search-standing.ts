import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { fetchBlockTime } from '../chain/node.ts'
import { VALIDATORS_PATH } from '../chain/staking.ts'
import type { Figure } from '../domain/figure.ts'
import type { Source } from '../domain/source.ts'
import { type NamedValidators, namedValidatorsQuery } from './account-validators.ts'
import type { Chain } from './chain.ts'
import { figureOf } from './figures.ts'
import { fetchPinned, readAtPin } from './pinned.ts'

/** Where the chain stands and who validates it: what a search looks in beside the proposals. */
export interface SearchStanding {
  readonly latestHeight: bigint
  /** First block the node that answered keeps. */
  readonly earliestHeight: bigint
  readonly source: Source
  readonly validators: Figure<NamedValidators['validators']>
}

export function searchStandingQuery(chain: Chain) {
  return queryOptions({
    queryKey: [chain.key, 'search-standing'] as const,
    queryFn: ({ client, signal }) => readSearchStanding(chain, client, signal),
    staleTime: chain.explicitHeight === undefined ? 60_000 : Number.POSITIVE_INFINITY,
  })
}

/** Two round trips; without the validators the heights stay. */
async function readSearchStanding(
  chain: Chain,
  client: QueryClient,
  signal: AbortSignal,
): Promise<SearchStanding> {
  const pinned = await fetchPinned(chain, signal)
  return readAtPin(pinned, async ({ facts, pin: { height } }) => {
    const [validators, time] = await Promise.allSettled([
      client.fetchQuery(namedValidatorsQuery(chain, height)),
      fetchBlockTime(chain.transport, height, { signal }),
    ])
    const source: Source = {
      chainId: facts.chainId,
      height,
      time: time.status === 'fulfilled' ? time.value : undefined,
      endpoint: validators.status === 'fulfilled' ? validators.value.endpoint : facts.endpoint,
      query: VALIDATORS_PATH,
    }
    return {
      latestHeight: facts.latestHeight,
      earliestHeight: facts.earliestHeight,
      source,
      validators: figureOf(
        validators,
        (read) => read.validators,
        () => source,
      ),
    }
  })
}
