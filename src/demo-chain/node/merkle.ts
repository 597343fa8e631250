import { concatBytes } from '../server/bytes.ts'
import { sha256 } from '../server/sha256.ts'

const LEAF = Uint8Array.of(0)
const INNER = Uint8Array.of(1)

/** Root of the RFC 6962 tree over these leaves; of none the hash of nothing (CometBFT crypto/merkle/tree.go). */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves
  if (first === undefined) return sha256(new Uint8Array())
  if (leaves.length === 1) return leafHash(first)
  const split = splitPoint(leaves.length)
  return innerHash(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)))
}

export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(concatBytes(LEAF, leaf))
}

/** Hashes beside the way from a leaf up to the root, the lowest first: CometBFT crypto/merkle/proof.go. */
export function merkleAunts(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (leaves.length <= 1) return []
  const split = splitPoint(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...merkleAunts(left, index), merkleRoot(right)]
    : [...merkleAunts(right, index - split), merkleRoot(left)]
}

function innerHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(INNER, left, right))
}

/** The largest power of two less than the length. */
function splitPoint(length: number): number {
  let split = 1
  while (split * 2 < length) split *= 2
  return split
}
