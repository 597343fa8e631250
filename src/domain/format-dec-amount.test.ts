import { describe, expect, it } from 'vitest'
import { DEC_ONE, parseDec } from './decimal.ts'
import { formatDecAmount, formatExactDecAmount, toDrawnAmount } from './format-dec-amount.ts'

const dec = (text: string) => parseDec(text) ?? 0n

describe('formatDecAmount', () => {
  it('rounds to the nearest base unit, half away from zero', () => {
    expect(formatDecAmount({ denom: 'uact', amount: dec('2193.5') })).toBe('0.002194\u00a0ACT')
    expect(formatDecAmount({ denom: 'uact', amount: dec('-2193.5') })).toBe(
      '\u22120.002194\u00a0ACT',
    )
  })

  it('is never nothing where there is something', () => {
    expect(formatDecAmount({ denom: 'uact', amount: 1n })).toBe('<0.000001\u00a0ACT')
    expect(formatDecAmount({ denom: 'uact', amount: -1n })).toBe('>\u22120.000001\u00a0ACT')
    expect(formatDecAmount({ denom: 'uact', amount: 0n })).toBe('0\u00a0ACT')
  })

  it('keeps every place for columns and few for sums', () => {
    const amount = { denom: 'uakt', amount: 1_500_000n * DEC_ONE }
    expect(formatDecAmount(amount, 'all')).toBe('1.500000\u00a0AKT')
    expect(formatDecAmount({ ...amount, amount: amount.amount * 2_000_000n }, 'compact')).toBe(
      '3.00\u00a0M\u00a0AKT',
    )
  })

  it('shows base units of a denomination without a ticker', () => {
    expect(formatDecAmount({ denom: 'ufoo', amount: dec('12.4') })).toBe('12\u00a0ufoo')
  })
})

describe('formatExactDecAmount', () => {
  it('loses none of the eighteen digits', () => {
    expect(formatExactDecAmount({ denom: 'uact', amount: dec('2193.600000000000000001') })).toBe(
      '2193.600000000000000001\u00a0uact',
    )
    expect(formatExactDecAmount({ denom: 'uact', amount: 10n * DEC_ONE })).toBe('10\u00a0uact')
  })
})

describe('toDrawnAmount', () => {
  it('is in the unit people use', () => {
    expect(toDrawnAmount({ denom: 'uact', amount: dec('2500000') })).toBeCloseTo(2.5, 9)
    expect(toDrawnAmount({ denom: 'ufoo', amount: dec('3') })).toBeCloseTo(3, 9)
  })
})
