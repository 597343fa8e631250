import { cancelProposal } from './cancel-proposal.ts'
import { delegate, undelegate } from './change-delegation.ts'
import { deposit } from './deposit.ts'
import type { BlockContext, LedgerStores } from './ledger-stores.ts'
import type { MessageResult } from './message-result.ts'
import type { ChainAction } from './script.ts'
import { submitProposal } from './submit-proposal.ts'
import { vote } from './vote.ts'

/**
 * Does what an action says, in all or not at all.
 * @param unbondingMs how long what leaves a validator waits
 */
export function executeAction(
  action: ChainAction,
  proposalId: bigint,
  unbondingMs: number,
  block: BlockContext,
  stores: LedgerStores,
): MessageResult {
  switch (action.kind) {
    case 'submit-proposal':
      return submitProposal(action, block, stores)
    case 'deposit':
      return deposit(proposalId, action.depositor, action.amount, block, stores)
    case 'vote':
      return vote(proposalId, action, block, stores)
    case 'cancel-proposal':
      return cancelProposal(proposalId, action.proposer, block, stores)
    case 'delegate':
      return action.amount < 0n
        ? undelegate(action, -action.amount, block.timeMs + unbondingMs, block, stores)
        : delegate(action, block, stores)
  }
}
