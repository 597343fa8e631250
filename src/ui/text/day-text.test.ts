import { describe, expect, it } from 'vitest'
import { formatDayRelative } from './DayText.tsx'

const late = new Date('2026-11-20T23:59:59Z')
const early = new Date('2026-11-20T00:00:00Z')

describe('how far a day is', () => {
  it.each([
    ['2026-11-20', 'today'],
    ['2026-11-19', 'yesterday'],
    ['2026-11-21', 'tomorrow'],
    ['2026-11-18', '2 days ago'],
    ['2026-11-23', 'in 3 days'],
    ['2026-06-17', '5 months ago'],
    ['2023-02-07', '3 years ago'],
  ])('%s is %s whatever the time of day, for it has none itself', (day, words) => {
    expect(formatDayRelative(day, late)).toBe(words)
    expect(formatDayRelative(day, early)).toBe(words)
  })
})
