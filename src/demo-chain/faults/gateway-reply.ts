import type { ReplyHeaders } from '../server/cors.ts'
import { corsHeaders } from '../server/cors.ts'
import type { WireReply, WireRequest } from '../server/node-server.ts'
import type { Fault, FaultKind } from './fault.ts'
import { hasFault } from './fault.ts'

interface GatewayReply {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly headers?: ReplyHeaders
}

const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json'
const TEXT = 'text/plain; charset=utf-8'

const TOO_MANY = { status: 429, type: TEXT, body: 'Too Many Requests\n' } as const

/** What answers in the stead of the node. */
const REPLIES: { readonly [Kind in FaultKind]?: GatewayReply } = {
  unauthorized: { status: 401, type: JSON_TYPE, body: '{"message":"Unauthorized"}' },
  forbidden: { status: 403, type: HTML, body: page('403 Forbidden') },
  'not-found': { status: 404, type: HTML, body: page('404 Not Found') },
  'rate-limit-after': TOO_MANY,
  'server-error': { status: 500, type: TEXT, body: 'Internal Server Error\n' },
  'bad-gateway': { status: 502, type: HTML, body: page('502 Bad Gateway') },
  redirect: {
    status: 302,
    type: HTML,
    body: page('302 Found'),
    headers: { Location: '/elsewhere' },
  },
  html: { status: 200, type: HTML, body: page('Welcome') },
  empty: { status: 200, type: JSON_TYPE, body: '' },
  junk: { status: 200, type: JSON_TYPE, body: '\u0007\u0007 upstream ok' },
  'not-json-rpc': { status: 200, type: JSON_TYPE, body: '{"service":"balancer","healthy":true}' },
}

/**
 * The reply of whatever stands in front of the node, when that is what answers. `requests`: HTTP requests so far, this
 * one included.
 */
export function replyOfGateway(
  faults: readonly Fault[],
  requests: number,
  request: WireRequest,
): WireReply | undefined {
  const reply = findGatewayReply(faults, requests)
  if (reply === undefined) return undefined
  const { status, type, body, headers = {} } = reply
  const cors = hasFault(faults, 'no-cors') ? {} : corsHeaders(request.header, Object.keys(headers))
  return { status, headers: { ...cors, 'Content-Type': type, ...headers }, body, calls: 0 }
}

export function findGatewayReply(
  faults: readonly Fault[],
  requests: number,
): GatewayReply | undefined {
  return faults.map((fault) => replyTo(fault, requests)).find((reply) => reply !== undefined)
}

function replyTo(fault: Fault, requests: number): GatewayReply | undefined {
  if (fault.kind === 'rate-limit') {
    const { retryAfterS } = fault
    if (retryAfterS === undefined) return TOO_MANY
    return { ...TOO_MANY, headers: { 'Retry-After': String(retryAfterS) } }
  }
  if (fault.kind === 'rate-limit-after' && requests <= fault.requests) return undefined
  return REPLIES[fault.kind]
}

function page(heading: string): string {
  const title = `<head><title>${heading}</title></head>`
  return `<!doctype html>\n<html>${title}<body><h1>${heading}</h1></body></html>\n`
}
