const PREFIX = 'skylight.visited '

/** Whether this browser has kept the proposals read from an endpoint, so that a first page would be read in vain. */
export function hasVisited(url: string): boolean {
  try {
    return localStorage.getItem(PREFIX + url) !== null
  } catch {
    return false
  }
}

export function rememberVisit(url: string): void {
  try {
    localStorage.setItem(PREFIX + url, '1')
  } catch {
    // Without storage the next visit is a first visit again.
  }
}
