import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { COMMON_HEADERS, type Refusal, refusalBody } from './reply.ts'
import {
  describeUpstreamError,
  type ForwardedEndpoint,
  requestUpstream,
  type Upstream,
  UpstreamError,
  upstreamUrl,
} from './upstream.ts'

/** What the two sides agree a WebSocket by (RFC 6455, 4.1 and 4.2.2); cookies, origin and the rest stay behind. */
const HANDSHAKE_UP = [
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-extensions',
  'sec-websocket-protocol',
] as const
const HANDSHAKE_DOWN = [
  'sec-websocket-accept',
  'sec-websocket-extensions',
  'sec-websocket-protocol',
] as const

/**
 * Opens the endpoint's WebSocket and, once the endpoint agrees, ties both connections together byte by byte.
 *
 * @param client destroys itself on an error (`local-server.ts` sees to it)
 * @returns closes both sides
 */
export function forwardSocket(
  upstream: Upstream,
  endpoint: ForwardedEndpoint,
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
): () => void {
  const attempt = requestUpstream(upstream, upstreamUrl(endpoint, '/websocket', ''), {
    agent: false,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      ...pick(request.headers, HANDSHAKE_UP),
    },
  })
  const refuse = (cause: unknown) => {
    clearTimeout(timer)
    const { kind, message } = describeUpstreamError(endpoint, cause)
    refuseUpgrade(client, { status: 502, kind, message })
  }
  const timer = setTimeout(
    () => attempt.destroy(new UpstreamError('timeout', endpoint.name)),
    upstream.timeoutMs,
  )
  client.on('close', () => attempt.destroy())
  attempt.on('error', refuse)
  attempt.on('response', (answer) => {
    const status = answer.statusCode ?? 0
    const isRedirect = status >= 300 && status < 400
    attempt.removeListener('error', refuse)
    attempt.on('error', () => client.destroy())
    attempt.destroy()
    refuse(new UpstreamError(isRedirect ? 'redirect' : 'unreachable', endpoint.name))
  })
  attempt.on('upgrade', (answer, node, nodeHead) => {
    clearTimeout(timer)
    const headers = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      ...pick(answer.headers, HANDSHAKE_DOWN),
    }
    client.write(formatHead('101 Switching Protocols', headers))
    client.write(nodeHead)
    node.write(head)
    tie(client, node)
  })
  attempt.end()
  return () => {
    clearTimeout(timer)
    attempt.destroy()
    client.destroy()
  }
}

/** Answers an upgrade with a refusal and closes the connection. */
export function refuseUpgrade(client: Duplex, refusal: Refusal): void {
  if (!client.writable) return
  const body = refusalBody(refusal)
  const headers = {
    ...COMMON_HEADERS,
    Connection: 'close',
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'X-Skylight-Forwarder': refusal.kind,
  }
  client.end(`${formatHead(`${refusal.status} Refused`, headers)}${body}`)
}

/** Neither side outlives the other, and a slow reader holds the writer back. */
function tie(a: Duplex, b: Duplex): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.pipe(to)
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
  }
}

function formatHead(status: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n')
}

function pick(
  headers: IncomingMessage['headers'],
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )
}
