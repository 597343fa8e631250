import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findDenomination,
  formatAmount,
  formatAmountNumber,
  formatBaseAmount,
  formatCompactAmount,
  formatDenom,
} from './amount.ts'

const AXL_USDC = 'ibc/170C677610AC31DF0904FFE09CD3B5C657492170E7E52372E48756B71E56F2F1'
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const uakt = (amount: bigint) => ({ denom: 'uakt', amount })

describe('formatAmount', () => {
  it.each([
    [1n, '0.000001 AKT'],
    [1_000_000_000n, '1,000 AKT'],
    [1_000_500_000n, '1,000.5 AKT'],
    [132_000_049_293_268n, '132,000,049.293268 AKT'],
    [0n, '0 AKT'],
    [-5n, '\u22120.000005 AKT'],
  ])('shows %s uakt exactly as %s', (amount, text) => {
    expect(plain(formatAmount(uakt(amount)))).toBe(text)
  })

  it('keeps all places where a column needs them', () => {
    expect(plain(formatAmount(uakt(1_500_000n), 'all'))).toBe('1.500000 AKT')
  })

  it('names the other two currencies of the marketplace', () => {
    expect(plain(formatAmount({ denom: 'uact', amount: 2_000_000n }))).toBe('2 ACT')
    expect(plain(formatAmount({ denom: AXL_USDC, amount: 2_000_000n }))).toBe('2 axlUSDC')
  })

  it('leaves an unknown denomination in base units, shortened, since its exponent is not known', () => {
    expect(
      plain(formatAmount({ denom: 'ibc/ABCDEF0123456789ABCDEF0123456789', amount: 1234n })),
    ).toBe('1,234 ibc/ABCDEF…456789')
  })

  it('does not take a denomination called like an object method for a known one', () => {
    expect(findDenomination('constructor')).toBeUndefined()
    expect(formatDenom('toString')).toBe('toString')
  })

  it('loses no base unit: the digits give back the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (amount) => {
        const text = formatAmountNumber(uakt(amount), 'all').replaceAll(',', '').replace('.', '')
        return BigInt(text) === amount
      }),
    )
  })

  it('gives the amount as the chain keeps it on demand', () => {
    expect(plain(formatBaseAmount(uakt(1_000_500_000n)))).toBe('1000500000 uakt')
  })
})

describe('formatCompactAmount', () => {
  it.each([
    [96_984_000_123_456n, '96.98 M AKT'],
    [132_000_049_293_268n, '132.00 M AKT'],
    [1_000_000_000_000n, '1.00 M AKT'],
    [999_994_000_000n, '999,994 AKT'],
    [1_843_220_000_000n, '1.84 M AKT'],
    [12_345_678_900n, '12,346 AKT'],
    [5_250_000n, '5.25 AKT'],
    [5_000_000n, '5 AKT'],
    [4_999n, '<0.01 AKT'],
    [0n, '0 AKT'],
    [2_500_000_000_000_000n, '2.50 B AKT'],
    [-96_984_000_123_456n, '\u221296.98 M AKT'],
  ])('shortens %s uakt to %s', (amount, text) => {
    expect(plain(formatCompactAmount(uakt(amount)))).toBe(text)
  })

  it('shortens base units of an unknown denomination without inventing decimals', () => {
    expect(plain(formatCompactAmount({ denom: 'upebble', amount: 950n }))).toBe('950 upebble')
  })
})
