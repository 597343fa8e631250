import { describeFailure, type EndpointFailure, isTransient } from './failure.ts'
import { publicUrl } from './public-url.ts'
import {
  classifyRefusal,
  describeRefusal,
  type RpcErrorObject,
  type RpcRefusal,
} from './refusal.ts'
import type { RpcRequest } from './transport.ts'

export interface EndpointErrorFields {
  readonly failure: EndpointFailure
  readonly endpoint: string
  /** Milliseconds the endpoint asked to wait (Retry-After). */
  readonly retryAfterMs?: number | undefined
  readonly httpStatus?: number | undefined
  readonly cause?: unknown
}

/** "The node is broken", or out of reach: no answer was had from an endpoint. `failure.kind` says why. */
export class EndpointError extends Error {
  override readonly name: string = 'EndpointError'
  readonly failure: EndpointFailure
  /** URL without credentials; empty when no endpoint was involved. */
  readonly endpoint: string
  readonly retryAfterMs: number | undefined
  readonly httpStatus: number | undefined

  constructor(fields: EndpointErrorFields) {
    const endpoint = publicUrl(fields.endpoint)
    const { failure, retryAfterMs, httpStatus, cause } = fields
    super(
      describeFailure(failure, { endpoint, retryAfterMs, httpStatus }),
      cause === undefined ? {} : { cause },
    )
    this.failure = failure
    this.endpoint = endpoint
    this.retryAfterMs = retryAfterMs
    this.httpStatus = httpStatus
  }

  /** Whether asking again a little later makes sense. */
  get isTransient(): boolean {
    return isTransient(this.failure.kind)
  }
}

/** Every endpoint of a list was tried and none could answer; `attempts` holds one error each, in the order tried. */
export class AllEndpointsFailedError extends EndpointError {
  override readonly name = 'AllEndpointsFailedError'
  readonly attempts: readonly EndpointError[]

  constructor(attempts: readonly [EndpointError, ...EndpointError[]]) {
    const [first] = attempts
    super({
      failure: { kind: 'all-failed', count: attempts.length, first: first.message },
      endpoint: first.endpoint,
      retryAfterMs: shortestWait(attempts),
      cause: first,
    })
    this.attempts = attempts
  }

  override get isTransient(): boolean {
    return this.attempts.some((attempt) => attempt.isTransient)
  }
}

/** One endpoint that may be asked again at once outweighs another that wants a pause. */
function shortestWait(attempts: readonly EndpointError[]): number | undefined {
  let shortest: number | undefined
  for (const attempt of attempts) {
    if (!attempt.isTransient) continue
    if (attempt.retryAfterMs === undefined) return undefined
    shortest = Math.min(shortest ?? attempt.retryAfterMs, attempt.retryAfterMs)
  }
  return shortest
}

/** A request to a URL the reader has not agreed to was stopped before it left. */
export class EndpointNotConsentedError extends EndpointError {
  override readonly name = 'EndpointNotConsentedError'

  constructor(url: string) {
    super({ failure: { kind: 'not-consented' }, endpoint: url })
  }
}

/** "The node said no": a JSON-RPC error from a node in good order. Its words are a stranger's text. */
export class RpcRefusalError extends Error {
  override readonly name = 'RpcRefusalError'
  readonly refusal: RpcRefusal
  readonly code: number
  /** `error.message` as the node sent it. */
  readonly rpcMessage: string
  /** `error.data` as the node sent it; empty when absent. */
  readonly data: string
  readonly method: string
  /** URL without credentials. */
  readonly endpoint: string

  constructor(fields: { error: RpcErrorObject; request: RpcRequest; endpoint: string }) {
    const { error, request } = fields
    const endpoint = publicUrl(fields.endpoint)
    const refusal = classifyRefusal(error, request)
    super(describeRefusal(refusal, { endpoint, method: request.method, code: error.code }))
    this.refusal = refusal
    this.code = error.code
    this.rpcMessage = error.message
    this.data = error.data
    this.method = request.method
    this.endpoint = endpoint
  }
}
