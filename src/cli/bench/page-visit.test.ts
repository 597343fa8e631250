import { describe, expect, it } from 'vitest'
import { countRoundTrips } from './page-visit.ts'

const request = (startedMs: number, endedMs: number | undefined) => ({
  url: 'http://node.test/',
  body: '',
  startedMs,
  endedMs,
  bytes: 0,
})

describe('countRoundTrips', () => {
  it.each([
    ['none', [], 0],
    ['one after the other', [request(0, 10), request(10, 20), request(25, 30)], 3],
    ['all at once', [request(0, 10), request(1, 20), request(2, 5)], 1],
    [
      'one that waited for the shorter of two',
      [request(0, 100), request(1, 20), request(21, 30)],
      2,
    ],
    ['one that never ended', [request(0, undefined), request(5, 9)], 1],
  ])('counts %s', (_, requests, count) => {
    expect(countRoundTrips(requests)).toBe(count)
  })
})
