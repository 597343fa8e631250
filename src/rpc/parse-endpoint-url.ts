import { isLoopbackHost, publicUrl } from './public-url.ts'

/** What a reader typed where an endpoint was asked for. */
export type ParsedEndpointUrl =
  | {
      readonly kind: 'endpoint'
      /** The URL to call: http or https, no trailing slash, no fragment. A query (a provider's key) is kept. */
      readonly url: string
      /** The same without the query, for the screen. */
      readonly publicUrl: string
      readonly isLoopback: boolean
    }
  | {
      readonly kind: 'refused'
      readonly reason:
        | 'empty'
        | 'not-a-url'
        | 'credentials'
        | 'websocket'
        | 'tcp'
        | 'unsupported-scheme'
      /** One sentence the reader can act on. */
      readonly sentence: string
      /** What was probably meant, ready to be tried. */
      readonly suggestion?: string
    }

const NOT_A_URL = 'This is not an address; it should look like https://rpc.example.org.'
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i

/**
 * Reads an endpoint's address from untrusted text. Without a scheme it is taken for https, or for http on this machine.
 */
export function parseEndpointUrl(text: string): ParsedEndpointUrl {
  const typed = text.trim()
  if (typed === '') {
    return { kind: 'refused', reason: 'empty', sentence: 'Enter the address of an RPC endpoint.' }
  }
  const scheme = SCHEME.exec(typed)?.[1]?.toLowerCase()
  if (scheme === 'ws' || scheme === 'wss') {
    const suggestion = typed
      .replace(SCHEME, scheme === 'wss' ? 'https://' : 'http://')
      .replace(/\/websocket\/?$/, '')
    return refuse(
      'websocket',
      'Enter the http(s) address of the node, not its WebSocket.',
      suggestion,
    )
  }
  if (scheme === 'tcp') {
    const suggestion = typed.replace(SCHEME, 'http://')
    return refuse('tcp', 'A browser cannot call tcp://; enter the http(s) address.', suggestion)
  }
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    return refuse('unsupported-scheme', `${scheme}:// is not supported; enter an http(s) address.`)
  }
  return parseHttp(scheme === undefined ? `${guessScheme(typed)}://${typed}` : typed)
}

function parseHttp(address: string): ParsedEndpointUrl {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return refuse('not-a-url', NOT_A_URL)
  }
  // Chromium escapes what cannot stand in a host, spaces for instance, where others refuse it.
  if (url.hostname.includes('%')) return refuse('not-a-url', NOT_A_URL)
  if (url.username !== '' || url.password !== '') {
    return refuse(
      'credentials',
      'Addresses with a user name or password are not used, because links and records would show them.',
    )
  }
  return {
    kind: 'endpoint',
    url: `${publicUrl(url.href)}${url.search}`,
    publicUrl: publicUrl(url.href),
    isLoopback: isLoopbackHost(url.hostname),
  }
}

function guessScheme(address: string): 'http' | 'https' {
  const host = /^(\[[^\]]*\]|[^:/?#]*)/.exec(address)?.[1] ?? ''
  return isLoopbackHost(host) ? 'http' : 'https'
}

type Refused = Extract<ParsedEndpointUrl, { kind: 'refused' }>

function refuse(reason: Refused['reason'], sentence: string, suggestion?: string): Refused {
  const refused = { kind: 'refused', reason, sentence } as const
  return suggestion === undefined || parseHttp(suggestion).kind !== 'endpoint'
    ? refused
    : { ...refused, suggestion }
}
