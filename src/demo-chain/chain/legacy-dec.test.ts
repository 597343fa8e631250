import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideDec, formatDec, multiplyDec } from '../../domain/decimal.ts'
import { LEGACY_ONE, mulDec, quoDec, readDec, roundDec, writeDec } from './legacy-dec.ts'

const dec = fc.bigInt({ min: 0n, max: 10n ** 32n })

describe('decimals of the demo chain', () => {
  it.each([
    // Half of an odd last digit goes to the even one beside it, up or down.
    [1n, 0n],
    [3n, 2n],
    [5n, 2n],
    [7n, 4n],
  ])('round half of %i last digits to %i', (digits, expected) => {
    expect(mulDec(digits, readDec('0.5'))).toBe(expected)
    expect(quoDec(digits, readDec('2'))).toBe(expected)
    expect(mulDec(-digits, readDec('0.5'))).toBe(-expected)
  })

  it('are those of the page, written apart, on any numbers', () => {
    fc.assert(
      fc.property(dec, dec, (a, b) => {
        expect(mulDec(a, b)).toBe(multiplyDec(a, b))
        if (b > 0n) expect(quoDec(a, b)).toBe(divideDec(a, b))
        expect(writeDec(a)).toBe(formatDec(a))
        expect(readDec(writeDec(a))).toBe(a)
      }),
    )
  })

  it('are read with fewer digits than they have, and rounded to the nearest whole', () => {
    expect(readDec('0.25')).toBe(LEGACY_ONE / 4n)
    expect(readDec('3')).toBe(3n * LEGACY_ONE)
    expect(['0.5', '1.5', '1.49', '2.51'].map((text) => roundDec(readDec(text)))).toEqual([
      0n,
      2n,
      1n,
      3n,
    ])
  })
})
