import type { EndpointError, RpcRefusalError } from './errors.ts'
import type { Json, RpcRequest } from './transport.ts'

/** How one call of an attempt ended. Calls the asker gave up are not told: they say nothing about the endpoint. */
export type CallOutcome =
  | { readonly kind: 'result'; readonly request: RpcRequest; readonly result: Json }
  | { readonly kind: 'refusal'; readonly request: RpcRequest; readonly error: RpcRefusalError }
  | { readonly kind: 'failure'; readonly request: RpcRequest; readonly error: EndpointError }

/** One HTTP exchange with an endpoint, told after it ended, whether well or badly. */
export interface Attempt {
  /** URL without credentials. */
  readonly endpoint: string
  /** Milliseconds from sending to the end. */
  readonly latencyMs: number
  /** Empty when the node only said how large a batch may be. */
  readonly calls: readonly CallOutcome[]
  /** Whether a page of another origin can read the endpoint; undefined outside a browser and where it is not known. */
  readonly cors: 'allowed' | 'refused' | undefined
}
