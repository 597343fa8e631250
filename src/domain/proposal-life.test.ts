import { describe, expect, it } from 'vitest'
import type { GovParams } from './gov-params.ts'
import type { Proposal, Tally } from './proposal.ts'
import {
  classifyConversion,
  classifyRejection,
  computeLifeSteps,
  computeMissingDeposit,
} from './proposal-life.ts'

const NO_VOTES: Tally = { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n }

describe('classifyConversion', () => {
  it('sees a failed expedited round in the tally the chain stores while the vote goes on', () => {
    const { proposal } = setup({
      status: 'PROPOSAL_STATUS_VOTING_PERIOD',
      finalTally: { ...NO_VOTES, noWithVeto: 85_800_001_419_335n },
    })
    expect(classifyConversion(proposal)).toBe('converted')
  })

  it('cannot tell when a round failed without a vote, for the chain leaves no trace of it', () => {
    const { proposal } = setup({ status: 'PROPOSAL_STATUS_VOTING_PERIOD', finalTally: NO_VOTES })
    expect(classifyConversion(proposal)).toBe('cannot-tell')
  })

  it('cannot tell of a closed proposal, whose stored tally is the final one', () => {
    const { proposal } = setup({
      status: 'PROPOSAL_STATUS_PASSED',
      finalTally: { ...NO_VOTES, yes: 1n },
    })
    expect(classifyConversion(proposal)).toBe('cannot-tell')
  })

  it.each([
    ['is still expedited', { expedited: true }],
    ['is still collecting its deposit', { status: 'PROPOSAL_STATUS_DEPOSIT_PERIOD' }],
    ['was migrated from gov v1beta1, which knew no expedited vote', { proposer: '' }],
  ] as const)('knows that a proposal was not converted when it %s', (_reason, fields) => {
    expect(classifyConversion(setup(fields).proposal)).toBe('not-converted')
  })
})

describe('computeMissingDeposit', () => {
  it('counts what is missing per denomination: 1,000 AKT asked for, 250 AKT paid', () => {
    const { proposal, params } = setup({ totalDeposit: [{ denom: 'uakt', amount: 250_000_000n }] })
    expect(computeMissingDeposit(proposal, params)).toEqual([
      { denom: 'uakt', amount: 750_000_000n },
    ])
  })

  it('asks an expedited proposal for the expedited minimum', () => {
    const { proposal, params } = setup({
      expedited: true,
      totalDeposit: [{ denom: 'uakt', amount: 1_000_000_000n }],
    })
    expect(computeMissingDeposit(proposal, params)).toEqual([
      { denom: 'uakt', amount: 1_000_000_000n },
    ])
  })

  it('is content when more than enough was paid', () => {
    const { proposal, params } = setup({
      totalDeposit: [{ denom: 'uakt', amount: 5_000_000_000n }],
    })
    expect(computeMissingDeposit(proposal, params)).toEqual([])
  })
})

describe('classifyRejection', () => {
  it.each([
    ['no-votes', NO_VOTES],
    ['only-abstain', { ...NO_VOTES, abstain: 5n }],
    // 34 of 100 exceeds 33.4 %.
    ['veto', { yes: 66n, abstain: 0n, no: 0n, noWithVeto: 34n }],
    // 50 of 100 does not exceed 50 %.
    ['threshold', { yes: 50n, abstain: 10n, no: 50n, noWithVeto: 0n }],
    // 60 of 100 would have passed, so too few voted.
    ['quorum', { yes: 60n, abstain: 10n, no: 40n, noWithVeto: 0n }],
    ['cannot-tell', { ...NO_VOTES, abstain: -1n }],
  ] as const)('finds %s', (kind, finalTally) => {
    const { proposal, params } = setup({ status: 'PROPOSAL_STATUS_REJECTED', finalTally })
    expect(classifyRejection(proposal, params)).toEqual({ kind })
  })

  it('guesses nothing without the parameters', () => {
    const { proposal } = setup({ finalTally: { ...NO_VOTES, yes: 1n } })
    expect(classifyRejection(proposal, undefined)).toEqual({ kind: 'cannot-tell' })
  })
})

describe('computeLifeSteps', () => {
  it('stands in the deposit period, with its deadline, while the deposit is short', () => {
    const depositEndsAt = new Date('2026-12-05T03:00:00Z')
    const { proposal } = setup({ status: 'PROPOSAL_STATUS_DEPOSIT_PERIOD', depositEndsAt })
    expect(computeLifeSteps(proposal).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'submitted done',
      'deposit current',
      'voting ahead',
      'ended ahead',
    ])
    expect(computeLifeSteps(proposal)[1]?.endsAt).toBe(depositEndsAt)
  })

  it('is over when the vote has ended, however it ended', () => {
    const { proposal } = setup({ status: 'PROPOSAL_STATUS_FAILED' })
    expect(computeLifeSteps(proposal).every(({ state }) => state === 'done')).toBe(true)
  })
})

function setup(fields: Partial<Proposal> = {}): { proposal: Proposal; params: GovParams } {
  return {
    proposal: {
      id: 350n,
      status: 'PROPOSAL_STATUS_PASSED',
      title: 'A title',
      summary: '',
      metadata: '',
      proposer: 'akash1proposer',
      messages: [],
      expedited: false,
      failedReason: '',
      totalDeposit: [],
      submittedAt: undefined,
      depositEndsAt: undefined,
      votingStartsAt: undefined,
      votingEndsAt: undefined,
      finalTally: undefined,
      ...fields,
    },
    params: {
      minDeposit: [{ denom: 'uakt', amount: 1_000_000_000n }],
      maxDepositPeriodMs: 1_209_600_000,
      votingPeriodMs: 1_800_000,
      quorum: 200_000_000_000_000_000n,
      threshold: 500_000_000_000_000_000n,
      vetoThreshold: 334_000_000_000_000_000n,
      minInitialDepositRatio: undefined,
      proposalCancelRatio: undefined,
      proposalCancelDest: '',
      expeditedVotingPeriodMs: 240_000,
      expeditedThreshold: 667_000_000_000_000_000n,
      expeditedMinDeposit: [{ denom: 'uakt', amount: 2_000_000_000n }],
      burnVoteQuorum: false,
      burnProposalDepositPrevote: false,
      burnVoteVeto: true,
      minDepositRatio: undefined,
    },
  }
}
