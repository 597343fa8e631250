import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { type Chain, useChain } from './chain.ts'
import type { LiveTick } from './live-pacing.ts'

/** How the page hears of new blocks; `none` where nothing moves (a recording, a height of old) or nothing is heard yet. */
export interface FollowingState {
  readonly kind: 'socket' | 'polling' | 'paused' | 'off' | 'none'
  readonly sentence: string
}

/** Tells a screen when to read again. Nothing is asked of a node while nobody listens. */
export interface Following {
  readonly subscribe: (listener: (tick: LiveTick) => void) => () => void
  readonly watchState: (listener: () => void) => () => void
  readonly state: () => FollowingState
}

const STANDING: FollowingState = { kind: 'none', sentence: '' }

/** For what does not move. */
export const NOT_FOLLOWING: Following = {
  subscribe: () => () => undefined,
  watchState: () => () => undefined,
  state: () => STANDING,
}

/**
 * Reads a query again when the chain has moved, at most every `everyMs`, while it is wanted. An event names no figures: it only says that a
 * new picture can be read, and the query reads the whole of it at one new height.
 */
export function useFollowing(queryKey: QueryKey, everyMs: number, isWanted = true): FollowingState {
  const chain = useChain()
  const client = useQueryClient()
  const key = JSON.stringify(queryKey)
  useEffect(() => {
    if (!isWanted) return
    const readKey: QueryKey = JSON.parse(key)
    let lastMs = Date.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    const readAgain = () => {
      timer = undefined
      // A read under way is let finish, or a node slower than blocks come would never get one done.
      if (client.isFetching({ queryKey: readKey, exact: true }) > 0) {
        timer = setTimeout(readAgain, everyMs)
        return
      }
      lastMs = Date.now()
      void client.invalidateQueries({ queryKey: readKey, exact: true })
    }
    const stop = chain.following.subscribe(() => {
      if (timer !== undefined) return
      timer = setTimeout(readAgain, Math.max(0, lastMs + everyMs - Date.now()))
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [chain, client, key, everyMs, isWanted])
  return useFollowingState(chain)
}

function useFollowingState({ following }: Chain): FollowingState {
  return useSyncExternalStore(following.watchState, following.state)
}
