import { bech32 } from '@scure/base'

/** Bytes of a bech32 address of any prefix; undefined when the text is none. */
function parseBech32(address: string): Uint8Array | undefined {
  return bech32.decodeUnsafe(address) === undefined
    ? undefined
    : bech32.decodeToBytes(address).bytes
}

/** A store key of one address: its length, then its bytes. undefined when the text is no address. */
export function addressKey(address: string): Uint8Array | undefined {
  const bytes = parseBech32(address)
  return bytes === undefined ? undefined : Uint8Array.of(bytes.length, ...bytes)
}
