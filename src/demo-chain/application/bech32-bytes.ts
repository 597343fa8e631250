import { decodeBech32 } from '../server/bech32.ts'

/** Bytes of a bech32 address of any prefix; undefined when the text is none. */
export function parseBech32(address: string): Uint8Array | undefined {
  return decodeBech32(address)?.bytes
}

/** A store key of one address: its length, then its bytes. undefined when the text is no address. */
export function addressKey(address: string): Uint8Array | undefined {
  const bytes = parseBech32(address)
  return bytes && lengthPrefixed(bytes)
}

/** types/address/store_key.go: how most keys of stores hold an address. */
export function lengthPrefixed(bytes: Uint8Array): Uint8Array {
  return Uint8Array.of(bytes.length, ...bytes)
}
