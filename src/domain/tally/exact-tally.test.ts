import { describe, expect, it } from 'vitest'
import { DEC_ONE, formatDec } from '../decimal.ts'
import { computeExactTally, type ExactTallyInput } from './exact-tally.ts'
import {
  dec,
  delegationsOf,
  govParams,
  tallyOf,
  validatorOf,
  voteOf,
} from './testing/tally-world.ts'

const YES = 'VOTE_OPTION_YES'
const ABSTAIN = 'VOTE_OPTION_ABSTAIN'
const NO = 'VOTE_OPTION_NO'
const VETO = 'VOTE_OPTION_NO_WITH_VETO'

function count(world: Partial<ExactTallyInput>) {
  return computeExactTally({
    votes: [],
    validators: [],
    delegationsByVoter: new Map(),
    bondedTokens: (world.validators ?? []).reduce((sum, { tokens }) => sum + tokens, 0n),
    params: govParams(),
    threshold: dec('0.5'),
    ...world,
  })
}

describe('computeExactTally', () => {
  it("counts a validator's vote only for stake its delegators did not vote themselves", () => {
    const exact = count({
      validators: [validatorOf('val', 100n)],
      votes: [voteOf('val', YES), voteOf('del', NO)],
      delegationsByVoter: delegationsOf({ val: { val: 10n }, del: { val: 30n } }),
    })
    // Yes 10 of its own + (100 − 10 − 30) inherited; No 30.
    expect(exact.tally).toEqual(tallyOf(70n, 0n, 30n, 0n))
    expect(exact.validators).toEqual([
      {
        operatorAddress: 'operator-val',
        vote: voteOf('val', YES),
        deductedShares: 40n * DEC_ONE,
        inheritedPower: 60n * DEC_ONE,
        selfPower: 10n * DEC_ONE,
        effectivePower: 70n * DEC_ONE,
      },
    ])
    expect(exact.delegatorVotes).toEqual([
      {
        voter: 'del',
        operatorAddress: 'operator-val',
        power: 30n * DEC_ONE,
        overridden: voteOf('val', YES),
      },
    ])
    expect(exact.voters.map(({ power }) => power)).toEqual([70n * DEC_ONE, 30n * DEC_ONE])
    expect(exact.outcome).toEqual({ kind: 'passes' })
    expect(exact.findings).toEqual([])
  })

  it('deducts what an operator has with another validator, as any delegator', () => {
    const exact = count({
      validators: [validatorOf('one', 100n), validatorOf('two', 50n)],
      votes: [voteOf('one', YES), voteOf('two', NO)],
      delegationsByVoter: delegationsOf({ one: { one: 10n, two: 20n }, two: {} }),
    })
    // Yes 10 + 20 of its own + 90 inherited; No 50 − 20.
    expect(exact.tally).toEqual(tallyOf(120n, 0n, 30n, 0n))
    expect(exact.voters).toMatchObject([
      {
        operatorAddress: 'operator-one',
        delegatedPower: 30n * DEC_ONE,
        inheritedPower: 90n * DEC_ONE,
      },
      { operatorAddress: 'operator-two', delegatedPower: 0n, inheritedPower: 30n * DEC_ONE },
    ])
    expect(exact.delegatorVotes).toMatchObject([{ voter: 'one', operatorAddress: 'operator-two' }])
  })

  it('counts a delegator of a silent validator, and nothing for those who stay silent with it', () => {
    const exact = count({
      validators: [validatorOf('val', 100n)],
      votes: [voteOf('del', ABSTAIN)],
      delegationsByVoter: delegationsOf({ del: { val: 30n } }),
    })
    expect(exact.tally).toEqual(tallyOf(0n, 30n, 0n, 0n))
    expect(exact.delegatorVotes).toMatchObject([{ voter: 'del', overridden: undefined }])
    expect(exact.outcome).toEqual({ kind: 'rejected', by: 'only-abstain' })
    // What it would bring: 100 − 30.
    expect(exact.validators[0]).toMatchObject({ vote: undefined, effectivePower: 70n * DEC_ONE })
  })

  it('splits a vote by its weights and truncates each option at the end only', () => {
    const exact = count({
      validators: [validatorOf('val', 10n), validatorOf('two', 10n)],
      votes: [
        voteOf('val', [YES, '0.25'], [NO, '0.75']),
        voteOf('two', [YES, '0.25'], [VETO, '0.75']),
      ],
      delegationsByVoter: delegationsOf({ val: {}, two: {} }),
    })
    // Yes 2.5 + 2.5 = 5, not 2 + 2; No 7.5, veto 7.5.
    expect(exact.tally).toEqual(tallyOf(5n, 0n, 7n, 7n))
    expect(exact.turnout).toBe(DEC_ONE)
  })

  it('gives delegators of a slashed validator the tokens left, not their shares', () => {
    const exact = count({
      validators: [validatorOf('val', 2n, { delegatorShares: 3n * DEC_ONE })],
      votes: [voteOf('del', YES)],
      delegationsByVoter: delegationsOf({ del: { val: 1n } }),
    })
    // 1 share × 2 tokens ÷ 3 shares.
    expect(formatDec(exact.votedPower)).toBe('0.666666666666666667')
    expect(exact.tally).toEqual(tallyOf(0n, 0n, 0n, 0n))
    expect(formatDec(exact.turnout ?? 0n)).toBe('0.333333333333333334')
  })

  it.each([
    ['is unbonding', { status: 'BOND_STATUS_UNBONDING' }],
    ['is jailed', { jailed: true }],
  ] as const)(
    'counts neither operator nor delegators of a validator that %s, and says so',
    (_why, fields) => {
      const gone = validatorOf('gone', 100n, fields)
      const exact = count({
        validators: [gone, validatorOf('val', 100n)],
        votes: [voteOf('gone', YES), voteOf('del', NO)],
        delegationsByVoter: delegationsOf({ gone: { gone: 10n, val: 5n }, del: { gone: 20n } }),
        bondedTokens: 100n,
      })
      // Only what the operator has with a bonded validator.
      expect(exact.tally).toEqual(tallyOf(5n, 0n, 0n, 0n))
      expect(exact.findings).toEqual([
        {
          kind: 'voter-not-bonded',
          voter: 'gone',
          operatorAddress: 'operator-gone',
          status: gone.status,
        },
      ])
    },
  )

  it('changes by dust at most when a delegator votes as its validator does', () => {
    const validators = [validatorOf('val', 1_000_003n, { delegatorShares: dec('1000017.3') })]
    const votes = [voteOf('val', YES)]
    const before = count({ validators, votes, delegationsByVoter: delegationsOf({ val: {} }) })
    const after = count({
      validators,
      votes: [...votes, voteOf('del', YES)],
      delegationsByVoter: delegationsOf({ val: {}, del: { val: 333_331n } }),
    })
    const off = after.sums.yes - before.sums.yes
    expect(off < 0n ? -off : off).toBeLessThanOrEqual(1n)
    expect(after.delegatorVotes).toHaveLength(1)
  })
})

describe('bad input of computeExactTally', () => {
  const validators = [validatorOf('val', 100n)]
  const delegationsByVoter = delegationsOf({ val: {} })

  it('counts weights that do not sum to one as they are, with full turnout, as x/gov would', () => {
    const exact = count({ validators, delegationsByVoter, votes: [voteOf('val', [YES, '0.5'])] })
    expect(exact.tally).toEqual(tallyOf(50n, 0n, 0n, 0n))
    expect(exact.turnout).toBe(DEC_ONE)
    expect(exact.findings).toEqual([{ kind: 'weights-not-one', voter: 'val', sum: dec('0.5') }])
  })

  it('reports a weight below zero, which takes power from its option', () => {
    const votes = [voteOf('val', [YES, '1.5'], [NO, '-0.5'])]
    const exact = count({ validators, delegationsByVoter, votes })
    expect(exact.tally).toEqual(tallyOf(150n, 0n, -50n, 0n))
    expect(exact.findings).toEqual([
      { kind: 'weight-out-of-range', voter: 'val', weight: dec('1.5') },
      { kind: 'weight-out-of-range', voter: 'val', weight: dec('-0.5') },
    ])
  })

  it('counts an unknown option for turnout and for none of the four', () => {
    const exact = count({ validators, delegationsByVoter, votes: [voteOf('val', 7)] })
    expect(exact.tally).toEqual(tallyOf(0n, 0n, 0n, 0n))
    expect(exact.turnout).toBe(DEC_ONE)
    expect(exact.findings).toEqual([{ kind: 'unknown-option', voter: 'val', option: 7 }])
    expect(exact.outcome).toEqual({ kind: 'rejected', by: 'threshold' })
  })

  it('counts a vote without options for nothing it inherits, as x/gov passes such validators over', () => {
    const exact = count({ validators, delegationsByVoter, votes: [voteOf('val')] })
    expect(exact.votedPower).toBe(0n)
    expect(exact.findings).toEqual([{ kind: 'no-options', voter: 'val' }])
  })

  it('counts a voter that came twice once, by the later reading, and tells whether it differed', () => {
    const exact = count({
      validators,
      delegationsByVoter,
      votes: [voteOf('val', YES), voteOf('val', YES), voteOf('val', NO)],
    })
    expect(exact.tally).toEqual(tallyOf(0n, 0n, 100n, 0n))
    expect(exact.voters).toHaveLength(1)
    expect(exact.findings).toEqual([
      { kind: 'duplicate-vote', voter: 'val', isSame: true },
      { kind: 'duplicate-vote', voter: 'val', isSame: false },
    ])
  })

  it('counts a validator or a delegation that came twice once', () => {
    const exact = count({
      validators: [...validators, ...validators],
      bondedTokens: 100n,
      votes: [voteOf('del', YES)],
      delegationsByVoter: new Map([
        [
          'del',
          [
            ...(delegationsOf({ del: { val: 10n } }).get('del') ?? []),
            ...(delegationsOf({ del: { val: 10n } }).get('del') ?? []),
          ],
        ],
      ]),
    })
    expect(exact.tally).toEqual(tallyOf(10n, 0n, 0n, 0n))
    expect(exact.validators).toHaveLength(1)
    expect(exact.findings).toEqual([
      { kind: 'duplicate-validator', operatorAddress: 'operator-val' },
      { kind: 'duplicate-delegation', voter: 'del', operatorAddress: 'operator-val' },
    ])
  })

  it("does not count another's delegation for a voter", () => {
    const exact = count({
      validators,
      votes: [voteOf('del', YES)],
      delegationsByVoter: new Map([
        ['del', delegationsOf({ other: { val: 10n } }).get('other') ?? []],
      ]),
    })
    expect(exact.votedPower).toBe(0n)
    expect(exact.findings).toEqual([
      { kind: 'foreign-delegation', voter: 'del', delegator: 'other' },
    ])
  })

  it('says that it is not exact while the delegations of a voter are not read', () => {
    const exact = count({
      validators,
      votes: [voteOf('val', YES), voteOf('del', NO)],
      delegationsByVoter,
    })
    expect(exact.isComplete).toBe(false)
    expect(exact.findings).toEqual([{ kind: 'delegations-missing', voter: 'del' }])
  })

  it('gives a validator without shares no power, where a division would fail', () => {
    const exact = count({
      validators: [validatorOf('val', 100n, { delegatorShares: 0n })],
      votes: [voteOf('val', YES)],
      delegationsByVoter,
    })
    expect(exact.tally).toEqual(tallyOf(0n, 0n, 0n, 0n))
    expect(exact.findings).toEqual([{ kind: 'zero-shares', operatorAddress: 'operator-val' }])
  })

  it('reports delegations above all shares of their validator, as two heights mixed give them', () => {
    const exact = count({
      validators,
      votes: [voteOf('del', YES)],
      delegationsByVoter: delegationsOf({ del: { val: 101n } }),
    })
    expect(exact.findings).toEqual([
      { kind: 'deductions-exceed-shares', operatorAddress: 'operator-val' },
    ])
  })

  it('has neither turnout nor outcome while nothing is bonded', () => {
    const exact = count({ validators: [], votes: [voteOf('val', YES)], delegationsByVoter })
    expect([exact.turnout, exact.outcome]).toEqual([undefined, undefined])
    expect(exact.findings).toEqual([{ kind: 'bonded-zero' }])
  })

  it('notices a page of validators that is missing, by the bonded pool', () => {
    const exact = count({ validators, bondedTokens: 150n })
    expect(exact.findings).toEqual([
      { kind: 'bonded-differs', bondedTokens: 150n, validatorTokens: 100n },
    ])
  })
})
