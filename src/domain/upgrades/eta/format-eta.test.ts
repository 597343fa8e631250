import { describe, expect, it } from 'vitest'
import { formatCountdown } from './format-countdown.ts'
import { formatEta } from './format-eta.ts'

const at = (iso: string) => new Date(iso)
const range = (p10: string, p50: string, p90: string) => ({
  p10: at(p10),
  p50: at(p50),
  p90: at(p90),
})

describe('formatEta', () => {
  it('rounds outwards to the minute where half an hour is open', () => {
    const words = formatEta(
      range('2026-03-23T14:02:41Z', '2026-03-23T14:16:12Z', '2026-03-23T14:30:03Z'),
      'utc',
    )
    expect(words).toEqual({
      between: 'between 14:02 and 14:31 UTC',
      likely: '14:16',
      day: 'on 2026-03-23',
    })
  })

  it('shows seconds only where seconds are what is open', () => {
    const words = formatEta(
      range('2026-11-21T03:08:31.962Z', '2026-11-21T03:08:41.517Z', '2026-11-21T03:08:51.548Z'),
      'utc',
    )
    expect(words.between).toBe('between 03:08:31 and 03:08:52 UTC')
  })

  it('names the days where they differ, and the zone of the reader', () => {
    const week = range('2026-03-23T01:20:00Z', '2026-03-24T03:00:00Z', '2026-03-25T07:31:00Z')
    expect(formatEta(week, -240)).toEqual({
      between: 'between 2026-03-22 21:00 and 2026-03-25 04:00 UTC\u22124',
      likely: '2026-03-23 23:00',
      day: undefined,
    })
  })
})

describe('formatCountdown', () => {
  const eta = { p10: at('2026-03-23T14:02:41Z'), p90: at('2026-03-23T14:30:03Z') }
  it.each([
    ['2026-03-23T11:00:00Z', 'in 3 h 2 min to 3 h 31 min'],
    ['2026-03-23T14:03:00Z', 'any moment, most likely within 28 min'],
    ['2026-03-23T14:45:10Z', 'overdue: the late edge of the range was 15 min ago'],
  ])('at %s says %s', (now, words) => {
    expect(formatCountdown(eta, at(now))).toBe(words)
  })

  it('says one figure where both edges round to it', () => {
    const week = { p10: at('2026-03-30T00:00:00Z'), p90: at('2026-03-30T00:00:30Z') }
    expect(formatCountdown(week, at('2026-03-23T00:00:00Z'))).toBe('in about 7 days')
  })
})
