import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { TX_MSG_DATA } from '../protobuf/transaction-messages.ts'
import { encodeBase64 } from '../server/bytes.ts'
import { sha256 } from '../server/sha256.ts'
import { transferEvents } from './bank-events.ts'
import { writeUakt } from './coins.ts'
import { createEvent, withAttributes } from './event.ts'
import { chooseGasWanted, computeFee, estimateGasUsed } from './gas.ts'
import type { AbciEvent, LedgerTx } from './ledger.ts'
import { encodeMessage, encodeResponse, messageTypeOf } from './message-encoding.ts'
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
  return new LazyTransaction(executed, index, salt)
}

/** Everything is made when it is asked for: a search looks through thousands for their messages' events alone. */
class LazyTransaction implements LedgerTx {
  readonly index: number
  private readonly executed: ExecutedAction
  private readonly salt: string
  private madeMessage: Any | undefined
  private madeBytes: Uint8Array | undefined
  private madeHash: Uint8Array | undefined
  private madeMessageEvents: readonly AbciEvent[] | undefined

  constructor(executed: ExecutedAction, index: number, salt: string) {
    this.executed = executed
    this.index = index
    this.salt = salt
  }

  get hash(): Uint8Array {
    this.madeHash ??= sha256(this.bytes)
    return this.madeHash
  }

  get bytes(): Uint8Array {
    const { signer, sequence } = this.executed
    this.madeBytes ??= encodeTransaction({
      message: this.message,
      signer,
      sequence,
      fee: computeFee(this.gasWanted),
      gasWanted: this.gasWanted,
      signature: this.signature,
    })
    return this.madeBytes
  }

  get code(): number {
    const { result } = this.executed
    return result.kind === 'failed' ? result.code : 0
  }

  get codespace(): string {
    const { result } = this.executed
    return result.kind === 'failed' ? result.codespace : ''
  }

  get log(): string {
    const { action, proposalId, result } = this.executed
    if (result.kind !== 'failed') return ''
    const inner = isNested(action)
      ? `failed to execute message; message ${describe(action, proposalId)}: `
      : ''
    return `failed to execute message; message index: 0: ${inner}${result.reason}`
  }

  get data(): Uint8Array {
    const { action, result } = this.executed
    if (result.kind === 'failed') return new Uint8Array()
    const response = encodeResponse(this.message, isNested(action), result.response)
    return encodeProto(TX_MSG_DATA, { msgResponses: [response] })
  }

  get events(): readonly AbciEvent[] {
    const { signer, sequence } = this.executed
    const ante = anteEvents(signer, sequence, computeFee(this.gasWanted), this.signature)
    return [...ante, ...this.messageEvents]
  }

  get messageEvents(): readonly AbciEvent[] {
    const { action, signer, result } = this.executed
    this.madeMessageEvents ??=
      result.kind === 'failed'
        ? []
        : messageEvents(action, signer, isNested(action), result.events())
    return this.madeMessageEvents
  }

  get gasWanted(): bigint {
    return chooseGasWanted(this.message)
  }

  get gasUsed(): bigint {
    const hasFailed = this.executed.result.kind === 'failed'
    return estimateGasUsed(this.message, this.bytes.length, hasFailed)
  }

  private get message(): Any {
    const { action, proposalId } = this.executed
    this.madeMessage ??= encodeMessage(action, proposalId)
    return this.madeMessage
  }

  private get signature(): Uint8Array {
    const { signer, sequence } = this.executed
    return seededBytes(`${this.salt}/signature/${signer}/${sequence}`, 64)
  }
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
  sent: ChainAction,
  signer: string,
  nested: boolean,
  events: readonly AbciEvent[],
): AbciEvent[] {
  const typeUrl = messageTypeOf(sent)
  const action = createEvent('message', [
    ['action', typeUrl],
    ['sender', signer],
    ['module', typeUrl.split('.')[1] ?? ''],
  ])
  const inner = nested ? withAttributes(events, [['authz_msg_index', '0']]) : events
  return withAttributes([action, ...inner], [['msg_index', '0']])
}
