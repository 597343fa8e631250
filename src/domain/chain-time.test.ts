import { describe, expect, it } from 'vitest'
import { ChainTime, parseChainTime } from './chain-time.ts'

describe('ChainTime', () => {
  it.each([
    ['2026-11-21T03:24:20.386206118Z', '2026-11-21T03:24:20.386206118Z'],
    ['2026-11-21T03:24:20.500000000Z', '2026-11-21T03:24:20.5Z'],
    ['2026-11-21T03:24:20Z', '2026-11-21T03:24:20Z'],
    ['2026-11-21T05:24:20+02:00', '2026-11-21T03:24:20Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ])('reads %s and says %s, to the nanosecond', (text, iso) => {
    expect(parseChainTime(text)?.toISOString()).toBe(iso)
  })

  it('is a Date to the millisecond, so that it can be compared and drawn', () => {
    expect(new ChainTime(1_795_230_324, 593_682_463).getTime()).toBe(1_795_230_324_593)
  })

  it.each([
    '',
    'yesterday',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00+02:00',
    '2026-11-21',
  ])('refuses %j', (text) => {
    expect(parseChainTime(text)).toBeUndefined()
  })
})
