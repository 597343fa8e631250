import type { IncomingMessage } from 'node:http'
import { isLoopbackHost } from '../../rpc/public-url.ts'
import type { Refusal } from './reply.ts'

/**
 * Whether a request comes from this machine and from a page of this server. A loopback address alone says neither: any
 * page in the reader's browser can send requests here, and a name of its own that resolves to 127.0.0.1 (DNS rebinding)
 * would make it "same-origin"; so the Host must be a loopback name with our port, and the browser must not name another
 * site as the sender.
 */
export function refuseForeign(request: IncomingMessage, port: number): Refusal | undefined {
  if (!isLoopbackAddress(request.socket.remoteAddress)) {
    return forbid('Only this machine is served.')
  }
  const host = request.headers.host ?? ''
  if (!isOwnHost(host, port)) return forbid('The Host header does not name this server.')
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${host}`) {
    return forbid('Requests of other sites are not forwarded.')
  }
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return forbid('Requests of other sites are not forwarded.')
  }
  return undefined
}

/** Whether a Host header names this machine; `port` undefined: with any port. */
export function isOwnHost(host: string, port: number | undefined): boolean {
  const [, name = '', digits = '80'] = /^(\[[^\]]*\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(host) ?? []
  return isLoopbackHost(name) && (port === undefined || Number(digits) === port)
}

function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false
  return address === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(address)
}

function forbid(message: string): Refusal {
  return { status: 403, kind: 'forbidden', message }
}
