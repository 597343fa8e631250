import { parseChainTime } from '../domain/chain-time.ts'
import { isLoopbackHost } from '../rpc/public-url.ts'

/** What one request to an endpoint shows before the app asks anything. */
export interface EndpointProbe {
  readonly isReachable: boolean
  /** The time at which a replay node stands still (RFC 3339); undefined for a live node. */
  readonly replayNow: string | undefined
}

const TIMEOUT_MS = 2_000

/** Asks an endpoint for its health, for at most two seconds. */
export async function probeEndpoint(
  url: string,
  fetch: typeof globalThis.fetch,
): Promise<EndpointProbe> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: '{"jsonrpc":"2.0","id":0,"method":"health","params":{}}',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    const now = parseChainTime(response.headers.get('x-replay-now') ?? '')
    return { isReachable: true, replayNow: now?.toISOString() }
  } catch {
    // That it cannot be reached is the answer.
    return { isReachable: false, replayNow: undefined }
  }
}

/**
 * The time at which the first replay node among the endpoints stands still; undefined when none is one. Replay nodes
 * listen on loopback only, so nobody else is asked.
 */
export async function findReplayClock(
  urls: readonly string[],
  fetch: typeof globalThis.fetch,
): Promise<Date | undefined> {
  const local = urls.filter((url) => isLoopbackHost(new URL(url).hostname))
  const probes = await Promise.all(local.map((url) => probeEndpoint(url, fetch)))
  const clock = probes.find(({ replayNow }) => replayNow !== undefined)?.replayNow
  return clock === undefined ? undefined : parseChainTime(clock)
}
