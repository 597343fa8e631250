import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../../domain/decimal.ts'
import type { ExactTally } from '../../../domain/tally/exact-tally.ts'
import type { KnownVoteOption, Vote } from '../../../domain/vote.ts'
import { computeOverrideEffect } from './override-effect.ts'

const vote = (voter: string, option: KnownVoteOption): Vote => ({
  voter,
  options: [{ option, weight: DEC_ONE }],
  metadata: '',
})
const yes = vote('a', 'VOTE_OPTION_YES')
const no = vote('b', 'VOTE_OPTION_NO')
const voter = (own: Vote) => ({
  vote: own,
  operatorAddress: undefined,
  delegatedPower: 0n,
  inheritedPower: 0n,
  power: 0n,
})

describe('computeOverrideEffect', () => {
  it('tells overriding otherwise from overriding alike, and both from voting past a silent validator', () => {
    const exact = {
      voters: [voter(yes), voter(no)],
      delegatorVotes: [
        { voter: 'a', operatorAddress: 'v1', power: 1n, overridden: vote('v', 'VOTE_OPTION_YES') },
        { voter: 'b', operatorAddress: 'v1', power: 2n, overridden: vote('v', 'VOTE_OPTION_YES') },
        { voter: 'b', operatorAddress: 'v2', power: 4n, overridden: undefined },
      ],
    } satisfies Pick<ExactTally, 'voters' | 'delegatorVotes'>
    expect(computeOverrideEffect(exact)).toEqual({
      overriding: 3n,
      otherwise: 2n,
      ofSilent: 4n,
      voters: 2,
    })
  })
})
