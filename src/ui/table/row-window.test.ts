import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstWindow, includeIndex, isSameWindow, layOutWindow } from './row-window.ts'

describe('layOutWindow', () => {
  it('puts empty space where rows are not drawn, also between the focused one and the rest', () => {
    const rows = [
      { index: 0, start: 100, end: 150 },
      { index: 4, start: 300, end: 350 },
      { index: 5, start: 350, end: 400 },
    ]
    expect(layOutWindow(rows, 100, 1000)).toEqual([
      { kind: 'row', index: 0 },
      { kind: 'space', key: 'space-4', height: 150 },
      { kind: 'row', index: 4 },
      { kind: 'row', index: 5 },
      // the list ends at 100 + 1000
      { kind: 'space', key: 'space-end', height: 700 },
    ])
  })

  it('is as high as the whole list whatever is drawn, so that the scroll bar does not jump', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 1, maxLength: 40 }),
        fc.nat({ max: 500 }),
        fc.infiniteStream(fc.boolean()),
        (heights, offset, isDrawn) => {
          let start = offset
          const placed = heights.map((height, index) => {
            const row = { index, start, end: start + height }
            start = row.end
            return row
          })
          const drawn = placed.filter(() => isDrawn.next().value)
          const total = start - offset
          const sum = layOutWindow(drawn, offset, total).reduce(
            (all, part) => all + (part.kind === 'space' ? part.height : (heights[part.index] ?? 0)),
            0,
          )
          return sum === total
        },
      ),
    )
  })
})

describe('includeIndex', () => {
  it('keeps the focused row drawn, else the focus would be lost when it scrolls away', () => {
    expect(includeIndex([7, 8, 9], 2, 100)).toEqual([2, 7, 8, 9])
    expect(includeIndex([7, 8, 9], 8, 100)).toEqual([7, 8, 9])
  })

  it('forgets a focused row that a filter took away', () => {
    expect(includeIndex([0, 1], 20, 2)).toEqual([0, 1])
    expect(includeIndex([0, 1], undefined, 2)).toEqual([0, 1])
  })
})

describe('firstWindow', () => {
  it('keeps the page as long as it will be, so that nothing moves when the rest is drawn', () => {
    expect(firstWindow(5, 2, 10)).toEqual([
      { kind: 'row', index: 0 },
      { kind: 'row', index: 1 },
      { kind: 'space', key: 'space-end', height: 30 },
    ])
  })

  it('leaves no space after a list that is drawn whole', () => {
    expect(firstWindow(2, 2, 10)).toHaveLength(2)
    expect(firstWindow(0, 2, 10)).toEqual([])
  })
})

describe('isSameWindow', () => {
  it('tells a scroll that changes rows or spaces from one that changes nothing', () => {
    const shown = firstWindow(5, 2, 10)
    expect(isSameWindow(shown, firstWindow(5, 2, 10))).toBe(true)
    expect(isSameWindow(shown, firstWindow(5, 3, 10))).toBe(false)
    expect(isSameWindow(shown, firstWindow(5, 2, 11))).toBe(false)
    expect(isSameWindow(shown, shown.slice(1))).toBe(false)
  })
})
