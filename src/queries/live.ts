import type { OpenChainEvents } from '../chain/events.ts'
import type { NodeFacts } from '../chain/node.ts'
import { choosePin } from '../domain/pin.ts'
import { createLivePacing, type LiveTick, type Schedule } from './live-pacing.ts'
import { createLivePolling } from './live-polling.ts'
import { createLiveSockets, type LiveSocketState } from './live-sockets.ts'

/** How the page hears of new blocks and votes. The same object until it changes. */
export interface LiveState {
  readonly kind: 'socket' | 'polling' | 'paused' | 'off'
  /** When this kind began. */
  readonly since: Date
  /** For the reader. */
  readonly sentence: string
}

/** Whether the page is looked at. */
export interface Visibility {
  readonly isVisible: () => boolean
  /** Returns what ends the watching. */
  readonly watch: (listener: () => void) => () => void
}

export interface LivePace {
  /** Least milliseconds between two ticks for new blocks. @default 6_000, Akash's block time */
  readonly blockEveryMs?: number
  /** Least milliseconds between two ticks of any kind. @default 1_500 */
  readonly voteEveryMs?: number
  /** @default 30_000 */
  readonly longestVoteWaitMs?: number
  /** @default 6_000 */
  readonly pollEveryMs?: number
  /** Pause between questions to a node that does not answer. @default 60_000 */
  readonly longestPollMs?: number
  /** Until endpoints without events are tried again. @default 300_000 */
  readonly retrySocketsMs?: number
  /** How long nobody may listen before the connection is ended: screens change. @default 2_000 */
  readonly lingerMs?: number
}

export interface LiveTickerOptions {
  /** Event streams of the endpoints, in order of preference; none where there is no WebSocket. */
  readonly streams: readonly OpenChainEvents[]
  /** Asks a node for the height of its newest block. */
  readonly poll: (signal: AbortSignal) => Promise<bigint>
  readonly visibility: Visibility
  readonly now: () => Date
  readonly pace?: LivePace
  /** @default setTimeout */
  readonly schedule?: Schedule
}

export interface LiveTicker {
  readonly state: () => LiveState
  /** Returns what ends the watching; fit for useSyncExternalStore. */
  readonly watchState: (listener: () => void) => () => void
  /** The first listener starts the following of the chain, and after the last it ends. */
  readonly subscribe: (listener: (tick: LiveTick) => void) => () => void
  /** To be told of every reading: a vote is told again when the node that was read lags behind the one that told. */
  readonly learn: (facts: NodeFacts) => void
}

const UNUSED = 'Nothing on this page changes with new blocks.'
const HIDDEN = 'Paused while this tab is hidden.'

/**
 * Tells a page when to read again: by the node's own events where it offers a WebSocket, by asking for its newest block
 * where it does not, and not at all while the page is hidden. It reads nothing itself but that height.
 */
export function createLiveTicker(options: LiveTickerOptions): LiveTicker {
  const { streams, poll, visibility, now, pace = {}, schedule = scheduleTimeout } = options
  const { pollEveryMs = 6_000, lingerMs = 2_000 } = pace
  const listeners = new Set<(tick: LiveTick) => void>()
  const stateListeners = new Set<() => void>()
  let state: LiveState = {
    kind: 'off',
    since: now(),
    sentence: UNUSED,
  }
  let unwatch: (() => void) | undefined
  let cancelStop = () => {}
  let socket: LiveSocketState = { kind: 'connecting', sentence: '' }
  let newestByEvent = 0n
  let pollWaitMs: number | undefined

  const pacing = createLivePacing({
    emit: (tick) => {
      for (const listener of listeners) listener(tick)
    },
    now: () => now().getTime(),
    schedule,
    blockEveryMs: pace.blockEveryMs ?? 6_000,
    voteEveryMs: pace.voteEveryMs ?? 1_500,
    longestVoteWaitMs: pace.longestVoteWaitMs ?? 30_000,
  })

  const polling = createLivePolling({
    poll,
    schedule,
    everyMs: pollEveryMs,
    longestMs: pace.longestPollMs ?? 60_000,
    onHeight(height) {
      // The network is back, so what failed over it may work.
      if (pollWaitMs !== undefined && socket.kind === 'unavailable') sockets.retry()
      pollWaitMs = undefined
      // The chain goes on while its events stay away: the node has forgotten the subscription.
      if (socket.kind === 'silent' && height > newestByEvent + 1n) sockets.restart()
      showSource()
      pacing.sawBlock(height)
    },
    onFailure(waitMs) {
      pollWaitMs = waitMs
      showSource()
    },
  })

  const sockets = createLiveSockets({
    streams,
    schedule,
    retryMs: pace.retrySocketsMs ?? 300_000,
    onEvent(event) {
      if (event.kind === 'block') {
        newestByEvent = event.height
        pacing.sawBlock(event.height)
      } else {
        const ids = new Set(event.votes.map(({ proposalId }) => proposalId))
        pacing.sawVotes(event.height, [...ids])
      }
    },
    onState(next) {
      socket = next
      if (next.kind === 'open') {
        polling.stop()
        pollWaitMs = undefined
      } else polling.start()
      showSource()
    },
  })

  function show(kind: LiveState['kind'], sentence: string): void {
    if (state.kind === kind && state.sentence === sentence) return
    state = { kind, since: state.kind === kind ? state.since : now(), sentence }
    for (const listener of stateListeners) listener()
  }

  function showSource(): void {
    if (socket.kind === 'open') {
      const what = socket.tellsVotes ? 'New blocks and votes' : 'New blocks'
      show('socket', `${what} are told by ${socket.endpoint} as they come.`)
      return
    }
    const asking =
      pollWaitMs === undefined
        ? `A node is asked for new blocks every ${seconds(pollEveryMs)}.`
        : `No node answers; asked again ${seconds(pollWaitMs)} after the last try.`
    show('polling', `${socket.sentence} ${asking}`.trim())
  }

  function follow(): void {
    if (!visibility.isVisible()) {
      stopSources()
      show('paused', HIDDEN)
      return
    }
    socket = { kind: 'connecting', sentence: '' }
    polling.start()
    sockets.start()
    showSource()
  }

  function stopSources(): void {
    sockets.stop()
    polling.stop()
    pacing.stop()
    pollWaitMs = undefined
  }

  function start(): void {
    unwatch = visibility.watch(() => {
      const wasPaused = state.kind === 'paused'
      if (visibility.isVisible() !== wasPaused) return
      follow()
      if (wasPaused) pacing.resume()
    })
    follow()
  }

  function stop(): void {
    unwatch?.()
    unwatch = undefined
    stopSources()
    show('off', UNUSED)
  }

  return {
    state: () => state,
    watchState(listener) {
      stateListeners.add(listener)
      return () => stateListeners.delete(listener)
    },
    subscribe(listener) {
      listeners.add(listener)
      cancelStop()
      if (unwatch === undefined) start()
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return
        cancelStop = schedule(stop, lingerMs)
      }
    },
    learn(facts) {
      const { latestHeight, lastAppliedHeight, plan } = facts
      const explicitHeight = undefined
      const planHeight = plan?.height
      const pin = choosePin({ explicitHeight, latestHeight, planHeight, lastAppliedHeight })
      pacing.sawReading(pin.height, latestHeight)
    },
  }
}

function seconds(ms: number): string {
  return `${ms / 1000} s`
}

function scheduleTimeout(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}
