import type { EventStreamFailure } from './event-stream-failure.ts'
import {
  classifyStreamError,
  decodeFrame,
  type StreamEvent,
  type StreamFrame,
} from './event-stream-frame.ts'
import type { RpcErrorObject } from './refusal.ts'
import type { WebSocketConstructor, WebSocketLike } from './websocket.ts'

export interface StreamConnectionOptions {
  /** `ws:` or `wss:`. */
  readonly url: string
  readonly WebSocket: WebSocketConstructor
  /** Without this subscription the connection is worth nothing. */
  readonly heartbeatQuery: string
  /** Subscriptions a node may refuse. */
  readonly otherQueries: readonly string[]
  /** Milliseconds from here until every subscription is answered. */
  readonly timeoutMs: number
  /** Longest frame, in UTF-16 units. */
  readonly maxChars: number
  /** Every subscription is answered; `refused` are those of `otherQueries` the node did not take. */
  readonly onOpen: (refused: readonly string[]) => void
  readonly onEvent: (event: StreamEvent) => void
  /** Told once, unless it was closed from here. */
  readonly onEnd: (failure: EventStreamFailure) => void
}

/** One WebSocket from opening to its end, its subscriptions included. Returns what closes it, after which nothing is told. */
export function openStreamConnection(options: StreamConnectionOptions): () => void {
  const { heartbeatQuery, otherQueries, onOpen, onEvent, onEnd, timeoutMs, maxChars } = options
  const queries = [heartbeatQuery, ...otherQueries]
  const unanswered = new Set(queries.keys())
  const refused: string[] = []
  let hasOpened = false
  let hasEnded = false
  let socket: WebSocketLike | undefined

  function close(): void {
    hasEnded = true
    clearTimeout(timer)
    socket?.close()
  }

  function end(failure: EventStreamFailure): void {
    if (hasEnded) return
    close()
    onEnd(failure)
  }

  /** The node took the subscription or, with a failure, did not. */
  function settle(id: number, failure?: EventStreamFailure): void {
    const query = queries[id]
    if (query === undefined || !unanswered.delete(id)) return
    if (failure !== undefined && query === heartbeatQuery) {
      end(failure)
      return
    }
    if (failure !== undefined) refused.push(query)
    if (unanswered.size > 0) return
    clearTimeout(timer)
    onOpen(refused)
  }

  function receive(data: unknown): void {
    if (hasEnded) return
    if (typeof data !== 'string') end({ kind: 'junk' })
    else if (data.length > maxChars) end({ kind: 'too-large', maxChars })
    else take(decodeFrame(data, queries.length))
  }

  function take(frame: StreamFrame): void {
    if (frame.kind === 'junk') end({ kind: 'junk' })
    else if (frame.kind === 'confirmed') settle(frame.id)
    else if (frame.kind === 'error') takeError(frame.id, frame.error)
    else {
      const query = queries[frame.id]
      if (query !== undefined) onEvent({ ...frame.event, query })
    }
  }

  function takeError(id: number | undefined, error: RpcErrorObject): void {
    const isConfirmed = id === undefined ? unanswered.size === 0 : !unanswered.has(id)
    const failure = classifyStreamError(error, isConfirmed)
    if (isConfirmed || id === undefined) end(failure)
    else settle(id, failure)
  }

  const timer = setTimeout(() => end({ kind: 'timeout', timeoutMs }), timeoutMs)
  try {
    socket = new options.WebSocket(options.url)
  } catch {
    // Browsers throw where their policy forbids the address; told later, as every other end.
    queueMicrotask(() => end({ kind: 'not-opened' }))
    return close
  }
  const opened = socket
  opened.addEventListener('open', () => {
    hasOpened = true
    if (hasEnded) return opened.close()
    for (const [id, query] of queries.entries()) {
      opened.send(JSON.stringify({ jsonrpc: '2.0', id, method: 'subscribe', params: { query } }))
    }
  })
  opened.addEventListener('message', ({ data }) => receive(data))
  opened.addEventListener('close', ({ code }) =>
    end(hasOpened ? { kind: 'dropped', code } : { kind: 'not-opened' }),
  )
  // A close follows every error and says more.
  opened.addEventListener('error', () => undefined)
  return close
}
