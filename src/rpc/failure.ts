/** Why an endpoint could not answer: "the node is broken", or what stands between it and the reader. */
export type EndpointFailure =
  /** Nothing complete within the time allowed: a hang, or an answer that trickles. No `timeoutMs`: a forwarder's time. */
  | { readonly kind: 'timeout'; readonly timeoutMs?: number }
  | { readonly kind: 'offline' }
  /** An http endpoint on an https page: browsers forbid the request. */
  | { readonly kind: 'mixed-content' }
  /** No connection: name unknown, refused, reset, certificate. `code` is Node's (`ECONNREFUSED`), where it says. */
  | { readonly kind: 'unreachable'; readonly code?: string }
  /** A browser would not say why: the host is down, or it answers without a CORS header. */
  | { readonly kind: 'unreadable' }
  /** The host answers, but not readably: CORS is off, or a proxy's 403/429/5xx page lacks the header. */
  | { readonly kind: 'cors-or-blocked' }
  /** As `cors-or-blocked`, from an endpoint that was readable before. */
  | { readonly kind: 'rate-limit-suspected' }
  | { readonly kind: 'rate-limited' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'no-such-path' }
  | { readonly kind: 'server-error' }
  | { readonly kind: 'http-status' }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'html' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'junk' }
  | { readonly kind: 'not-json-rpc' }
  | { readonly kind: 'wrong-id' }
  | { readonly kind: 'missing-answer' }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  | { readonly kind: 'wrong-chain'; readonly expected: string; readonly actual: string | undefined }
  | { readonly kind: 'not-consented' }
  | { readonly kind: 'no-endpoint' }
  | { readonly kind: 'all-failed'; readonly count: number; readonly first: string }

export type EndpointFailureKind = EndpointFailure['kind']

export interface FailureContext {
  /** URL without credentials. */
  readonly endpoint: string
  readonly httpStatus?: number | undefined
  readonly retryAfterMs?: number | undefined
}

/** One sentence a reader can act on. */
export function describeFailure(failure: EndpointFailure, context: FailureContext): string {
  const { endpoint, httpStatus, retryAfterMs } = context
  switch (failure.kind) {
    case 'timeout':
      return `${endpoint} did not answer ${timeText(failure.timeoutMs)}; try again or use another endpoint.`
    case 'offline':
      return 'This device is offline; reconnect and try again.'
    case 'mixed-content':
      return `An https page may not call ${endpoint}; run "npm start -- --rpc ${endpoint}" on your machine or use an https endpoint.`
    case 'unreachable':
      return `${endpoint} cannot be reached; check the address or use another endpoint.`
    case 'unreadable':
      return `No answer of ${endpoint} could be read: it is down or does not allow this site; use another endpoint.`
    case 'cors-or-blocked':
      return `${endpoint} is up but does not let this site read its answers (CORS is off, or a proxy blocks the request); use another endpoint or run "npm start -- --rpc ${endpoint}".`
    case 'rate-limit-suspected':
      return `${endpoint} answered before and is now unreadable, most likely because of a rate limit; wait a little or use another endpoint.`
    case 'rate-limited':
      return `${endpoint} limits requests; wait ${waitText(retryAfterMs)} or use another endpoint.`
    case 'unauthorized':
      return `${endpoint} asks for a login (HTTP 401); use a public endpoint.`
    case 'forbidden':
      return `${endpoint} forbids this request (HTTP 403); use another endpoint.`
    case 'no-such-path':
      return `${endpoint} has no RPC service at this path (HTTP 404); check the address.`
    case 'server-error':
      return `${endpoint} failed (HTTP ${httpStatus ?? 500}); try again or use another endpoint.`
    case 'http-status':
      return `${endpoint} answered with HTTP ${httpStatus ?? 'status'} and no result; check the address.`
    case 'redirect':
      return `${endpoint} redirects, which is not followed; enter the address it leads to.`
    case 'html':
      return `${endpoint} answered with a web page, not as a node; check the address.`
    case 'empty':
      return `${endpoint} sent an empty answer; try again or use another endpoint.`
    case 'truncated':
      return `${endpoint} broke off in the middle of its answer; try again or use another endpoint.`
    case 'junk':
      return `${endpoint} sent something that is not JSON; check the address.`
    case 'not-json-rpc':
      return `${endpoint} sent JSON that is not a node's answer; check the address.`
    case 'wrong-id':
      return `${endpoint} answered another question than the one asked; use another endpoint.`
    case 'missing-answer':
      return `${endpoint} left one question of a batch unanswered; try again or use another endpoint.`
    case 'too-large':
      return `${endpoint} sent more than ${sizeText(failure.maxBytes)}; ask for less or use another endpoint.`
    case 'wrong-chain':
      return failure.actual === undefined
        ? `${endpoint} does not say which chain it is of; use an endpoint of ${failure.expected}.`
        : `${endpoint} is a node of ${failure.actual}, not of ${failure.expected}; use an endpoint of ${failure.expected}, or open ${failure.actual} on purpose by entering this endpoint's address.`
    case 'not-consented':
      return `${endpoint} was not agreed to, so nothing was sent to it.`
    case 'no-endpoint':
      return 'No endpoint is chosen; enter the address of an RPC endpoint.'
    case 'all-failed':
      return `None of the ${failure.count} endpoints could answer. The first: ${failure.first}`
  }
}

const TRANSIENT: ReadonlySet<EndpointFailureKind> = new Set([
  'timeout',
  'unreachable',
  'rate-limited',
  'rate-limit-suspected',
  'server-error',
  'empty',
  'truncated',
  'missing-answer',
])

/** Whether the same endpoint may well answer the same question a moment later. */
export function isTransient(kind: EndpointFailureKind): boolean {
  return TRANSIENT.has(kind)
}

const NOT_ITS_FAULT: ReadonlySet<EndpointFailureKind> = new Set([
  'offline',
  'not-consented',
  'no-endpoint',
  'too-large',
  'all-failed',
])

/** Whether a failure says something about the endpoint itself, rather than about the device or the question. */
export function isFaultOfEndpoint(kind: EndpointFailureKind): boolean {
  return !NOT_ITS_FAULT.has(kind)
}

function timeText(timeoutMs: number | undefined): string {
  return timeoutMs === undefined ? 'in time' : `within ${timeoutMs / 1000} s`
}

function waitText(retryAfterMs: number | undefined): string {
  return retryAfterMs === undefined ? 'a little' : `${Math.ceil(retryAfterMs / 1000)} s`
}

function sizeText(bytes: number): string {
  const mebibytes = bytes / 1_048_576
  return Number.isInteger(mebibytes) ? `${mebibytes} MiB` : `${bytes} bytes`
}
