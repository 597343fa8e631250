import http from 'node:http'
import https from 'node:https'

/** An endpoint named with `--rpc`. */
export interface ForwardedEndpoint {
  /** Base URL that is called, with the query a provider's key may travel in. */
  readonly url: string
  /** The same for people: without the query. */
  readonly name: string
}

/** Why nothing came back from an endpoint that is worth passing on. */
export type UpstreamFailureKind = 'unreachable' | 'timeout' | 'redirect' | 'not-http'

export class UpstreamError extends Error {
  override readonly name = 'UpstreamError'
  readonly kind: UpstreamFailureKind

  constructor(kind: UpstreamFailureKind, endpoint: string, cause?: unknown) {
    super(`${endpoint} ${SENTENCES[kind]}`, { cause })
    this.kind = kind
  }
}

const SENTENCES: Readonly<Record<UpstreamFailureKind, string>> = {
  unreachable: 'cannot be reached.',
  timeout: 'did not answer in time.',
  redirect: 'answers with a redirect, which is not followed.',
  'not-http': 'does not speak HTTP.',
}

/** The endpoints of one server and the connections kept open to them. */
export interface Upstream {
  readonly endpoints: readonly ForwardedEndpoint[]
  /** Milliseconds of silence after which a request is given up. */
  readonly timeoutMs: number
  readonly agents: { readonly http: http.Agent; readonly https: https.Agent }
}

export function createUpstream(
  endpoints: readonly ForwardedEndpoint[],
  timeoutMs: number,
): Upstream {
  const options = { keepAlive: true, maxFreeSockets: 16, scheduling: 'lifo' } as const
  return {
    endpoints,
    timeoutMs,
    agents: { http: new http.Agent(options), https: new https.Agent(options) },
  }
}

export function closeUpstream({ agents }: Upstream): void {
  agents.http.destroy()
  agents.https.destroy()
}

/** `subpath` ('' or '/status') and `query` ('' or 'height=1') behind the endpoint's own path and query. */
export function upstreamUrl(endpoint: ForwardedEndpoint, subpath: string, query: string): URL {
  const url = new URL(endpoint.url)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${subpath}`
  url.search = [url.search.slice(1), query].filter((part) => part !== '').join('&')
  return url
}

export function requestUpstream(
  upstream: Upstream,
  url: URL,
  options: http.RequestOptions,
): http.ClientRequest {
  const isTls = url.protocol === 'https:'
  const agent = isTls ? upstream.agents.https : upstream.agents.http
  return (isTls ? https : http).request(url, { agent, ...options })
}

/** Names the cause of a failed request. */
export function describeUpstreamError(endpoint: ForwardedEndpoint, cause: unknown): UpstreamError {
  if (cause instanceof UpstreamError) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const kind =
    code === 'ETIMEDOUT' ? 'timeout' : code.startsWith('HPE_') ? 'not-http' : 'unreachable'
  return new UpstreamError(kind, endpoint.name, cause)
}
