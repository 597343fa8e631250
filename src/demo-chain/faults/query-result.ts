import { readPageRequest } from '../application/sdk-paging.ts'
import type { WireField } from '../application/wire-fields.ts'
import {
  allBytes,
  encodeBytesField,
  encodeIntegerField,
  lastBytes,
  readFields,
  WireFieldError,
} from '../application/wire-fields.ts'
import type { NodeAnswer, RpcCall } from '../server/backend.ts'
import { bytesArgument, integerArgument, resultAnswer, textArgument } from '../server/backend.ts'
import { concatBytes, encodeBase64, parseBase64 } from '../server/bytes.ts'
import type { Json } from '../server/json.ts'
import { isJsonObject, jsonAt } from '../server/json.ts'

export const PROPOSALS = '/cosmos.gov.v1.Query/Proposals'
export const VOTES = '/cosmos.gov.v1.Query/Votes'

/** Field of the PageRequest in the request of each list. All of them answer rows in field 1 and a PageResponse in 2. */
const PAGE_FIELDS: ReadonlyMap<string, number> = new Map([
  [PROPOSALS, 4],
  [VOTES, 2],
  ['/cosmos.gov.v1.Query/Deposits', 2],
  ['/cosmos.staking.v1beta1.Query/Validators', 2],
  ['/cosmos.staking.v1beta1.Query/ValidatorDelegations', 2],
  ['/cosmos.staking.v1beta1.Query/DelegatorDelegations', 2],
  ['/cosmos.slashing.v1beta1.Query/SigningInfos', 1],
])

/** Path of an `abci_query`; undefined for other methods. */
export function queryPath(call: RpcCall): string | undefined {
  return call.method === 'abci_query' ? textArgument(call.args, 'path') : undefined
}

/** Whether the call is for a list of the application that comes in pages. */
export function isList(call: RpcCall): boolean {
  return PAGE_FIELDS.has(queryPath(call) ?? '')
}

/** Whether the call goes on with a list behind its first page. */
export function isLaterPage(call: RpcCall): boolean {
  if ((integerArgument(call.args, 'page') ?? 1n) > 1n) return true
  const pageField = PAGE_FIELDS.get(queryPath(call) ?? '')
  if (pageField === undefined) return false
  const { key, offset } = readPageRequest(requestFields(call), pageField)
  return key !== undefined || offset > 0
}

/** The same list from its beginning: the request without `key` and `offset`. */
export function fromTheStart(call: RpcCall): RpcCall {
  const pageField = PAGE_FIELDS.get(queryPath(call) ?? '')
  const fields = mapField(requestFields(call), pageField ?? 0, (page) => page.filter(isNoPosition))
  return withArguments(call, { data: encodeFields(fields) })
}

/** The call with other arguments; what was sent no longer tells of it. */
export function withArguments(call: RpcCall, args: RpcCall['args']): RpcCall {
  const origin = { kind: 'json', params: undefined } as const
  return { method: call.method, args: { ...call.args, ...args }, origin }
}

/** Fields of the protobuf request; none where it is no message, which the node will say. */
export function requestFields(call: RpcCall): WireField[] {
  try {
    return readFields(bytesArgument(call.args, 'data'))
  } catch (cause) {
    if (!(cause instanceof WireFieldError)) throw cause
    return []
  }
}

function isNoPosition({ number }: WireField): boolean {
  return number > 2
}

/** A message with those in the fields of a number exchanged. */
export function mapMessage(
  bytes: Uint8Array,
  number: number,
  alter: (fields: readonly WireField[]) => readonly WireField[],
): Uint8Array {
  return encodeFields(mapField(readFields(bytes), number, alter))
}

/** Fields with every message in those of a number exchanged. */
export function mapField(
  fields: readonly WireField[],
  number: number,
  alter: (fields: readonly WireField[]) => readonly WireField[],
): WireField[] {
  return fields.map((field) =>
    field.number === number && field.bytes !== undefined
      ? { ...field, bytes: encodeFields(alter(readFields(field.bytes))) }
      : field,
  )
}

function encodeFields(fields: readonly WireField[]): Uint8Array {
  return concatBytes(
    ...fields.map(({ number, integer, bytes }) =>
      bytes === undefined ? encodeIntegerField(number, integer) : encodeBytesField(number, bytes),
    ),
  )
}

/** The answer with the bytes a query returned exchanged; as it was where it returned none. */
export function mapValue(answer: NodeAnswer, alter: (value: Uint8Array) => Uint8Array): NodeAnswer {
  if (answer.kind !== 'result') return answer
  const result: Json = JSON.parse(answer.text)
  const response = jsonAt(result, 'response')
  if (!isJsonObject(response) || typeof response.value !== 'string') return answer
  const value = parseBase64(response.value)
  if (value === undefined) return answer
  return resultAnswer({ response: { ...response, value: encodeBase64(alter(value)) } })
}

/** The answer with the rows of its page exchanged. */
export function mapRows(
  answer: NodeAnswer,
  alter: (rows: readonly Uint8Array[]) => readonly Uint8Array[],
): NodeAnswer {
  return mapValue(answer, (value) => {
    const fields = readFields(value)
    const page = lastBytes(fields, 2)
    return concatBytes(
      ...alter(allBytes(fields, 1)).map((row) => encodeBytesField(1, row)),
      ...(page === undefined ? [] : [encodeBytesField(2, page)]),
    )
  })
}
