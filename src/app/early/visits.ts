const PREFIX = 'skylight.visited '

/** Whether this browser has kept the proposals read from an endpoint, so that a first page would be read in vain. */
export function hasVisited(url: string): boolean {
  try {
    return localStorage.getItem(PREFIX + url) !== null
  } catch {
    return false
  }
}

/** Notes that proposals were read from an endpoint, and of which chain they are. */
export function rememberVisit(url: string, chainId: string): void {
  try {
    localStorage.setItem(PREFIX + url, chainId)
  } catch {
    // Without storage the next visit is a first visit again.
  }
}

/** The chain an endpoint was of at an earlier visit; undefined where none is noted. */
export function findVisitedChain(url: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + url) ?? undefined
  } catch {
    return undefined
  }
}
