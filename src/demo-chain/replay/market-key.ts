import { bigEndian32 } from '../server/big-endian-32.ts'
import { compareBytes, concatBytes } from '../server/bytes.ts'

/**
 * A `next_key` of the market and deployment lists: which states are left, and the record to go on at.
 * Format: akash node util/query/pagination.go; seen in steady/147 to 166.
 */
export interface MarketKey {
  /** States still to be walked, the current one first. */
  readonly states: readonly number[]
  readonly primaryKey: Uint8Array
  /** How the list is walked: 0 by state, 1 by provider, 2 by owner. undefined where the list does not say. */
  readonly walk: number | undefined
}

/** A key a node refuses; the message is the node's own. */
export class MarketKeyError extends Error {
  override readonly name = 'MarketKeyError'
}

export function encodeMarketKey(key: MarketKey): Uint8Array {
  const [current = 0] = key.states
  const body = concatBytes(
    withLength(Uint8Array.from(key.states)),
    withLength(Uint8Array.of(current)),
    withLength(key.primaryKey),
    key.walk === undefined ? new Uint8Array() : withLength(Uint8Array.of(key.walk)),
  )
  return concatBytes(bigEndian32(crc32(body)), body)
}

/** @throws {MarketKeyError} */
export function decodeMarketKey(bytes: Uint8Array): MarketKey {
  if (bytes.length < 5) throw new MarketKeyError('pagination: invalid key: invalid key length')
  const body = bytes.subarray(4)
  const expected = bytes.subarray(0, 4)
  const checksum = bigEndian32(crc32(body))
  if (compareBytes(expected, checksum) !== 0) {
    const told = `0x${toHex(expected)} != 0x${toHex(checksum)}`
    throw new MarketKeyError(`pagination: invalid key: invalid checksum, ${told}`)
  }
  const parts: Uint8Array[] = []
  let at = 0
  while (at < body.length) {
    const length = body[at] ?? 0
    if (at + 1 + length > body.length) break
    parts.push(body.subarray(at + 1, at + 1 + length))
    at += 1 + length
  }
  const [states, , primaryKey, walk] = parts
  if (at !== body.length || states === undefined || primaryKey === undefined) {
    throw new MarketKeyError('pagination: invalid key: invalid state length')
  }
  return { states: [...states], primaryKey, walk: walk?.[0] }
}

function withLength(bytes: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(bytes.length), bytes)
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** CRC-32 (IEEE 802.3), bit by bit: keys are short. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
