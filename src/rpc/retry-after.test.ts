import { expect, it } from 'vitest'
import { parseRetryAfter } from './retry-after.ts'

const now = Date.parse('2026-11-21T03:05:00Z')

it.each([
  ['seconds', '120', 120_000],
  ['zero seconds', '0', 0],
  ['a date to come', 'Sat, 21 Nov 2026 03:05:30 GMT', 30_000],
  ['a date gone by', 'Sat, 21 Nov 2026 03:04:30 GMT', 0],
  ['nothing', null, undefined],
  ['an empty header', ' ', undefined],
  ['a negative number', '-5', undefined],
  ['a fraction', '1.5', undefined],
  ['words', 'soon please', undefined],
])('reads %s', (_, header, wait) => {
  expect(parseRetryAfter(header, now)).toBe(wait)
})
