/**
 * A transport is a plain value: something that answers JSON-RPC requests and says who answered.
 * One endpoint is a transport (`http-transport.ts`), a list of endpoints is one too (`failover.ts`), so nothing above
 * can tell one node from five.
 */

/** JSON as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** One JSON-RPC call. 64-bit parameters are decimal strings (CometBFT answers -32602 to numbers). */
export interface RpcRequest {
  readonly method: string
  readonly params?: Readonly<Record<string, Json>>
}

export interface RequestOptions {
  readonly signal?: AbortSignal
  /** Milliseconds until one attempt at one endpoint is given up. @default 10_000 */
  readonly timeoutMs?: number
  /**
   * Judges an answer the node gave in good form. `false` means "this node cannot know": the failover asks the next
   * endpoint and hands this answer out only when no other does better. @default every answer is final
   */
  readonly isFinal?: (result: Json) => boolean
  /**
   * Endpoints to ask only if no other is left: what they answered was in good form and cannot be.
   * @default none
   */
  readonly avoid?: readonly string[]
  /**
   * `false` sends the call as a request of its own: members of a batch are worked off one after the other by the node
   * and arrive together, so a large page is better alone; and its body does not depend on what else is being asked.
   * @default true
   */
  readonly isBatchable?: boolean
}

/** What a node answered, and which node it was. */
export interface RpcAnswer {
  readonly result: Json
  /** URL of the endpoint that answered, without credentials. */
  readonly endpoint: string
  /** Local time of receipt, milliseconds since the epoch. */
  readonly receivedAtMs: number
  /** Milliseconds between sending and the whole answer. */
  readonly latencyMs: number
}

/** cosmjs's `JsonRpcRequest` and `JsonRpcSuccessResponse`, spelled out here so that the read path needs no cosmjs. */
export interface JsonRpcRequest {
  readonly jsonrpc: '2.0'
  readonly id: number | string
  readonly method: string
  readonly params: unknown
}
export interface JsonRpcSuccessResponse {
  readonly jsonrpc: '2.0'
  readonly id: number | string
  readonly result: unknown
}

export interface Transport {
  /** URLs of the endpoints this transport may call, in order of preference. */
  readonly endpoints: readonly string[]
  /**
   * @throws {EndpointError} when no endpoint could answer ("the node is broken")
   * @throws {RpcRefusalError} when a node answered with a JSON-RPC error ("the node said no")
   */
  request(request: RpcRequest, options?: RequestOptions): Promise<RpcAnswer>
  /** The same in the shape of cosmjs's `RpcClient`, so that its clients run over this transport. */
  execute(request: JsonRpcRequest): Promise<JsonRpcSuccessResponse>
  disconnect(): void
}
