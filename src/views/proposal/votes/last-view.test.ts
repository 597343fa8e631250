import { describe, expect, it } from 'vitest'
import { keepLastView } from './last-view.ts'

const of353 = { chainKey: 'a', id: 353n }
const first = { proposal: { id: 353n }, height: 10n }
const second = { proposal: { id: 353n }, height: 11n }

describe('keepLastView', () => {
  it('keeps the lists of the last height on screen when the next could not be read', () => {
    const last = keepLastView(undefined, first, of353)
    expect(last?.view).toBe(first)
    expect(keepLastView(last, undefined, of353)).toBe(last)
  })

  it('goes on to the next height when that is read, and stays the same while nothing is', () => {
    const last = keepLastView(undefined, first, of353)
    expect(keepLastView(last, second, of353)?.view).toBe(second)
    expect(keepLastView(last, first, of353)).toBe(last)
  })

  it('shows nothing of another proposal, another node or another height asked for', () => {
    const last = keepLastView(undefined, first, of353)
    expect(keepLastView(last, undefined, { chainKey: 'a', id: 354n })).toBeUndefined()
    expect(keepLastView(last, undefined, { chainKey: 'b', id: 353n })).toBeUndefined()
    expect(keepLastView(last, first, { chainKey: 'a', id: 354n })).toBeUndefined()
  })
})
