import type { DemoLine } from './demo-line.ts'
import { failedToFetch, toResponse } from './demo-response.ts'

/** Nodes answer any page, or none; which one it is they do not ask. */
const ORIGIN = 'null'

/**
 * A `fetch` that reaches the demo chain's endpoints and nothing else: every other address fails as an unknown host.
 * `endpoints`: names by origin.
 */
export function createDemoFetch(
  line: DemoLine,
  endpoints: ReadonlyMap<string, string>,
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const signal = init?.signal ?? request.signal
    signal.throwIfAborted()
    const url = new URL(request.url)
    const endpoint = endpoints.get(url.origin)
    if (endpoint === undefined) throw failedToFetch()
    const body = await request.text()
    const reply = await line.request(
      {
        endpoint,
        httpMethod: request.method,
        target: `${url.pathname}${url.search}`,
        headers: { ...Object.fromEntries(request.headers), host: url.host, origin: ORIGIN },
        body,
      },
      signal,
    )
    const { delivery } = reply
    if (delivery.kind === 'reset') throw failedToFetch()
    if (delivery.kind === 'hang') await waitUntilAborted(signal, undefined)
    if (delivery.kind === 'late') await waitUntilAborted(signal, delivery.afterMs)
    signal.throwIfAborted()
    return toResponse(reply, request, signal)
  }
}

/** Resolves after a time, if one is given; rejects with the signal's reason when aborted before. */
function waitUntilAborted(signal: AbortSignal, ms: number | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = ms === undefined ? undefined : setTimeout(finish, ms)
    function finish(): void {
      signal.removeEventListener('abort', abort)
      resolve()
    }
    function abort(): void {
      clearTimeout(timer)
      reject(signal.reason)
    }
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, { once: true })
  })
}
