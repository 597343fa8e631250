import { ArgumentError, decodeJsonArguments } from './arguments.ts'
import type { Arguments, NodeAnswer, NodeBackend } from './backend.ts'
import { errorAnswer, resultAnswer, textArgument } from './backend.ts'
import type { RequestEnvelope, RequestId } from './envelope.ts'
import {
  EnvelopeError,
  formatAnswer,
  formatError,
  parseJsonBody,
  readEnvelope,
} from './envelope.ts'
import type { Json } from './json.ts'
import { findMethod } from './method-table.ts'
import { MAX_QUERY_LENGTH, QUERY_TOO_LONG } from './refusals.ts'
import { internalError, methodNotFound, parseError } from './rpc-error.ts'

/** The far end of one WebSocket. */
export interface SocketPeer {
  send(text: string): void
  close(): void
  /** Ends it without a farewell, as when a cable is pulled. */
  drop(): void
}

export interface SocketSession {
  /** Takes one text frame. Answers go out in the order of the frames. Resolves with the number of calls answered. */
  receive(text: string): Promise<number>
  /** The peer is gone: ends its subscriptions. */
  end(): void
}

/** CometBFT's default of `max_subscriptions_per_client`. */
const MAX_SUBSCRIPTIONS = 5

/**
 * One connection at `/websocket`: any method of the POST form, one request a frame, and subscriptions (limits and texts:
 * steady/ws/six-subscriptions-and-unsubscribe.jsonl, bad.jsonl).
 */
export function createSocketSession(backend: NodeBackend, peer: SocketPeer): SocketSession {
  const subscriptions = new Map<string, () => void>()
  let lastFrame: Promise<unknown> = Promise.resolve()
  let isOpen = true

  function send(text: string): void {
    if (isOpen) peer.send(text)
  }

  function subscribe(id: RequestId, query: string): NodeAnswer {
    if (subscriptions.size >= MAX_SUBSCRIPTIONS) {
      return errorAnswer(internalError(`max_subscriptions_per_client ${MAX_SUBSCRIPTIONS} reached`))
    }
    if (query.length > MAX_QUERY_LENGTH) {
      return errorAnswer(internalError(QUERY_TOO_LONG))
    }
    if (subscriptions.has(query)) return errorAnswer(internalError('already subscribed'))
    const outcome = backend.subscribe(query, {
      event: (text) => send(formatAnswer(id, { kind: 'result', text })),
      cancelled: (error) => {
        subscriptions.delete(query)
        send(formatError(id, error))
      },
      disconnected: () => {
        end()
        peer.close()
      },
    })
    if (outcome.kind === 'refused') return errorAnswer(outcome.error)
    subscriptions.set(query, outcome.stop)
    return resultAnswer({})
  }

  function unsubscribe(queries: readonly string[]): NodeAnswer {
    const stops = queries.flatMap((query) => subscriptions.get(query) ?? [])
    if (stops.length === 0) return errorAnswer(internalError('subscription not found'))
    for (const query of queries) subscriptions.delete(query)
    for (const stop of stops) stop()
    return resultAnswer({})
  }

  async function answerFrame(text: string): Promise<number> {
    let request: RequestEnvelope
    try {
      request = readEnvelope(parseJsonBody(text))
    } catch (cause) {
      if (!(cause instanceof EnvelopeError)) throw cause
      send(formatError(undefined, parseError(`error unmarshaling request: ${cause.message}`)))
      return 0
    }
    const { id, params } = request
    if (id === undefined) return 0
    const method = findMethod(request.method)
    if (method === undefined) {
      send(formatError(id, methodNotFound()))
      return 1
    }
    let args: Arguments
    try {
      args = decodeJsonArguments(method, params)
    } catch (cause) {
      if (!(cause instanceof ArgumentError)) throw cause
      const data = `error converting json params to arguments: ${cause.message}`
      send(formatAnswer(id, errorAnswer(internalError(data))))
      return 1
    }
    send(formatAnswer(id, await run(id, method.name, args, params)))
    return 1
  }

  function run(
    id: RequestId,
    method: string,
    args: Arguments,
    params: Json | undefined,
  ): NodeAnswer | Promise<NodeAnswer> {
    if (method === 'subscribe') return subscribe(id, textArgument(args, 'query'))
    if (method === 'unsubscribe') return unsubscribe([textArgument(args, 'query')])
    if (method === 'unsubscribe_all') return unsubscribe([...subscriptions.keys()])
    return backend.answer({ method, args, origin: { kind: 'json', params } })
  }

  function end(): void {
    isOpen = false
    for (const stop of subscriptions.values()) stop()
    subscriptions.clear()
  }

  return {
    receive(text) {
      const answered = lastFrame.then(() => answerFrame(text))
      lastFrame = answered.catch(() => undefined)
      return answered
    },
    end,
  }
}
