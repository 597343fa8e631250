import type { NodeAnswer, SubscribeOutcome, Subscriber } from '../server/backend.ts'
import type { Json } from '../server/json.ts'
import { encodeJson, jsonAt } from '../server/json.ts'
import { internalError } from '../server/rpc-error.ts'
import type { RecordedSocket } from './scene.ts'

export interface SocketPace {
  /** Milliseconds between two events; the recordings carry no times of arrival. */
  readonly eventEveryMs: number
  /**
   * Whether a recorded end of the connection is replayed too. The ends in `halt` came when the halted nodes were
   * stopped, after the moment of the scene: until then their sockets stay open and silent.
   */
  readonly replayEnd: boolean
}

/** Subscribes to a recorded subscription: its events in order, at a steady pace, once. */
export function replaySubscription(
  sockets: readonly RecordedSocket[],
  query: string,
  subscriber: Subscriber,
  pace: SocketPace,
): SubscribeOutcome {
  const recorded = sockets.find((socket) => socket.query === query)
  const [first, ...events] = recorded?.frames ?? []
  if (first === undefined) {
    const error = internalError(`not in this recording: subscription to ${query}`)
    return { kind: 'refused', error }
  }
  const refusal = readError(first)
  if (refusal !== undefined) return { kind: 'refused', error: refusal.error }
  const pending = pace.replayEnd ? events : events.filter((frame) => readError(frame) === undefined)
  const timer = setInterval(() => {
    const frame = pending.shift()
    if (frame === undefined) return clearInterval(timer)
    sendFrame(frame, subscriber)
  }, pace.eventEveryMs)
  return { kind: 'subscribed', stop: () => clearInterval(timer) }
}

function sendFrame(frame: Json, subscriber: Subscriber): void {
  const refusal = readError(frame)
  if (refusal !== undefined) {
    // The recorded node went down with this: the connection ends behind it.
    subscriber.cancelled(refusal.error)
    subscriber.disconnected()
    return
  }
  subscriber.event(encodeJson(jsonAt(frame, 'result') ?? null))
}

type ErrorAnswer = Extract<NodeAnswer, { kind: 'error' }>

function readError(frame: Json): ErrorAnswer | undefined {
  const code = jsonAt(frame, 'error', 'code')
  const message = jsonAt(frame, 'error', 'message')
  const data = jsonAt(frame, 'error', 'data')
  if (typeof code !== 'number' || typeof message !== 'string') return undefined
  return {
    kind: 'error',
    error: typeof data === 'string' ? { code, message, data } : { code, message },
  }
}
