import { encodeBase64 } from '../server/bytes.ts'
import type { Json } from '../server/json.ts'

/** What the application says to one `abci_query`. */
export interface QueryAnswer {
  readonly code: number
  readonly codespace: string
  readonly log: string
  readonly key: Uint8Array | undefined
  /** undefined travels as null: an error, or nothing under a key of a store. */
  readonly value: Uint8Array | undefined
  readonly height: bigint
}

export function valueAnswer(value: Uint8Array, height: bigint): QueryAnswer {
  return { code: 0, codespace: '', log: '', key: undefined, value, height }
}

/** What is under a key of a store; undefined for nothing. */
export function storeAnswer(
  key: Uint8Array,
  value: Uint8Array | undefined,
  height: bigint,
): QueryAnswer {
  return { code: 0, codespace: '', log: '', key, value, height }
}

/** A refusal. Those made before the state was opened carry height 0. */
export function refusal(code: number, log: string, height = 0n, codespace = 'sdk'): QueryAnswer {
  return { code, codespace, log, key: undefined, value: undefined, height }
}

/** Code 22: what was asked for does not exist (x/gov/keeper/grpc_query.go through the SDK's gRPC router). */
export function notFound(description: string, height: bigint): QueryAnswer {
  return refusal(22, `rpc error: code = NotFound desc = ${description}: key not found`, height)
}

/** Code 18: the question is wrong. */
export function invalidArgument(description: string, height: bigint): QueryAnswer {
  const log = `rpc error: code = InvalidArgument desc = ${description}: invalid request`
  return refusal(18, log, height)
}

/** Code 18: the module returned an error without a gRPC status (baseapp/abci.go gRPCErrorToSDKError). */
export function plainFailure(description: string, height: bigint): QueryAnswer {
  return refusal(18, `${description}: invalid request`, height)
}

/** Code 6: the module failed. */
export function internalFailure(description: string, height: bigint): QueryAnswer {
  return refusal(6, `rpc error: code = Internal desc = ${description}: unknown request`, height)
}

/** The `result` of `abci_query`, fields in the order of a node. */
export function formatQueryAnswer(answer: QueryAnswer): Json {
  return {
    response: {
      code: answer.code,
      log: answer.log,
      info: '',
      index: '0',
      key: answer.key === undefined ? null : encodeBase64(answer.key),
      value: answer.value === undefined ? null : encodeBase64(answer.value),
      proofOps: null,
      height: String(answer.height),
      codespace: answer.codespace,
    },
  }
}
