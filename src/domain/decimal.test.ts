import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEC_ONE,
  decFromInt,
  divideDec,
  formatDec,
  multiplyDec,
  parseDec,
  parseScaledDec,
  truncateDec,
} from './decimal.ts'

const dec = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })

describe('LegacyDec arithmetic', () => {
  // 0.5 × 10^-18 is half a last digit: the even neighbour wins (legacy_dec.go, chopPrecisionAndRound).
  it.each([
    [1n, DEC_ONE / 2n, 0n],
    [3n, DEC_ONE / 2n, 2n],
    [5n, DEC_ONE / 2n, 2n],
    [-3n, DEC_ONE / 2n, -2n],
    [DEC_ONE, DEC_ONE, DEC_ONE],
  ])('multiplies %i by %i to %i, rounding half to even', (a, b, product) => {
    expect(multiplyDec(a, b)).toBe(product)
  })

  it.each([
    ['1', '3', '0.333333333333333333'],
    ['2', '3', '0.666666666666666667'],
    ['1', '1', '1.000000000000000000'],
    ['-2', '3', '-0.666666666666666667'],
  ])('divides %s by %s to %s', (a, b, quotient) => {
    const [dividend, divisor] = [parseDec(a), parseDec(b)]
    if (dividend === undefined || divisor === undefined) throw new Error('the table is malformed')
    expect(formatDec(divideDec(dividend, divisor))).toBe(quotient)
  })

  it('refuses to divide by zero rather than to answer something', () => {
    expect(() => divideDec(DEC_ONE, 0n)).toThrow('division by zero')
  })

  it('is off from the exact product by half a last digit at most', () => {
    fc.assert(
      fc.property(dec, dec, (a, b) => {
        const error = multiplyDec(a, b) * DEC_ONE - a * b
        expect((error < 0n ? -error : error) * 2n <= DEC_ONE).toBe(true)
      }),
    )
  })

  it('undoes a multiplication by an integer', () => {
    fc.assert(
      fc.property(dec, fc.bigInt({ min: 1n, max: 10n ** 12n }), (a, n) => {
        expect(divideDec(multiplyDec(a, decFromInt(n)), decFromInt(n))).toBe(a)
      }),
    )
  })

  it('truncates towards zero, as the tally does at its end', () => {
    expect(truncateDec(-DEC_ONE - DEC_ONE / 2n)).toBe(-1n)
    expect(truncateDec(DEC_ONE * 2n - 1n)).toBe(1n)
  })
})

describe('decimal text', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(dec, (value) => {
        expect(parseDec(formatDec(value))).toBe(value)
      }),
    )
  })

  it.each(['', '.5', '1.', '1e3', '0.1234567890123456789', 'NaN', '1,5'])('refuses %j', (text) => {
    expect(parseDec(text)).toBeUndefined()
  })

  it('reads a scaled decimal as most modules send it, and nothing with a dot', () => {
    expect(parseScaledDec('667000000000000000')).toBe(667_000_000_000_000_000n)
    expect(parseScaledDec('0.667')).toBeUndefined()
    expect(parseScaledDec('')).toBeUndefined()
  })
})
