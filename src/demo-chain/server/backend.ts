import type { Json } from './json.ts'
import { encodeJson } from './json.ts'
import type { RpcError } from './rpc-error.ts'

/** One argument of a call. undefined: not given, where the node tells that from the zero value. */
export type ArgumentValue = string | bigint | boolean | Uint8Array | undefined

export type Arguments = Readonly<Record<string, ArgumentValue>>

/** How a call reached the node. */
export type CallOrigin =
  /** A POST body or a WebSocket frame; `params` as sent. */
  | { readonly kind: 'json'; readonly params: Json | undefined }
  /** The URI form; `target` is path and query as sent. */
  | { readonly kind: 'uri'; readonly target: string }

/** One call of a known method, its arguments checked and of the types of `method-table.ts`. */
export interface RpcCall {
  readonly method: string
  readonly args: Arguments
  readonly origin: CallOrigin
}

/** What a node answers to one call. `text` is the JSON of the result, ready to send. */
export type NodeAnswer =
  | { readonly kind: 'result'; readonly text: string }
  | { readonly kind: 'error'; readonly error: RpcError }

export interface Subscriber {
  /** `text` is the JSON of one event's result. */
  event(text: string): void
  /** The node ends this subscription. */
  cancelled(error: RpcError): void
  /** The node closes the connection. */
  disconnected(): void
}

export type SubscribeOutcome =
  /** `stop` ends the subscription; the first event comes after the confirmation was sent. */
  | { readonly kind: 'subscribed'; stop(): void }
  | { readonly kind: 'refused'; readonly error: RpcError }

/**
 * What is behind a node's RPC port: the chain. Knows nothing of HTTP, JSON-RPC envelopes, CORS or batches.
 * A recording answers this way, and a living chain can.
 */
export interface NodeBackend {
  answer(call: RpcCall): NodeAnswer | Promise<NodeAnswer>
  subscribe(query: string, subscriber: Subscriber): SubscribeOutcome
}

export function resultAnswer(result: Json): NodeAnswer {
  return { kind: 'result', text: encodeJson(result) }
}

export function errorAnswer(error: RpcError): NodeAnswer {
  return { kind: 'error', error }
}

/** The argument as text; empty when it was not given. */
export function textArgument(args: Arguments, name: string): string {
  const value = args[name]
  return typeof value === 'string' ? value : ''
}

/** The argument as an integer; undefined when it was not given. */
export function integerArgument(args: Arguments, name: string): bigint | undefined {
  const value = args[name]
  return typeof value === 'bigint' ? value : undefined
}

export function flagArgument(args: Arguments, name: string): boolean {
  return args[name] === true
}

/** The argument as bytes; none when it was not given. */
export function bytesArgument(args: Arguments, name: string): Uint8Array {
  const value = args[name]
  return value instanceof Uint8Array ? value : new Uint8Array()
}
