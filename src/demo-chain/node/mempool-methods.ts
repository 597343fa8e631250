import { readFields, WireFieldError } from '../application/wire-fields.ts'
import type { NodeAnswer, RpcCall } from '../server/backend.ts'
import { bytesArgument, resultAnswer } from '../server/backend.ts'
import type { JsonObject } from '../server/json.ts'
import { refused } from '../server/refusals.ts'
import { sha256 } from '../server/sha256.ts'
import { upperHex } from './seeded-bytes.ts'

/** How the application takes a transaction into the pool of those waiting for a block. */
interface CheckResult {
  readonly code: number
  readonly log: string
}

/** `ErrNotSupported` of the SDK's types/errors/errors.go. */
const NOT_SUPPORTED: CheckResult = {
  code: 37,
  log: 'the demo chain takes no transactions from outside: feature not supported',
}

/** What is no transaction at all (halt/072). */
const NOT_A_TRANSACTION: CheckResult = {
  code: 2,
  log: 'invalid length; proto: invalid field number: tx parse error: tx parse error',
}

/**
 * Answers of the methods on transactions that are in no block yet: none wait, none are taken. undefined: another method.
 * `broadcast_tx_async` tells of the refusal at once, where a real node has not checked yet.
 */
export function answerMempoolMethod({ method, args }: RpcCall): NodeAnswer | undefined {
  switch (method) {
    case 'num_unconfirmed_txs':
      return resultAnswer({ n_txs: '0', total: '0', total_bytes: '0', txs: null })
    case 'unconfirmed_txs':
      return resultAnswer({ n_txs: '0', total: '0', total_bytes: '0', txs: [] })
    case 'broadcast_tx_sync':
    case 'broadcast_tx_async': {
      const tx = bytesArgument(args, 'tx')
      const { code, log } = checkTransaction(tx)
      return resultAnswer({ code, data: '', log, codespace: 'sdk', hash: upperHex(sha256(tx)) })
    }
    case 'check_tx':
      return resultAnswer(resultJson(checkTransaction(bytesArgument(args, 'tx'))))
    case 'broadcast_tx_commit': {
      const tx = bytesArgument(args, 'tx')
      return resultAnswer({
        check_tx: resultJson(checkTransaction(tx)),
        tx_result: { ...resultJson({ code: 0, log: '' }), codespace: '' },
        hash: upperHex(sha256(tx)),
        height: '0',
      })
    }
    case 'broadcast_evidence':
      return refused('failed to add evidence: the demo chain takes none from outside')
    default:
      return undefined
  }
}

function checkTransaction(tx: Uint8Array): CheckResult {
  try {
    return readFields(tx).length === 0 ? NOT_A_TRANSACTION : NOT_SUPPORTED
  } catch (cause) {
    if (cause instanceof WireFieldError) return NOT_A_TRANSACTION
    throw cause
  }
}

function resultJson({ code, log }: CheckResult): JsonObject {
  return {
    code,
    data: null,
    log,
    info: '',
    gas_wanted: '0',
    gas_used: '0',
    events: [],
    codespace: 'sdk',
  }
}
