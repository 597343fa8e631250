import { isLoopbackHost } from './public-url.ts'

/** What the place this code runs in does to requests. Outside a browser all of it is absent. */
export interface Surroundings {
  /** Browsers hide why a request failed and enforce CORS. */
  readonly isBrowser: boolean
  /** `https:` forbids plain http endpoints. */
  readonly pageProtocol: string | undefined
  /** The page's origin: its own endpoints need no CORS. */
  readonly pageOrigin: string | undefined
  /** What the browser believes about its connection; only `false` says anything. */
  readonly isOnline: () => boolean
}

/** Surroundings of the running program. A worker has a `location` but no `document`; Node has neither. */
export function detectSurroundings(): Surroundings {
  const location: Location | undefined = globalThis.location
  return {
    isBrowser: location !== undefined,
    pageProtocol: location?.protocol,
    pageOrigin: location?.origin,
    isOnline: () => globalThis.navigator?.onLine !== false,
  }
}

/** Whether a browser will refuse to send: plain http from an https page, this machine excepted. */
export function isMixedContent(url: URL, surroundings: Surroundings): boolean {
  return (
    surroundings.pageProtocol === 'https:' &&
    url.protocol === 'http:' &&
    !isLoopbackHost(url.hostname)
  )
}
