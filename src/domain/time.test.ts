import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDuration,
  formatLocal,
  formatRelative,
  formatUtc,
  isRecorded,
  isSameUtcDay,
} from './time.ts'

const now = new Date('2026-06-11T03:06:23Z')
const at = (iso: string) => new Date(iso)

describe('formatRelative', () => {
  it.each([
    ['2026-06-11T03:06:23.400Z', 'now'],
    ['2026-06-11T03:06:19Z', '4 s ago'],
    ['2026-06-11T03:30:58Z', 'in 24 min'],
    ['2026-06-11T02:54:14Z', '12 min ago'],
    ['2026-06-11T04:18:24Z', 'in 1 h 12 min'],
    ['2026-06-10T03:06:23Z', '1 day ago'],
    ['2026-06-14T03:06:22Z', 'in 2 days'],
    ['2025-10-28T14:00:00Z', '7 months ago'],
    ['2023-01-01T00:00:00Z', '3 years ago'],
  ])('shows %s as %s', (iso, text) => {
    expect(formatRelative(at(iso), now)).toBe(text)
  })
})

describe('formatDuration', () => {
  it.each([
    [350, '350 ms'],
    [240_000, '4 min'],
    [83_000, '1 min 23 s'],
    [1_800_000, '30 min'],
    [4_320_000, '1 h 12 min'],
    [86_400_000, '1 day'],
    [1_209_600_000, '14 days'],
    [615_600_000, '7 days 3 h'],
    [-5, '0 ms'],
  ])('shows %s ms as %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text)
  })
})

describe('formatUtc', () => {
  it('writes as much of the time as asked for', () => {
    expect(formatUtc(now)).toBe('2026-06-11 03:06:23 UTC')
    expect(formatUtc(now, 'minute')).toBe('2026-06-11 03:06 UTC')
    expect(formatUtc(now, 'time')).toBe('03:06:23 UTC')
    expect(formatUtc(now, 'date')).toBe('2026-06-11')
  })

  it('agrees with the platform on every date of four digits, leap days and times before 1970 too', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: at('0002-01-01T00:00:00Z'),
          max: at('9999-12-31T23:59:59Z'),
          noInvalidDate: true,
        }),
        (date) => formatUtc(date) === `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`,
      ),
    )
  })
})

describe('formatLocal', () => {
  it('names the zone it is in, whole or broken hours, east or west', () => {
    expect(formatLocal(now, 'full', 120)).toBe('2026-06-11 05:06:23 UTC+2')
    expect(formatLocal(now, 'time', 345)).toBe('08:51:23 UTC+5:45')
    expect(formatLocal(now, 'minute', -240)).toBe('2026-06-10 23:06 UTC\u22124')
    expect(formatLocal(now, 'date', -240)).toBe('2026-06-10')
    expect(formatLocal(now, 'time', 0)).toBe('03:06:23 UTC')
  })
})

describe('isRecorded', () => {
  it('knows no time before year 2, which protobuf writes for "none"', () => {
    expect(isRecorded(at('0001-01-01T00:00:00Z'))).toBe(false)
    expect(isRecorded(undefined)).toBe(false)
    expect(isRecorded(new Date(Number.NaN))).toBe(false)
    expect(isRecorded(now)).toBe(true)
  })
})

describe('isSameUtcDay', () => {
  it('goes by Greenwich, not by the machine', () => {
    expect(isSameUtcDay(at('2026-06-11T00:00:00Z'), at('2026-06-11T23:59:59Z'))).toBe(true)
    expect(isSameUtcDay(at('2026-06-10T23:59:59Z'), at('2026-06-11T00:00:00Z'))).toBe(false)
  })
})
