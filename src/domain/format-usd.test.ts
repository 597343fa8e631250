import { describe, expect, it } from 'vitest'
import { parseDec } from './decimal.ts'
import { formatUsd, formatUsdRate } from './format-usd.ts'

const dec = (text: string) => parseDec(text) ?? 0n

describe('formatUsd', () => {
  it('leaves cents out from a thousand dollars up', () => {
    expect(formatUsd(dec('31026.5'))).toBe('$31,027')
    expect(formatUsd(dec('999.994'))).toBe('$999.99')
    expect(formatUsd(dec('-12.5'))).toBe('\u2212$12.50')
  })

  it('is never nothing where there is something', () => {
    expect(formatUsd(1n)).toBe('<$0.01')
    expect(formatUsd(0n)).toBe('$0.00')
  })
})

describe('formatUsdRate', () => {
  it('has four places', () => {
    expect(formatUsdRate(dec('0.453095625780736961'))).toBe('$0.4531')
    expect(formatUsdRate(dec('1'))).toBe('$1.0000')
  })
})
