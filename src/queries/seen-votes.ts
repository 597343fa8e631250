import { queryOptions } from '@tanstack/react-query'
import type { SeenVotes } from '../domain/seen-votes.ts'
import type { Chain } from './chain.ts'
import type { VoteView } from './votes.ts'

/** What this browser saw of a vote, on this visit and earlier ones. */
export type SeenReport =
  | { readonly kind: 'seen'; readonly seen: SeenVotes }
  /** The page was not open here while the vote was. */
  | { readonly kind: 'nothing' }
  /** The browser lets this page keep nothing: private windows, blocked storage. */
  | { readonly kind: 'not-kept' }

export function seenVotesQuery(chain: Chain, chainId: string, proposalId: bigint) {
  return queryOptions({
    queryKey: [chain.key, 'proposal', proposalId.toString(), 'seen', chainId] as const,
    queryFn: async (): Promise<SeenReport> => {
      const seen = await (await chain.openVoteArchive(chainId)).load(proposalId)
      if (seen === 'not-kept') return { kind: 'not-kept' }
      return seen === undefined ? { kind: 'nothing' } : { kind: 'seen', seen }
    },
    staleTime: 0,
  })
}

/** Everything this browser kept of votes on a chain, for export. */
export async function loadAllSeenVotes(
  chain: Chain,
  chainId: string,
): Promise<readonly SeenVotes[]> {
  return (await chain.openVoteArchive(chainId)).loadAll()
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
