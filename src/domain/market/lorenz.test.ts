import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeLorenz } from './lorenz.ts'
import { computeConcentration } from './metrics/concentration.ts'

function curveOf(weights: readonly bigint[]) {
  const held = weights.map((weight, index) => ({ name: `p${index}`, weight }))
  const concentration = computeConcentration(held)
  if (concentration.kind === 'none') throw new Error('nobody holds anything')
  return { ...computeLorenz(concentration.ranked), gini: concentration.gini }
}

/** From single leases to run-rates of 18 decimals. */
const weights = fc.array(fc.bigInt({ min: 1n, max: 10n ** 30n }), { minLength: 1, maxLength: 60 })

describe('computeLorenz', () => {
  it('adds up the holdings from the smallest on, and names who comes in', () => {
    expect(curveOf([1n, 6n, 3n])).toMatchObject({
      holders: 3,
      total: 10n,
      points: [
        { holders: 0, weight: 0n, last: undefined },
        { holders: 1, weight: 1n, last: { name: 'p0', weight: 1n } },
        { holders: 2, weight: 4n, last: { name: 'p2', weight: 3n } },
        { holders: 3, weight: 10n, last: { name: 'p1', weight: 6n } },
      ],
    })
  })

  it('is the start alone where nobody holds anything', () => {
    expect(computeLorenz([])).toEqual({
      holders: 0,
      total: 0n,
      points: [{ holders: 0, weight: 0n, last: undefined }],
    })
  })

  it('never rises less than before, nor above the diagonal, and ends with all', () => {
    fc.assert(
      fc.property(weights, (held) => {
        const { points, holders, total } = curveOf(held)
        let step = 0n
        for (const [index, point] of points.entries()) {
          const rise = point.weight - (points[index - 1]?.weight ?? 0n)
          expect(rise >= step).toBe(true)
          step = rise
          expect(point.weight * BigInt(holders) <= total * BigInt(point.holders)).toBe(true)
        }
        expect(points.at(-1)).toMatchObject({ holders: held.length, weight: total })
      }),
    )
  })

  it('encloses with the diagonal half of the Gini coefficient, which is computed otherwise', () => {
    fc.assert(
      fc.property(weights, (held) => {
        const { points, holders, total, gini } = curveOf(held)
        // Trapezoids under the curve, in parts of 2 × holders × total.
        const under = points.reduce(
          (sum, { weight }, index) => sum + weight + (points[index - 1]?.weight ?? 0n),
          0n,
        )
        const whole = BigInt(holders) * total
        expect(Number(whole - under) / Number(whole)).toBeCloseTo(gini, 9)
      }),
    )
  })
})
