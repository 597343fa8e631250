import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelHeadings, startHeadings } from './heading-levels.ts'

function heading(depth: number) {
  return { type: 'heading', depth, children: [] }
}

function shown(depths: readonly number[]): readonly number[] {
  const children = depths.map(heading)
  const [start] = startHeadings([depths.map((depth) => `${'#'.repeat(depth)} x`).join('\n\n')])
  if (start === undefined) throw new Error('there is one part')
  levelHeadings({ type: 'root', children }, start)
  return children.map(({ depth }) => depth)
}

describe('headings of a stranger', () => {
  it('begin at the first level whatever the text begins with, and stay side by side', () => {
    expect(shown([2, 2, 3, 2])).toEqual([1, 1, 2, 1])
    expect(shown([4])).toEqual([1])
  })

  it('never skip a level on the way down, for that is a gap to who reads by headings', () => {
    expect(shown([1, 4, 4])).toEqual([1, 2, 3])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (depths) => {
        let last = 0
        for (const level of shown(depths)) {
          expect(level).toBeGreaterThanOrEqual(1)
          expect(level).toBeLessThanOrEqual(last + 1)
          last = level
        }
      }),
    )
  })

  it('go on from one part to the next', () => {
    expect(startHeadings(['## a\n\n### b', 'text', '### c'])).toEqual([
      { top: 2, before: 0 },
      { top: 2, before: 2 },
      { top: 2, before: 2 },
    ])
  })

  it('count underlined headings too', () => {
    expect(startHeadings(['Title\n=====\n\nPart\n----', ''])).toEqual([
      { top: 1, before: 0 },
      { top: 1, before: 2 },
    ])
  })
})
