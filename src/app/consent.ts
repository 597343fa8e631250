/** Which endpoints named in links or typed by hand the reader has agreed to call, remembered by this browser. */
export interface Consent {
  has(url: string): boolean
  give(url: string): void
  /** Everything agreed to, oldest first. */
  all(): readonly string[]
  withdraw(url: string): void
}

const KEY = 'skylight.consented-endpoints'
/** A list somebody fills by clicking does not grow longer than this. */
const MOST = 50

export function createConsent(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): Consent {
  // Where the browser stores nothing, consent lasts as long as the page.
  let urls = readUrls(storage)
  const write = (next: readonly string[]) => {
    urls = next.slice(-MOST)
    try {
      storage?.setItem(KEY, JSON.stringify(urls))
    } catch {
      // A full or forbidden storage costs one more question at the next visit.
    }
  }
  return {
    has: (url) => urls.includes(url),
    give: (url) => write([...urls.filter((known) => known !== url), url]),
    all: () => urls,
    withdraw: (url) => write(urls.filter((known) => known !== url)),
  }
}

function readUrls(storage: Pick<Storage, 'getItem'> | undefined): readonly string[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((url) => typeof url === 'string') : []
  } catch {
    return []
  }
}
