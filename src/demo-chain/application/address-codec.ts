import { decodeBech32 } from '../server/bech32.ts'
import { describeBech32Fault } from './bech32-fault.ts'
import type { QueryAnswer } from './query-answer.ts'
import { plainFailure, refusal } from './query-answer.ts'

/** Human-readable parts of Akash's addresses: of accounts, validator operators and consensus keys. */
export type AddressPrefix = 'akash' | 'akashvaloper' | 'akashvalcons'

/** What an address text says, or why the chain cannot read it. */
export type AddressReading =
  | { readonly kind: 'address'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly description: string; readonly isLogicError: boolean }

/** SDK 0.53 codec/address/bech32_codec.go StringToBytes. */
export function readAddress(text: string, prefix: AddressPrefix): AddressReading {
  if (text.trim() === '') return fault('empty address string is not allowed')
  const decoded = decodeBech32(text)
  if (decoded === undefined) return fault(`decoding bech32 failed: ${describeBech32Fault(text)}`)
  if (decoded.bytes === undefined) {
    return fault('decoding bech32 failed: invalid incomplete group')
  }
  if (decoded.prefix !== prefix) {
    const got = `expected '${prefix}' got '${decoded.prefix}'`
    return fault(`hrp does not match bech32 prefix: ${got}: internal logic error`, true)
  }
  return { kind: 'address', bytes: decoded.bytes }
}

function fault(description: string, isLogicError = false): AddressReading {
  return { kind: 'fault', description, isLogicError }
}

/** Answers with the bytes of an address, or as a query does to a text that is none. */
export function answerForAddress(
  text: string,
  prefix: AddressPrefix,
  height: bigint,
  answer: (bytes: Uint8Array) => QueryAnswer | undefined,
): QueryAnswer | undefined {
  const reading = readAddress(text, prefix)
  if (reading.kind === 'address') return answer(reading.bytes)
  // baseapp/abci.go gRPCErrorToSDKError: a registered error without a gRPC code is an unknown request.
  if (reading.isLogicError) return refusal(6, `${reading.description}: unknown request`, height)
  return plainFailure(reading.description, height)
}
