const LONGEST = 2048
const SCHEME = /^https?:\/\//i

/**
 * Reads a link by a stranger. Only http and https, without credentials, which make a link look like it led elsewhere.
 * @returns undefined for anything else: `javascript:`, `data:`, relative links, links with spaces or controls
 */
export function parseExternalUrl(text: string): URL | undefined {
  const trimmed = text.trim()
  // The URL parser drops tabs and line breaks and turns backslashes around; a reader would not.
  if (trimmed.length > LONGEST || !SCHEME.test(trimmed) || /[\s\\\p{Cc}\p{Cf}]/u.test(trimmed)) {
    return undefined
  }
  if (!URL.canParse(trimmed)) return undefined
  const url = new URL(trimmed)
  return url.username === '' && url.password === '' && url.hostname !== '' ? url : undefined
}

/** Whether the words of a link already begin with the host it leads to. */
export function isHostShown(text: string, url: URL): boolean {
  const words = text.trim().replace(SCHEME, '').toLowerCase()
  return words === url.host || words.startsWith(`${url.host}/`)
}
