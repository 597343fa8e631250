/**
 * An endpoint's URL as it may be shown, stored and logged: without user, password, query and fragment (keys of paid
 * endpoints travel there) and without a trailing slash. Text that is no URL is given back without what follows `?`.
 */
export function publicUrl(url: string): string {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return url.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//')
  }
  return `${parsed.protocol}//${parsed.host}${parsed.pathname.replace(/\/+$/, '')}`
}

/** Whether a host name (as `URL.hostname` gives it) is this machine; browsers let https pages call it over http. */
export function isLoopbackHost(hostname: string): boolean {
  const host = hostname.toLowerCase()
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(host)
  )
}
