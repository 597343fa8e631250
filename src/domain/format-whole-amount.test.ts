import { describe, expect, it } from 'vitest'
import { formatWholeAmount } from './format-whole-amount.ts'

const akt = (amount: bigint) => formatWholeAmount({ denom: 'uakt', amount })

describe('formatWholeAmount', () => {
  it('rounds half up to the whole unit', () => {
    // 29,040,013.9 and 1.499999
    expect(akt(29_040_013_900_000n)).toBe('29,040,014')
    expect(akt(1_499_999n)).toBe('1')
    expect(akt(1_500_000n)).toBe('2')
  })

  it('never says zero when there is something', () => {
    expect(akt(1n)).toBe('<1')
    expect(akt(0n)).toBe('0')
    expect(akt(-1n)).toBe('−<1')
  })

  it('counts base units of a denomination it does not know', () => {
    expect(formatWholeAmount({ denom: 'uother', amount: 1_234n })).toBe('1,234')
  })
})
