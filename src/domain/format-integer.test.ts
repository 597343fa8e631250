import { describe, expect, it } from 'vitest'
import { formatCount, formatInteger } from './format-integer.ts'

describe('formatInteger', () => {
  it.each([
    [0n, '0'],
    [999n, '999'],
    [1000n, '1,000'],
    [27_400_494n, '27,400,494'],
    [132_000_049_293_268n, '132,000,049,293,268'],
    [-1234n, '\u22121,234'],
    [-999n, '\u2212999'],
  ])('groups %s as %s', (value, text) => {
    expect(formatInteger(value)).toBe(text)
  })
})

describe('formatCount', () => {
  it('says one vote, and no or many votes', () => {
    expect(formatCount(1, 'vote')).toBe('1 vote')
    expect(formatCount(0, 'vote')).toBe('0 votes')
    expect(formatCount(1503n, 'reply', 'replies')).toBe('1,503 replies')
  })
})
