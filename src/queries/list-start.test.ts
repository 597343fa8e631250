import { describe, expect, it } from 'vitest'
import { firstPage, listStartRequests } from './list-start.ts'

describe('firstPage', () => {
  it('is the newest rows on a first visit, and what may have changed on the next', () => {
    expect(firstPage(100n, undefined)).toMatchObject({ isReverse: true, fromId: undefined })
    expect(firstPage(100n, 342n)).toMatchObject({ isReverse: false, fromId: 342n })
  })

  it('holds more rows than a screen shows and fits one answer on a phone', () => {
    const { limit } = firstPage(100n, undefined)
    expect(limit >= 20n && limit <= 50n).toBe(true)
  })
})

describe('listStartRequests', () => {
  it('fits one batch of a node', () => {
    expect(listStartRequests(100n).length).toBeLessThanOrEqual(10)
  })
})
