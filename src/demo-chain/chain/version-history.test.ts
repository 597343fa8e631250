import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countUpTo, VersionHistory } from './version-history.ts'

describe('VersionHistory', () => {
  it('gives at any height the last value written up to it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1 }), fc.nat(35), (heights, asked) => {
        const sorted = heights.sort((a, b) => a - b)
        const [first = 0, ...others] = sorted
        const history = new VersionHistory(first, 0)
        others.forEach((height, index) => {
          history.set(height, index + 1)
        })
        const last = sorted.findLastIndex((height) => height <= asked)
        expect(history.at(asked)).toBe(last === -1 ? undefined : last)
      }),
    )
  })

  it('refuses to write into the past', () => {
    const history = new VersionHistory(5, 'five')
    expect(() => history.set(4, 'four')).toThrow(
      new RangeError('height 4 comes after 5 was written'),
    )
  })
})

describe('countUpTo', () => {
  it('counts the limit itself', () => {
    expect([0, 1, 2, 3, 4].map((limit) => countUpTo([1, 1, 3], limit))).toEqual([0, 2, 2, 3, 3])
  })
})
