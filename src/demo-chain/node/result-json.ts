import type { AbciEvent, LedgerBlock, LedgerTx } from '../chain/ledger.ts'
import { encodeBase64 } from '../server/bytes.ts'
import type { Json, JsonObject } from '../server/json.ts'
import { leafHash, merkleAunts, merkleRoot } from './merkle.ts'
import { upperHex } from './seeded-bytes.ts'

export function eventJson({ type, attributes }: AbciEvent): JsonObject {
  return { type, attributes: attributes.map(({ key, value, index }) => ({ key, value, index })) }
}

/** `ExecTxResult` with every field, as in `tx`, `block_results` and `NewBlock` (steady/211; failed: steady/291). */
export function txResultJson(tx: LedgerTx): JsonObject {
  return {
    code: tx.code,
    data: tx.data.length === 0 ? null : encodeBase64(tx.data),
    log: tx.log,
    info: '',
    gas_wanted: String(tx.gasWanted),
    gas_used: String(tx.gasUsed),
    events: tx.events.map(eventJson),
    codespace: tx.codespace,
  }
}

/** A transaction as `tx` and `tx_search` give it. `proofBlock`: the block it is in, when a proof was asked for. */
export function txJson(tx: LedgerTx, height: bigint, proofBlock: LedgerBlock | undefined): Json {
  const plain = {
    hash: upperHex(tx.hash),
    height: String(height),
    index: tx.index,
    tx_result: txResultJson(tx),
    tx: encodeBase64(tx.bytes),
  }
  return proofBlock === undefined ? plain : { ...plain, proof: txProofJson(tx, proofBlock) }
}

/** That a transaction is under the `data_hash` of its block: CometBFT types/tx.go TxProof (steady/207). */
function txProofJson(tx: LedgerTx, block: LedgerBlock): JsonObject {
  const leaves = block.txs.map(({ hash }) => hash)
  return {
    root_hash: upperHex(merkleRoot(leaves)),
    data: encodeBase64(tx.bytes),
    proof: {
      total: String(leaves.length),
      index: String(tx.index),
      leaf_hash: encodeBase64(leafHash(tx.hash)),
      aunts: merkleAunts(leaves, tx.index).map(encodeBase64),
    },
  }
}
