import { describe, expect, it } from 'vitest'
import type { GovParams } from './gov-params.ts'
import { listOpenVotes } from './open-votes.ts'
import type { Proposal, ProposalRow, Tally } from './proposal.ts'

describe('listOpenVotes', () => {
  it('leads with the vote that ends first and leaves out what is not in vote', () => {
    const { row, params } = setup()
    const rows = [
      row(3n, 'PROPOSAL_STATUS_VOTING_PERIOD', '2026-11-21T04:00:00Z'),
      row(2n, 'PROPOSAL_STATUS_PASSED', '2026-11-21T01:00:00Z'),
      row(1n, 'PROPOSAL_STATUS_VOTING_PERIOD', '2026-11-21T03:00:00Z'),
    ]
    const ids = listOpenVotes(rows, new Map(), params, 100n).map(({ proposal }) => proposal.id)
    expect(ids).toEqual([1n, 3n])
  })

  it('tells the gap to the quorum: 15 of 100 voted, 20 must, so 5 are missing', () => {
    const { row, params, known } = setup()
    const rows = [row(1n, 'PROPOSAL_STATUS_VOTING_PERIOD', '2026-11-21T03:00:00Z')]
    const tallies = new Map([['1', known({ yes: 15n, abstain: 0n, no: 0n, noWithVeto: 0n })]])
    expect(listOpenVotes(rows, tallies, params, 100n)).toMatchObject([
      {
        outcome: { kind: 'rejected', by: 'quorum' },
        quorumGap: { kind: 'missing', missing: { tokens: 5n } },
      },
    ])
  })

  it('says nothing of a vote whose tally, parameters or stake are not known', () => {
    const { row, params, known } = setup()
    const rows = [row(1n, 'PROPOSAL_STATUS_VOTING_PERIOD', '2026-11-21T03:00:00Z')]
    const tallies = new Map([['1', known({ yes: 90n, abstain: 0n, no: 0n, noWithVeto: 0n })]])
    for (const votes of [
      listOpenVotes(rows, new Map(), params, 100n),
      listOpenVotes(rows, tallies, undefined, 100n),
      listOpenVotes(rows, tallies, params, undefined),
    ]) {
      expect(votes).toMatchObject([{ outcome: undefined, quorumGap: undefined }])
    }
  })
})

function setup() {
  const params: GovParams = {
    minDeposit: [],
    maxDepositPeriodMs: undefined,
    votingPeriodMs: undefined,
    quorum: 200_000_000_000_000_000n,
    threshold: 500_000_000_000_000_000n,
    vetoThreshold: 334_000_000_000_000_000n,
    minInitialDepositRatio: undefined,
    proposalCancelRatio: undefined,
    proposalCancelDest: '',
    expeditedVotingPeriodMs: undefined,
    expeditedThreshold: 667_000_000_000_000_000n,
    expeditedMinDeposit: [],
    burnVoteQuorum: false,
    burnProposalDepositPrevote: false,
    burnVoteVeto: true,
    minDepositRatio: undefined,
  }
  const source = {
    chainId: 'c',
    height: 1n,
    time: undefined,
    endpoint: 'http://node.test',
    query: 'q',
  }
  const known = (value: Tally) => ({ kind: 'known', value, source }) as const
  const row = (id: bigint, status: Proposal['status'], end: string): ProposalRow => ({
    kind: 'proposal',
    id,
    proposal: {
      id,
      status,
      title: '',
      summary: '',
      metadata: '',
      proposer: 'akash1p',
      messages: [],
      expedited: false,
      failedReason: '',
      totalDeposit: [],
      submittedAt: undefined,
      depositEndsAt: undefined,
      votingStartsAt: undefined,
      votingEndsAt: new Date(end),
      finalTally: undefined,
    },
  })
  return { params, known, row }
}
