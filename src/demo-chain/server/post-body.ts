import { ArgumentError, decodeJsonArguments } from './arguments.ts'
import type { Arguments, NodeBackend } from './backend.ts'
import type { RequestEnvelope } from './envelope.ts'
import {
  EnvelopeError,
  formatAnswer,
  formatError,
  parseJsonBody,
  readEnvelope,
} from './envelope.ts'
import type { Json } from './json.ts'
import type { RpcMethod } from './method-table.ts'
import { findMethod } from './method-table.ts'
import { invalidParams, invalidRequest, methodNotFound, parseError } from './rpc-error.ts'

/** What a node sends back for a POST body. `calls` counts the requests it held, notifications excluded. */
export interface PostReply {
  readonly status: 200 | 500
  readonly text: string
  readonly isCacheable: boolean
  readonly calls: number
}

/** CometBFT's default of `max_request_batch_size`. */
const MAX_BATCH = 10

/**
 * Answers a POST body: one request or a batch, members in order.
 * Notifications (no id, or null) are neither run nor answered; when nothing is left to answer the body is empty
 * (steady/263, 265, 266). A batch with one answer is answered with an object, not a list: CometBFT
 * rpc/jsonrpc/server/http_server.go writes a list only for two and more.
 */
export async function answerPostBody(backend: NodeBackend, body: string): Promise<PostReply> {
  let requests: RequestEnvelope[]
  try {
    requests = readRequests(parseJsonBody(body))
  } catch (cause) {
    if (!(cause instanceof EnvelopeError)) throw cause
    const error = parseError(`error unmarshaling request: ${cause.message}`)
    return { status: 500, text: formatError(undefined, error), isCacheable: false, calls: 0 }
  }
  if (requests.length > MAX_BATCH) {
    const data = `batch request exceeds maximum (${MAX_BATCH}) allowed number of requests`
    const text = formatError(undefined, invalidRequest(data))
    return { status: 200, text, isCacheable: false, calls: requests.length }
  }
  const replies: RequestReply[] = []
  for (const request of requests) {
    const reply = await answerRequest(backend, request)
    if (reply !== undefined) replies.push(reply)
  }
  const texts = replies.map((reply) => reply.text)
  return {
    status: 200,
    text: texts.length > 1 ? `[${texts.join(',')}]` : (texts[0] ?? ''),
    isCacheable: replies.length > 0 && replies.every((reply) => reply.isCacheable),
    calls: replies.length,
  }
}

function readRequests(body: Json): RequestEnvelope[] {
  if (body === null) return []
  return Array.isArray(body) ? body.map(readEnvelope) : [readEnvelope(body)]
}

interface RequestReply {
  readonly text: string
  readonly isCacheable: boolean
}

async function answerRequest(
  backend: NodeBackend,
  request: RequestEnvelope,
): Promise<RequestReply | undefined> {
  const { id, params } = request
  if (id === undefined) return undefined
  const method = findMethod(request.method)
  if (method === undefined || method.socketOnly) {
    return { text: formatError(id, methodNotFound()), isCacheable: false }
  }
  let args: Arguments
  try {
    args = decodeJsonArguments(method, params)
  } catch (cause) {
    if (!(cause instanceof ArgumentError)) throw cause
    const error = invalidParams(`error converting json params to arguments: ${cause.message}`)
    return { text: formatError(id, error), isCacheable: false }
  }
  const answer = await backend.answer({
    method: method.name,
    args,
    origin: { kind: 'json', params },
  })
  const isCacheable = answer.kind === 'result' && isCacheableWith(method, args)
  return { text: formatAnswer(id, answer), isCacheable }
}

export function isCacheableWith(method: RpcMethod, args: Arguments): boolean {
  if (method.cacheable === 'with-height') return args.height !== undefined
  return method.cacheable === 'always'
}
