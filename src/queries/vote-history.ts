import { queryOptions } from '@tanstack/react-query'
import { describeFailure } from '../chain/failure.ts'
import { fetchVoteHistory, voteHistoryQuery as voteHistorySearch } from '../chain/vote-history.ts'
import type { Failure } from '../domain/failure.ts'
import { groupByVoter, type VoterHistory } from '../domain/vote-history.ts'
import type { Chain } from './chain.ts'

/** What a node's transaction index tells of the votes on a proposal. It may begin after the vote did. */
export type VoteHistoryReport =
  | {
      readonly kind: 'read'
      readonly byVoter: ReadonlyMap<string, VoterHistory>
      /** Transactions the index names. */
      readonly total: number
      /** Whether all of those could be read; never whether the index has all there were. */
      readonly isComplete: boolean
      readonly endpoint: string
      /** The search as a reader can repeat it. */
      readonly query: string
    }
  /** The node keeps no transaction index, or none it shows. */
  | { readonly kind: 'no-index'; readonly failure: Failure }

/** An index is no state of a height: heights of the votes tell what belongs to the picture. */
export function voteHistoryQuery(chain: Chain, id: bigint) {
  return queryOptions({
    queryKey: [chain.key, 'proposal', id.toString(), 'vote-history'] as const,
    queryFn: ({ signal }) => readVoteHistory(chain, id, signal),
    staleTime: 60_000,
    // The votes are there without it.
    retry: false,
  })
}

/** @throws what `describeFailure` knows, but for a node without an index, which is an answer */
export async function readVoteHistory(
  chain: Chain,
  id: bigint,
  signal?: AbortSignal,
): Promise<VoteHistoryReport> {
  try {
    const history = await fetchVoteHistory(chain.transport, id, signal ? { signal } : {})
    const { casts, total, isComplete, endpoint } = history
    return {
      kind: 'read',
      byVoter: groupByVoter(casts),
      total,
      isComplete,
      endpoint,
      query: `tx_search ${voteHistorySearch(id)}`,
    }
  } catch (error) {
    const failure = describeFailure(error)
    if (failure.kind === 'no-index') return { kind: 'no-index', failure }
    throw error
  }
}
