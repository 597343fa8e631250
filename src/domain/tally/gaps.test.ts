import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEC_ONE, decFromInt, formatDec } from '../decimal.ts'
import type { Tally } from '../proposal.ts'
import { computeTallyShares } from '../tally.ts'
import { countedPowerOf } from './counted-power.ts'
import { computeGaps, computeRemainingPower } from './gaps.ts'
import { dec, govParams, tallyOf } from './testing/tally-world.ts'

function gapsOf(tally: Tally, bondedTokens = 1000n, threshold = '0.5', marks = {}) {
  return computeGaps(countedPowerOf(tally), bondedTokens, govParams(marks), dec(threshold))
}

describe('the quorum gap', () => {
  it.each([
    // 20 % of 1000 is 200, and 200 is enough.
    ['nothing has voted', tallyOf(0n, 0n, 0n, 0n), 1000n, 200n, '0.200000000000000000'],
    ['one unit is missing', tallyOf(100n, 99n, 0n, 0n), 1000n, 1n, '0.001000000000000000'],
    // 20 % of 1003 is 200.6: 200 ÷ 1003 is below, 201 ÷ 1003 is not.
    ['the mark is no whole number', tallyOf(200n, 0n, 0n, 0n), 1003n, 1n, '0.000997008973080758'],
  ])('is the least power that is enough when %s', (_when, tally, bonded, tokens, share) => {
    const { quorum } = gapsOf(tally, bonded)
    if (quorum.kind !== 'missing') throw new Error(quorum.kind)
    expect(quorum.missing.tokens).toBe(tokens)
    expect(formatDec(quorum.missing.shareOfBonded ?? 0n)).toBe(share)
  })

  it('is closed at exactly the quorum, which is inclusive, with abstentions counting', () => {
    expect(gapsOf(tallyOf(0n, 200n, 0n, 0n)).quorum).toEqual({ kind: 'reached' })
  })

  it('judges by the sums before truncation, which can hold what the reported tally lost', () => {
    // 50 + 50 + 50 + 49.999…: reported as 199, while 200 voted.
    const sum = dec('50')
    const counted = {
      sums: { yes: sum, abstain: sum, no: sum, noWithVeto: sum - 1n },
      votedPower: decFromInt(200n),
    }
    expect(computeGaps(counted, 1000n, govParams(), dec('0.5')).quorum).toEqual({ kind: 'reached' })
  })

  it('has no meaning without bonded stake, and no end with a quorum above one', () => {
    expect(gapsOf(tallyOf(1n, 0n, 0n, 0n), 0n).quorum).toEqual({ kind: 'no-bonded-stake' })
    expect(gapsOf(tallyOf(1000n, 0n, 0n, 0n), 1000n, '0.5', { quorum: '1.1' }).quorum).toEqual({
      kind: 'unreachable',
    })
  })
})

describe('the threshold gap', () => {
  it.each([
    // 50 ÷ 100 is the threshold, which must be exceeded: 51 ÷ 101.
    ['exactly at 50 %', tallyOf(50n, 0n, 50n, 0n), '0.5', 1n],
    // (40 + x) ÷ (100 + x) > 1/2 from x = 21 on: 61 ÷ 121; 60 ÷ 120 is not enough.
    ['at 40 %', tallyOf(40n, 900n, 50n, 10n), '0.5', 21n],
    // (600 + x) ÷ (1000 + x) > 0.667 from x > 67 ÷ 0.333 = 201.2 on.
    ['expedited at 60 %', tallyOf(600n, 0n, 400n, 0n), '0.667', 202n],
    // x ÷ (100 + x) > 1/2.
    ['without a Yes', tallyOf(0n, 0n, 100n, 0n), '0.5', 101n],
  ])('is the least further Yes that exceeds it: %s', (_where, tally, threshold, tokens) => {
    expect(gapsOf(tally, 10_000n, threshold).threshold).toMatchObject({
      kind: 'missing',
      missing: { tokens },
      isWithinRemaining: true,
    })
  })

  it('says when more Yes is missing than has not voted yet', () => {
    // x ÷ (900 + x) > 1/2 needs 901 of the 100 left.
    expect(gapsOf(tallyOf(0n, 0n, 900n, 0n)).threshold).toMatchObject({
      missing: { tokens: 901n },
      isWithinRemaining: false,
    })
  })

  it.each([
    // 60 ÷ (80 + x) ≤ 1/2 from x = 40 on.
    ['60 of 80', tallyOf(60n, 5n, 20n, 0n), '0.5', 40n],
    // 51 ÷ 101 > 1/2, 51 ÷ 102 is not.
    ['51 of 101', tallyOf(51n, 0n, 50n, 0n), '0.5', 1n],
    ['all', tallyOf(1n, 0n, 0n, 0n), '0.5', 1n],
  ])(
    'is exceeded by %s, with the least No that brings it down',
    (_share, tally, threshold, tokens) => {
      expect(gapsOf(tally, 1000n, threshold).threshold).toMatchObject({
        kind: 'exceeded',
        noToFail: { tokens },
      })
    },
  )

  it('cannot be undone by any No where the threshold is zero', () => {
    expect(gapsOf(tallyOf(1n, 0n, 9n, 0n), 1000n, '0').threshold).toEqual({
      kind: 'exceeded',
      noToFail: undefined,
    })
  })

  it('has no meaning where nothing but abstentions voted, or nothing', () => {
    expect(gapsOf(tallyOf(0n, 500n, 0n, 0n)).threshold).toEqual({ kind: 'no-deciding-votes' })
    expect(gapsOf(tallyOf(0n, 0n, 0n, 0n)).threshold).toEqual({ kind: 'no-deciding-votes' })
  })

  it('cannot exceed a threshold of one', () => {
    expect(gapsOf(tallyOf(9n, 0n, 0n, 0n), 1000n, '1').threshold).toEqual({ kind: 'unreachable' })
  })
})

describe('the veto distance', () => {
  it('is the least further veto that exceeds the mark', () => {
    // x ÷ (100 + x) > 0.334 from x > 33.4 ÷ 0.666 = 50.15 on.
    expect(gapsOf(tallyOf(100n, 0n, 0n, 0n)).veto).toMatchObject({
      kind: 'below',
      vetoToReject: { tokens: 51n },
    })
  })

  it('does not count a share of exactly the mark as a veto', () => {
    // 334 ÷ 1000 is the mark; 335 ÷ 1001 is above.
    expect(gapsOf(tallyOf(666n, 0n, 0n, 334n), 2000n).veto).toMatchObject({
      kind: 'below',
      vetoToReject: { tokens: 1n },
    })
  })

  it('is the least further power that dilutes a veto', () => {
    // 40 ÷ (100 + x) ≤ 0.334 from x ≥ 19.76 on.
    expect(gapsOf(tallyOf(60n, 0n, 0n, 40n)).veto).toMatchObject({
      kind: 'vetoed',
      othersToLift: { tokens: 20n },
    })
  })

  it('knows of no way up to a mark of one, nor down to one of zero', () => {
    expect(gapsOf(tallyOf(9n, 0n, 0n, 9n), 1000n, '0.5', { vetoThreshold: '1' }).veto).toEqual({
      kind: 'below',
      vetoToReject: undefined,
    })
    expect(gapsOf(tallyOf(9n, 0n, 0n, 9n), 1000n, '0.5', { vetoThreshold: '0' }).veto).toEqual({
      kind: 'vetoed',
      othersToLift: undefined,
    })
  })

  it('has no meaning before the first vote', () => {
    expect(gapsOf(tallyOf(0n, 0n, 0n, 0n)).veto).toEqual({ kind: 'no-votes' })
  })
})

describe('every gap', () => {
  const power = fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 15n }),
    fc.bigInt({ min: 0n, max: 10n ** 30n }),
  )
  const share = fc.oneof(
    fc.bigInt({ min: 0n, max: DEC_ONE - 1n }),
    fc.constantFrom(0n, 1n, DEC_ONE / 2n, DEC_ONE - 1n),
  )

  it('is the smallest: with one base unit less the mark is still missed', () => {
    fc.assert(
      fc.property(
        fc.tuple(power, power, power, power),
        power,
        share,
        share,
        (votes, silent, mark, veto) => {
          const tally = tallyOf(...votes)
          const bonded = votes.reduce((sum, vote) => sum + vote, silent)
          const params = { ...govParams(), quorum: mark, vetoThreshold: veto }
          const gaps = computeGaps(countedPowerOf(tally), bonded, params, mark)
          const turnout = (more: bigint) =>
            computeTallyShares({ ...tally, abstain: tally.abstain + more }, bonded).turnout ?? -1n
          if (gaps.quorum.kind === 'missing') {
            const { tokens } = gaps.quorum.missing
            expect(turnout(tokens)).toBeGreaterThanOrEqual(mark)
            expect(turnout(tokens - 1n)).toBeLessThan(mark)
          }
          const yes = (moreYes: bigint, moreNo: bigint) =>
            computeTallyShares(
              { ...tally, yes: tally.yes + moreYes, no: tally.no + moreNo },
              bonded,
            ).yesOfDeciding ?? -1n
          if (gaps.threshold.kind === 'missing') {
            const { tokens } = gaps.threshold.missing
            expect(yes(tokens, 0n)).toBeGreaterThan(mark)
            expect(yes(tokens - 1n, 0n)).toBeLessThanOrEqual(mark)
          }
          if (gaps.threshold.kind === 'exceeded' && mark > 0n) {
            const tokens = gaps.threshold.noToFail?.tokens ?? -1n
            expect(yes(0n, tokens)).toBeLessThanOrEqual(mark)
            expect(yes(0n, tokens - 1n)).toBeGreaterThan(mark)
          }
          const vetoed = (moreVeto: bigint, others: bigint) =>
            computeTallyShares(
              {
                ...tally,
                noWithVeto: tally.noWithVeto + moreVeto,
                abstain: tally.abstain + others,
              },
              bonded,
            ).vetoOfVoted ?? -1n
          if (gaps.veto.kind === 'below') {
            const tokens = gaps.veto.vetoToReject?.tokens ?? -1n
            expect(vetoed(tokens, 0n)).toBeGreaterThan(veto)
            expect(vetoed(tokens - 1n, 0n)).toBeLessThanOrEqual(veto)
          }
          if (gaps.veto.kind === 'vetoed' && veto > 0n) {
            const tokens = gaps.veto.othersToLift?.tokens ?? -1n
            expect(vetoed(0n, tokens)).toBeLessThanOrEqual(veto)
            expect(vetoed(0n, tokens - 1n)).toBeGreaterThan(veto)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('computeRemainingPower', () => {
  it('is what is bonded and has not voted, never below zero for a tally of another height', () => {
    expect(computeRemainingPower(countedPowerOf(tallyOf(1n, 2n, 3n, 4n)), 100n)).toBe(90n)
    expect(computeRemainingPower(countedPowerOf(tallyOf(100n, 2n, 0n, 0n)), 100n)).toBe(0n)
  })
})
