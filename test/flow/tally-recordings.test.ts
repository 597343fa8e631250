import { describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { formatDec } from '../../src/domain/decimal.ts'
import { countedPowerOf } from '../../src/domain/tally/counted-power.ts'
import { computeExactTally, type ExactTally } from '../../src/domain/tally/exact-tally.ts'
import { computeGaps } from '../../src/domain/tally/gaps.ts'
import { listNonVoters } from '../../src/domain/tally/non-voters.ts'
import { classifyOutlook } from '../../src/domain/tally/outlook.ts'
import { computeOverrideBound } from '../../src/domain/tally/override-bound.ts'
import { compareTallies } from '../../src/domain/tally/tally-match.ts'
import { computeValidatorTally } from '../../src/domain/tally/validator-tally.ts'
import { applicableThreshold, computeOutcome } from '../../src/domain/tally.ts'
import { labelValidators } from '../../src/domain/validator-label.ts'
import { readRecordedGovernance, readTruthText } from './recorded-governance.ts'

const PIN = '27400494'

const truthSchema = z.object({
  steady: z.object({
    height: z.number(),
    bonded_tokens: z.string(),
    voting: z.array(
      z.object({
        id: z.number(),
        tally: z.object({
          yes_count: z.string(),
          abstain_count: z.string(),
          no_count: z.string(),
          no_with_veto_count: z.string(),
        }),
        votes: z.number(),
        validator_votes: z.number(),
        delegator_votes: z.number(),
        turnout: z.string(),
        quorum_reached: z.boolean(),
        vetoed: z.boolean(),
        threshold: z.string(),
        would_pass_now: z.boolean(),
        nonvoting_bonded_count: z.number(),
        nonvoting_bonded_tokens: z.string(),
        nonvoting_top30: z.array(
          z.object({ operator: z.string(), moniker: z.string(), tokens: z.string() }),
        ),
      }),
    ),
  }),
})

const truth = truthSchema.parse(JSON.parse(readTruthText())).steady
const recorded = readRecordedGovernance('steady')

function readWorld(id: number, height: string) {
  const params = recorded.params(height)
  return {
    votes: recorded.votes(id, height),
    validators: recorded.bondedValidators(height),
    delegationsByVoter: recorded.delegationsByVoter(height),
    bondedTokens: recorded.bondedTokens(height),
    params,
    threshold: applicableThreshold({ expedited: recorded.isExpedited(id, height) }, params),
  }
}

function matchOfficial(id: number, height: string, { tally }: ExactTally) {
  const official = { tally: recorded.tally(id, height), height: BigInt(height) }
  return compareTallies(official, { tally, height: BigInt(height) })
}

describe('the open proposals of the recording', () => {
  it('are the eight the truth names, read at its height', () => {
    expect(truth.height).toBe(Number(PIN))
    expect(truth.voting.map(({ id }) => id)).toEqual([344, 345, 346, 347, 352, 353, 354, 355])
    expect(recorded.bondedTokens(PIN)).toBe(BigInt(truth.bonded_tokens))
  })

  describe.each(truth.voting)('#$id', (expected) => {
    const world = readWorld(expected.id, PIN)
    const exact = computeExactTally(world)
    const { bondedTokens, params, threshold, validators, votes } = world

    it('is recounted to the unit as the node counts it, with nothing odd about what was read', () => {
      expect(matchOfficial(expected.id, PIN, exact)).toEqual({ kind: 'equal' })
      expect(exact.isComplete).toBe(true)
      expect(exact.findings).toEqual([])
    })

    it('has the turnout of the truth in all 18 digits, for it is divided before truncating', () => {
      // `0E-18` is how the truth prints a zero.
      expect(formatDec(exact.turnout ?? -1n)).toBe(
        expected.turnout === '0E-18' ? '0.000000000000000000' : expected.turnout,
      )
    })

    it('would end as the truth says, judged by its own threshold', () => {
      expect(formatDec(threshold)).toBe(expected.threshold)
      expect(exact.outcome?.kind === 'passes').toBe(expected.would_pass_now)
      expect(computeOutcome(exact.tally, bondedTokens, params, threshold)).toEqual(exact.outcome)
      const gaps = computeGaps(exact, bondedTokens, params, threshold)
      expect(gaps.quorum.kind).toBe(expected.quorum_reached ? 'reached' : 'missing')
      expect(gaps.veto.kind === 'vetoed').toBe(expected.vetoed)
    })

    it('has as many votes of validators and delegators as the truth', () => {
      const byValidators = exact.voters.filter(({ operatorAddress }) => operatorAddress)
      expect(exact.voters).toHaveLength(expected.votes)
      expect(byValidators).toHaveLength(expected.validator_votes)
      const view = computeValidatorTally({ votes, validators, bondedTokens })
      expect(view.delegatorVoters).toHaveLength(expected.delegator_votes)
    })

    it('names the non-voters of the truth in its order, with their number and power', () => {
      const silent = listNonVoters({ validators, votes, bondedTokens })
      expect(silent).toHaveLength(expected.nonvoting_bonded_count)
      expect(silent.at(-1)?.cumulativeTokens).toBe(BigInt(expected.nonvoting_bonded_tokens))
      expect(
        silent.slice(0, 30).map(({ operatorAddress, moniker, tokens }) => ({
          operator: operatorAddress,
          moniker,
          tokens: tokens.toString(),
        })),
      ).toEqual(expected.nonvoting_top30)
    })

    it('bounds what delegators did around what they did', () => {
      const bound = computeOverrideBound(
        exact.tally,
        computeValidatorTally({ votes, validators, bondedTokens }),
      )
      if (bound.kind !== 'bounded') throw new Error(bound.kind)
      const overridden = exact.delegatorVotes
        .filter((vote) => vote.overridden !== undefined)
        .reduce((sum, { power }) => sum + power, 0n)
      expect(bound.overriddenAtLeast * 10n ** 18n).toBeLessThanOrEqual(overridden)
      expect(bound.overriddenAtMost * 10n ** 18n).toBeGreaterThanOrEqual(overridden)
      for (const { operatorAddress, effectivePower, vote } of exact.validators) {
        if (vote === undefined) continue
        const most = bound.powerAtMost.get(operatorAddress) ?? 0n
        expect(most * 10n ** 18n).toBeGreaterThanOrEqual(effectivePower)
      }
    })
  })

  it('need the delegations: #353 is wrong when its delegators are taken to own nothing', () => {
    const world = readWorld(353, PIN)
    const operators = new Set(world.validators.map(({ accountAddress }) => accountAddress))
    const ofOperators = new Map(
      [...world.delegationsByVoter].map(([voter, delegations]) => [
        voter,
        operators.has(voter) ? delegations : [],
      ]),
    )
    const partial = computeExactTally({ ...world, delegationsByVoter: ofOperators })
    expect(matchOfficial(353, PIN, partial).kind).toBe('different')
  })
})

describe('rounds that ended', () => {
  it('recounts #342 one block before its end, which passed by the parameters of then', () => {
    const exact = computeExactTally(readWorld(342, '27400257'))
    expect(matchOfficial(342, '27400257', exact)).toEqual({ kind: 'equal' })
    expect(exact.isComplete).toBe(true)
    expect(exact.findings).toEqual([])
    expect(exact.outcome).toEqual({ kind: 'passes' })
  })

  it('recounts the first round of #354, which failed the expedited threshold and no other', () => {
    const world = readWorld(354, '27400480')
    const exact = computeExactTally(world)
    expect(matchOfficial(354, '27400480', exact)).toEqual({ kind: 'equal' })
    expect(exact.isComplete).toBe(true)
    expect(exact.findings).toEqual([])
    expect(formatDec(world.threshold)).toBe('0.667000000000000000')
    expect(exact.outcome).toEqual({ kind: 'rejected', by: 'threshold' })
    expect(computeExactTally({ ...world, threshold: world.params.threshold }).outcome).toEqual({
      kind: 'passes',
    })
  })

  it('tells how much the first round of #354 missed: one Yes less would not have been enough', () => {
    const world = readWorld(354, '27400480')
    const { tally } = computeExactTally(world)
    const { threshold: gap } = computeGaps(
      countedPowerOf(tally),
      world.bondedTokens,
      world.params,
      world.threshold,
    )
    if (gap.kind !== 'missing') throw new Error(gap.kind)
    const outcomeWith = (more: bigint) =>
      computeOutcome(
        { ...tally, yes: tally.yes + more },
        world.bondedTokens,
        world.params,
        world.threshold,
      )
    expect(outcomeWith(gap.missing.tokens)).toEqual({ kind: 'passes' })
    expect(outcomeWith(gap.missing.tokens - 1n)).toEqual({ kind: 'rejected', by: 'threshold' })
  })
})

describe('labels of the recorded validators', () => {
  it('tell all hundred apart, though monikers are blank, hidden, reversed and shared', () => {
    const validators = recorded.bondedValidators(PIN)
    const labels = labelValidators(validators)
    expect(new Set([...labels.values()].map(({ text }) => text)).size).toBe(100)
    expect(new Set(validators.map(({ moniker }) => moniker)).size).toBeLessThan(100)
  })
})

describe('the outlook of #354 after its conversion', () => {
  it('is open: the greatest silent validator alone can turn it, and Yes voters can as well', () => {
    const world = readWorld(354, PIN)
    const outlook = classifyOutlook({
      ...world,
      counted: computeExactTally(world),
      silent: listNonVoters(world).map(({ operatorAddress, tokens }) => ({
        operatorAddress,
        power: tokens,
      })),
    })
    if (outlook.kind !== 'open') throw new Error(outlook.kind)
    expect(outlook.current).toEqual({ kind: 'passes' })
    expect(outlook.ways.map(({ option, validators }) => [option, validators?.length])).toEqual([
      ['VOTE_OPTION_NO', 1],
      ['VOTE_OPTION_NO_WITH_VETO', 1],
    ])
    expect(outlook.switchNeeded).toBeGreaterThan(0n)
  })
})
