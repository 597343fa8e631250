import type { Attempt } from './attempt.ts'
import { EndpointError } from './errors.ts'
import { executeOver } from './execute.ts'
import { encodeRequestBody } from './json-rpc.ts'
import { judgeResponse } from './judge-response.ts'
import { nextTask } from './next-task.ts'
import { createPendingCall, type PendingCall } from './pending-call.ts'
import { postCalls } from './post-calls.ts'
import { publicUrl } from './public-url.ts'
import { detectSurroundings, isMixedContent, type Surroundings } from './surroundings.ts'
import type { RequestOptions, RpcRequest, Transport } from './transport.ts'

export interface HttpTransportOptions {
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
  /** Hears of every attempt, successful or not, just before the askers do. It must not throw. */
  readonly onResponse?: (attempt: Attempt) => void
  /** Milliseconds until one attempt is given up, unless the request says otherwise. @default 10_000 */
  readonly timeoutMs?: number
  /** Largest answer that is read, in bytes after decompression. @default 32 MiB */
  readonly maxBytes?: number
  /** Most calls in one batch; CometBFT takes 10 by default. @default 10 */
  readonly maxBatch?: number
  /** Milliseconds calls are gathered for one batch; 0 gathers what is asked in the same turn. @default 0 */
  readonly gatherMs?: number
  /** URL the endpoint is reported under, when requests go by way of a local forwarder. @default the URL called */
  readonly reportedUrl?: string
  /** Whether one extra request may tell a CORS refusal from a dead host; only ever sent in a browser. @default true */
  readonly canProbe?: boolean
  /** Wall clock, milliseconds since the epoch. @default Date.now */
  readonly now?: () => number
  /** @default what the running program is in */
  readonly surroundings?: Surroundings
}

/**
 * One endpoint as a transport: JSON-RPC by POST, calls of the same turn gathered into batches, no retries.
 * `url` is an absolute http(s) URL, as `parseEndpointUrl` gives it.
 */
export function createHttpTransport(url: string, options: HttpTransportOptions = {}): Transport {
  const {
    fetch = (input, init) => globalThis.fetch(input, init),
    onResponse,
    timeoutMs = 10_000,
    maxBytes = 32 * 1_048_576,
    maxBatch = 10,
    gatherMs = 0,
    canProbe = true,
    now = Date.now,
    surroundings = detectSurroundings(),
  } = options
  const endpoint = publicUrl(options.reportedUrl ?? url)
  const target = new URL(url)
  const isOtherOrigin = surroundings.isBrowser && target.origin !== surroundings.pageOrigin
  let batchLimit = maxBatch
  let hasAnswered = false
  let queue: PendingCall[] = []

  function flush(): void {
    const waiting = queue.filter((call) => !call.isSettled())
    queue = []
    sendInBatches(waiting)
  }

  function sendInBatches(calls: readonly PendingCall[], size = batchLimit): void {
    for (let at = 0; at < calls.length; at += size) {
      void exchange(calls.slice(at, at + size))
    }
  }

  /** One POST with these calls. Settles every one of them and never rejects. */
  async function exchange(calls: readonly PendingCall[]): Promise<void> {
    const controller = new AbortController()
    const startedAt = performance.now()
    const watch = () => {
      if (!calls.every((call) => call.isSettled())) return
      controller.abort()
      report(calls, startedAt)
    }
    for (const call of calls) {
      call.onSettled = watch
      call.start()
    }
    const requests = calls.map((call) => call.request)
    try {
      if (isMixedContent(target, surroundings)) {
        throw new EndpointError({ failure: { kind: 'mixed-content' }, endpoint })
      }
      const response = await postCalls(encodeRequestBody(requests), controller.signal, {
        ...{ url, endpoint, fetch, maxBytes, surroundings, canProbe, hasAnswered, now },
      })
      hasAnswered = true
      const verdict = judgeResponse(response, requests, endpoint)
      if (verdict.kind === 'calls') {
        for (const [at, call] of calls.entries()) {
          const own = verdict.verdicts[at]
          if (own !== undefined) call.settle(own)
        }
        return
      }
      // One odd refusal says nothing of the batches to come; a limit the node names holds for good.
      batchLimit = Math.min(batchLimit, verdict.limit ?? batchLimit)
      report([], startedAt)
      sendInBatches(
        calls.filter((call) => !call.isSettled()),
        verdict.limit === undefined ? 1 : batchLimit,
      )
    } catch (error) {
      for (const call of calls) call.settle({ kind: 'failure', error: asEndpointError(error) })
    }
  }

  function asEndpointError(cause: unknown): EndpointError {
    return cause instanceof EndpointError
      ? cause
      : new EndpointError({ failure: { kind: 'unreachable' }, endpoint, cause })
  }

  function report(calls: readonly PendingCall[], startedAt: number): void {
    const outcomes = calls.flatMap((call) => call.outcome() ?? [])
    if (calls.length > 0 && outcomes.length === 0) return
    const isRefused = outcomes.some(
      (outcome) => outcome.kind === 'failure' && outcome.error.failure.kind === 'cors-or-blocked',
    )
    const isRead = outcomes.length === 0 || outcomes.some((outcome) => outcome.kind !== 'failure')
    onResponse?.({
      endpoint,
      latencyMs: performance.now() - startedAt,
      calls: outcomes,
      cors: !isOtherOrigin ? undefined : isRead ? 'allowed' : isRefused ? 'refused' : undefined,
    })
  }

  const transport: Transport = {
    endpoints: [endpoint],
    request(request: RpcRequest, requestOptions: RequestOptions = {}) {
      const { call, answer } = createPendingCall(request, requestOptions, {
        endpoint,
        timeoutMs: requestOptions.timeoutMs ?? timeoutMs,
        now,
      })
      if (requestOptions.isBatchable === false) {
        if (!call.isSettled()) void exchange([call])
      } else {
        if (queue.length === 0) {
          if (gatherMs === 0) nextTask(flush)
          else setTimeout(flush, gatherMs)
        }
        queue.push(call)
      }
      return answer
    },
    execute: (request) => executeOver(transport, request),
    // HTTP keeps nothing open between requests.
    disconnect: () => undefined,
  }
  return transport
}
