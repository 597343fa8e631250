import { sha256 } from '@noble/hashes/sha2.js'
import { TxMsgData } from '../../chain/proto/generated/cosmos/base/abci/v1beta1/abci.ts'
import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'
import { encodeBase64 } from '../server/bytes.ts'
import { transferEvents } from './bank-events.ts'
import { writeUakt } from './coins.ts'
import { createEvent, withAttributes } from './event.ts'
import { chooseGasWanted, computeFee, estimateGasUsed } from './gas.ts'
import type { AbciEvent, LedgerTx } from './ledger.ts'
import { encodeMessage, encodeResponse } from './message-encoding.ts'
import type { MessageResult } from './message-result.ts'
import { FEE_COLLECTOR } from './module-account.ts'
import type { ChainAction } from './script.ts'
import { seededBytes } from './seeded.ts'
import { encodeTransaction } from './transaction-encoding.ts'

/** An action as it was executed; its transaction is made from it when somebody looks at the block. */
export interface ExecutedAction {
  readonly action: ChainAction
  /** 0 when it is on no proposal. */
  readonly proposalId: bigint
  readonly signer: string
  /** How many transactions the signer sent before. */
  readonly sequence: number
  readonly result: MessageResult
}

/** Whose account pays and signs. */
export function signerOf(action: ChainAction): string {
  switch (action.kind) {
    case 'submit-proposal':
    case 'cancel-proposal':
      return action.proposer
    case 'deposit':
      return action.depositor
    case 'vote':
      return action.grantee ?? action.voter
    case 'delegate':
      return action.delegator
  }
}

/** uakt */
export function feeOf({ action, proposalId }: ExecutedAction): bigint {
  return computeFee(chooseGasWanted(encodeMessage(action, proposalId)))
}

/** @param salt of the chain, so that two chains share no signature */
export function createTransaction(executed: ExecutedAction, index: number, salt: string): LedgerTx {
  const { action, proposalId, signer, sequence, result } = executed
  const message = encodeMessage(action, proposalId)
  const gasWanted = chooseGasWanted(message)
  const fee = computeFee(gasWanted)
  const signature = seededBytes(`${salt}/signature/${signer}/${sequence}`, 64)
  const bytes = encodeTransaction({ message, signer, sequence, fee, gasWanted, signature })
  const ante = anteEvents(signer, sequence, fee, signature)
  const shared = {
    hash: sha256(bytes),
    bytes,
    index,
    gasWanted,
    gasUsed: estimateGasUsed(message, bytes.length, result.kind === 'failed'),
  }
  if (result.kind === 'failed') {
    const { code, codespace, reason } = result
    const inner = isNested(action)
      ? `failed to execute message; message ${describe(action, proposalId)}: `
      : ''
    const log = `failed to execute message; message index: 0: ${inner}${reason}`
    return { ...shared, code, codespace, log, data: new Uint8Array(), events: ante }
  }
  const response = encodeResponse(message, isNested(action), result.response)
  const data = TxMsgData.encode({ data: [], msgResponses: [response] }).finish()
  const events = [...ante, ...messageEvents(message, signer, isNested(action), result.events())]
  return { ...shared, code: 0, codespace: '', log: '', data, events }
}

function isNested(action: ChainAction): boolean {
  return action.kind === 'vote' && action.grantee !== undefined
}

/** A message as Go prints it, in the log of x/authz (keeper.go `DispatchActions`). */
function describe(action: ChainAction, proposalId: bigint): string {
  if (action.kind !== 'vote') return ''
  const names = ['UNSPECIFIED', 'YES', 'ABSTAIN', 'NO', 'NO_WITH_VETO']
  const metadata = action.metadata === '' ? '' : `metadata:${JSON.stringify(action.metadata)} `
  const id = proposalId === 0n ? '' : `proposal_id:${proposalId} `
  const options = action.options
    .map(({ option }) => `option:VOTE_OPTION_${names[option]} `)
    .join('')
  return `${id}voter:"${action.voter}" ${options}${metadata}`
}

/** What the ante handler tells: the fee, then the signature. */
function anteEvents(
  signer: string,
  sequence: number,
  fee: bigint,
  signature: Uint8Array,
): AbciEvent[] {
  return [
    ...transferEvents(signer, FEE_COLLECTOR, writeUakt(fee)),
    createEvent('tx', [
      ['fee', writeUakt(fee)],
      ['fee_payer', signer],
    ]),
    createEvent('tx', [['acc_seq', `${signer}/${sequence}`]]),
    createEvent('tx', [['signature', encodeBase64(signature)]]),
  ]
}

function messageEvents(
  { typeUrl }: Any,
  signer: string,
  nested: boolean,
  events: readonly AbciEvent[],
): AbciEvent[] {
  const action = createEvent('message', [
    ['action', typeUrl],
    ['sender', signer],
    ['module', typeUrl.split('.')[1] ?? ''],
  ])
  const inner = nested ? withAttributes(events, [['authz_msg_index', '0']]) : events
  return withAttributes([action, ...inner], [['msg_index', '0']])
}
