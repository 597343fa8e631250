import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../domain/decimal.ts'
import { computeExactTally } from '../../domain/tally/exact-tally.ts'
import {
  dec,
  delegationsOf,
  govParams,
  validatorOf,
  voteOf,
} from '../../domain/tally/testing/tally-world.ts'
import { computeOutcome } from '../../domain/tally.ts'
import { closedStanding, exactStanding } from './standing.ts'

describe('exactStanding', () => {
  it('judges by the count before truncation: parts of a unit make the one the quorum needs', () => {
    const params = govParams({ quorum: '0.2' })
    // Power 1 of 5, split: turnout 1/5 and 51 % of it Yes, while the sums reported are 0 and 0.
    const exact = computeExactTally({
      validators: [validatorOf('val', 5n)],
      votes: [voteOf('del', ['VOTE_OPTION_YES', '0.51'], ['VOTE_OPTION_NO', '0.49'])],
      delegationsByVoter: delegationsOf({ del: { val: 1n } }),
      bondedTokens: 5n,
      params,
      threshold: dec('0.5'),
    })
    expect(computeOutcome(exact.tally, 5n, params, dec('0.5'))).toEqual({
      kind: 'rejected',
      by: 'quorum',
    })
    expect(exactStanding(exact, params)).toEqual({
      turnout: '0.200000000000000000',
      quorumReached: true,
      wouldPass: true,
    })
  })

  it('knows nothing of an empty pool', () => {
    const empty = { turnout: undefined, outcome: undefined }
    expect(exactStanding(empty, { quorum: DEC_ONE })).toEqual({
      turnout: null,
      quorumReached: null,
      wouldPass: null,
    })
  })
})

describe('closedStanding', () => {
  it('says passed of what failed in execution, for its vote did pass', () => {
    expect(closedStanding({ status: 'PROPOSAL_STATUS_FAILED' })).toEqual({
      turnout: null,
      quorumReached: true,
      wouldPass: true,
    })
    expect(closedStanding({ status: 'PROPOSAL_STATUS_REJECTED' }).wouldPass).toBe(false)
  })
})
