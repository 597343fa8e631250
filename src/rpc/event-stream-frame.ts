import type { EventStreamFailure } from './event-stream-failure.ts'
import { decodeReplies } from './json-rpc.ts'
import type { RpcErrorObject } from './refusal.ts'
import type { Json } from './transport.ts'

/** One event of a subscription. All of it is a stranger's word. */
export interface StreamEvent {
  /** The subscription it came for. */
  readonly query: string
  /** CometBFT's name of the data, e.g. `tendermint/event/NewBlockHeader`. */
  readonly type: string
  readonly value: Json
  /** Attributes by `type.key`, in the order they were emitted. */
  readonly events: ReadonlyMap<string, readonly string[]>
}

/** What a frame says of the subscription that was asked for under its id. */
export type StreamFrame =
  | { readonly kind: 'confirmed'; readonly id: number }
  | { readonly kind: 'event'; readonly id: number; readonly event: Omit<StreamEvent, 'query'> }
  | { readonly kind: 'error'; readonly id: number | undefined; readonly error: RpcErrorObject }
  | { readonly kind: 'junk' }

/** Reads a frame. `count`: subscriptions that were asked for, with ids 0 to count-1. */
export function decodeFrame(text: string, count: number): StreamFrame {
  let json: Json
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'junk' }
  }
  const replies = decodeReplies(json, count)
  if (replies.kind === 'error-for-all') {
    return { kind: 'error', id: undefined, error: replies.error }
  }
  const [entry] = replies.kind === 'replies' ? replies.byId : []
  if (entry === undefined) return { kind: 'junk' }
  const [id, reply] = entry
  if (reply.kind === 'error') return { kind: 'error', id, error: reply.error }
  if (!isObject(reply.result)) return { kind: 'junk' }
  const { data, events } = reply.result
  if (data === undefined) return { kind: 'confirmed', id }
  if (!isObject(data) || typeof data.type !== 'string') return { kind: 'junk' }
  const event = { type: data.type, value: data.value ?? null, events: readAttributes(events) }
  return { kind: 'event', id, event }
}

/** An error that came for a subscription, before (`isConfirmed` false) or after it was confirmed. */
export function classifyStreamError(
  error: RpcErrorObject,
  isConfirmed: boolean,
): EventStreamFailure {
  const reason = `${error.message} ${error.data}`.trim()
  if (/max_subscription/.test(reason)) return { kind: 'too-many-subscriptions' }
  return { kind: isConfirmed ? 'cancelled' : 'refused', reason }
}

function readAttributes(events: Json | undefined): ReadonlyMap<string, readonly string[]> {
  const attributes = new Map<string, readonly string[]>()
  if (!isObject(events)) return attributes
  for (const [key, values] of Object.entries(events)) {
    if (!Array.isArray(values)) continue
    attributes.set(
      key,
      values.filter((value) => typeof value === 'string'),
    )
  }
  return attributes
}

function isObject(json: Json | undefined): json is { [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
