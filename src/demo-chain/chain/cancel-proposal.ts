import { MSG_CANCEL_PROPOSAL_RESPONSE } from '../protobuf/gov-messages.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { chargeDeposits } from './deposit-return.ts'
import { createEvent } from './event.ts'
import type { BlockContext, LedgerStores } from './ledger-stores.ts'
import { fail, type MessageResult, succeed } from './message-result.ts'
import { writeTimestamp } from './wire-time.ts'

const DEPOSIT_PERIOD = 1
const VOTING_PERIOD = 2

/** `MsgCancelProposal` of x/gov (keeper/proposal.go `CancelProposal`): the proposal is gone afterwards. */
export function cancelProposal(
  id: bigint,
  proposer: string,
  block: BlockContext,
  stores: LedgerStores,
): MessageResult {
  const { gov } = stores
  const proposal = gov.proposal(id, block.height)
  if (proposal === undefined) return fail('invalidProposal', `proposal ${id} doesn't exist`)
  if (proposal.proposer === '') {
    return fail(
      'invalidProposal',
      `proposal ${id} doesn't have proposer ${proposer}, so cannot be canceled`,
    )
  }
  if (proposal.proposer !== proposer) {
    return fail('invalidProposer', `invalid proposer ${proposer}`)
  }
  if (proposal.status !== DEPOSIT_PERIOD && proposal.status !== VOTING_PERIOD) {
    return fail('invalidProposal', 'proposal should be in the deposit or voting period')
  }
  const charged = chargeDeposits(id, block, stores)
  gov.clearVotes(block.height, id)
  gov.active.remove(id)
  gov.inactive.remove(id)
  gov.delete(block.height, id)
  return succeed(
    () => [
      ...charged,
      createEvent('cancel_proposal', [
        ['sender', proposer],
        ['proposal_id', String(id)],
      ]),
    ],
    encodeProto(MSG_CANCEL_PROPOSAL_RESPONSE, {
      proposalId: id,
      canceledTime: writeTimestamp(block.timeMs),
      canceledHeight: BigInt(block.height),
    }),
  )
}
