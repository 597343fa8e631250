import { BinaryWriter } from '@bufbuild/protobuf/wire'
import { MsgExec } from '../../chain/proto/generated/cosmos/authz/v1beta1/tx.ts'
import {
  MsgCancelProposal,
  MsgDeposit,
  MsgSubmitProposal,
  MsgVote,
  MsgVoteWeighted,
} from '../../chain/proto/generated/cosmos/gov/v1/tx.ts'
import {
  MsgDelegate,
  MsgUndelegate,
} from '../../chain/proto/generated/cosmos/staking/v1beta1/tx.ts'
import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'
import { uakt } from './coins.ts'
import type { ChainAction } from './script.ts'
import { isPlainVote } from './vote.ts'

type VoteAction = Extract<ChainAction, { kind: 'vote' }>

/** The message an action is sent as. `proposalId` is 0 for an action on none. */
export function encodeMessage(action: ChainAction, proposalId: bigint): Any {
  switch (action.kind) {
    case 'submit-proposal': {
      const { messages, proposer, metadata, title, summary, isExpedited } = action
      const value = MsgSubmitProposal.encode({
        messages: [...messages],
        initialDeposit: uakt(action.initialDeposit),
        proposer,
        metadata,
        title,
        summary,
        expedited: isExpedited,
      }).finish()
      return { typeUrl: '/cosmos.gov.v1.MsgSubmitProposal', value }
    }
    case 'deposit': {
      const { depositor, amount } = action
      const value = MsgDeposit.encode({ proposalId, depositor, amount: uakt(amount) }).finish()
      return { typeUrl: '/cosmos.gov.v1.MsgDeposit', value }
    }
    case 'vote': {
      const own = encodeVote(action, proposalId)
      if (action.grantee === undefined) return own
      const value = MsgExec.encode({ grantee: action.grantee, msgs: [own] }).finish()
      return { typeUrl: '/cosmos.authz.v1beta1.MsgExec', value }
    }
    case 'cancel-proposal': {
      const value = MsgCancelProposal.encode({ proposalId, proposer: action.proposer }).finish()
      return { typeUrl: '/cosmos.gov.v1.MsgCancelProposal', value }
    }
    case 'delegate':
      return encodeDelegate(action.delegator, action.operator, action.amount)
  }
}

function encodeVote(action: VoteAction, proposalId: bigint): Any {
  const { voter, options, metadata } = action
  const [first] = options
  if (first !== undefined && isPlainVote(action)) {
    const value = MsgVote.encode({ proposalId, voter, option: first.option, metadata }).finish()
    return { typeUrl: '/cosmos.gov.v1.MsgVote', value }
  }
  const value = MsgVoteWeighted.encode({
    proposalId,
    voter,
    options: [...options],
    metadata,
  }).finish()
  return { typeUrl: '/cosmos.gov.v1.MsgVoteWeighted', value }
}

function encodeDelegate(delegatorAddress: string, validatorAddress: string, amount: bigint): Any {
  const [coin] = uakt(amount < 0n ? -amount : amount)
  const message = { delegatorAddress, validatorAddress, amount: coin }
  return amount < 0n
    ? {
        typeUrl: '/cosmos.staking.v1beta1.MsgUndelegate',
        value: MsgUndelegate.encode(message).finish(),
      }
    : {
        typeUrl: '/cosmos.staking.v1beta1.MsgDelegate',
        value: MsgDelegate.encode(message).finish(),
      }
}

/** The response of a message that went well. Of `MsgExec` it lists those of its messages: field 1, repeated. */
export function encodeResponse(message: Any, isNested: boolean, response: Uint8Array): Any {
  const value = isNested
    ? new BinaryWriter()
        .uint32((1 << 3) | 2)
        .bytes(response)
        .finish()
    : response
  return { typeUrl: `${message.typeUrl}Response`, value }
}
