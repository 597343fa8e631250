import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { etaRange } from '../eta/testing/eta-range.ts'
import { composeUpgradeCalendar } from './compose-calendar.ts'
import { contentLine, escapeText } from './content-line.ts'

const madeAt = new Date('2026-03-20T09:30:00Z')
const event = {
  chainId: 'akashnet-2',
  plan: { name: 'v2.0.0', height: 26_063_777n },
  eta: etaRange('2026-03-23T13:41:02Z', '2026-03-23T14:00:07Z', '2026-03-23T14:20:31Z'),
  madeAt,
}

describe('composeUpgradeCalendar', () => {
  it('writes the range as an event, in UTC, with an hour of warning', () => {
    const { name, type, text } = composeUpgradeCalendar(event)
    expect([name, type]).toEqual(['upgrade-v2.0.0.ics', 'text/calendar;charset=utf-8'])
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Skylight//Upgrade range//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:akashnet-2-26063777-v2.0.0@skylight.invalid',
      'DTSTAMP:20260320T093000Z',
      'SEQUENCE:29566650',
      'DTSTART:20260323T134102Z',
      'DTEND:20260323T142031Z',
      'SUMMARY:Upgrade v2.0.0 (block 26\\,063\\,777)',
      'DESCRIPTION:Block 26\\,063\\,777 of akashnet-2 is expected between 13:41 and ',
      ' 14:21 UTC on 2026-03-23\\, likely 14:00.\\nAn estimate: the true time lies i',
      ' n this range in about eight cases of ten. Look again shortly before.',
      'STATUS:TENTATIVE',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT60M',
      'DESCRIPTION:Upgrade v2.0.0 may come in an hour',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('keeps the UID when the estimate moves, so that importing again moves the event', () => {
    const later = composeUpgradeCalendar({
      ...event,
      eta: etaRange('2026-03-23T15:00:00Z', '2026-03-23T15:05:00Z', '2026-03-23T15:10:00Z'),
      madeAt: new Date('2026-03-21T09:30:00Z'),
    }).text
    const line = (text: string, key: string) => new RegExp(`^${key}:(.*)$`, 'm').exec(text)?.[1]
    const first = composeUpgradeCalendar(event).text
    expect(line(later, 'UID')).toBe(line(first, 'UID'))
    expect(Number(line(later, 'SEQUENCE'))).toBeGreaterThan(Number(line(first, 'SEQUENCE')))
  })

  it('lets no name of a plan begin a line of its own or lengthen one', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constant('x\r\nATTACH:http://evil.example\r\n'),
      fc.constant('a'.repeat(10_000)),
    )
    const keys = new Set(
      composeUpgradeCalendar(event)
        .text.split('\r\n')
        .map((line) => line.split(':')[0]),
    )
    fc.assert(
      fc.property(hostile, (name) => {
        const { text } = composeUpgradeCalendar({ ...event, plan: { name, height: 5n } })
        const odd = text
          .split('\r\n')
          .filter(
            (line) =>
              new TextEncoder().encode(line).length > 75 ||
              !(line.startsWith(' ') || keys.has(line.split(':')[0])),
          )
        expect(odd).toEqual([])
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      }),
      { numRuns: 50 },
    )
  })

  it('says of a demo chain’s event that it is invented, in the file and in its name', () => {
    const { name, text } = composeUpgradeCalendar({ ...event, chainId: 'skydemo-1' })
    expect(name).toBe('demo-upgrade-v2.0.0.ics')
    expect(text).toContain('SUMMARY:Demo: ')
    expect(text).toContain('demo: invented data')
  })
})

describe('contentLine', () => {
  it('unfolds to what was folded, without a character cut in two', () => {
    const value = fc.string({ unit: 'grapheme', maxLength: 400 })
    fc.assert(
      fc.property(value, (text) => {
        const line = contentLine('X', escapeText(text))
        expect(line.replaceAll('\r\n ', '')).toBe(`X:${escapeText(text)}\r\n`)
      }),
    )
  })
})
