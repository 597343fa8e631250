import { EndpointError, RpcRefusalError } from './errors.ts'
import type { EndpointFailure } from './failure.ts'
import {
  type DecodedReplies,
  decodeReplies,
  isCutOff,
  type RpcReply,
  readBatchLimit,
} from './json-rpc.ts'
import { isRateLimitError, type RpcErrorObject } from './refusal.ts'
import type { Json, RpcRequest } from './transport.ts'

/** An HTTP response, read to its end. */
export interface HttpResponse {
  readonly status: number
  readonly isRedirect: boolean
  readonly contentType: string
  /** Why the local server that forwards had no answer to pass on (src/cli/server/reply.ts). */
  readonly forwarderKind?: string | undefined
  readonly retryAfterMs: number | undefined
  readonly text: string
}

export type CallVerdict =
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'refusal'; readonly error: RpcRefusalError }
  | { readonly kind: 'failure'; readonly error: EndpointError }

export type Verdict =
  /** One verdict for each call, in the order sent. */
  | { readonly kind: 'calls'; readonly verdicts: readonly CallVerdict[] }
  /** Nothing was answered. The endpoint takes `limit` calls at once, or undefined: only this batch was refused. */
  | { readonly kind: 'batch-refused'; readonly limit: number | undefined }

/**
 * What a response says about each call. The JSON-RPC error is read before the HTTP status: CometBFT answers some
 * errors with HTTP 500 and gateways forbid single methods with 403; 429 alone is always the gateway's.
 */
export function judgeResponse(
  response: HttpResponse,
  requests: readonly RpcRequest[],
  endpoint: string,
): Verdict {
  const { status, retryAfterMs } = response
  const fail = (failure: EndpointFailure): CallVerdict => ({
    kind: 'failure',
    error: new EndpointError({ failure, endpoint, httpStatus: status, retryAfterMs }),
  })
  const same = (verdict: CallVerdict): Verdict => ({
    kind: 'calls',
    verdicts: requests.map(() => verdict),
  })
  const refuse = (error: RpcErrorObject, request: RpcRequest): CallVerdict =>
    isRateLimitError(error)
      ? fail({ kind: 'rate-limited' })
      : { kind: 'refusal', error: new RpcRefusalError({ error, request, endpoint }) }

  if (response.isRedirect) return same(fail({ kind: 'redirect' }))
  const forwarderFailure = FORWARDER_FAILURES[response.forwarderKind ?? '']
  if (forwarderFailure !== undefined) return same(fail(forwarderFailure))
  if (status === 429) return same(fail({ kind: 'rate-limited' }))

  const body = parseJson(response.text)
  const decoded: DecodedReplies =
    body === undefined ? { kind: 'not-json-rpc' } : decodeReplies(body, requests.length)

  if (decoded.kind === 'not-json-rpc') {
    return same(fail(status >= 400 ? failureOfStatus(status) : failureOfText(response, body)))
  }
  if (decoded.kind === 'error-for-all') {
    const { error } = decoded
    if (requests.length > 1 && !isRateLimitError(error)) {
      // An endpoint that dislikes the batch for a reason of its own may still take the calls one by one.
      const limit = readBatchLimit(error)
      return {
        kind: 'batch-refused',
        limit: limit === undefined ? undefined : Math.min(limit, requests.length - 1),
      }
    }
    return { kind: 'calls', verdicts: requests.map((request) => refuse(error, request)) }
  }
  const { byId, strangers } = decoded
  const verdicts = requests.map((request, id): CallVerdict => {
    const reply: RpcReply | undefined = byId.get(id)
    if (reply === undefined) return fail({ kind: strangers > 0 ? 'wrong-id' : 'missing-answer' })
    return reply.kind === 'result' ? reply : refuse(reply.error, request)
  })
  return { kind: 'calls', verdicts }
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Kinds a forwarder tells apart (src/cli/server) and its status would hide or belie; the rest is told by the status. */
const FORWARDER_FAILURES: Readonly<Record<string, EndpointFailure>> = {
  timeout: { kind: 'timeout' },
  unreachable: { kind: 'unreachable' },
  redirect: { kind: 'redirect' },
  'not-http': { kind: 'junk' },
  forbidden: { kind: 'forbidden' },
}

function failureOfStatus(status: number): EndpointFailure {
  if (status === 401) return { kind: 'unauthorized' }
  if (status === 403) return { kind: 'forbidden' }
  if (status === 404) return { kind: 'no-such-path' }
  return status >= 500 ? { kind: 'server-error' } : { kind: 'http-status' }
}

function failureOfText(response: HttpResponse, body: Json | undefined): EndpointFailure {
  const { text, contentType } = response
  if (body !== undefined) return { kind: 'not-json-rpc' }
  if (text.trim() === '') return { kind: 'empty' }
  if (/^\s*</.test(text) || contentType.includes('text/html')) return { kind: 'html' }
  return { kind: isCutOff(text) ? 'truncated' : 'junk' }
}
