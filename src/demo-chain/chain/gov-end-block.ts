import type { Params, Proposal } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import { burnDeposits, refundDeposits } from './deposit-return.ts'
import { createEvent, withAttributes } from './event.ts'
import type { AbciEvent } from './ledger.ts'
import type { BlockContext, LedgerStores } from './ledger-stores.ts'
import { executeMessages } from './proposal-execution.ts'
import { tallyProposal } from './proposal-tally.ts'
import type { TallyOutcome } from './tally.ts'
import { readDuration, readTimestamp, writeTimestamp } from './wire-time.ts'

const PASSED = 3
const REJECTED = 4
const FAILED = 5

/** What x/gov does at the end of a block (abci.go `EndBlocker`): deposits that ran out, then votes that ended. */
export function endGovBlock(block: BlockContext, stores: LedgerStores): AbciEvent[] {
  const { gov } = stores
  const events: AbciEvent[] = []
  for (const { id } of gov.inactive.takeDue(block.timeMs)) {
    events.push(...dropProposal(id, block, stores))
  }
  for (const { id } of gov.active.takeDue(block.timeMs)) {
    events.push(...endVote(id, block, stores))
  }
  return events.length === 0 ? events : withAttributes(events, [['mode', 'EndBlock']])
}

function dropProposal(id: bigint, block: BlockContext, stores: LedgerStores): AbciEvent[] {
  const burns = stores.gov.params.at(block.height)?.burnProposalDepositPrevote === true
  stores.gov.delete(block.height, id)
  const events = burns ? burnDeposits(id, block, stores) : refundDeposits(id, block, stores)
  const inactive = createEvent('inactive_proposal', [
    ['proposal_id', String(id)],
    ['proposal_result', 'proposal_dropped'],
  ])
  return [...events, inactive]
}

/** How a vote ended: the proposal as it is from now on, and what the event says of it. */
interface Ending {
  readonly proposal: Proposal
  readonly result: string
  readonly log: string
  readonly events: readonly AbciEvent[]
}

function endVote(id: bigint, block: BlockContext, stores: LedgerStores): AbciEvent[] {
  const { gov } = stores
  const proposal = gov.proposal(id, block.height)
  const params = gov.params.at(block.height)
  if (proposal === undefined || params === undefined) return []
  const tally = tallyProposal(proposal, block.height, stores)
  gov.clearVotes(block.height, id)
  const isConverted = proposal.expedited && tally.end !== 'passed'
  const deposits = isConverted ? [] : returnDeposits(tally, params, id, block, stores)
  const ending =
    tally.end === 'passed'
      ? execute(proposal, block, stores)
      : isConverted
        ? convert(proposal, params, stores)
        : reject(proposal)
  gov.put(block.height, { ...ending.proposal, finalTallyResult: tally.result })
  const active = createEvent('active_proposal', [
    ['proposal_id', String(id)],
    ['proposal_result', ending.result],
    ['proposal_log', ending.log],
  ])
  return [...deposits, ...ending.events, active]
}

function returnDeposits(
  { end }: TallyOutcome,
  params: Params,
  id: bigint,
  block: BlockContext,
  stores: LedgerStores,
): AbciEvent[] {
  const burns =
    (end === 'quorum' && params.burnVoteQuorum) || (end === 'veto' && params.burnVoteVeto)
  return burns ? burnDeposits(id, block, stores) : refundDeposits(id, block, stores)
}

function execute(proposal: Proposal, block: BlockContext, stores: LedgerStores): Ending {
  const outcome = executeMessages(proposal.messages, block, stores)
  if (outcome.kind === 'done') {
    return {
      proposal: { ...proposal, status: PASSED },
      result: 'proposal_passed',
      log: 'passed',
      events: outcome.events,
    }
  }
  const { messageIndex, typeUrl, reason } = outcome
  return {
    proposal: { ...proposal, status: FAILED, failedReason: reason },
    result: 'proposal_failed',
    log: `passed, but msg ${messageIndex} (${typeUrl}) failed on execution: ${reason}`,
    events: [],
  }
}

/** A failed expedited proposal goes on as a regular one; nothing on it tells that it once was. */
function convert(proposal: Proposal, params: Params, { gov }: LedgerStores): Ending {
  const start = proposal.votingStartTime
  const period = readDuration(params.votingPeriod)
  const endMs = (start === undefined ? 0 : readTimestamp(start)) + period
  gov.active.add({ timeMs: endMs, id: proposal.id })
  return {
    proposal: { ...proposal, expedited: false, votingEndTime: writeTimestamp(endMs) },
    result: 'expedited_proposal_rejected',
    log: 'expedited proposal converted to regular',
    events: [],
  }
}

function reject(proposal: Proposal): Ending {
  return {
    proposal: {
      ...proposal,
      status: REJECTED,
      failedReason: 'proposal did not get enough votes to pass',
    },
    result: 'proposal_rejected',
    log: 'rejected',
    events: [],
  }
}
