import { describe, expect, it } from 'vitest'
import { moveName } from './move-name.ts'

describe('moveName', () => {
  it('swaps a name with its neighbour', () => {
    expect(moveName(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moveName(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  })

  it('leaves the order at its ends, and for a name that is none', () => {
    expect(moveName(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(moveName(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
    expect(moveName(['a', 'b'], 'c', 1)).toEqual(['a', 'b'])
  })
})
