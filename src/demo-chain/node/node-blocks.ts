import type { ChainLedger, ConsensusValidator, LedgerBlock } from '../chain/ledger.ts'
import { encodeBase64 } from '../server/bytes.ts'
import type { JsonObject } from '../server/json.ts'
import { blockHash, dataHash, EMPTY_HASH, resultsHash, validatorsHash } from './block-hashes.ts'
import { CONSENSUS_HASH } from './consensus-params.ts'
import { formatGoTime, ZERO_TIME } from './go-time.ts'
import { seededBytes, upperHex } from './seeded-bytes.ts'

/** A validator's signature under a block, or its absence. */
export interface CommitSignature {
  readonly validator: ConsensusValidator
  /** undefined: absent. */
  readonly signed: { readonly time: Date; readonly signature: Uint8Array } | undefined
}

/** Blocks of a ledger as one node tells them: its chain id, its clock. Heights the ledger has no block of are told empty. */
export interface NodeBlocks {
  read(height: bigint): LedgerBlock
  validators(height: bigint): readonly ConsensusValidator[]
  /** Time in the header, by the node's clock. */
  time(height: bigint): Date
  hash(height: bigint): Uint8Array
  /** Of the state after the block; the next block's header carries it. */
  appHash(stateHeight: bigint): Uint8Array
  blockId(height: bigint): JsonObject
  header(height: bigint): JsonObject
  block(height: bigint): JsonObject
  commit(height: bigint): JsonObject
  signatures(height: bigint): readonly CommitSignature[]
}

/** Before the first block there is none (steady/602). */
const NO_BLOCK_ID: JsonObject = { hash: '', parts: { total: 0, hash: '' } }

/** Validators sign within this time after the next block's time, or before. */
const SIGNING_SPREAD_MS = 40

export function createNodeBlocks(
  ledger: ChainLedger,
  chainId: string,
  clockSkewMs: number,
): NodeBlocks {
  const { initialHeight } = ledger

  function isInLedger(height: bigint): boolean {
    return height >= initialHeight && height <= ledger.tip()
  }

  function validators(height: bigint): readonly ConsensusValidator[] {
    const tip = ledger.tip()
    if (height > tip) return ledger.validatorSetAt(tip)
    return ledger.validatorSetAt(height < initialHeight ? initialHeight : height)
  }

  /** Of a height before the first, or of one nobody else has seen. */
  function emptyBlock(height: bigint): LedgerBlock {
    const set = validators(height)
    const proposer = set[Number(height % BigInt(Math.max(1, set.length)))]
    return {
      height,
      time: ledger.timeOf(height),
      txs: [],
      events: [],
      govEvents: [],
      round: 0,
      proposer: proposer?.address ?? new Uint8Array(20),
      absent: new Set(),
    }
  }

  function read(height: bigint): LedgerBlock {
    return isInLedger(height) ? ledger.blockAt(height) : emptyBlock(height)
  }

  function time(height: bigint): Date {
    return new Date(ledger.timeOf(height).getTime() + clockSkewMs)
  }

  function hash(height: bigint): Uint8Array {
    return blockHash(chainId, height)
  }

  function appHash(stateHeight: bigint): Uint8Array {
    return seededBytes(chainId, 'state', stateHeight)
  }

  function blockId(height: bigint): JsonObject {
    if (height < initialHeight) return NO_BLOCK_ID
    const parts = { total: 1, hash: upperHex(seededBytes(chainId, 'parts', height)) }
    return { hash: upperHex(hash(height)), parts }
  }

  function header(height: bigint): JsonObject {
    const block = read(height)
    return {
      version: { block: '11' },
      chain_id: chainId,
      height: String(height),
      time: formatGoTime(time(height)),
      last_block_id: blockId(height - 1n),
      last_commit_hash: upperHex(
        height > initialHeight ? seededBytes(chainId, 'commit', height - 1n) : EMPTY_HASH,
      ),
      data_hash: upperHex(dataHash(block.txs)),
      validators_hash: upperHex(validatorsHash(validators(height))),
      next_validators_hash: upperHex(validatorsHash(validators(height + 1n))),
      consensus_hash: CONSENSUS_HASH,
      app_hash: upperHex(appHash(height - 1n)),
      last_results_hash: upperHex(resultsHash(read(height - 1n).txs)),
      evidence_hash: upperHex(EMPTY_HASH),
      proposer_address: upperHex(block.proposer),
    }
  }

  /** A header carries the median of the times at which the block before it was signed. */
  function signatures(height: bigint): CommitSignature[] {
    const { absent } = read(height)
    const median = time(height + 1n).getTime()
    return validators(height).map((validator, index) => {
      if (absent.has(validator.operatorAddress)) return { validator, signed: undefined }
      const signature = voteSignature(chainId, 'precommit', height, index)
      const shift = ((signature[0] ?? 0) / 255 - 0.5) * 2 * SIGNING_SPREAD_MS
      return { validator, signed: { time: new Date(median + Math.round(shift)), signature } }
    })
  }

  function commit(height: bigint): JsonObject {
    if (height < initialHeight) {
      return { height: '0', round: 0, block_id: NO_BLOCK_ID, signatures: [] }
    }
    return {
      height: String(height),
      round: read(height).round,
      block_id: blockId(height),
      signatures: signatures(height).map(signatureJson),
    }
  }

  function block(height: bigint): JsonObject {
    return {
      header: header(height),
      data: { txs: read(height).txs.map(({ bytes }) => encodeBase64(bytes)) },
      evidence: { evidence: [] },
      last_commit: commit(height - 1n),
    }
  }

  return {
    read,
    validators,
    time,
    hash,
    appHash,
    blockId,
    header,
    block,
    commit,
    signatures,
  }
}

/** 64 bytes in the place of an Ed25519 signature: nobody holds the keys of the demo chain's validators. */
export function voteSignature(
  chainId: string,
  kind: 'prevote' | 'precommit',
  height: bigint,
  validatorIndex: number,
): Uint8Array {
  const signature = new Uint8Array(64)
  signature.set(seededBytes(chainId, kind, height, validatorIndex, 'R'))
  signature.set(seededBytes(chainId, kind, height, validatorIndex, 's'), 32)
  return signature
}

/** Of an absent validator as steady/019 has it. */
function signatureJson({ validator, signed }: CommitSignature): JsonObject {
  if (signed === undefined) {
    return { block_id_flag: 1, validator_address: '', timestamp: ZERO_TIME, signature: null }
  }
  return {
    block_id_flag: 2,
    validator_address: upperHex(validator.address),
    timestamp: formatGoTime(signed.time),
    signature: encodeBase64(signed.signature),
  }
}
