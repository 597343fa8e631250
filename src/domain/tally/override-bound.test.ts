import { describe, expect, it } from 'vitest'
import { computeOverrideBound } from './override-bound.ts'
import { tallyOf, validatorOf, voteOf } from './testing/tally-world.ts'
import { computeValidatorTally } from './validator-tally.ts'

const YES = 'VOTE_OPTION_YES'
const NO = 'VOTE_OPTION_NO'

const validators = [validatorOf('one', 100n), validatorOf('two', 50n), validatorOf('silent', 30n)]
const bondedTokens = 180n

function view(...votes: ReturnType<typeof voteOf>[]) {
  return computeValidatorTally({ votes, validators, bondedTokens })
}

describe('computeValidatorTally', () => {
  it('counts each validator that voted at its full stake and leaves delegators uncounted', () => {
    const tally = view(
      voteOf('one', YES),
      voteOf('two', [YES, '0.5'], [NO, '0.5']),
      voteOf('del', NO),
    )
    // Yes 100 + 25, No 25.
    expect(tally.tally).toEqual(tallyOf(125n, 0n, 25n, 0n))
    expect(
      tally.validators.map(({ operatorAddress, tokens }) => [operatorAddress, tokens]),
    ).toEqual([
      ['operator-one', 100n],
      ['operator-two', 50n],
    ])
    expect(tally.delegatorVoters).toEqual([voteOf('del', NO)])
    expect(tally.findings).toEqual([])
  })

  it('takes a validator without shares for one without power', () => {
    const empty = [validatorOf('one', 100n, { delegatorShares: 0n })]
    const tally = computeValidatorTally({
      votes: [voteOf('one', YES)],
      validators: empty,
      bondedTokens: 100n,
    })
    expect(tally.tally).toEqual(tallyOf(0n, 0n, 0n, 0n))
    expect(tally.findings).toEqual([{ kind: 'zero-shares', operatorAddress: 'operator-one' }])
  })

  it('does not compare with a pool that is not known', () => {
    const { findings } = computeValidatorTally({ votes: [], validators, bondedTokens: undefined })
    expect(findings).toEqual([])
  })
})

describe('computeOverrideBound', () => {
  it('tells what delegators moved between the options, at least', () => {
    // Validators: Yes 100, No 50. Delegators of `one` moved 20 to No.
    const bound = computeOverrideBound(
      tallyOf(80n, 0n, 70n, 0n),
      view(voteOf('one', YES), voteOf('two', NO)),
    )
    expect(bound).toEqual({
      kind: 'bounded',
      net: tallyOf(-20n, 0n, 20n, 0n),
      // One unit may be the truncation of the option.
      overriddenAtLeast: 19n,
      overriddenAtMost: 150n,
      ofSilentValidators: 0n,
      // `one` voted Yes, and all Yes there is are 80, with less than one unit truncated.
      powerAtMost: new Map([
        ['operator-one', 81n],
        ['operator-two', 50n],
      ]),
    })
  })

  it('tells delegators of silent validators from those who override', () => {
    const bound = computeOverrideBound(
      tallyOf(100n, 12n, 50n, 0n),
      view(voteOf('one', YES), voteOf('two', NO)),
    )
    expect(bound).toMatchObject({ ofSilentValidators: 12n, overriddenAtLeast: 0n })
  })

  it('takes the units lost by truncation for no override', () => {
    // Two halves of an odd stake: 25.5 each, of which the chain shows 25.
    const odd = computeValidatorTally({
      votes: [voteOf('odd', [YES, '0.5'], [NO, '0.5'])],
      validators: [validatorOf('odd', 51n)],
      bondedTokens: 51n,
    })
    expect(computeOverrideBound(tallyOf(25n, 0n, 25n, 0n), odd)).toMatchObject({
      kind: 'bounded',
      overriddenAtLeast: 0n,
      ofSilentValidators: 0n,
    })
  })

  it('divides the room of an option by the weight voted for it', () => {
    const half = view(voteOf('one', [YES, '0.5'], [NO, '0.5']), voteOf('two', NO))
    const bound = computeOverrideBound(tallyOf(20n, 0n, 130n, 0n), half)
    // (20 + 1) ÷ 0.5.
    expect(bound.kind === 'bounded' && bound.powerAtMost.get('operator-one')).toBe(42n)
  })

  it('sees a tally taken before a validator voted, for overriding takes nothing off the whole', () => {
    const bound = computeOverrideBound(
      tallyOf(0n, 0n, 50n, 0n),
      view(voteOf('one', YES), voteOf('two', NO)),
    )
    expect(bound).toEqual({
      kind: 'tally-older-than-votes',
      net: tallyOf(-100n, 0n, 0n, 0n),
      missing: 100n,
    })
  })

  it('says nothing on the grounds of votes no chain would have stored', () => {
    const bound = computeOverrideBound(tallyOf(50n, 0n, 0n, 0n), view(voteOf('one', [YES, '0.5'])))
    expect(bound).toEqual({ kind: 'unusable-votes', net: tallyOf(0n, 0n, 0n, 0n) })
  })
})
