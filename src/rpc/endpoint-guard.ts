import { isAgreedUrl } from './agreed-url.ts'
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
    if (!isAgreedUrl(url, allowed())) throw new EndpointNotConsentedError(url)
    return fetch(input, init)
  }
}
