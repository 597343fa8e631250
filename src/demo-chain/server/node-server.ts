import type { NodeBackend } from './backend.ts'
import type { HeaderLookup, ReplyHeaders } from './cors.ts'
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts'
import type { Delivery, Handshake } from './delivery.ts'
import { formatEndpointList } from './endpoint-list.ts'
import { formatError } from './envelope.ts'
import { findMethod } from './method-table.ts'
import { answerPostBody } from './post-body.ts'
import { invalidRequest } from './rpc-error.ts'
import type { SocketPeer, SocketSession } from './socket-session.ts'
import { createSocketSession } from './socket-session.ts'
import { answerUriRequest } from './uri-request.ts'

/** An HTTP request, whoever carries it. */
export interface WireRequest {
  readonly httpMethod: string
  /** Path and query as sent, e.g. `/block?height=5`. */
  readonly target: string
  readonly header: HeaderLookup
  /** The body as text; undefined when it was longer than `MAX_BODY_BYTES`. */
  readonly body: string | undefined
}

export interface WireReply {
  readonly status: number
  readonly headers: ReplyHeaders
  /** To be left out of the reply to HEAD. */
  readonly body: string
  /** How many JSON-RPC calls were answered. */
  readonly calls: number
  /** @default whole */
  readonly delivery?: Delivery
}

export interface NodeServerOptions {
  /** Whether the operator allowed every origin. Nodes ship without. @default true */
  readonly cors?: boolean
  /** The node's clock: `X-Server-Time` and `Date`. */
  readonly now: () => Date
  /** Headers beyond those of a node, on every reply; readable by pages. */
  readonly extraHeaders?: () => ReplyHeaders
}

/** CometBFT's default of `max_body_bytes`. */
export const MAX_BODY_BYTES = 1_000_000

export interface NodeServer {
  handle(request: WireRequest): Promise<WireReply>
  /** Asked before `connect`. @default accepted */
  handshake?(): Handshake
  /** One WebSocket connection at `/websocket`. */
  connect(peer: SocketPeer): SocketSession
}

interface Content {
  readonly status: number
  readonly headers: ReplyHeaders
  readonly body: string
  readonly calls: number
}

const JSON_TYPE = 'application/json'
const CACHE_FOR_A_DAY = 'public, max-age=86400'

/**
 * The RPC port of a CometBFT 0.38 node in front of any chain: envelopes, batches, URI form, CORS and headers as recorded
 * (steady/260 to 280, steady/headers), without a network of its own, so that it runs in a browser too.
 */
export function createNodeServer(backend: NodeBackend, options: NodeServerOptions): NodeServer {
  const { cors = true, now, extraHeaders = () => ({}) } = options

  async function handle(request: WireRequest): Promise<WireReply> {
    const extra = extraHeaders()
    const time = now()
    const common: ReplyHeaders = {
      'X-Server-Time': String(Math.floor(time.getTime() / 1000)),
      Date: time.toUTCString(),
      ...extra,
    }
    if (cors && isPreflight(request.httpMethod, request.header)) {
      const headers = { ...preflightHeaders(request.header), ...common }
      return { status: 204, headers, body: '', calls: 0 }
    }
    const content = await contentFor(backend, request)
    const corsPart = cors ? corsHeaders(request.header, Object.keys(extra)) : {}
    return { ...content, headers: { ...corsPart, ...content.headers, ...common } }
  }

  return { handle, connect: (peer) => createSocketSession(backend, peer) }
}

async function contentFor(backend: NodeBackend, request: WireRequest): Promise<Content> {
  const queryAt = request.target.indexOf('?')
  const path = queryAt < 0 ? request.target : request.target.slice(0, queryAt)
  if (path === '/') return rootContent(backend, request)
  const method = findMethod(path.slice(1))
  if (method === undefined) return notFoundContent()
  const reply = await answerUriRequest(backend, method, request.target)
  return jsonContent(reply.status, reply.text, reply.isCacheable, 1)
}

async function rootContent(backend: NodeBackend, request: WireRequest): Promise<Content> {
  if (request.body === undefined) {
    const error = invalidRequest('error reading request body: http: request body too large')
    return jsonContent(400, formatError(undefined, error), false, 0)
  }
  if (request.body === '') {
    const body = formatEndpointList(request.header('host') ?? '')
    return { status: 200, headers: { 'Content-Type': 'text/html' }, body, calls: 0 }
  }
  const reply = await answerPostBody(backend, request.body)
  if (reply.text === '') return { status: 200, headers: {}, body: '', calls: reply.calls }
  return jsonContent(reply.status, reply.text, reply.isCacheable, reply.calls)
}

function jsonContent(status: number, body: string, isCacheable: boolean, calls: number): Content {
  const headers: ReplyHeaders = isCacheable
    ? { 'Cache-Control': CACHE_FOR_A_DAY, 'Content-Type': JSON_TYPE }
    : { 'Content-Type': JSON_TYPE }
  return { status, headers, body, calls }
}

/** Go's `http.NotFound`; also what a POST to a longer path gets (steady/280). */
function notFoundContent(): Content {
  return {
    status: 404,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    },
    body: '404 page not found\n',
    calls: 0,
  }
}
