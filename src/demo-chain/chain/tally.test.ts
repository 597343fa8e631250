import { describe, expect, it } from 'vitest'
import { LEGACY_ONE, readDec } from './legacy-dec.ts'
import { type TallyInput, tallyVotes, WHOLE_WEIGHT } from './tally.ts'

const VALIDATORS = [
  { operatorAddress: 'op-a', account: 'a', tokens: 50n, delegatorShares: 50n * LEGACY_ONE },
  { operatorAddress: 'op-b', account: 'b', tokens: 50n, delegatorShares: 50n * LEGACY_ONE },
]

function cast(voter: string, option: number) {
  return { voter, options: [{ option, weight: WHOLE_WEIGHT }] }
}

function count(fields: Partial<TallyInput>) {
  return tallyVotes({
    votes: [],
    validators: VALIDATORS,
    delegationsOf: () => [],
    bondedTokens: 100n,
    quorum: readDec('0.2'),
    vetoThreshold: readDec('0.334'),
    threshold: readDec('0.5'),
    ...fields,
  })
}

describe('tallyVotes', () => {
  it('reaches quorum with exactly as much, and misses it by less', () => {
    const votes = [cast('a', 1)]
    expect(count({ votes, quorum: readDec('0.5') }).end).toBe('passed')
    expect(count({ votes, quorum: readDec('0.5') + 1n }).end).toBe('quorum')
  })

  it('is vetoed by more than the threshold, not by exactly as much', () => {
    const votes = [cast('a', 1), cast('b', 4)]
    const threshold = readDec('0.4')
    expect(count({ votes, threshold, vetoThreshold: readDec('0.5') }).end).toBe('passed')
    expect(count({ votes, threshold, vetoThreshold: readDec('0.5') - 1n }).end).toBe('veto')
  })

  it('asks for more yes than the threshold among those who did not abstain', () => {
    expect(count({ votes: [cast('a', 1), cast('b', 2)], threshold: readDec('0.999') }).end).toBe(
      'passed',
    )
    expect(count({ votes: [cast('a', 1), cast('b', 3)] }).end).toBe('rejected')
  })

  it('rejects when all abstain, and when nothing is bonded', () => {
    expect(count({ votes: [cast('a', 2)] }).end).toBe('rejected')
    expect(count({ votes: [cast('a', 1)], bondedTokens: 0n }).end).toBe('rejected')
  })

  it('gives a delegator of a slashed validator its part of the tokens left, truncated at the end only', () => {
    const slashed = {
      operatorAddress: 'op-s',
      account: 's',
      tokens: 2n,
      delegatorShares: 3n * LEGACY_ONE,
    }
    const { result } = count({
      validators: [slashed],
      votes: [cast('s', 3), cast('d', 1), cast('e', 1)],
      delegationsOf: (voter) =>
        voter === 's' ? [] : [{ validatorAddress: 'op-s', shares: String(LEGACY_ONE) }],
    })
    // Yes 2 × 0.666666666666666667 = 1.33…; no what is left, (3 − 2) shares × 2 ÷ 3.
    expect(result).toEqual({ yesCount: '1', abstainCount: '0', noCount: '0', noWithVetoCount: '0' })
  })
})
