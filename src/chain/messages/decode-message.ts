import type { Message } from '../../domain/message.ts'

export function decodeMessage(any: { readonly typeUrl: string; readonly value: Uint8Array }): Message {
  return { kind: 'undecoded', typeUrl: any.typeUrl, bytes: any.value, reason: 'unknown-type' }
}
