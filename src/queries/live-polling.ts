import type { Schedule } from './live-pacing.ts'

export interface LivePollingOptions {
  /** Asks a node for the height of its newest block. */
  readonly poll: (signal: AbortSignal) => Promise<bigint>
  readonly onHeight: (height: bigint) => void
  /** `waitMs`: until it asks again. */
  readonly onFailure: (waitMs: number) => void
  readonly schedule: Schedule
  /** Milliseconds from an answer to the next question; doubles with each failure. */
  readonly everyMs: number
  readonly longestMs: number
}

export interface LivePolling {
  /** Asks from now on, the first time after the usual wait; a polling that runs goes on as it is. */
  readonly start: () => void
  /** Nothing is asked after this, and an answer still under way is not told. */
  readonly stop: () => void
}

/** Asks a node again and again where the chain stands, less often while it does not answer. */
export function createLivePolling(options: LivePollingOptions): LivePolling {
  const { poll, onHeight, onFailure, schedule, everyMs, longestMs } = options
  let running: AbortController | undefined
  let cancel = () => {}

  async function ask(own: AbortController, failures: number): Promise<void> {
    let height: bigint | undefined
    try {
      height = await poll(own.signal)
    } catch {
      // Why it failed is learned by the endpoints' health.
    }
    if (running !== own) return
    const failuresNow = height === undefined ? failures + 1 : 0
    const waitMs = Math.min(everyMs * 2 ** failuresNow, longestMs)
    cancel = schedule(() => void ask(own, failuresNow), waitMs)
    if (height === undefined) onFailure(waitMs)
    else onHeight(height)
  }

  return {
    start() {
      if (running !== undefined) return
      const own = new AbortController()
      running = own
      cancel = schedule(() => void ask(own, 0), everyMs)
    },
    stop() {
      running?.abort()
      running = undefined
      cancel()
    },
  }
}
