import type { RpcErrorObject } from './refusal.ts'
import type { Json, RpcRequest } from './transport.ts'

/**
 * The body of one POST: a single object for one call, an array for several. Ids count from 0 and the keys keep their
 * order, so the same calls give the same bytes wherever they are sent from.
 */
export function encodeRequestBody(requests: readonly RpcRequest[]): string {
  const calls = requests.map(({ method, params }, id) => ({
    jsonrpc: '2.0',
    id,
    method,
    params: params ?? {},
  }))
  return JSON.stringify(calls.length === 1 ? calls[0] : calls)
}

export type RpcReply =
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'error'; readonly error: RpcErrorObject }

export type DecodedReplies =
  | {
      readonly kind: 'replies'
      readonly byId: ReadonlyMap<number, RpcReply>
      /** Replies to ids that are no number or cannot be matched. */
      readonly strangers: number
    }
  /** One error without an id, meant for the whole request (CometBFT: batch too large, parse error). */
  | { readonly kind: 'error-for-all'; readonly error: RpcErrorObject }
  | { readonly kind: 'not-json-rpc' }

/** Sorts a parsed body by id. `count` is how many calls were sent, with ids 0 to count-1. */
export function decodeReplies(body: Json, count: number): DecodedReplies {
  if (!Array.isArray(body)) {
    const reply = decodeReply(body)
    if (reply === undefined) return { kind: 'not-json-rpc' }
    if (reply.id === undefined && reply.reply.kind === 'error') {
      return { kind: 'error-for-all', error: reply.reply.error }
    }
  }
  const byId = new Map<number, RpcReply>()
  let strangers = 0
  let readable = 0
  for (const item of Array.isArray(body) ? body : [body]) {
    const decoded = decodeReply(item)
    if (decoded === undefined) continue
    readable += 1
    const { id, reply } = decoded
    if (id === undefined || id >= count || byId.has(id)) strangers += 1
    else byId.set(id, reply)
  }
  return readable === 0 ? { kind: 'not-json-rpc' } : { kind: 'replies', byId, strangers }
}

function decodeReply(item: Json): { id: number | undefined; reply: RpcReply } | undefined {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return undefined
  const { error, result } = item
  const id = decodeId(item.id)
  if (error !== undefined && error !== null) {
    return { id, reply: { kind: 'error', error: decodeError(error) } }
  }
  return result === undefined ? undefined : { id, reply: { kind: 'result', result } }
}

/** Some gateways give ids back as text; -1 is CometBFT's id for "none". */
function decodeId(id: Json | undefined): number | undefined {
  const number = typeof id === 'string' && /^\d{1,9}$/.test(id) ? Number(id) : id
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined
}

function decodeError(error: Json): RpcErrorObject {
  if (error === null || typeof error !== 'object' || Array.isArray(error)) {
    return { code: -32603, message: textOf(error), data: '' }
  }
  return {
    code: typeof error.code === 'number' ? error.code : -32603,
    message: textOf(error.message),
    data: textOf(error.data),
  }
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** How many calls a node takes in one batch, from its complaint; undefined when that is not what it complains about. */
export function readBatchLimit(error: RpcErrorObject): number | undefined {
  const limit = /batch request exceeds maximum \((\d+)\)/.exec(
    `${error.message} ${error.data}`,
  )?.[1]
  return limit === undefined ? undefined : Math.max(1, Number(limit))
}

/** Whether JSON text stops while an object, a list or a string is still open. */
export function isCutOff(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (isInString) {
      if (char === '\\') at += 1
      else if (char === '"') isInString = false
    } else if (char === '"') isInString = true
    else if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') depth -= 1
    if (depth < 0) return false
  }
  return /^\s*[[{]/.test(text) && (isInString || depth > 0)
}
