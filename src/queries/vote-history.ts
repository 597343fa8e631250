import { queryOptions } from '@tanstack/react-query'
import { describeFailure } from '../chain/failure.ts'
import { fetchVoteHistory, voteHistoryQuery as voteHistorySearch } from '../chain/vote-history.ts'
import type { Failure } from '../domain/failure.ts'
import type { Vote } from '../domain/vote.ts'
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

/**
 * An index is no state of a height: heights of the votes tell what belongs to the picture. It is asked again when the
 * votes on screen are others (`votes`; none where the chain has deleted them), not at every height, for a node sorts
 * all matches for every page. What was read before stands meanwhile.
 */
export function voteHistoryQuery(chain: Chain, id: bigint, votes: readonly Vote[] = NO_VOTES) {
  const queryKey = [
    chain.key,
    'proposal',
    id.toString(),
    'vote-history',
    fingerprintVotes(votes),
  ] as const
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => readVoteHistory(chain, id, signal),
    placeholderData: (previous: VoteHistoryReport | undefined, query) =>
      query !== undefined && isSameVote(query.queryKey, queryKey) ? previous : undefined,
    staleTime: 60_000,
    // The votes are there without it.
    retry: false,
  })
}

const NO_VOTES: readonly Vote[] = []

function isSameVote(a: readonly string[], b: readonly string[]): boolean {
  return a.slice(0, -1).join() === b.slice(0, -1).join()
}

const fingerprints = new WeakMap<readonly Vote[], string>()

/** A short text that differs, but for one chance in four thousand million, when anyone has voted or voted otherwise. */
export function fingerprintVotes(votes: readonly Vote[]): string {
  const known = fingerprints.get(votes)
  if (known !== undefined) return known
  // FNV-1a over what tells one vote from another; a voter's last characters are a checksum of the rest.
  let hash = 0x811c9dc5
  const add = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    }
  }
  for (const { voter, options } of votes) {
    add(voter.slice(-8))
    for (const { option, weight } of options) add(`${option}${weight}`)
  }
  const fingerprint = `${votes.length}-${(hash >>> 0).toString(16)}`
  fingerprints.set(votes, fingerprint)
  return fingerprint
}

/** @throws what `describeFailure` knows, but for a node without an index, which is an answer */
async function readVoteHistory(
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
