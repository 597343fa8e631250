import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWhole, divideWhole, toWhole } from './whole.ts'

const EDGE = 2n ** 53n
const integer = fc.oneof(
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
  fc.bigInt({ min: -(2n ** 32n) - 9n, max: 2n ** 32n + 9n }),
  fc.bigInt({ min: EDGE - 9n, max: EDGE + 9n }),
  fc.bigInt({ min: -EDGE - 9n, max: 9n - EDGE }),
)

describe('Whole', () => {
  it('stands for the very integer it was made of, in a number as far as those are exact', () => {
    fc.assert(
      fc.property(integer, (value) => {
        const whole = toWhole(value)
        expect(BigInt(whole)).toBe(value)
        expect(typeof whole).toBe(value > -EDGE && value < EDGE ? 'number' : 'bigint')
      }),
    )
  })

  it('adds up to what bigints add up to, past what a number holds and back', () => {
    fc.assert(
      fc.property(fc.array(integer), (values) => {
        let sum = toWhole(0n)
        for (const value of values) sum = addWhole(sum, toWhole(value))
        expect(BigInt(sum)).toBe(values.reduce((all, value) => all + value, 0n))
      }),
    )
  })

  it('divides as bigints do, just below, at and just above whole quotients too', () => {
    const positive = fc.oneof(
      fc.bigInt({ min: 1n, max: 2n ** 40n }),
      fc.bigInt({ min: 1n, max: 10n ** 30n }),
    )
    fc.assert(
      fc.property(positive, positive, fc.bigInt({ min: -2n, max: 2n }), (divisor, times, off) => {
        for (const dividend of [times, divisor * times + off]) {
          if (dividend < 0n) continue
          expect(divideWhole(dividend, divisor)).toBe(dividend / divisor)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('has no zero below zero, which would be another key of a map', () => {
    expect(Object.is(toWhole(0n), 0)).toBe(true)
  })
})
