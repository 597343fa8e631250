import type { Arguments, ArgumentValue } from './backend.ts'
import { decodeHex, decodeUtf8, encodeUtf8, parseBase64 } from './bytes.ts'
import type { Json } from './json.ts'
import { isJsonObject } from './json.ts'
import { describeJsonError } from './json-syntax.ts'
import type { ArgumentType, RpcMethod } from './method-table.ts'

/** An argument the node refuses; the message is the node's own. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError'
}

/**
 * Arguments from the `params` of a POST body or a WebSocket frame: by name, or all of them in order.
 * Unknown names are ignored (steady/256), as the node does.
 * @throws {ArgumentError}
 */
export function decodeJsonArguments(method: RpcMethod, params: Json | undefined): Arguments {
  const args: Record<string, ArgumentValue> = {}
  if (params === undefined || params === null) return zeroArguments(method)
  if (isJsonObject(params)) {
    for (const { name, type } of method.args) {
      const given = Object.hasOwn(params, name) ? params[name] : undefined
      args[name] = decodeJsonValue(type, given)
    }
    return args
  }
  if (!Array.isArray(params)) {
    const what = `json: cannot unmarshal ${jsonKind(params)} into Go value of type []json.RawMessage`
    throw new ArgumentError(`unknown type for JSON params: ${what}. Expected map or array`)
  }
  if (params.length !== method.args.length) {
    const names = method.args.map(({ name }) => name).join(' ')
    const given = params
      .map((value) => `[${encodeUtf8(JSON.stringify(value)).join(' ')}]`)
      .join(' ')
    throw new ArgumentError(
      `expected ${method.args.length} parameters ([${names}]), got ${params.length} ([${given}])`,
    )
  }
  for (const [at, { name, type }] of method.args.entries()) {
    args[name] = decodeJsonValue(type, params[at])
  }
  return args
}

/**
 * Arguments from the query of the URI form: numbers bare or quoted, strings quoted, bytes as `0x` hex or quoted text.
 * @throws {ArgumentError}
 */
export function decodeUriArguments(method: RpcMethod, query: URLSearchParams): Arguments {
  const args: Record<string, ArgumentValue> = {}
  for (const { name, type } of method.args) {
    const text = query.get(name) ?? ''
    args[name] = text === '' ? zeroValue(type) : decodeUriValue(type, text)
  }
  return args
}

function zeroArguments(method: RpcMethod): Arguments {
  return Object.fromEntries(method.args.map(({ name, type }) => [name, zeroValue(type)]))
}

function zeroValue(type: ArgumentType): ArgumentValue {
  if (type === 'string') return ''
  if (type === 'integer') return 0n
  if (type === 'boolean') return false
  if (type === 'hex' || type === 'base64') return new Uint8Array()
  return undefined
}

function jsonKind(value: Json): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

function cannotUnmarshal(value: Json, goType: string): ArgumentError {
  return new ArgumentError(
    `json: cannot unmarshal ${jsonKind(value)} into Go value of type ${goType}`,
  )
}

function decodeJsonValue(type: ArgumentType, value: Json | undefined): ArgumentValue {
  if (value === undefined || value === null) return zeroValue(type)
  switch (type) {
    case 'string':
      if (typeof value !== 'string') throw cannotUnmarshal(value, 'string')
      return value
    case 'boolean':
      if (typeof value !== 'boolean') throw cannotUnmarshal(value, 'bool')
      return value
    case 'integer':
    case 'optional-integer':
      return decodeInteger(value)
    case 'hex':
      return decodeHexValue(value)
    case 'base64':
      return decodeBase64Value(value)
    case 'object':
      return JSON.stringify(value)
  }
}

/** 64-bit integers travel as strings; steady/254 and 255 have the refusal of a bare number. */
function decodeInteger(value: Json): bigint {
  if (typeof value !== 'string') {
    const text = JSON.stringify(JSON.stringify(value))
    throw new ArgumentError(`invalid 64-bit integer encoding ${text}, expected string`)
  }
  if (/^-?(0|[1-9]\d*)$/.test(value)) {
    const integer = BigInt(value)
    if (BigInt.asIntN(64, integer) === integer) return integer
    throw new ArgumentError(`json: cannot unmarshal number ${value} into Go value of type int64`)
  }
  const syntax = describeJsonError(value)
  throw new ArgumentError(syntax ?? `json: cannot unmarshal ${value} into Go value of type int64`)
}

/** CometBFT libs/bytes HexBytes: no `0x` here (steady/257). */
function decodeHexValue(value: Json): Uint8Array {
  if (typeof value !== 'string')
    throw new ArgumentError(`invalid hex string: ${JSON.stringify(value)}`)
  return hexBytes(value)
}

function hexBytes(text: string): Uint8Array {
  try {
    return decodeHex(text)
  } catch (cause) {
    throw new ArgumentError(cause instanceof Error ? cause.message : 'invalid hex', { cause })
  }
}

function decodeBase64Value(value: Json): Uint8Array {
  if (typeof value !== 'string') throw cannotUnmarshal(value, '[]uint8')
  const bytes = parseBase64(value)
  if (bytes === undefined) {
    const at = value.search(/[^A-Za-z0-9+/]/)
    throw new ArgumentError(`illegal base64 data at input byte ${at < 0 ? value.length : at}`)
  }
  return bytes
}

function decodeUriValue(type: ArgumentType, text: string): ArgumentValue {
  const isInteger = type === 'integer' || type === 'optional-integer'
  const isBytes = type === 'hex' || type === 'base64'
  if (isInteger && /^-?[0-9]+$/.test(text)) return decodeInteger(text)
  if (/^0x/i.test(text)) {
    if (isBytes) return hexBytes(text.slice(2))
    if (type === 'string') return decodeUtf8(hexBytes(text.slice(2)))
    const expected = type === 'boolean' ? 'bool' : type === 'object' ? 'interface' : 'int64'
    throw new ArgumentError(`got a hex string arg, but expected '${expected}'`)
  }
  const syntax = describeJsonError(text)
  if (syntax !== undefined) throw new ArgumentError(syntax)
  const value: Json = JSON.parse(text)
  if (isBytes && typeof value === 'string') return encodeUtf8(value)
  return decodeJsonValue(type, value)
}
