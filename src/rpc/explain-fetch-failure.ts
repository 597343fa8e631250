import { EndpointError } from './errors.ts'
import { isLoopbackHost } from './public-url.ts'
import type { Surroundings } from './surroundings.ts'

export interface FetchFailureContext {
  readonly url: string
  /** URL to name in the error. */
  readonly endpoint: string
  readonly fetch: typeof globalThis.fetch
  readonly signal: AbortSignal
  readonly surroundings: Surroundings
  readonly canProbe: boolean
  /** Whether this endpoint gave a readable answer before in this session. */
  readonly hasAnswered: boolean
}

/**
 * Finds out why `fetch` rejected. A browser rejects with the same TypeError for a CORS refusal, an unknown name and a
 * refused connection; one more request in `no-cors` mode, whose answer cannot be read, tells whether anybody answers.
 * The probe carries no body, credentials or referrer, because a browser follows redirects in that mode.
 */
export async function explainFetchFailure(
  cause: unknown,
  context: FetchFailureContext,
): Promise<EndpointError> {
  const { url, endpoint, surroundings, signal } = context
  const { hostname, origin } = new URL(url)
  if (!surroundings.isBrowser) {
    const code = systemCode(cause)
    const failure = { kind: 'unreachable', ...(code === undefined ? {} : { code }) } as const
    return new EndpointError({ failure, endpoint, cause })
  }
  if (!surroundings.isOnline() && !isLoopbackHost(hostname)) {
    return new EndpointError({ failure: { kind: 'offline' }, endpoint, cause })
  }
  // The page's own server is under no CORS rule, so there is nothing to tell apart.
  if (origin === surroundings.pageOrigin) {
    return new EndpointError({ failure: { kind: 'unreachable' }, endpoint, cause })
  }
  if (!context.canProbe) {
    return new EndpointError({ failure: { kind: 'unreadable' }, endpoint, cause })
  }
  try {
    await context.fetch(url, {
      method: 'GET',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    })
  } catch {
    return new EndpointError({ failure: { kind: 'unreachable' }, endpoint, cause })
  }
  const kind = context.hasAnswered ? 'rate-limit-suspected' : 'cors-or-blocked'
  return new EndpointError({ failure: { kind }, endpoint, cause })
}

/** Node puts the system's error beneath the TypeError. */
function systemCode(error: unknown): string | undefined {
  const inner = error instanceof Error ? error.cause : undefined
  if (typeof inner !== 'object' || inner === null || !('code' in inner)) return undefined
  return typeof inner.code === 'string' ? inner.code : undefined
}
