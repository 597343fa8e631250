import { describe, expect, it } from 'vitest'
import { atLeast, atMost, formatFindings, plain } from './finding.ts'
import { median } from './median.ts'

describe('formatFindings', () => {
  it('lines the columns up and says which wish was not met', () => {
    const text = formatFindings('List', [
      atMost('requests', 2, 3),
      atLeast('speed', 0.65432, 0.7),
      plain('size', 1234.5, 'kB'),
    ])
    expect(text).toBe(
      [
        'List',
        '  requests  2        ≤ 3      met',
        '  speed     0.654    ≥ 0.700  NOT MET',
        '  size      1235 kB',
        '',
        '',
      ].join('\n'),
    )
  })

  it('counts a value on the limit as met', () => {
    expect([atMost('', 3, 3).isMet, atLeast('', 3, 3).isMet]).toEqual([true, true])
  })
})

describe('median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[], Number.NaN],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })
})
