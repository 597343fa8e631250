import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEC_ONE, formatDec } from '../decimal.ts'
import type { Outcome } from '../tally.ts'
import { truncateSums } from './counted-power.ts'
import { computeExactTally } from './exact-tally.ts'
import { computeOverrideBound } from './override-bound.ts'
import { hasVotingOperatorElsewhere, inputOf, randomWorld } from './testing/random-world.ts'
import { countSlowly } from './testing/slow-tally.ts'
import { computeValidatorTally } from './validator-tally.ts'

const WORLDS = { numRuns: 500 }

describe('computeExactTally on random worlds', () => {
  it('counts 500 of them as an independent implementation of the description does', () => {
    let operatorsElsewhere = 0
    const verdicts = new Set<string>()
    fc.assert(
      fc.property(randomWorld, (world) => {
        if (hasVotingOperatorElsewhere(world)) operatorsElsewhere++
        const slow = countSlowly(world)
        verdicts.add(slow.verdict)
        const { tally, votedPower, turnout, outcome, isComplete } = computeExactTally(
          inputOf(world),
        )
        expect({
          counts: [tally.yes, tally.abstain, tally.no, tally.noWithVeto].map(String),
          total: formatDec(votedPower),
          turnout: turnout === undefined ? undefined : formatDec(turnout),
          verdict: verdictOf(outcome),
        }).toEqual(slow)
        expect(isComplete).toBe(true)
      }),
      WORLDS,
    )
    // What the worlds are there for must have been among them.
    expect(operatorsElsewhere).toBeGreaterThan(50)
    expect(verdicts).toContain('passes')
    expect(verdicts).toContain('quorum')
    expect(verdicts).toContain('veto')
    expect(verdicts).toContain('threshold')
  })

  it('does not care in which order votes, validators and delegations come', () => {
    fc.assert(
      fc.property(
        randomWorld.chain((world) =>
          fc.record({
            world: fc.constant(world),
            shuffled: fc.record({
              votes: shuffle(world.votes),
              validators: shuffle(world.validators),
              delegations: shuffle(world.delegations),
            }),
          }),
        ),
        ({ world, shuffled }) => {
          const { sums, votedPower } = computeExactTally(inputOf(world))
          const again = computeExactTally(inputOf({ ...world, ...shuffled }))
          expect(again.sums).toEqual(sums)
          expect(again.votedPower).toBe(votedPower)
        },
      ),
    )
  })

  it('gives the options together no more than voted, and voters no more than is bonded, but for dust', () => {
    fc.assert(
      fc.property(randomWorld, (world) => {
        const input = inputOf(world)
        const { sums, votedPower } = computeExactTally(input)
        const total = sums.yes + sums.abstain + sums.no + sums.noWithVeto
        // Each product and each quotient is off by half a last digit at most: one for each option counted.
        const dust = BigInt(4 * (world.delegations.length + world.validators.length))
        expect(total - votedPower).toBeLessThanOrEqual(dust)
        expect(votedPower - input.bondedTokens * DEC_ONE).toBeLessThanOrEqual(dust)
      }),
    )
  })

  it('shares the voted power out among voters, and each voter is one of them once', () => {
    fc.assert(
      fc.property(randomWorld, (world) => {
        const { voters, votedPower } = computeExactTally(inputOf(world))
        expect(voters.reduce((sum, { power }) => sum + power, 0n)).toBe(votedPower)
        expect(voters.map(({ vote }) => vote.voter)).toEqual(world.votes.map(({ voter }) => voter))
      }),
    )
  })

  it('splits each bonded validator into what it inherits and what its voters own, losing dust only', () => {
    fc.assert(
      fc.property(randomWorld, (world) => {
        const { validators, delegatorVotes } = computeExactTally(inputOf(world))
        for (const { operatorAddress, effectivePower } of validators) {
          const tokens = world.validators.find(
            ({ operator }) => operator === operatorAddress,
          )?.tokens
          const ofDelegators = delegatorVotes
            .filter((vote) => vote.operatorAddress === operatorAddress)
            .reduce((sum, { power }) => sum + power, 0n)
          const lost = BigInt(tokens ?? 0) * DEC_ONE - effectivePower - ofDelegators
          expect(lost < 0n ? -lost : lost).toBeLessThanOrEqual(BigInt(world.votes.length + 1))
        }
      }),
    )
  })

  it('is back at the validators alone once everybody but operators has withdrawn, with no stake elsewhere', () => {
    fc.assert(
      fc.property(randomWorld, (world) => {
        const operators = world.validators.map(({ account }) => account)
        const input = inputOf({
          ...world,
          votes: world.votes.filter(({ voter }) => operators.includes(voter)),
          delegations: world.delegations.filter(
            ({ delegator, operator }) => delegator.replace('account', 'operator') === operator,
          ),
        })
        const exact = computeExactTally(input)
        const view = computeValidatorTally(input)
        const dust = BigInt(4 * world.validators.length)
        for (const option of ['yes', 'abstain', 'no', 'noWithVeto'] as const) {
          const off = exact.sums[option] - view.sums[option]
          expect(off < 0n ? -off : off).toBeLessThanOrEqual(dust)
        }
        expect(exact.delegatorVotes).toEqual([])
      }),
    )
  })
})

describe('computeOverrideBound on random worlds', () => {
  it('holds the true overrides and every true power between its bounds', () => {
    fc.assert(
      fc.property(randomWorld, (world) => {
        const input = inputOf(world)
        const exact = computeExactTally(input)
        const view = computeValidatorTally(input)
        const bound = computeOverrideBound(exact.tally, view)
        // Weights of zero are no votes a chain stores.
        fc.pre(bound.kind !== 'unusable-votes')
        if (bound.kind !== 'bounded') throw new Error(bound.kind)
        let overridden = 0n
        let ofSilent = 0n
        for (const { power, overridden: vote } of exact.delegatorVotes) {
          if (vote === undefined) ofSilent += power
          else overridden += power
        }
        expect(bound.overriddenAtLeast * DEC_ONE).toBeLessThanOrEqual(overridden)
        expect(bound.overriddenAtMost * DEC_ONE + 100n).toBeGreaterThanOrEqual(overridden)
        const off = bound.ofSilentValidators * DEC_ONE - ofSilent
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(4n * DEC_ONE)
        for (const { operatorAddress, vote, effectivePower } of exact.validators) {
          if (vote === undefined) continue
          const most = bound.powerAtMost.get(operatorAddress) ?? -1n
          expect(most * DEC_ONE + 100n).toBeGreaterThanOrEqual(effectivePower)
        }
      }),
      WORLDS,
    )
  })

  it('truncates as the chain does, so that the official tally is the sums without their fractions', () => {
    fc.assert(
      fc.property(randomWorld, (world) => {
        const { tally, sums } = computeExactTally(inputOf(world))
        expect(tally).toEqual(truncateSums(sums))
        expect(sums.yes - tally.yes * DEC_ONE).toBeLessThan(DEC_ONE)
      }),
    )
  })
})

function shuffle<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length })
}

function verdictOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'no-stake'
  return outcome.kind === 'passes' ? 'passes' : outcome.by
}
