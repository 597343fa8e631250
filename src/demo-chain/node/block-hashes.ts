import { encodeBytesField, encodeIntegerField } from '../application/wire-fields.ts'
import type { ConsensusValidator, LedgerTx } from '../chain/ledger.ts'
import { bigEndian64, concatBytes } from '../server/bytes.ts'
import { sha256 } from '../server/sha256.ts'
import { merkleRoot } from './merkle.ts'
import { seededBytes } from './seeded-bytes.ts'

/** Hash of an empty list: no transactions, no results, no evidence. */
export const EMPTY_HASH = merkleRoot([])

/** `data_hash`: the tree over the hashes of the transactions (CometBFT types/tx.go Txs.Hash). */
export function dataHash(txs: readonly Pick<LedgerTx, 'hash'>[]): Uint8Array {
  return merkleRoot(txs.map(({ hash }) => hash))
}

/** `last_results_hash`: code, data and gas of each result; logs and events are no part of it. */
export function resultsHash(
  txs: readonly Pick<LedgerTx, 'code' | 'data' | 'gasWanted' | 'gasUsed'>[],
): Uint8Array {
  return merkleRoot(
    txs.map(({ code, data, gasWanted, gasUsed }) =>
      concatBytes(
        code === 0 ? new Uint8Array() : encodeIntegerField(1, BigInt(code)),
        data.length === 0 ? data : encodeBytesField(2, data),
        gasWanted === 0n ? new Uint8Array() : encodeIntegerField(5, gasWanted),
        gasUsed === 0n ? new Uint8Array() : encodeIntegerField(6, gasUsed),
      ),
    ),
  )
}

const knownSets = new WeakMap<readonly ConsensusValidator[], Uint8Array>()

/** `validators_hash`: keys and powers in the order of the set (CometBFT types/validator.go SimpleValidator). */
export function validatorsHash(validators: readonly ConsensusValidator[]): Uint8Array {
  const known = knownSets.get(validators)
  if (known !== undefined) return known
  const leaves = validators.map(({ publicKey, power }) => {
    const key = encodeBytesField(1, encodeBytesField(1, publicKey))
    return power === 0n ? key : concatBytes(key, encodeIntegerField(2, power))
  })
  const root = merkleRoot(leaves)
  knownSets.set(validators, root)
  return root
}

/** `consensus_hash` of the parameters in `consensus-params.ts`: CometBFT types/params.go HashedParams. */
export function consensusHash(maxBytes: bigint, maxGas: bigint): Uint8Array {
  return sha256(concatBytes(encodeIntegerField(1, maxBytes), encodeIntegerField(2, maxGas)))
}

const MARK_LENGTH = 24

/**
 * Hash of the block of a height. Not the root over its header: that would need every block before it, where this chain
 * can be read at any height. Its last 8 bytes are the height, masked, so that a block can be found by its hash.
 */
export function blockHash(chainId: string, height: bigint): Uint8Array {
  const mark = seededBytes(chainId, 'block', height).subarray(0, MARK_LENGTH)
  return concatBytes(mark, masked(mark, bigEndian64(height)))
}

/** The height of a block by its hash; undefined when no block of this chain has it. */
export function heightOfBlockHash(chainId: string, hash: Uint8Array): bigint | undefined {
  if (hash.length !== 32) return undefined
  const mark = hash.subarray(0, MARK_LENGTH)
  const height = masked(mark, hash.subarray(MARK_LENGTH)).reduce(
    (value, byte) => (value << 8n) | BigInt(byte),
    0n,
  )
  const expected = blockHash(chainId, height)
  return expected.every((byte, at) => byte === hash[at]) ? height : undefined
}

function masked(mark: Uint8Array, bytes: Uint8Array): Uint8Array {
  const mask = sha256(mark)
  return bytes.map((byte, at) => byte ^ (mask[at] ?? 0))
}
