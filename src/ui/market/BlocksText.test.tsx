import { describe, expect, it } from 'vitest'
import { formatBlocksAbout } from './BlocksText.tsx'

const SIX = { meanMs: 6_000, fromHeight: 1n, toHeight: 101n }

describe('formatBlocksAbout', () => {
  it('has no more places than an estimate knows', () => {
    // 14,400 blocks of 6 s are a day
    expect(formatBlocksAbout(14_400n * 688n + 600n, SIX)).toBe('about 688 days')
    expect(formatBlocksAbout(14_400n * 7n + 1_250n, SIX)).toBe('about 7 days 2 h')
    expect(formatBlocksAbout(165n, SIX)).toBe('about 16 min')
    expect(formatBlocksAbout(5n, SIX)).toBe('about 30 s')
  })

  it('does not guess without a block time', () => {
    expect(formatBlocksAbout(5n, undefined)).toBeUndefined()
  })
})
