import type {
  Proposal as ProposalProto,
  TallyResult,
} from '../../../src/chain/proto/generated/cosmos/gov/v1/gov.ts'
import type { ChainState } from '../../../src/demo-chain/chain/ledger.ts'
import type { Proposal, ProposalRow, Tally } from '../../../src/domain/proposal.ts'
import type { Vote } from '../../../src/domain/vote.ts'
import { type MatrixWorld, required } from './world.ts'

/** The ledger's state at the height of a picture; of heights it does not have yet, that of its newest block. */
export function stateOf({ ledger, tip }: MatrixWorld, height: bigint): ChainState {
  return ledger.stateAt(height < tip ? height : tip)
}

const STATUS: Readonly<Record<number, Proposal['status']>> = {
  1: 'PROPOSAL_STATUS_DEPOSIT_PERIOD',
  2: 'PROPOSAL_STATUS_VOTING_PERIOD',
  3: 'PROPOSAL_STATUS_PASSED',
  4: 'PROPOSAL_STATUS_REJECTED',
  5: 'PROPOSAL_STATUS_FAILED',
}

/** A proposal in one line: what a row of the list shows of it. */
export function trueLine({ id, status, title, votingEndTime }: ProposalProto): string {
  const seconds = votingEndTime === undefined ? '-' : votingEndTime.seconds
  return [id, STATUS[status], title, seconds].join(' | ')
}

export function shownLine({ id, status, title, votingEndsAt }: Proposal): string {
  const seconds = votingEndsAt === undefined ? '-' : Math.floor(votingEndsAt.getTime() / 1000)
  return [id, status, title, seconds].join(' | ')
}

/** The proposals of a list, newest first, in one line each; rows that could not be read say so. */
export function shownLines(rows: readonly ProposalRow[]): readonly string[] {
  return rows.flatMap((row) =>
    row.kind === 'gap'
      ? []
      : [row.kind === 'proposal' ? shownLine(row.proposal) : `${row.id} | unreadable`],
  )
}

export function trueLines(state: ChainState): readonly string[] {
  return state.proposals().map(trueLine).toReversed()
}

export function trueTally(state: ChainState, id: bigint): Tally {
  return toTally(required(state.tally(id)))
}

function toTally({ yesCount, abstainCount, noCount, noWithVetoCount }: TallyResult): Tally {
  return {
    yes: BigInt(yesCount),
    abstain: BigInt(abstainCount),
    no: BigInt(noCount),
    noWithVeto: BigInt(noWithVetoCount),
  }
}

const OPTIONS = ['', 'YES', 'ABSTAIN', 'NO', 'NO_WITH_VETO']

export function trueVotes(state: ChainState, id: bigint): readonly string[] {
  return state
    .votes(id)
    .map(({ voter, options }) => [voter, ...options.map(({ option }) => OPTIONS[option])].join(' '))
}

export function shownVotes(votes: readonly Vote[]): readonly string[] {
  return votes.map(({ voter, options }) =>
    [voter, ...options.map(({ option }) => String(option).replace('VOTE_OPTION_', ''))].join(' '),
  )
}
