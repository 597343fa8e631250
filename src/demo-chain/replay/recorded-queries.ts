import { bytesArgument, flagArgument, textArgument } from '../server/backend.ts'
import { encodeHex, parseBase64 } from '../server/bytes.ts'
import { jsonAt } from '../server/json.ts'
import type { RecordedCall } from './recorded-call.ts'

/** What `abci_query` answered, found by the height of the state that answered and not by the height asked for. */
export class RecordedQueries {
  private readonly byState = new Map<string, RecordedCall>()

  /** The first of several answers is kept. */
  constructor(calls: readonly RecordedCall[]) {
    for (const recorded of calls) {
      const { method, args } = recorded.call
      const height = answeredHeight(recorded)
      if (method !== 'abci_query' || height === undefined) continue
      const key = stateKey(
        textArgument(args, 'path'),
        bytesArgument(args, 'data'),
        flagArgument(args, 'prove'),
        height,
      )
      if (!this.byState.has(key)) this.byState.set(key, recorded)
    }
  }

  find(path: string, data: Uint8Array, prove: boolean, height: bigint): RecordedCall | undefined {
    return this.byState.get(stateKey(path, data, prove, height))
  }

  /** Value of a good answer at a height; undefined when there was none. */
  value(path: string, data: Uint8Array, height: bigint): Uint8Array | undefined {
    return answeredValue(this.find(path, data, false, height))
  }
}

/** Height of the state that answered; undefined for a refusal made before a state was opened. */
export function answeredHeight({ result }: RecordedCall): bigint | undefined {
  const height = jsonAt(result, 'response', 'height')
  return typeof height === 'string' && /^[1-9]\d*$/.test(height) ? BigInt(height) : undefined
}

/** Value of a good answer; undefined when it is a refusal, or nothing was there. */
export function answeredValue(recorded: RecordedCall | undefined): Uint8Array | undefined {
  const value = jsonAt(recorded?.result, 'response', 'value')
  const isGood = jsonAt(recorded?.result, 'response', 'code') === 0
  return isGood && typeof value === 'string' ? parseBase64(value) : undefined
}

function stateKey(path: string, data: Uint8Array, prove: boolean, height: bigint): string {
  return `${path} ${encodeHex(data)} ${prove} ${height}`
}
