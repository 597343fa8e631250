import { createStore, del, entries, get, update } from 'idb-keyval'
import {
  isSeenVotes,
  mergeSeenVotes,
  type SeenVotes,
  type VotePicture,
} from '../domain/seen-votes.ts'

/** What this browser has seen of votes the chain will delete, or has deleted. */
export interface VoteArchive {
  /** undefined: nothing was seen, or the browser keeps nothing. */
  load(proposalId: bigint): Promise<SeenVotes | undefined>
  /** Everything kept, newest picture first; for export. */
  loadAll(): Promise<readonly SeenVotes[]>
  /** Resolves false when the browser would not keep it: nothing else is lost by it. */
  add(picture: VotePicture): Promise<boolean>
}

/** Proposals kept a chain; those looked at longest ago go first. */
const MOST_PROPOSALS = 300

export function createVoteArchive(chainId: string): VoteArchive {
  const store = createStore(`skylight/${chainId}/votes`, 'seen-votes')
  const loadAll = async (): Promise<readonly SeenVotes[]> => {
    try {
      const rows = await entries<string, unknown>(store)
      return rows
        .flatMap(([, value]) => (isSeenVotes(value) ? [value] : []))
        .sort((a, b) => (b.lastTimeMs ?? 0) - (a.lastTimeMs ?? 0))
    } catch {
      return []
    }
  }
  return {
    loadAll,
    async load(proposalId) {
      try {
        const seen = await get<unknown>(proposalId.toString(), store)
        return isSeenVotes(seen) ? seen : undefined
      } catch {
        return undefined
      }
    },
    async add(picture) {
      try {
        // One transaction reads and writes, so that two tabs do not overwrite each other.
        await update<unknown>(
          picture.proposalId.toString(),
          (previous) => mergeSeenVotes(isSeenVotes(previous) ? previous : undefined, picture),
          store,
        )
        const tooMany = (await loadAll()).slice(MOST_PROPOSALS)
        await Promise.all(tooMany.map(({ proposalId }) => del(proposalId, store)))
        return true
      } catch {
        return false
      }
    },
  }
}

/** For commands, which keep nothing between runs. */
export function createEmptyVoteArchive(): VoteArchive {
  return {
    load: () => Promise.resolve(undefined),
    loadAll: () => Promise.resolve([]),
    add: () => Promise.resolve(false),
  }
}
