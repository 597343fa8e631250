import { createStore, delMany, entries, get, keys, update } from 'idb-keyval'
import {
  isSeenVotes,
  mergeSeenVotes,
  type SeenVotes,
  type VotePicture,
} from '../domain/seen-votes.ts'

/** What this browser has seen of votes the chain will delete, or has deleted. */
export interface VoteArchive {
  /** undefined: nothing was seen. `not-kept`: the browser keeps nothing, so nobody knows what was. */
  load(proposalId: bigint): Promise<SeenVotes | 'not-kept' | undefined>
  /** Everything kept, newest picture first; for export. */
  loadAll(): Promise<readonly SeenVotes[]>
  /** Resolves false when the browser would not keep it: nothing else is lost by it. */
  add(picture: VotePicture): Promise<boolean>
}

/** Proposals kept a scope; those looked at longest ago go first. */
const MOST_PROPOSALS = 300

/** One IndexedDB database a scope: a chain's id, with more where whoever claims it is not to be believed. */
export function createVoteArchive(scope: string): VoteArchive {
  const store = createStore(`skylight/${scope}/votes`, 'seen-votes')
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
        return 'not-kept'
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
        // Keys alone are cheap; what was kept is read only when something has to go.
        if ((await keys(store)).length > MOST_PROPOSALS) {
          const tooMany = (await loadAll()).slice(MOST_PROPOSALS)
          await delMany(
            tooMany.map(({ proposalId }) => proposalId),
            store,
          )
        }
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
    load: () => Promise.resolve('not-kept'),
    loadAll: () => Promise.resolve([]),
    add: () => Promise.resolve(false),
  }
}
