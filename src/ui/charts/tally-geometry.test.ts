import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../domain/decimal.ts'
import {
  computeDecisionGeometry,
  computeMarkPermille,
  computeTurnoutGeometry,
} from './tally-geometry.ts'

const tally = { yes: 500n, no: 250n, noWithVeto: 50n, abstain: 100n }
const lengths = (geometry: ReturnType<typeof computeDecisionGeometry>) =>
  geometry?.segments.map(({ option, permille }) => [option, permille])

describe('computeTurnoutGeometry', () => {
  it('draws each option as its share of the bonded stake and leaves the rest empty', () => {
    expect(lengths(computeTurnoutGeometry(tally, 2000n))).toEqual([
      ['yes', 250],
      ['no', 125],
      ['veto', 25],
      ['abstain', 50],
    ])
  })

  it('draws nothing when the bonded stake is not known, as unknown is not zero', () => {
    expect(computeTurnoutGeometry(tally, undefined)).toBeUndefined()
    expect(computeTurnoutGeometry(tally, 0n)).toBeUndefined()
  })

  it('fills the bar and no more when more voted than is bonded', () => {
    const geometry = computeTurnoutGeometry(tally, 100n)
    expect(geometry?.segments.reduce((sum, { permille }) => sum + permille, 0)).toBe(1000)
  })

  it('never draws more than the whole, and exactly what has voted', () => {
    const power = fc.bigInt({ min: 0n, max: 10n ** 15n })
    fc.assert(
      fc.property(power, power, power, power, power, (yes, no, noWithVeto, abstain, unvoted) => {
        const voted = yes + no + noWithVeto + abstain
        const bonded = voted + unvoted + 1n
        const geometry = computeTurnoutGeometry({ yes, no, noWithVeto, abstain }, bonded)
        const sum = geometry?.segments.reduce((total, { permille }) => total + permille, 0) ?? -1
        return sum <= 1000 && sum === Number((voted * 1000n) / bonded)
      }),
    )
  })
})

describe('computeDecisionGeometry', () => {
  it('leaves abstentions out, as they do not decide', () => {
    // 500, 250 and 50 of 800; the ends are 625, 937.5 and 1000
    expect(lengths(computeDecisionGeometry(tally))).toEqual([
      ['yes', 625],
      ['no', 312],
      ['veto', 63],
    ])
  })

  it('has nothing to draw when all abstained', () => {
    expect(
      computeDecisionGeometry({ yes: 0n, no: 0n, noWithVeto: 0n, abstain: 9n }),
    ).toBeUndefined()
  })

  it('does not draw yes beyond a threshold it has not reached', () => {
    const geometry = computeDecisionGeometry({
      yes: 49_999n,
      no: 50_001n,
      noWithVeto: 0n,
      abstain: 0n,
    })
    expect(geometry?.segments[0]?.permille).toBeLessThan(computeMarkPermille(DEC_ONE / 2n))
  })
})

describe('computeMarkPermille', () => {
  it('keeps marks inside the bar whatever the parameters say', () => {
    expect(computeMarkPermille(DEC_ONE / 5n)).toBe(200)
    expect(computeMarkPermille(3n * DEC_ONE)).toBe(1000)
    expect(computeMarkPermille(-DEC_ONE)).toBe(0)
  })
})
