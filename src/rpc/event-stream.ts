import { isAgreedUrl } from './agreed-url.ts'
import { EndpointNotConsentedError } from './errors.ts'
import { openStreamConnection } from './event-stream-connection.ts'
import {
  describeEventStreamFailure,
  type EventStreamFailure,
  isLastingStreamFailure,
} from './event-stream-failure.ts'
import type { StreamEvent } from './event-stream-frame.ts'
import { createSilenceWatch, type SilenceOptions } from './event-stream-silence.ts'
import { publicUrl } from './public-url.ts'
import { detectSurroundings, isMixedContent, type Surroundings } from './surroundings.ts'
import { findWebSocket, type WebSocketConstructor, websocketUrl } from './websocket.ts'

/** Times are of the stream's own clock, milliseconds since the epoch. `sentence` is for the reader. */
export type EventStreamState =
  | { readonly kind: 'paused' }
  | { readonly kind: 'connecting' }
  /** `refused`: subscriptions the node did not take, others than the heartbeat's. */
  | { readonly kind: 'open'; readonly sinceMs: number; readonly refused: readonly string[] }
  /** Open, but no heartbeat comes: the chain stands still, or the node forgot the subscription. */
  | { readonly kind: 'silent'; readonly sinceMs: number; readonly refused: readonly string[] }
  /** Between two attempts. */
  | {
      readonly kind: 'waiting'
      readonly untilMs: number
      readonly failure: EventStreamFailure
      readonly sentence: string
    }
  /** Given up until `restart` or the next `resume`. */
  | {
      readonly kind: 'unavailable'
      readonly failure: EventStreamFailure
      readonly sentence: string
    }
  | { readonly kind: 'closed' }

/** What a reader of events has to say: what it wants, and who hears it. */
export interface EventStreamListening {
  /** Subscription that shows, by its regular events, that the chain goes on. A node must take this one. */
  readonly heartbeatQuery: string
  /** @default none */
  readonly otherQueries?: readonly string[]
  readonly onEvent: (event: StreamEvent) => void
  readonly onState: (state: EventStreamState) => void
}

export interface EventStreamTuning {
  /** @default the running program's own, if it has one */
  readonly WebSocket?: WebSocketConstructor | undefined
  /** Milliseconds from opening until every subscription is answered. @default 10_000 */
  readonly timeoutMs?: number
  /**
   * Longest frame that is read, in UTF-16 units; a transaction may have 1 MiB, which is more in base64 and with its
   * events. @default 4 Mi
   */
  readonly maxChars?: number
  /** Failures in a row, without a heartbeat between them, after which it is given up. @default 4 */
  readonly failuresAllowed?: number
  /** First pause after a failure; it doubles with each. @default 1_000 */
  readonly pauseMs?: number
  /** @default 30_000 */
  readonly longestPauseMs?: number
  readonly silence?: SilenceOptions
  /** Wall clock, milliseconds since the epoch. @default Date.now */
  readonly now?: () => number
  /** Spreads the attempts of many readers; 0 to 1. @default Math.random */
  readonly random?: () => number
  /** @default what the running program is in */
  readonly surroundings?: Surroundings
}

export interface EventStreamOptions extends EventStreamListening, EventStreamTuning {
  /** HTTP URLs the reader agreed to, as for requests; asked anew for every connection. */
  readonly allowed: () => Iterable<string>
  /** URL the endpoint is reported under. @default the URL connected to */
  readonly reportedUrl?: string
}

export interface EventStream {
  /** URL of the endpoint, without credentials. */
  readonly endpoint: string
  readonly state: () => EventStreamState
  /** Connects, unless it is connected. A new stream is paused. */
  readonly resume: () => void
  /** Ends the connection; nothing is sent until `resume`. */
  readonly pause: () => void
  /** Connects anew at once, whatever the state; a closed or paused stream stays so. */
  readonly restart: () => void
  /** For good. */
  readonly close: () => void
}

/**
 * Events of one endpoint over its WebSocket, reconnecting with growing pauses. `url` is the endpoint's http(s) URL.
 * @throws {EndpointNotConsentedError} when the reader has not agreed to the endpoint
 */
export function createEventStream(url: string, options: EventStreamOptions): EventStream {
  const {
    allowed,
    WebSocket = findWebSocket(),
    timeoutMs = 10_000,
    maxChars = 4 * 1_048_576,
    failuresAllowed = 4,
    pauseMs = 1_000,
    longestPauseMs = 30_000,
    now = Date.now,
    random = Math.random,
    surroundings = detectSurroundings(),
  } = options
  const { heartbeatQuery, otherQueries = [], onEvent, onState } = options
  const endpoint = publicUrl(options.reportedUrl ?? url)
  if (!isAgreedUrl(url, allowed())) throw new EndpointNotConsentedError(url)

  let state: EventStreamState = { kind: 'paused' }
  let failures = 0
  let closeConnection = () => {}
  let retry: ReturnType<typeof setTimeout> | undefined
  const silence = createSilenceWatch(options.silence, now, () => {
    if (state.kind === 'open') enter({ ...state, kind: 'silent', sinceMs: now() })
  })

  function enter(next: EventStreamState): void {
    state = next
    onState(next)
  }

  function isConnecting(): boolean {
    return state.kind === 'connecting'
  }

  function disconnect(): void {
    clearTimeout(retry)
    silence.stop()
    closeConnection()
    closeConnection = () => {}
  }

  function connect(): void {
    disconnect()
    enter({ kind: 'connecting' })
    // Whoever heard of it may have paused the stream.
    if (!isConnecting()) return
    const obstacle = findObstacle()
    if (obstacle !== undefined || WebSocket === undefined) {
      fail(obstacle ?? { kind: 'no-websocket' })
      return
    }
    closeConnection = openStreamConnection({
      ...{ url: websocketUrl(url), WebSocket, heartbeatQuery, otherQueries, timeoutMs, maxChars },
      onOpen: (refused) => {
        silence.start()
        enter({ kind: 'open', sinceMs: now(), refused })
      },
      onEvent: (event) => {
        if (event.query === heartbeatQuery) hearHeartbeat()
        onEvent(event)
      },
      onEnd: fail,
    })
  }

  function findObstacle(): EventStreamFailure | undefined {
    if (!isAgreedUrl(url, allowed())) return { kind: 'not-consented' }
    return isMixedContent(new URL(url), surroundings) ? { kind: 'mixed-content' } : undefined
  }

  function hearHeartbeat(): void {
    failures = 0
    silence.hear()
    if (state.kind === 'silent') enter({ ...state, kind: 'open', sinceMs: now() })
  }

  function fail(failure: EventStreamFailure): void {
    disconnect()
    failures += 1
    const sentence = describeEventStreamFailure(failure, endpoint)
    if (failures >= failuresAllowed || isLastingStreamFailure(failure)) {
      enter({ kind: 'unavailable', failure, sentence })
      return
    }
    const waitMs = Math.min(pauseMs * 2 ** (failures - 1), longestPauseMs) * (0.5 + random() / 2)
    retry = setTimeout(connect, waitMs)
    enter({ kind: 'waiting', untilMs: now() + waitMs, failure, sentence })
  }

  return {
    endpoint,
    state: () => state,
    resume() {
      if (state.kind !== 'paused' && state.kind !== 'unavailable') return
      failures = 0
      connect()
    },
    pause() {
      if (state.kind === 'paused' || state.kind === 'closed') return
      disconnect()
      enter({ kind: 'paused' })
    },
    restart() {
      if (state.kind === 'paused' || state.kind === 'closed') return
      failures = 0
      connect()
    },
    close() {
      if (state.kind === 'closed') return
      disconnect()
      enter({ kind: 'closed' })
    },
  }
}
