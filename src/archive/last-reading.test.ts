import { describe, expect, it } from 'vitest'
import { parseLastReading } from './last-reading.ts'

const READING = {
  height: '500',
  timeMs: undefined,
  endpoint: 'https://last.test',
  open: [{ id: '6', bytes: Uint8Array.of(8, 6) }],
  missing: ['5'],
  newestId: '6',
}

describe('parseLastReading', () => {
  it('takes what this version writes', () => {
    expect(parseLastReading(READING)).toBe(READING)
    expect(parseLastReading({ ...READING, timeMs: 9 })).toMatchObject({ timeMs: 9 })
  })

  it.each([
    undefined,
    null,
    'text',
    { height: '5' },
    { ...READING, height: '-5' },
    { ...READING, newestId: 6 },
    { ...READING, timeMs: '9' },
    { ...READING, open: [{ id: '6', bytes: 'text' }] },
    { ...READING, missing: [5] },
  ])('takes nothing another version may have left: %j', (value) => {
    expect(parseLastReading(value)).toBeUndefined()
  })
})
