import { createEndpointGuard } from './endpoint-guard.ts'
import { createFailover } from './failover.ts'
import { createHealth, type Health } from './health.ts'
import { createHttpTransport, type HttpTransportOptions } from './http-transport.ts'
import { createRetryingTransport, type RetryingTransportOptions } from './retrying-transport.ts'
import type { Transport } from './transport.ts'

/** One endpoint of a connection. */
export interface ConnectionEndpoint {
  /** Absolute http(s) URL to call. */
  readonly url: string
  /** URL it is reported under, when calls go by way of a local forwarder. @default url */
  readonly reportedUrl?: string
}

export interface ConnectionOptions {
  readonly http?: Omit<HttpTransportOptions, 'onResponse' | 'reportedUrl'>
  readonly retry?: RetryingTransportOptions
  /** Chain all endpoints must be of; see `createFailover`. */
  readonly chainId?: () => string | undefined
  /** @default a new one */
  readonly health?: Health
}

export interface Connection {
  /** Asks the best endpoint, the others if need be, and again if it may help. */
  readonly transport: Transport
  /** Each endpoint alone, without retries, in the given order: for a screen about nodes. */
  readonly nodes: readonly Transport[]
  readonly health: Health
}

/** Endpoints the reader agreed to, as one transport. Nothing but these URLs can be called through it. */
export function createConnection(
  endpoints: readonly ConnectionEndpoint[],
  options: ConnectionOptions = {},
): Connection {
  const { health = createHealth(), http = {}, retry = {}, chainId } = options
  const fetch = createEndpointGuard({
    allowed: () => endpoints.map(({ url }) => url),
    ...(http.fetch === undefined ? {} : { fetch: http.fetch }),
  })
  const nodes = endpoints.map(({ url, reportedUrl }) =>
    createHttpTransport(url, {
      ...http,
      fetch,
      onResponse: health.learn,
      ...(reportedUrl === undefined ? {} : { reportedUrl }),
    }),
  )
  const failover = createFailover(nodes, { health, ...(chainId === undefined ? {} : { chainId }) })
  return { transport: createRetryingTransport(failover, retry), nodes, health }
}
