import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'
import { encodeBytesField } from '../application/wire-fields.ts'
import {
  MSG_CANCEL_PROPOSAL,
  MSG_DEPOSIT,
  MSG_SUBMIT_PROPOSAL,
  MSG_VOTE,
  MSG_VOTE_WEIGHTED,
} from '../protobuf/gov-messages.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { MSG_DELEGATE } from '../protobuf/staking-messages.ts'
import { MSG_EXEC } from '../protobuf/transaction-messages.ts'
import { uakt } from './coins.ts'
import type { ChainAction } from './script.ts'
import { isPlainVote } from './vote.ts'

type VoteAction = Extract<ChainAction, { kind: 'vote' }>
type DelegateAction = Extract<ChainAction, { kind: 'delegate' }>

const VOTE_TYPE = '/cosmos.gov.v1.MsgVote'
const EXEC_TYPE = '/cosmos.authz.v1beta1.MsgExec'

/** Type URL of the message an action is sent as. */
export function messageTypeOf(action: ChainAction): string {
  switch (action.kind) {
    case 'submit-proposal':
      return '/cosmos.gov.v1.MsgSubmitProposal'
    case 'deposit':
      return '/cosmos.gov.v1.MsgDeposit'
    case 'vote':
      return action.grantee === undefined ? voteTypeOf(action) : EXEC_TYPE
    case 'cancel-proposal':
      return '/cosmos.gov.v1.MsgCancelProposal'
    case 'delegate':
      return `/cosmos.staking.v1beta1.Msg${action.amount < 0n ? 'Undelegate' : 'Delegate'}`
  }
}

function voteTypeOf(action: VoteAction): string {
  return action.options.length > 0 && isPlainVote(action) ? VOTE_TYPE : `${VOTE_TYPE}Weighted`
}

/** The message an action is sent as. `proposalId` is 0 for an action on none. */
export function encodeMessage(action: ChainAction, proposalId: bigint): Any {
  switch (action.kind) {
    case 'submit-proposal': {
      const { messages, proposer, metadata, title, summary, isExpedited } = action
      const value = encodeProto(MSG_SUBMIT_PROPOSAL, {
        messages: [...messages],
        initialDeposit: uakt(action.initialDeposit),
        proposer,
        metadata,
        title,
        summary,
        expedited: isExpedited,
      })
      return { typeUrl: messageTypeOf(action), value }
    }
    case 'deposit': {
      const { depositor, amount } = action
      const value = encodeProto(MSG_DEPOSIT, { proposalId, depositor, amount: uakt(amount) })
      return { typeUrl: messageTypeOf(action), value }
    }
    case 'vote': {
      const own = encodeVote(action, proposalId)
      if (action.grantee === undefined) return own
      const value = encodeProto(MSG_EXEC, { grantee: action.grantee, msgs: [own] })
      return { typeUrl: EXEC_TYPE, value }
    }
    case 'cancel-proposal': {
      const value = encodeProto(MSG_CANCEL_PROPOSAL, { proposalId, proposer: action.proposer })
      return { typeUrl: messageTypeOf(action), value }
    }
    case 'delegate':
      return { typeUrl: messageTypeOf(action), value: encodeDelegate(action) }
  }
}

function encodeVote(action: VoteAction, proposalId: bigint): Any {
  const { voter, options, metadata } = action
  const [first] = options
  if (first !== undefined && isPlainVote(action)) {
    const value = encodeProto(MSG_VOTE, { proposalId, voter, option: first.option, metadata })
    return { typeUrl: VOTE_TYPE, value }
  }
  const value = encodeProto(MSG_VOTE_WEIGHTED, {
    proposalId,
    voter,
    options: [...options],
    metadata,
  })
  return { typeUrl: voteTypeOf(action), value }
}

function encodeDelegate({ delegator, operator, amount }: DelegateAction): Uint8Array {
  const [coin] = uakt(amount < 0n ? -amount : amount)
  const message = { delegatorAddress: delegator, validatorAddress: operator, amount: coin }
  // MsgUndelegate has the same fields.
  return encodeProto(MSG_DELEGATE, message)
}

/** The response of a message that went well. Of `MsgExec` it lists those of its messages: field 1, repeated. */
export function encodeResponse(message: Any, isNested: boolean, response: Uint8Array): Any {
  const value = isNested ? encodeBytesField(1, response) : response
  return { typeUrl: `${message.typeUrl}Response`, value }
}
