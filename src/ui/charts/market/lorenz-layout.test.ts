import { describe, expect, it } from 'vitest'
import { computeLorenz } from '../../../domain/market/lorenz.ts'
import { nearestHolders, placeLorenz, tracePath } from './lorenz-layout.ts'

const curve = (...weights: readonly bigint[]) =>
  computeLorenz(weights.map((weight, index) => ({ name: `p${index}`, weight })))

describe('placeLorenz', () => {
  it('goes from the bottom left to the top right, shares measured in pixels', () => {
    expect(placeLorenz(curve(6n, 3n, 1n), 300)).toEqual([
      { x: 0, y: 300 },
      { x: 100, y: 270 },
      { x: 200, y: 180 },
      { x: 300, y: 0 },
    ])
  })

  it('tells weights apart that are one number as floats', () => {
    const least = 2n ** 80n
    const [, first] = placeLorenz(curve(least + 1n, least), 2)
    expect(first).toEqual({ x: 1, y: 1.015625 })
  })

  it('is a point where nobody holds anything', () => {
    expect(placeLorenz(curve(), 300)).toEqual([{ x: 0, y: 300 }])
  })
})

describe('tracePath', () => {
  it('leaves out what no screen shows, but never the end', () => {
    const close = [0, 0.1, 0.2, 50, 99.9, 100].map((x) => ({ x, y: 100 - x }))
    expect(tracePath(close)).toBe('M0 100L50 50L99.9 0.1L100 0')
  })
})

describe('nearestHolders', () => {
  it.each([
    [0, 0],
    [99, 1],
    [151, 2],
    [400, 3],
    [-5, 0],
  ])('is at %s pixels of 300 the point of %s of three', (x, holders) => {
    expect(nearestHolders(curve(6n, 3n, 1n), x, 300)).toBe(holders)
  })
})
