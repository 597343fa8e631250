/**
 * Milliseconds a `Retry-After` header asks to wait: seconds or an HTTP date (RFC 9110, 10.2.3). undefined when absent
 * or unreadable; in a browser it is hidden unless the endpoint exposes it.
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  if (!/[a-z]{3}/i.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs)
}
