import { EndpointError } from './errors.ts'
import { executeOver } from './execute.ts'
import type { RequestOptions, RpcRequest, Transport } from './transport.ts'
import { type RetryOptions, withRetry } from './with-retry.ts'
import { withTimeout } from './with-timeout.ts'

export interface RetryingTransportOptions
  extends Pick<
    RetryOptions,
    'retries' | 'pauseMs' | 'longestPauseMs' | 'random' | 'sleep' | 'now'
  > {
  /** Most milliseconds a request takes in all, waits and other endpoints included. @default 45_000 */
  readonly totalMs?: number
}

/**
 * The one retry policy: repeats a request over the whole list of endpoints while its failure may pass. What a node
 * refuses is never repeated. Transports beneath have no retries of their own.
 */
export function createRetryingTransport(
  inner: Transport,
  options: RetryingTransportOptions = {},
): Transport {
  const { totalMs = 45_000, ...policy } = options

  function request(request: RpcRequest, requestOptions: RequestOptions = {}) {
    const timedOut = () => {
      const failure = { kind: 'timeout', timeoutMs: totalMs } as const
      return new EndpointError({ failure, endpoint: inner.endpoints[0] ?? '' })
    }
    return withTimeout(
      (signal) =>
        withRetry(() => inner.request(request, { ...requestOptions, signal }), {
          ...policy,
          budgetMs: totalMs,
          signal,
          isTransient: (error) => error instanceof EndpointError && error.isTransient,
          readRetryAfterMs: (error) =>
            error instanceof EndpointError ? error.retryAfterMs : undefined,
        }),
      { timeoutMs: totalMs, signal: requestOptions.signal, onTimeout: timedOut },
    )
  }

  const transport: Transport = {
    endpoints: inner.endpoints,
    request,
    execute: (call) => executeOver(transport, call),
    disconnect: () => inner.disconnect(),
  }
  return transport
}
