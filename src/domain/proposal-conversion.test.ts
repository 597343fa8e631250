import { describe, expect, it } from 'vitest'
import type { Proposal, Tally } from './proposal.ts'
import { classifyConversionWithEvents } from './proposal-conversion.ts'

const NO_VOTES: Tally = { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n }

const proposal: Proposal = {
  id: 354n,
  status: 'PROPOSAL_STATUS_VOTING_PERIOD',
  title: 'Expedited once',
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
  finalTally: NO_VOTES,
}

describe('classifyConversionWithEvents', () => {
  it.each([
    ['found', 'converted'],
    ['not-found', 'not-converted'],
    ['not-searched', 'cannot-tell'],
  ] as const)(
    'takes the search for the event (%s) where nobody voted in the first round: %s',
    (search, expected) => {
      expect(classifyConversionWithEvents(proposal, search)).toBe(expected)
    },
  )

  it('asks the search of a closed proposal too, whose final tally has overwritten the first round', () => {
    const closed: Proposal = {
      ...proposal,
      status: 'PROPOSAL_STATUS_PASSED',
      finalTally: { ...NO_VOTES, yes: 1n },
    }
    expect(classifyConversionWithEvents(closed, 'found')).toBe('converted')
    expect(classifyConversionWithEvents(closed, 'not-searched')).toBe('cannot-tell')
  })

  it('believes the stored tally of a first round over an index that knows nothing of it', () => {
    const converted: Proposal = { ...proposal, finalTally: { ...NO_VOTES, noWithVeto: 5n } }
    expect(classifyConversionWithEvents(converted, 'not-found')).toBe('converted')
  })

  it('needs no search while the proposal is expedited: no round of it has failed', () => {
    expect(classifyConversionWithEvents({ ...proposal, expedited: true }, 'not-searched')).toBe(
      'not-converted',
    )
  })
})
