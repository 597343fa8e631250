import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBigInt, toCoins, toDate, toDurationMs } from './proto-values.ts'

describe('toDate', () => {
  it.each([
    [undefined],
    [{ seconds: -62_135_596_800n, nanos: 0 }],
    [{ seconds: 253_402_300_800n, nanos: 0 }],
    [{ seconds: 0n, nanos: -1 }],
    [{ seconds: 0n, nanos: 1_000_000_000 }],
  ])('is undefined for %o', (time) => {
    expect(toDate(time)).toBeUndefined()
  })

  it('keeps every nanosecond of every time a Timestamp can hold', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -62_135_596_799n, max: 253_402_300_799n }),
        fc.integer({ min: 0, max: 999_999_999 }),
        (seconds, nanos) => {
          const text = toDate({ seconds, nanos })?.toISOString() ?? ''
          const [whole = '', fraction = ''] = text.slice(0, -1).split('.')
          expect(BigInt(Date.parse(`${whole}Z`)) / 1_000n).toBe(seconds)
          expect(Number(fraction.padEnd(9, '0'))).toBe(nanos)
        },
      ),
    )
  })
})

describe('toDurationMs', () => {
  it('keeps milliseconds and tells absence from zero', () => {
    expect(toDurationMs({ seconds: 240n, nanos: 5_999_999 })).toBe(240_005)
    expect(toDurationMs(undefined)).toBeUndefined()
  })
})

describe('toBigInt', () => {
  it.each([
    ['-5', -5n],
    ['0', 0n],
    ['', undefined],
    [' 1', undefined],
    ['1.0', undefined],
    ['0x1', undefined],
  ])('reads "%s"', (text, value) => {
    expect(toBigInt(text)).toBe(value)
  })
})

describe('toCoins', () => {
  it('refuses an amount that is no integer and says of which coin', () => {
    expect(() => toCoins([{ denom: 'uakt', amount: '1.5' }])).toThrow(
      'an amount of uakt is not an integer',
    )
  })
})
