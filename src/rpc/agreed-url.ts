/**
 * Whether the reader agreed to a URL: compared by origin, path and query, a trailing slash does not matter. A URL with
 * credentials, or that is none, was never agreed to.
 */
export function isAgreedUrl(url: string, agreed: Iterable<string>): boolean {
  const wanted = normalise(url)
  if (wanted === undefined) return false
  for (const candidate of agreed) {
    if (normalise(candidate) === wanted) return true
  }
  return false
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
