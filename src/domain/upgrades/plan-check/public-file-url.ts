/**
 * Whether an address by a stranger may be fetched as a public file: https on its usual port, by a name of the public
 * internet. A bare number, a name without a dot or one of a home or an office network is not; such an address would have
 * the reader's browser call something on their own network.
 */
export function isPublicFileUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, port, username, password } = new URL(text)
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false
  const host = hostname.toLowerCase().replace(/\.$/, '')
  // An IPv6 address stands in brackets.
  if (host.startsWith('[')) return false
  // The URL parser has turned every spelling of an IPv4 address into this one.
  if (/^\d+(\.\d+){3}$/.test(host)) return false
  return host.includes('.') && !LOCAL_ENDINGS.test(host)
}

/** RFC 6761, RFC 6762, RFC 8375, and what routers and offices use. */
const LOCAL_ENDINGS =
  /\.(local|localhost|localdomain|internal|intranet|lan|home|corp|private|test|example|invalid|onion|arpa)$/
