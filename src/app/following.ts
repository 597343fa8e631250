import type { NodeFacts } from '../chain/node.ts'
import type { Following, FollowingState } from '../queries/following.ts'
import type { LiveTicker } from '../queries/live.ts'
import type { LiveTick } from '../queries/live-pacing.ts'
import type { LiveSources } from './live.ts'

const NOT_YET: FollowingState = { kind: 'none', sentence: '' }

/**
 * Follows the chain from the first listener on. The code that does so comes only then: a first visit shows its figures
 * before it asks for newer ones.
 */
export function createFollowing(sources: LiveSources): {
  readonly following: Following
  readonly learn: (facts: NodeFacts) => void
} {
  let ticker: LiveTicker | undefined
  let opening: Promise<LiveTicker> | undefined
  const watchers = new Set<() => void>()
  const open = (): Promise<LiveTicker> => {
    opening ??= load()
    // Code that did not come is asked for again by the next screen.
    opening.catch(() => {
      opening = undefined
    })
    return opening
  }
  const load = async () => {
    const { openLiveTicker } = await import('./live.ts')
    const opened = await openLiveTicker(sources)
    ticker = opened
    opened.watchState(tell)
    tell()
    return opened
  }
  const tell = () => {
    for (const watcher of watchers) watcher()
  }
  const subscribe = (listener: (tick: LiveTick) => void) => {
    let stop: (() => void) | undefined
    let isOver = false
    open().then(
      (opened) => {
        if (!isOver) stop = opened.subscribe(listener)
      },
      // The code could not be loaded: the page stays as it was read, and says the height of that.
      () => undefined,
    )
    return () => {
      isOver = true
      stop?.()
    }
  }
  return {
    following: {
      subscribe,
      watchState: (watcher) => {
        watchers.add(watcher)
        return () => watchers.delete(watcher)
      },
      state: () => ticker?.state() ?? NOT_YET,
    },
    learn: (facts) => ticker?.learn(facts),
  }
}
