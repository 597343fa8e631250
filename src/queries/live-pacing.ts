import { PIN_DISTANCE } from '../domain/pin.ts'

/** "Read again now." Heights are those events and nodes told; what is read decides by itself which height it reads at. */
export type LiveTick =
  | { readonly reason: 'new-block'; readonly height: bigint }
  /** A vote that can now be read. */
  | { readonly reason: 'vote'; readonly height: bigint; readonly proposalIds: readonly bigint[] }
  /** The page is looked at again, and may show the past. */
  | { readonly reason: 'resumed' }

/** Runs something later; returns what prevents it. */
export type Schedule = (run: () => void, delayMs: number) => () => void

export interface LivePacingOptions {
  readonly emit: (tick: LiveTick) => void
  /** Milliseconds on any clock. */
  readonly now: () => number
  readonly schedule: Schedule
  /** Least milliseconds between two ticks for blocks alone. */
  readonly blockEveryMs: number
  /** Least milliseconds between two ticks. */
  readonly voteEveryMs: number
  /** Milliseconds after which a vote is told though no block has come that shows it: the chain may have halted. */
  readonly longestVoteWaitMs: number
}

export interface LivePacing {
  readonly sawBlock: (height: bigint) => void
  readonly sawVotes: (height: bigint, proposalIds: readonly bigint[]) => void
  /** Somebody reads at `pin`, the newest block being `latest`. Votes that were told but lie beyond are told again. */
  readonly sawReading: (pin: bigint, latest: bigint) => void
  readonly resume: () => void
  /** Forgets what was to be told. */
  readonly stop: () => void
}

interface SeenVotes {
  /** Newest block with a vote on the proposal. */
  readonly height: bigint
  readonly seenAtMs: number
  readonly isTold: boolean
  readonly timesTold: number
}

/** A node that lags behind for longer than this catches up by the ticks for blocks. */
const TOLD_AT_MOST = 5
/** No chain has this many votes open; a node that names more is not followed. */
const MOST_PROPOSALS = 500

/**
 * When to read again. Figures are read two blocks behind the newest, so a vote in block H is told once block H+2 is
 * known; everything that has come by then is one tick.
 */
export function createLivePacing(options: LivePacingOptions): LivePacing {
  const { emit, now, schedule, blockEveryMs, voteEveryMs, longestVoteWaitMs } = options
  const votes = new Map<bigint, SeenVotes>()
  let newest = 0n
  let isBlockNew = false
  let tickedAtMs = Number.NEGATIVE_INFINITY
  let cancel = () => {}

  /** Tells what is due, and comes back when the next thing is. */
  function settle(): void {
    cancel()
    const nowMs = now()
    const due = [...votes].filter(([, seen]) => dueAtMs(seen) <= nowMs)
    const sinceMs = nowMs - tickedAtMs
    if (due.length > 0 && sinceMs >= voteEveryMs) {
      for (const [id, seen] of due) {
        votes.set(id, { ...seen, isTold: true, timesTold: seen.timesTold + 1 })
      }
      tick({ reason: 'vote', height: newest, proposalIds: due.map(([id]) => id) })
    } else if (isBlockNew && sinceMs >= blockEveryMs) {
      tick({ reason: 'new-block', height: newest })
    }
    const next = Math.min(
      isBlockNew ? tickedAtMs + blockEveryMs : Number.POSITIVE_INFINITY,
      ...[...votes.values()].map((seen) => Math.max(dueAtMs(seen), tickedAtMs + voteEveryMs)),
    )
    // A listener may have come back here already.
    cancel()
    if (next !== Number.POSITIVE_INFINITY) cancel = schedule(settle, Math.max(0, next - now()))
  }

  function dueAtMs({ height, seenAtMs, isTold }: SeenVotes): number {
    if (isTold) return Number.POSITIVE_INFINITY
    return newest >= height + PIN_DISTANCE ? seenAtMs : seenAtMs + longestVoteWaitMs
  }

  function tick(what: LiveTick): void {
    tickedAtMs = now()
    isBlockNew = false
    emit(what)
  }

  return {
    sawBlock(height) {
      if (height <= newest) return
      newest = height
      isBlockNew = true
      settle()
    },
    sawVotes(height, proposalIds) {
      for (const id of proposalIds) {
        const known = votes.get(id)
        if (known === undefined ? votes.size >= MOST_PROPOSALS : known.height > height) continue
        votes.set(id, { height, seenAtMs: now(), isTold: false, timesTold: 0 })
      }
      settle()
    },
    sawReading(pin, latest) {
      // What is on screen before the first event needs no tick to be there.
      if (newest === 0n) newest = latest
      for (const [id, seen] of votes) {
        if (!seen.isTold) continue
        if (seen.height <= pin || seen.timesTold >= TOLD_AT_MOST) votes.delete(id)
        else votes.set(id, { ...seen, isTold: false })
      }
      settle()
    },
    resume() {
      tick({ reason: 'resumed' })
      settle()
    },
    stop() {
      cancel()
      votes.clear()
      isBlockNew = false
    },
  }
}
