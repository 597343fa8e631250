import { queryOptions } from '@tanstack/react-query'
import type { SeenVotes } from '../domain/seen-votes.ts'
import type { Chain } from './chain.ts'
import type { VoteView } from './votes.ts'

/** What this browser saw of a vote, on this visit and earlier ones; null when it saw nothing. */
export function seenVotesQuery(chain: Chain, chainId: string, proposalId: bigint) {
  return queryOptions({
    queryKey: [chain.key, 'proposal', proposalId.toString(), 'seen', chainId] as const,
    queryFn: async (): Promise<SeenVotes | null> =>
      (await (await chain.openVoteArchive(chainId)).load(proposalId)) ?? null,
    staleTime: 0,
  })
}

/** Keeps a picture of an open vote, for the chain will delete it. Resolves false where the browser keeps nothing. */
export async function keepVotes(chain: Chain, view: VoteView): Promise<boolean> {
  const { proposal, source, votes, validators, official, bondedTokens } = view
  const archive = await chain.openVoteArchive(source.chainId)
  return archive.add({
    proposalId: proposal.id,
    height: source.height,
    time: source.time,
    votes,
    validators,
    official,
    bondedTokens,
  })
}
