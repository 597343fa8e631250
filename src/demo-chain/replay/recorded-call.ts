import { ArgumentError, decodeJsonArguments, decodeUriArguments } from '../server/arguments.ts'
import type { Arguments, NodeAnswer, RpcCall } from '../server/backend.ts'
import { resultAnswer } from '../server/backend.ts'
import { encodeHex } from '../server/bytes.ts'
import type { Json } from '../server/json.ts'
import { isJsonObject, jsonAt } from '../server/json.ts'
import { findMethod } from '../server/method-table.ts'
import type { RecordedAnswer } from './scene.ts'

/** A recorded call of a method with good arguments: what a backend was asked, and what it said. */
export interface RecordedCall {
  readonly endpoint: string
  readonly call: RpcCall
  /** `result` of the answer; undefined when it was an error. */
  readonly result: Json | undefined
  readonly answer: NodeAnswer
}

/**
 * The calls in a recording, members of a batch singly. None where the server in front of the chain answered by itself:
 * unknown method, bad arguments, no JSON, another path.
 */
export function readRecordedCalls(recorded: RecordedAnswer): RecordedCall[] {
  const { request, response, endpoint } = recorded
  if (recorded.status === undefined) return []
  if (typeof request === 'string') return readUriCall(endpoint, request, response)
  if (!Array.isArray(request)) return readCall(endpoint, request, response)
  if (!Array.isArray(response)) return []
  return request.flatMap((member, at) => readCall(endpoint, member, response[at]))
}

function readCall(endpoint: string, request: Json, response: Json | undefined): RecordedCall[] {
  const method = findMethod(String(jsonAt(request, 'method') ?? ''))
  const params = jsonAt(request, 'params')
  if (method === undefined) return []
  try {
    const args = decodeJsonArguments(method, params)
    return withAnswer(
      endpoint,
      { method: method.name, args, origin: { kind: 'json', params } },
      response,
    )
  } catch (cause) {
    if (cause instanceof ArgumentError) return []
    throw cause
  }
}

function readUriCall(endpoint: string, request: string, response: Json): RecordedCall[] {
  const target = request.startsWith('GET ') ? request.slice('GET '.length) : undefined
  if (target === undefined) return []
  const [path = '', query = ''] = target.split('?')
  const method = findMethod(path.slice(1))
  if (method === undefined) return []
  try {
    const args = decodeUriArguments(method, new URLSearchParams(query))
    return withAnswer(
      endpoint,
      { method: method.name, args, origin: { kind: 'uri', target } },
      response,
    )
  } catch (cause) {
    if (cause instanceof ArgumentError) return []
    throw cause
  }
}

function withAnswer(endpoint: string, call: RpcCall, response: Json | undefined): RecordedCall[] {
  const result = jsonAt(response, 'result')
  if (result !== undefined) return [{ endpoint, call, result, answer: lazyResult(result) }]
  const error = jsonAt(response, 'error')
  const code = jsonAt(error, 'code')
  const message = jsonAt(error, 'message')
  const data = jsonAt(error, 'data')
  if (typeof code !== 'number' || typeof message !== 'string') return []
  const answer: NodeAnswer = {
    kind: 'error',
    error: typeof data === 'string' ? { code, message, data } : { code, message },
  }
  return [{ endpoint, call, result: undefined, answer }]
}

/** Writes the JSON when it is first asked for: a scene holds megabytes, and most of it is never asked for. */
function lazyResult(result: Json): NodeAnswer {
  let text: string | undefined
  return {
    kind: 'result',
    get text() {
      if (text === undefined) {
        const answer = resultAnswer(result)
        text = answer.kind === 'result' ? answer.text : ''
      }
      return text
    },
  }
}

/** Names a call as it was written, unknown parameters and all. */
export function literalKey(call: RpcCall): string {
  if (call.origin.kind === 'uri') return `uri ${call.origin.target}`
  return `json ${call.method} ${JSON.stringify(sortKeys(call.origin.params ?? {}))}`
}

/** Names a call by what it means: defaults filled in, unknown parameters dropped, bytes however they were written. */
export function meaningKey(method: string, args: Arguments): string {
  const parts = Object.keys(args)
    .sort()
    .map((name) => `${name}=${formatArgument(args[name])}`)
  return `${method} ${parts.join(' ')}`
}

function formatArgument(value: Arguments[string]): string {
  if (value instanceof Uint8Array) return encodeHex(value)
  return value === undefined ? '' : JSON.stringify(String(value))
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, member]) => [key, sortKeys(member)]))
}
