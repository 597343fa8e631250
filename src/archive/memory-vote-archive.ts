import { mergeSeenVotes, type SeenVotes } from '../domain/seen-votes.ts'
import type { VoteArchive } from './vote-archive.ts'

/** For chains that must leave nothing behind: forgotten with the page. */
export function createMemoryVoteArchive(): VoteArchive {
  const seen = new Map<string, SeenVotes>()
  return {
    load: (proposalId) => Promise.resolve(seen.get(proposalId.toString())),
    loadAll: () =>
      Promise.resolve([...seen.values()].sort((a, b) => (b.lastTimeMs ?? 0) - (a.lastTimeMs ?? 0))),
    add(picture) {
      const id = picture.proposalId.toString()
      seen.set(id, mergeSeenVotes(seen.get(id), picture))
      return Promise.resolve(true)
    },
  }
}
