import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tally } from '../proposal.ts'
import { computeOutcome, computeVotedPower } from '../tally.ts'
import { countedPowerOf } from './counted-power.ts'
import { classifyOutlook, type OutlookInput } from './outlook.ts'
import { dec, govParams, tallyOf } from './testing/tally-world.ts'

const params = govParams()

function outlookOf(tally: Tally, silent: Record<string, bigint>, more: Partial<OutlookInput> = {}) {
  const powers = Object.entries(silent).map(([operatorAddress, power]) => ({
    operatorAddress,
    power,
  }))
  const outlook = classifyOutlook({
    counted: countedPowerOf(tally),
    bondedTokens: computeVotedPower(tally) + powers.reduce((sum, { power }) => sum + power, 0n),
    params,
    threshold: dec('0.5'),
    silent: powers,
    ...more,
  })
  if (outlook.kind === 'no-bonded-stake') return outlook
  return {
    ...outlook,
    ways: outlook.ways.map(({ option, leadsTo, powerNeeded, validators }) => [
      option,
      leadsTo.kind === 'passes' ? 'passes' : leadsTo.by,
      powerNeeded,
      validators?.map(({ operatorAddress }) => operatorAddress),
    ]),
  }
}

describe('classifyOutlook', () => {
  it('names the fewest silent validators that can fail a passing proposal, by No or by veto', () => {
    expect(outlookOf(tallyOf(100n, 0n, 20n, 0n), { small: 10n, mid: 40n, big: 60n })).toEqual({
      kind: 'open',
      current: { kind: 'passes' },
      remaining: 110n,
      ways: [
        // 100 ÷ (120 + x) ≤ 1/2 from 80 on: 60 + 40.
        ['VOTE_OPTION_NO', 'threshold', 80n, ['big', 'mid']],
        // x ÷ (120 + x) > 0.334 from x > 40.08 ÷ 0.666 = 60.2 on: 60 is one short.
        ['VOTE_OPTION_NO_WITH_VETO', 'veto', 61n, ['big', 'mid']],
      ],
      // Yes to No: (100 − x) ÷ 120 ≤ 1/2 from 40 on; Yes to veto: x ÷ 120 > 0.334 from 41 on.
      switchNeeded: 40n,
      switchNeededWithRest: 0n,
    })
  })

  it('can be turned by reaching the quorum, by abstaining too where Yes is ahead', () => {
    expect(outlookOf(tallyOf(10n, 0n, 5n, 0n), { a: 50n, b: 35n })).toEqual({
      kind: 'open',
      current: { kind: 'rejected', by: 'quorum' },
      remaining: 85n,
      ways: [
        // 20 of 100 must vote: 5 more. Two thirds of the deciding are Yes already.
        ['VOTE_OPTION_YES', 'passes', 5n, ['a']],
        ['VOTE_OPTION_ABSTAIN', 'passes', 5n, ['a']],
        // x ÷ (15 + x) > 0.334 from x > 5.01 ÷ 0.666 = 7.5 on.
        ['VOTE_OPTION_NO_WITH_VETO', 'veto', 8n, ['a']],
      ],
      // Changing votes does not raise the turnout.
      switchNeeded: undefined,
      switchNeededWithRest: 0n,
    })
  })

  it('is open to changes alone once all that is left cannot change it', () => {
    expect(outlookOf(tallyOf(800n, 0n, 0n, 0n), { a: 60n, b: 40n })).toEqual({
      kind: 'open-to-changes',
      current: { kind: 'passes' },
      remaining: 100n,
      ways: [],
      // Yes to veto: x ÷ 800 > 0.334 from 268 on.
      switchNeeded: 268n,
      // With 100 vetoes more: (100 + x) ÷ 900 > 0.334 from 201 on.
      switchNeededWithRest: 201n,
    })
  })

  it('is not settled by one validator that voted with everything, for its delegators can override it', () => {
    expect(outlookOf(tallyOf(100n, 0n, 0n, 0n), {})).toMatchObject({
      kind: 'open-to-changes',
      current: { kind: 'passes' },
      remaining: 0n,
      // x ÷ 100 > 0.334: delegators of 34 who veto past it.
      switchNeeded: 34n,
    })
  })

  it('is not settled where only votes not cast yet together with changed ones can turn it', () => {
    // Short of a quorum of 0.9, so changes alone do nothing; 40 of Yes lose against 60 of No.
    const quorum = { params: govParams({ quorum: '0.9' }) }
    expect(outlookOf(tallyOf(0n, 0n, 60n, 0n), { a: 40n }, quorum)).toMatchObject({
      kind: 'open-to-changes',
      switchNeeded: undefined,
      // (40 + x) ÷ 100 > 1/2 from 11 on.
      switchNeededWithRest: 11n,
    })
  })

  it('is settled where no vote of all bonded stake can reach a mark', () => {
    const unreachable = { threshold: dec('1') }
    expect(outlookOf(tallyOf(40n, 0n, 0n, 0n), { a: 60n }, unreachable)).toMatchObject({
      kind: 'settled',
      switchNeeded: undefined,
      switchNeededWithRest: undefined,
    })
  })

  it('is open to changes when everyone has voted, for votes can be changed', () => {
    expect(outlookOf(tallyOf(40n, 10n, 50n, 0n), {})).toEqual({
      kind: 'open-to-changes',
      current: { kind: 'rejected', by: 'threshold' },
      remaining: 0n,
      ways: [],
      // (40 + x) ÷ 90 > 1/2 from 6 on.
      switchNeeded: 6n,
      switchNeededWithRest: 6n,
    })
  })

  it('still names a veto of what votes not cast yet cannot make pass, for it burns the deposit', () => {
    // x ÷ (800 + x) > 0.334 needs 402 of 500; Yes needs 801 of them.
    expect(outlookOf(tallyOf(0n, 0n, 800n, 0n), { a: 500n })).toMatchObject({
      kind: 'open-to-changes',
      ways: [['VOTE_OPTION_NO_WITH_VETO', 'veto', 402n, ['a']]],
    })
  })

  it('lets those who have not voted dilute a veto', () => {
    // 40 ÷ (100 + x) ≤ 0.334 from 20 on; Yes is 60 of 100 already.
    expect(outlookOf(tallyOf(60n, 0n, 0n, 40n), { a: 20n })).toMatchObject({
      kind: 'open',
      current: { kind: 'rejected', by: 'veto' },
      ways: [
        ['VOTE_OPTION_YES', 'passes', 20n, ['a']],
        ['VOTE_OPTION_ABSTAIN', 'passes', 20n, ['a']],
      ],
      // 33 ÷ 100 ≤ 0.334: seven leave the veto.
      switchNeeded: 7n,
    })
  })

  it('judges by the threshold given: what would pass a regular vote can fail an expedited one', () => {
    expect(outlookOf(tallyOf(60n, 0n, 40n, 0n), {}, { threshold: dec('0.667') })).toMatchObject({
      current: { kind: 'rejected', by: 'threshold' },
      // (60 + x) ÷ 100 > 0.667.
      switchNeeded: 7n,
    })
  })

  it('takes off the stake of silent validators whose delegators have voted themselves', () => {
    // Silent validators hold 30 + 25, but only 40 have not voted: 15 of their stake has, it is not told whose.
    const outlook = outlookOf(tallyOf(21n, 0n, 0n, 0n), { a: 30n, b: 25n }, { bondedTokens: 61n })
    expect(outlook).toMatchObject({
      kind: 'open',
      remaining: 40n,
      ways: [
        // 21 ÷ (21 + x) ≤ 1/2 from 21 on: 30 − 15 may be too little.
        ['VOTE_OPTION_NO', 'threshold', 21n, ['a', 'b']],
        // x ÷ (21 + x) > 0.334 from 11 on: 30 − 15 is enough.
        ['VOTE_OPTION_NO_WITH_VETO', 'veto', 11n, ['a']],
      ],
    })
  })

  it('names no validators where even all of them may not be enough', () => {
    expect(outlookOf(tallyOf(21n, 0n, 0n, 0n), { a: 10n }, { bondedTokens: 61n })).toMatchObject({
      ways: [
        ['VOTE_OPTION_NO', 'threshold', 21n, undefined],
        ['VOTE_OPTION_NO_WITH_VETO', 'veto', 11n, undefined],
      ],
    })
  })

  it('orders validators of equal power by address, so that each run names the same', () => {
    // 10 ÷ (10 + x) ≤ 1/2 from 10 on.
    expect(outlookOf(tallyOf(10n, 0n, 0n, 0n), { b: 10n, c: 10n, a: 10n })).toMatchObject({
      ways: [['VOTE_OPTION_NO', 'threshold', 10n, ['a']], expect.anything()],
    })
  })

  it('has nothing to say of a chain without bonded stake', () => {
    expect(outlookOf(tallyOf(0n, 0n, 0n, 0n), {})).toEqual({ kind: 'no-bonded-stake' })
  })
})

describe('classifyOutlook against trying everything', () => {
  const few = fc.bigInt({ min: 0n, max: 7n })
  const mark = fc.constantFrom('0', '0.2', '0.334', '0.5', '0.667', '0.9', '1')

  it('is open exactly where some way of voting of the rest gives the other verdict', () => {
    fc.assert(
      fc.property(fc.tuple(few, few, few, few), few, mark, mark, mark, (votes, rest, q, v, t) => {
        const tally = tallyOf(...votes)
        const bondedTokens = computeVotedPower(tally) + rest
        fc.pre(bondedTokens > 0n)
        const marks = govParams({ quorum: q, vetoThreshold: v })
        const passes = (tried: Tally) =>
          computeOutcome(tried, bondedTokens, marks, dec(t))?.kind === 'passes'
        const outlook = classifyOutlook({
          counted: countedPowerOf(tally),
          bondedTokens,
          params: marks,
          threshold: dec(t),
          silent: [{ operatorAddress: 'all', power: rest }],
        })
        if (outlook.kind === 'no-bonded-stake') throw new Error(outlook.kind)
        const turned = spread(rest)
          .filter(([yes, abstain, no, veto]) => {
            const tried = tallyOf(
              tally.yes + yes,
              tally.abstain + abstain,
              tally.no + no,
              tally.noWithVeto + veto,
            )
            return passes(tried) !== passes(tally)
          })
          .map(([yes, abstain, no, veto]) => yes + abstain + no + veto)
        expect(outlook.kind === 'open').toBe(turned.length > 0)
        const needed = outlook.ways
          .filter(({ leadsTo }) => leadsTo.kind !== outlook.current.kind)
          .map(({ powerNeeded }) => powerNeeded)
        expect(least(needed)).toBe(least(turned))
      }),
      { numRuns: 400 },
    )
  })

  it('is settled exactly where no way of voting of all bonded stake gives the other verdict', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(fc.tuple(few, few, few, few), few, mark, mark, mark, (votes, rest, q, v, t) => {
        const tally = tallyOf(...votes)
        const voted = computeVotedPower(tally)
        const bondedTokens = voted + rest
        fc.pre(bondedTokens > 0n)
        const marks = govParams({ quorum: q, vetoThreshold: v })
        const passes = (tried: Tally) =>
          computeOutcome(tried, bondedTokens, marks, dec(t))?.kind === 'passes'
        const { kind } = classifyOutlook({
          counted: countedPowerOf(tally),
          bondedTokens,
          params: marks,
          threshold: dec(t),
          silent: [],
        })
        kinds.add(kind)
        // Votes cast stay cast, for whatever option: at least as much as now.
        const canTurn = spread(bondedTokens)
          .filter((sums) => sums.reduce((sum, part) => sum + part, 0n) >= voted)
          .some((sums) => passes(tallyOf(...sums)) !== passes(tally))
        expect(kind === 'settled').toBe(!canTurn)
      }),
      { numRuns: 100 },
    )
    expect([...kinds].sort()).toEqual(['open', 'open-to-changes', 'settled'])
  })

  it('finds the least power that has to change its vote', () => {
    fc.assert(
      fc.property(fc.tuple(few, few, few, few), few, mark, mark, mark, (votes, rest, q, v, t) => {
        const tally = tallyOf(...votes)
        const voted = computeVotedPower(tally)
        fc.pre(voted + rest > 0n)
        const marks = govParams({ quorum: q, vetoThreshold: v })
        const passes = (tried: Tally) =>
          computeOutcome(tried, voted + rest, marks, dec(t))?.kind === 'passes'
        const outlook = classifyOutlook({
          counted: countedPowerOf(tally),
          bondedTokens: voted + rest,
          params: marks,
          threshold: dec(t),
          silent: [],
        })
        if (outlook.kind === 'no-bonded-stake') throw new Error(outlook.kind)
        const moved = spread(voted)
          .filter((sums) => sums.reduce((sum, part) => sum + part, 0n) === voted)
          .filter((sums) => passes(tallyOf(...sums)) !== passes(tally))
          .map((sums) =>
            votes.reduce((sum, vote, index) => {
              const kept = sums[index] ?? 0n
              return vote > kept ? sum + vote - kept : sum
            }, 0n),
          )
        expect(outlook.switchNeeded).toBe(least(moved))
      }),
      { numRuns: 100 },
    )
  })
})

/** Every way to share at most `total` out over four options. */
function spread(total: bigint): [bigint, bigint, bigint, bigint][] {
  const all: [bigint, bigint, bigint, bigint][] = []
  for (let yes = 0n; yes <= total; yes++) {
    for (let abstain = 0n; abstain <= total - yes; abstain++) {
      for (let no = 0n; no <= total - yes - abstain; no++) {
        for (let veto = 0n; veto <= total - yes - abstain - no; veto++) {
          all.push([yes, abstain, no, veto])
        }
      }
    }
  }
  return all
}

function least(amounts: readonly bigint[]): bigint | undefined {
  return amounts.reduce<bigint | undefined>(
    (smallest, amount) => (smallest === undefined || amount < smallest ? amount : smallest),
    undefined,
  )
}
