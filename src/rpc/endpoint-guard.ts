import { EndpointNotConsentedError } from './errors.ts'

export interface EndpointGuardOptions {
  /** URLs the reader agreed to; asked anew for every request. */
  readonly allowed: () => Iterable<string>
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
}

/**
 * A `fetch` that calls only URLs the reader agreed to, compared by origin, path and query; a trailing slash does not
 * matter. Anything else is rejected with EndpointNotConsentedError before a request leaves.
 */
export function createEndpointGuard(options: EndpointGuardOptions): typeof globalThis.fetch {
  const { allowed, fetch = (input, init) => globalThis.fetch(input, init) } = options
  return async (input, init) => {
    const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url
    const wanted = normalise(url)
    for (const candidate of allowed()) {
      if (wanted !== undefined && normalise(candidate) === wanted) return fetch(input, init)
    }
    throw new EndpointNotConsentedError(url)
  }
}

function normalise(url: string): string | undefined {
  try {
    const { origin, pathname, search, username, password } = new URL(url)
    if (username !== '' || password !== '') return undefined
    return `${origin}${pathname.replace(/\/+$/, '')}${search}`
  } catch {
    return undefined
  }
}
