import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSmallestAmount } from './smallest-amount.ts'

describe('findSmallestAmount', () => {
  it('finds where a condition begins to hold', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 20n })
    fc.assert(
      fc.property(amount, amount, (mark, limit) => {
        const found = findSmallestAmount(limit, (tried) => tried >= mark)
        expect(found).toBe(mark <= limit ? mark : undefined)
      }),
    )
  })

  it('finds nothing below zero', () => {
    expect(findSmallestAmount(-1n, () => true)).toBeUndefined()
  })
})
