import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { chooseEncoding, createCompressor } from './encoding.ts'
import { readRequestBody } from './read-request-body.ts'
import { COMMON_HEADERS, sendRefusal } from './reply.ts'
import {
  describeUpstreamError,
  type ForwardedEndpoint,
  requestUpstream,
  type Upstream,
  UpstreamError,
  upstreamUrl,
} from './upstream.ts'

/** Bytes of a request's body; a batch of ten calls is a few kB. */
const REQUEST_LIMIT = 1_000_000
/** Below this a compressed answer is hardly smaller. */
const COMPRESS_FROM = 1_000
/** Headers of a node that say something to the app. */
const PASSED_DOWN = ['retry-after', 'x-server-time', 'x-replay-now'] as const

export interface ForwardedCall {
  readonly endpoint: ForwardedEndpoint
  /** '' or '/status'. */
  readonly subpath: string
  /** Without the question mark. */
  readonly query: string
}

/**
 * Passes one request to an endpoint and its answer back: status, body and the few headers the app reads. Whatever the
 * body claims to be, it goes out as JSON or as plain text, because it comes from this page's own origin. An answer that
 * breaks off breaks off here too, so that half of it is not taken for the whole.
 */
export async function forwardHttp(
  upstream: Upstream,
  call: ForwardedCall,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readRequestBody(request, REQUEST_LIMIT)
  if (body === undefined) {
    const message = `A request may have ${REQUEST_LIMIT} bytes.`
    sendRefusal(response, {
      status: 413,
      kind: 'too-large',
      message,
      headers: { Connection: 'close' },
    })
    return
  }
  try {
    const answer = await ask(upstream, call, request, response, body)
    await pass(call.endpoint, answer, request, response)
  } catch (cause) {
    if (response.headersSent || response.destroyed) {
      response.destroy()
      return
    }
    const { kind, message } = describeUpstreamError(call.endpoint, cause)
    sendRefusal(response, { status: 502, kind, message })
  }
}

/** One attempt, and a second one when a kept connection turned out to be closed by the other side. */
async function ask(
  upstream: Upstream,
  call: ForwardedCall,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<IncomingMessage> {
  const url = upstreamUrl(call.endpoint, call.subpath, call.query)
  const options = { method: request.method, headers: headersUp(request, body) }
  for (;;) {
    const attempt = requestUpstream(upstream, url, options)
    const giveUp = () => attempt.destroy()
    response.once('close', giveUp)
    try {
      return await send(attempt, body, call.endpoint, upstream.timeoutMs)
    } catch (cause) {
      response.removeListener('close', giveUp)
      const isStale =
        attempt.reusedSocket &&
        cause instanceof Error &&
        'code' in cause &&
        (cause.code === 'ECONNRESET' || cause.code === 'EPIPE')
      if (!isStale || response.destroyed) throw cause
    }
  }
}

function send(
  attempt: ClientRequest,
  body: Buffer,
  endpoint: ForwardedEndpoint,
  timeoutMs: number,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const expire = () => attempt.destroy(new UpstreamError('timeout', endpoint.name))
    // Until the head is here the clock runs, connecting included; afterwards only silence counts.
    const timer = setTimeout(expire, timeoutMs)
    attempt.on('response', (answer) => {
      clearTimeout(timer)
      answer.setTimeout(timeoutMs, expire)
      resolve(answer)
    })
    attempt.on('error', (cause) => {
      clearTimeout(timer)
      reject(cause)
    })
    attempt.end(body)
  })
}

function headersUp(request: IncomingMessage, body: Buffer): OutgoingHttpHeaders {
  return {
    accept: 'application/json',
    'accept-encoding': chooseEncoding(request.headers['accept-encoding']) ?? 'identity',
    ...(request.method === 'POST'
      ? {
          'content-type': request.headers['content-type'] ?? 'application/json',
          'content-length': body.length,
        }
      : {}),
  }
}

async function pass(
  endpoint: ForwardedEndpoint,
  answer: IncomingMessage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const status = answer.statusCode ?? 502
  if (status >= 300 && status < 400) {
    answer.destroy()
    throw new UpstreamError('redirect', endpoint.name)
  }
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/i.test(answer.headers['content-type'] ?? '')
  const headers: OutgoingHttpHeaders = {
    ...COMMON_HEADERS,
    'Content-Type': isJson ? 'application/json' : 'text/plain; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
  }
  for (const name of PASSED_DOWN) {
    const value = answer.headers[name]
    if (value !== undefined) response.setHeader(name, value)
  }
  const length = answer.headers['content-length']
  const coding = answer.headers['content-encoding']
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  const isSmall = length !== undefined && Number(length) < COMPRESS_FROM
  if (coding === undefined && encoding !== undefined && !isSmall) {
    response.writeHead(status, { ...headers, 'Content-Encoding': encoding })
    // An answer that breaks off is told from one that never began by its head, which must have left by then.
    response.flushHeaders()
    await pipeline(answer, createCompressor(encoding), response)
    return
  }
  if (coding !== undefined) headers['Content-Encoding'] = coding
  if (length !== undefined) headers['Content-Length'] = length
  response.writeHead(status, headers)
  response.flushHeaders()
  await pipeline(answer, response)
}
