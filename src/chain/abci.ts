import type { Json, RequestOptions, RpcRequest, Transport } from '../rpc/transport.ts'
import { decodeBase64, encodeHex } from './bytes.ts'
import { UnbelievableError } from './unbelievable.ts'
import { readJson, WireShapeError } from './wire.ts'

/** The application refused a query: the node is well and said no. */
export type AbciRefusal =
  | 'not-found'
  /** State of that height is gone, or was never there. */
  | 'pruned'
  | 'in-future'
  | 'unknown-path'
  | 'invalid-argument'
  | 'unknown-store'
  | 'other'

/** `abci_query` answered with a code other than 0. */
export class AbciQueryError extends Error {
  override readonly name = 'AbciQueryError'
  readonly refusal: AbciRefusal
  readonly code: number
  readonly codespace: string
  readonly log: string
  readonly path: string
  readonly height: bigint
  readonly endpoint: string

  constructor(fields: {
    code: number
    codespace: string
    log: string
    path: string
    height: bigint
    endpoint: string
  }) {
    super(`The node refused ${fields.path} (${fields.codespace} ${fields.code}).`)
    this.refusal = classifyAbciRefusal(fields.code, fields.codespace, fields.log)
    this.code = fields.code
    this.codespace = fields.codespace
    this.log = fields.log
    this.path = fields.path
    this.height = fields.height
    this.endpoint = fields.endpoint
  }
}

/**
 * Codes of the SDK's root errors (cosmossdk.io/errors, baseapp.gRPCErrorToSDKError). Code 6 stands for an unknown path
 * and for any internal gRPC error alike, so the log decides there; likewise 18.
 */
export function classifyAbciRefusal(code: number, codespace: string, log: string): AbciRefusal {
  if (codespace === 'store') return code === 4 ? 'unknown-store' : code === 7 ? 'pruned' : 'other'
  if (codespace !== 'sdk') return 'other'
  switch (code) {
    case 22:
      return 'not-found'
    case 38:
      return 'pruned'
    case 26:
      return 'in-future'
    case 6:
      return log.includes('unknown query path') ? 'unknown-path' : 'other'
    case 18:
      return /not found/.test(log) ? 'not-found' : 'invalid-argument'
    default:
      return 'other'
  }
}

export interface AbciQuery {
  readonly path: string
  readonly data?: Uint8Array
  /** undefined asks for the node's newest state. */
  readonly height: bigint | undefined
}

export interface AbciAnswer {
  readonly value: Uint8Array
  /** Height of the state that answered. */
  readonly height: bigint
  readonly endpoint: string
  readonly receivedAtMs: number
}

/** The JSON-RPC call of a query, always with an explicit height (0 lets the node choose its newest). */
export function abciRequest(query: AbciQuery): RpcRequest {
  return {
    method: 'abci_query',
    params: {
      path: query.path,
      data: encodeHex(query.data ?? new Uint8Array()),
      height: (query.height ?? 0n).toString(),
      prove: false,
    },
  }
}

/** A node answered of another height than the one asked for: its figures would be mixed with those of the picture. */
export class HeightMismatchError extends UnbelievableError {
  override readonly name = 'HeightMismatchError'
  readonly path: string
  readonly asked: bigint
  readonly answered: bigint
  override readonly endpoint: string

  constructor(fields: { path: string; asked: bigint; answered: bigint; endpoint: string }) {
    super(
      `Asked for height ${fields.asked}, the node answered of ${fields.answered}.`,
      fields.endpoint,
    )
    this.path = fields.path
    this.asked = fields.asked
    this.answered = fields.answered
    this.endpoint = fields.endpoint
  }
}

/** @throws {HeightMismatchError} */
export function requireHeight(
  path: string,
  asked: bigint,
  answered: bigint,
  endpoint: string,
): void {
  if (answered !== asked) throw new HeightMismatchError({ path, asked, answered, endpoint })
}

/**
 * A pruned, lagging or older node cannot know, nor one that answers of another height; another may. Where a node fails
 * within itself, or finds fault with a question that others take, another may answer too.
 */
function isFinalAnswer(result: Json, asked: bigint | undefined): boolean {
  const read = readJson('abci_query', result)
  const code = read.at('response.code')
  if (typeof code !== 'number') return false
  if (code === 0) return asked === undefined || read.at('response.height') === asked.toString()
  const refusal = classifyAbciRefusal(
    code,
    read.optionalText('response.codespace') ?? '',
    read.optionalText('response.log') ?? '',
  )
  return refusal === 'not-found' || refusal === 'unknown-store'
}

/**
 * One `abci_query`.
 * @throws {AbciQueryError} when the application refused
 * @throws {HeightMismatchError} when every node answers of another height
 * @throws {WireShapeError} when the answer is not that of an abci_query
 */
export async function fetchAbci(
  transport: Transport,
  query: AbciQuery,
  options: RequestOptions = {},
): Promise<AbciAnswer> {
  const answer = await transport.request(abciRequest(query), {
    ...options,
    isFinal: (result) => isFinalAnswer(result, query.height),
  })
  const read = readJson('abci_query', answer.result)
  const code = read.at('response.code')
  const height = read.integer('response.height')
  if (typeof code !== 'number') throw new WireShapeError('abci_query', 'response.code')
  if (code !== 0) {
    throw new AbciQueryError({
      code,
      codespace: read.optionalText('response.codespace') ?? '',
      log: read.optionalText('response.log') ?? '',
      path: query.path,
      height: query.height ?? height,
      endpoint: answer.endpoint,
    })
  }
  if (query.height !== undefined) requireHeight(query.path, query.height, height, answer.endpoint)
  const value = read.at('response.value')
  if (value !== null && typeof value !== 'string') {
    throw new WireShapeError('abci_query', 'response.value')
  }
  return {
    value: decodeValue(value),
    height,
    endpoint: answer.endpoint,
    receivedAtMs: answer.receivedAtMs,
  }
}

function decodeValue(value: string | null): Uint8Array {
  if (value === null) return new Uint8Array()
  try {
    return decodeBase64(value)
  } catch (cause) {
    throw new WireShapeError('abci_query', 'response.value', { cause })
  }
}
