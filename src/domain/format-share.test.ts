import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEC_ONE } from './decimal.ts'
import { formatDecShare, formatExactShare, formatShare } from './format-share.ts'

const plain = (text: string | undefined) => text?.replaceAll('\u202f', ' ')
const half = DEC_ONE / 2n

describe('formatShare', () => {
  it.each([
    [735n, 1000n, '73.5 %'],
    [0n, 1000n, '0.0 %'],
    [1000n, 1000n, '100.0 %'],
    [1n, 1_000_000n, '<0.1 %'],
    [999_999n, 1_000_000n, '>99.9 %'],
    [2n, 3n, '66.7 %'],
    [1205n, 1000n, '120.5 %'],
    [-1n, 10n, '\u221210.0 %'],
  ])('shows %s of %s as %s', (numerator, denominator, text) => {
    expect(plain(formatShare(numerator, denominator))).toBe(text)
  })

  it('has no share of nothing, since unknown is not zero', () => {
    expect(formatShare(0n, 0n)).toBeUndefined()
  })

  it('takes more digits rather than round to the threshold from below', () => {
    expect(plain(formatShare(4997n, 10_000n, { threshold: half }))).toBe('49.97 %')
    expect(plain(formatShare(49_999_999n, 100_000_000n, { threshold: half }))).toBe('49.999999 %')
  })

  it('takes more digits rather than round to the threshold from above', () => {
    expect(plain(formatShare(50_001n, 100_000n, { threshold: half }))).toBe('50.001 %')
  })

  it('says on which side a share stands that no number of digits tells apart', () => {
    expect(plain(formatShare(10n ** 30n - 1n, 2n * 10n ** 30n, { threshold: half }))).toBe('<50 %')
  })

  it('shows a share equal to its threshold plainly', () => {
    expect(plain(formatShare(1n, 2n, { threshold: half }))).toBe('50.0 %')
  })

  it('does not widen when a threshold of three digits is well met', () => {
    expect(plain(formatShare(674n, 1000n, { threshold: (667n * DEC_ONE) / 1000n }))).toBe('67.4 %')
  })

  it('separates the percent sign with a space that does not break', () => {
    expect(formatShare(1n, 2n, { digits: 0 })).toBe('50\u202f%')
  })

  it('never claims all or none that is not there', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        fc.integer({ min: 0, max: 4 }),
        (part, rest, digits) => {
          const text = formatShare(part, part + rest, { digits }) ?? ''
          const value = Number.parseFloat(text.replace(/[<>]/, ''))
          return !/^[0.]+\u202f/.test(text) && value < 100
        },
      ),
    )
  })
})

describe('formatExactShare', () => {
  it('shows a parameter without trailing zeros and without rounding', () => {
    expect(plain(formatExactShare((334n * DEC_ONE) / 1000n))).toBe('33.4 %')
    expect(plain(formatExactShare(DEC_ONE / 5n))).toBe('20 %')
    expect(plain(formatExactShare(DEC_ONE))).toBe('100 %')
    expect(plain(formatExactShare(0n))).toBe('0 %')
  })
})

describe('formatDecShare', () => {
  it('takes the scaled decimals the tally gives', () => {
    expect(plain(formatDecShare((735n * DEC_ONE) / 1000n))).toBe('73.5 %')
  })
})
