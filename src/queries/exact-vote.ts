import { queryOptions } from '@tanstack/react-query'
import type { Chain } from './chain.ts'
import { type ExactProgress, readExactVote } from './exact-tally.ts'
import type { VoteView } from './votes.ts'

/** The exact count of one picture; one call for every voter, so it is asked for and not fetched along. */
export function exactVoteQuery(
  chain: Chain,
  view: VoteView,
  onProgress: (progress: ExactProgress) => void,
) {
  return queryOptions({
    queryKey: [
      chain.key,
      'proposal',
      view.proposal.id.toString(),
      'exact',
      view.source.height.toString(),
    ] as const,
    queryFn: ({ signal }) => readExactVote(chain, view, onProgress, signal),
    staleTime: Number.POSITIVE_INFINITY,
    // Thousands of calls are not begun anew by themselves.
    retry: false,
  })
}
