import { parseChainTime } from '../domain/chain-time.ts'

/** A replay node says with every answer at what time it stands still. */
const HEADER = 'X-Replay-Now'
const PROBE_TIMEOUT_MS = 2_000

/** The time at which the first replay node among the endpoints stands still; undefined when none is one. */
export async function readReplayClock(
  urls: readonly string[],
  fetch: typeof globalThis.fetch,
): Promise<Date | undefined> {
  const times = await Promise.all(urls.map((url) => probe(url, fetch)))
  return times.find((time) => time !== undefined)
}

async function probe(url: string, fetch: typeof globalThis.fetch): Promise<Date | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: '{"jsonrpc":"2.0","id":0,"method":"health","params":{}}',
      redirect: 'manual',
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    })
    await response.body?.cancel()
    return parseChainTime(response.headers.get(HEADER) ?? '')
  } catch {
    // An endpoint that cannot be reached is found out, and said, by the first real request.
    return undefined
  }
}
