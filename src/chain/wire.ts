import { parseChainTime } from '../domain/chain-time.ts'
import type { Json, RequestOptions, RpcAnswer, RpcRequest, Transport } from '../rpc/transport.ts'
import { readBelievable, UnbelievableError } from './unbelievable.ts'

/** An answer that is well-formed JSON-RPC but not what this method answers. */
export class WireShapeError extends UnbelievableError {
  override readonly name = 'WireShapeError'
  readonly method: string
  readonly field: string

  constructor(method: string, field: string, options?: ErrorOptions & { endpoint?: string }) {
    super(`The answer to ${method} has no usable ${field}.`, options?.endpoint, options)
    this.method = method
    this.field = field
  }
}

/** Reads fields of an untrusted JSON answer by path; every miss names the method and the field. */
export function readJson(method: string, json: Json | undefined) {
  const at = (path: string): Json | undefined => {
    let value: Json | undefined = json
    for (const key of path.split('.')) {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
      value = value[key]
    }
    return value
  }
  const text = (path: string): string => {
    const value = at(path)
    if (typeof value !== 'string') throw new WireShapeError(method, path)
    return value
  }
  return {
    at,
    text,
    optionalText: (path: string): string | undefined => {
      const value = at(path)
      return typeof value === 'string' && value !== '' ? value : undefined
    },
    /** 64-bit integers come as decimal strings. */
    integer: (path: string): bigint => {
      const value = text(path)
      if (!/^-?\d{1,20}$/.test(value)) throw new WireShapeError(method, path)
      return BigInt(value)
    },
    time: (path: string): Date => {
      const date = parseChainTime(text(path))
      if (date === undefined) throw new WireShapeError(method, path)
      return date
    },
    flag: (path: string): boolean => at(path) === true,
  }
}

/** The attributes of an event by key, the last of each; those that are no texts are passed over. */
export function readAttributes(
  method: string,
  event: Json | undefined,
): ReadonlyMap<string, string> {
  const attributes = readJson(method, event).at('attributes')
  const found = new Map<string, string>()
  if (!Array.isArray(attributes)) return found
  for (const attribute of attributes) {
    const read = readJson(method, attribute)
    const key = read.at('key')
    const value = read.at('value')
    if (typeof key === 'string' && typeof value === 'string') found.set(key, value)
  }
  return found
}

/**
 * An answer as it reads; where it does not, another endpoint is asked.
 * @throws {WireShapeError} with the endpoint, where no other tells better
 */
export function requestDecoded<T>(
  transport: Transport,
  request: RpcRequest,
  options: RequestOptions,
  decode: (answer: RpcAnswer) => T,
): Promise<{ readonly value: T; readonly endpoint: string }> {
  return readBelievable(transport, options, async (each) => {
    const answer = await transport.request(request, each)
    const { endpoint } = answer
    try {
      return { value: decode(answer), endpoint }
    } catch (error) {
      if (!(error instanceof WireShapeError)) throw error
      throw new WireShapeError(error.method, error.field, { endpoint })
    }
  })
}
