import type {
  ChainEvent,
  ChainEventStream,
  ChainEventStreamState,
  OpenChainEvents,
} from '../chain/events.ts'
import { describeQueryFailure } from './failures.ts'
import type { Schedule } from './live-pacing.ts'

/** Whether events come; `sentence` says why not. */
export type LiveSocketState =
  | { readonly kind: 'connecting'; readonly sentence: string }
  | { readonly kind: 'open'; readonly endpoint: string; readonly tellsVotes: boolean }
  | { readonly kind: 'silent'; readonly sentence: string }
  | { readonly kind: 'unavailable'; readonly sentence: string }

export interface LiveSocketsOptions {
  /** One an endpoint, in order of preference. */
  readonly streams: readonly OpenChainEvents[]
  readonly onEvent: (event: ChainEvent) => void
  readonly onState: (state: LiveSocketState) => void
  readonly schedule: Schedule
  /** Milliseconds until endpoints that gave no events are tried once more. */
  readonly retryMs: number
}

export interface LiveSockets {
  readonly start: () => void
  readonly stop: () => void
  /** The stream that is open is deaf: connects it anew. */
  readonly restart: () => void
  /** Tries again at once if all were given up. */
  readonly retry: () => void
}

/** Events of the first endpoint that gives any; one WebSocket at a time. */
export function createLiveSockets(options: LiveSocketsOptions): LiveSockets {
  const { streams, onEvent, onState, schedule, retryMs } = options
  let current: ChainEventStream | undefined
  let cancelRetry = () => {}

  function open(index: number, lastSentence: string): void {
    const openStream = streams[index]
    if (openStream === undefined) {
      cancelRetry = schedule(() => open(0, ''), retryMs)
      onState({ kind: 'unavailable', sentence: lastSentence || 'No endpoint offers events.' })
      return
    }
    let stream: ChainEventStream | undefined
    try {
      stream = openStream({ onEvent, onState: (state) => hear(state, index) })
    } catch (error) {
      // Not agreed to: the rest of the page says so too.
      open(index + 1, describeQueryFailure(error).sentence)
      return
    }
    current = stream
    stream.resume()
  }

  /** Only the current stream is heard: one that is closed says no more than that. */
  function hear(state: ChainEventStreamState, index: number): void {
    const endpoint = current?.endpoint ?? ''
    if (state.kind === 'open') {
      onState({ kind: 'open', endpoint, tellsVotes: state.refused.length === 0 })
    } else if (state.kind === 'silent') {
      const sentence = `${endpoint} has told of no new block for a while.`
      onState({ kind: 'silent', sentence })
    } else if (state.kind === 'connecting') {
      onState({ kind: 'connecting', sentence: `Connecting to ${endpoint}.` })
    } else if (state.kind === 'waiting') {
      onState({ kind: 'connecting', sentence: state.sentence })
    } else if (state.kind === 'unavailable') {
      close()
      open(index + 1, state.sentence)
    }
  }

  function close(): void {
    const stream = current
    current = undefined
    stream?.close()
  }

  function start(): void {
    if (current !== undefined) return
    cancelRetry()
    open(0, '')
  }

  return {
    start,
    stop() {
      cancelRetry()
      close()
    },
    restart: () => current?.restart(),
    retry: start,
  }
}
