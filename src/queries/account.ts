import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  ACCOUNT_PATH,
  fetchDeposit,
  fetchPastVotes,
  fetchStakes,
  fetchValidatorProfile,
  fetchVote,
  type PastVotesPage,
  pastVotesSearch,
} from '../chain/accounts.ts'
import type { Answered } from '../chain/gov.ts'
import { DELEGATIONS_PATH } from '../chain/staking.ts'
import type { Figure } from '../domain/figure.ts'
import type { Source } from '../domain/source.ts'
import type { Chain } from './chain.ts'
import { figureOf } from './figures.ts'

/** Height, time and chain every part of the page is read at. */
export type AccountGround = Pick<Source, 'chainId' | 'height' | 'time'>

/** What was read, and where. */
export interface AccountPart<T> {
  readonly value: T
  readonly source: Source
}

function partOf<T>(ground: AccountGround, { value, endpoint }: Answered<T>, query: string) {
  return { value, source: { ...ground, endpoint, query } } satisfies AccountPart<T>
}

const keyOf = (chain: Chain, address: string, { height }: AccountGround, what: string) =>
  [chain.key, 'account', address, what, height.toString()] as const

/** The validator of an operator address; `value` undefined: none. */
export function accountValidatorQuery(
  chain: Chain,
  operatorAddress: string,
  ground: AccountGround,
) {
  return queryOptions({
    queryKey: keyOf(chain, operatorAddress, ground, 'validator'),
    queryFn: async ({ signal }) =>
      partOf(
        ground,
        await fetchValidatorProfile(chain.transport, operatorAddress, ground.height, { signal }),
        ACCOUNT_PATH.validator,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What an account has delegated, to whomever. */
export function accountStakesQuery(chain: Chain, address: string, ground: AccountGround) {
  return queryOptions({
    queryKey: keyOf(chain, address, ground, 'stakes'),
    queryFn: async ({ signal }) =>
      partOf(
        ground,
        await fetchStakes(chain.transport, address, ground.height, { signal }),
        DELEGATIONS_PATH,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** An account's votes on these proposals, by id as text; one that cannot be read loses only itself. */
export function accountVotesQuery(
  chain: Chain,
  address: string,
  ground: AccountGround,
  openIds: readonly bigint[],
) {
  return queryOptions({
    queryKey: [...keyOf(chain, address, ground, 'votes'), openIds.join()] as const,
    queryFn: ({ signal }) =>
      readEach(ground, openIds, ACCOUNT_PATH.vote, (id) =>
        fetchVote(chain.transport, id, address, ground.height, { signal }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** An account's deposits on these proposals, by id as text. */
export function accountDepositsQuery(
  chain: Chain,
  address: string,
  ground: AccountGround,
  ids: readonly bigint[],
) {
  return queryOptions({
    queryKey: [...keyOf(chain, address, ground, 'deposits'), ids.join()] as const,
    queryFn: ({ signal }) =>
      readEach(ground, ids, ACCOUNT_PATH.deposit, (id) =>
        fetchDeposit(chain.transport, id, address, ground.height, { signal }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

async function readEach<T>(
  ground: AccountGround,
  ids: readonly bigint[],
  query: string,
  ask: (id: bigint) => Promise<Answered<T>>,
): Promise<ReadonlyMap<string, Figure<T>>> {
  const settled = await Promise.allSettled(ids.map(ask))
  return new Map(
    settled.map((one, index) => [
      String(ids[index]),
      figureOf(
        one,
        ({ value }) => value,
        ({ endpoint }) => ({ ...ground, endpoint, query }),
      ),
    ]),
  )
}

/**
 * An account's votes by the node's transaction index, newest first, page by page. An index is no state of a height, and
 * it reaches no further back than its node.
 */
export function accountPastVotesQuery(chain: Chain, address: string) {
  return infiniteQueryOptions({
    queryKey: [chain.key, 'account', address, 'past-votes'] as const,
    queryFn: ({ pageParam, signal }) =>
      fetchPastVotes(chain.transport, address, pageParam, { signal }),
    initialPageParam: 1,
    getNextPageParam: ({ page, hasMore }: PastVotesPage) => (hasMore ? page + 1 : undefined),
    staleTime: 60_000,
    retry: false,
  })
}

/** The search of `accountPastVotesQuery`, as a reader can repeat it. */
export function describePastVotesSearch(address: string): string {
  return `tx_search ${pastVotesSearch(address)}`
}
