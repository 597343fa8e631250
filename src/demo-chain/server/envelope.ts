import type { NodeAnswer } from './backend.ts'
import type { Json } from './json.ts'
import { encodeJson, isJsonObject } from './json.ts'
import { describeJsonError } from './json-syntax.ts'
import type { RpcError } from './rpc-error.ts'

export type RequestId = string | number

/** One request as it came in. Without an id it is a notification, which a node neither runs nor answers. */
export interface RequestEnvelope {
  readonly id: RequestId | undefined
  readonly method: string
  readonly params: Json | undefined
}

/** A body that holds no request; the message is the node's own. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError'
}

/** `-1` answers the URI form, which carries no id. */
export const URI_REQUEST_ID: RequestId = -1

/** @throws {EnvelopeError} */
export function parseJsonBody(text: string): Json {
  const syntax = describeJsonError(text)
  if (syntax !== undefined) throw new EnvelopeError(syntax)
  return JSON.parse(text)
}

/** @throws {EnvelopeError} */
export function readEnvelope(value: Json): RequestEnvelope {
  if (value === null) return { id: undefined, method: '', params: undefined }
  if (!isJsonObject(value)) {
    const kind = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value
    throw new EnvelopeError(`json: cannot unmarshal ${kind} into Go value of type types.RPCRequest`)
  }
  const id = value.id
  if (typeof id === 'boolean' || (typeof id === 'object' && id !== null)) {
    throw new EnvelopeError(`JSON-RPC ID ${JSON.stringify(id)} is of unknown type`)
  }
  const method = value.method
  return {
    id: typeof id === 'number' ? Math.trunc(id) : (id ?? undefined),
    method: typeof method === 'string' ? method : '',
    params: value.params,
  }
}

export function formatAnswer(id: RequestId, answer: NodeAnswer): string {
  if (answer.kind === 'error') return formatError(id, answer.error)
  return `{"jsonrpc":"2.0","id":${encodeJson(id)},"result":${answer.text}}`
}

/** Without an id where the request could not be read that far (steady/261, steady/264). */
export function formatError(id: RequestId | undefined, error: RpcError): string {
  const body: { [key: string]: Json } = { code: error.code, message: error.message }
  if (error.data !== undefined) body.data = error.data
  const idText = id === undefined ? '' : `"id":${encodeJson(id)},`
  return `{"jsonrpc":"2.0",${idText}"error":${encodeJson(body)}}`
}
