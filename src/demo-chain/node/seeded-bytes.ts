import { encodeHex, encodeUtf8 } from '../server/bytes.ts'
import { sha256 } from '../server/sha256.ts'

/** 32 bytes that depend on the parts alone: what a demo node tells where a real one tells a hash or a key. */
export function seededBytes(...parts: readonly (string | number | bigint)[]): Uint8Array {
  return sha256(encodeUtf8(parts.join('/')))
}

/** As CometBFT writes hashes and addresses: upper-case hex. */
export function upperHex(bytes: Uint8Array): string {
  return encodeHex(bytes).toUpperCase()
}
